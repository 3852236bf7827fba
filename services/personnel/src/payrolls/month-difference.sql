-- Why the money of a month differs from the month before, owner by owner: people, and teams for their own money.
-- Goes on after `line`, the lines of both months (`is_now` or not) with how many days their month has. Leaves `owner_sum`,
-- `beside` (an owner's money in both months) and `part` (what each cause makes of the difference: the parts of an owner
-- add up to it).
, owner_sum as materialized (
  select owner, is_now, bool_or(is_person) as is_person, max(commune_id::text)::uuid as commune_id,
         sum(amount)::bigint as amount,
         coalesce(sum(amount) filter (where kind = 'adjustment'), 0)::bigint as late,
         coalesce(sum(amount) filter (where kind = 'case'), 0)::bigint as granted,
         coalesce(sum(amount) filter (where kind = 'regular' and is_duty(item)), 0)::bigint as duty,
         bool_or(kind = 'regular') as is_regular,
         -- where and as what: the first and the last of the places tell all, since hardly anybody serves in three a month
         min(place collate "C") as first_place, max(place collate "C") as last_place,
         min(month_days - days) filter (where place is not null) as days_missing,
         coalesce(sum(whole) filter (where place is not null and quantity <= 1), 0)::bigint as whole
    from (select *, case when kind = 'regular' and not is_duty(item)
                         then commune_id::text || coalesce(team_id::text, '') || coalesce(position, '') end as place
            from line
          -- reckoned once for each line
          offset 0) each
   group by owner, is_now
),
beside as materialized (
  select owner, coalesce(n.is_person, b.is_person) as is_person, coalesce(n.commune_id, b.commune_id) as commune_id,
         coalesce(b.amount, 0) as before, coalesce(n.amount, 0) as now,
         coalesce(n.late, 0) - coalesce(b.late, 0) as late,
         coalesce(n.granted, 0) - coalesce(b.granted, 0) as granted,
         case when n.is_regular and b.is_regular then n.duty - b.duty else 0 end as duty,
         case when b.is_regular is not true then 'joined'
              when n.is_regular is not true then 'left'
              when (n.first_place, n.last_place) <> (b.first_place, b.last_place) then 'moved'
              when (n.days_missing is null) <> (b.days_missing is null) then 'days'
              when n.whole <> b.whole then 'rate'
              when n.days_missing <> b.days_missing then 'days'
              else 'unexplained' end as rest
    from (select * from owner_sum where is_now) n
    full join (select * from owner_sum where not is_now) b using (owner)
),
part as (
  select owner, is_person, cause, difference
    from beside
    cross join lateral (values ('late-decision', late), ('case', granted), ('duty', duty),
                               (rest, now - before - late - granted - duty)) each (cause, difference)
   where difference <> 0
)
