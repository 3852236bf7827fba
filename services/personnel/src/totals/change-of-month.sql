-- A month beside the month before: money, people and the difference by cause. $1 first day of the month, $2 first
-- day after it, $3 communes that may be seen (null = all), $4 communes asked about (null = all)
with line as materialized (
  -- what a team is paid has the team for its owner
  select coalesce(l.person_id, l.team_id) as person_id, l.person_id is not null as is_person, l.amount, l.kind, l.position, l.days, l.whole, l.quantity, p.month = $1 as is_now,
         is_duty(l.item) as is_duty, p.illustrative
    from payroll p
    join payroll_line l on l.payroll_id = p.id
   where p.month in ($1::date, ($1::date - interval '1 month')::date) and p.state not in ('draft', 'reversed')
     and ($3::uuid[] is null or l.commune_id = any ($3)) and ($4::uuid[] is null or l.commune_id = any ($4))
),
person as (
  select person_id, is_now, bool_or(is_person) as is_person, sum(amount)::bigint as amount,
         coalesce(sum(amount) filter (where kind = 'adjustment'), 0)::bigint as late,
         coalesce(sum(amount) filter (where kind = 'regular' and is_duty), 0)::bigint as duty,
         coalesce(sum(amount) filter (where kind = 'case'), 0)::bigint as granted,
         max(position) as position, max(days) filter (where kind = 'regular') as days,
         coalesce(sum(whole) filter (where kind = 'regular' and quantity <= 1), 0)::bigint as whole
    from line group by person_id, is_now
),
-- a person's difference is divided: what came late, what duty brought, and the rest by its one cause
part as (
  select person_id, coalesce((n).is_person, (b).is_person) as is_person, cause, difference
    from (select person_id, n.person_id is not null as is_there, b.person_id is not null as was_there, n, b
            from (select * from person where is_now) n
            full join (select * from person where not is_now) b using (person_id)) both_
    cross join lateral (values
      ('late-decision', coalesce((n).late, 0) - coalesce((b).late, 0)),
      ('case', coalesce((n).granted, 0) - coalesce((b).granted, 0)),
      ('duty', case when (n).amount is not null and (b).amount is not null then (n).duty - (b).duty else 0 end),
      (case when (b).amount is null then 'joined' when (n).amount is null then 'left'
            when (n).position is distinct from (b).position then 'moved'
            when (n).whole <> (b).whole then 'rate'
            when (n).days is distinct from (b).days then 'days' else 'unexplained' end,
       coalesce((n).amount - (n).late - (n).granted, 0) - coalesce((b).amount - (b).late - (b).granted, 0)
         - case when (n).amount is not null and (b).amount is not null then (n).duty - (b).duty else 0 end)
    ) v (cause, difference)
   where difference <> 0
)
select case when exists (select from line where not is_now)
            then to_char($1::date - interval '1 month', 'YYYY-MM') end as before,
       coalesce((select sum(amount) from line where is_now), 0)::bigint as amount,
       coalesce((select sum(amount) from line where not is_now), 0)::bigint as "amountBefore",
       (select count(distinct person_id) from line where is_now and is_person)::int as people,
       (select count(distinct person_id) from line where not is_now and is_person)::int as "peopleBefore",
       (select sum(q.members)::int from quota q
         where q.valid_from < $2 and (q.valid_to is null or q.valid_to >= $2)
           and ($3::uuid[] is null or q.unit_id = any ($3)) and ($4::uuid[] is null or q.unit_id = any ($4))) as decided,
       (select count(*)::int from posting s
          join team_commune tc on tc.team_id = s.team_id and tc.valid_from < $2
           and (tc.valid_to is null or tc.valid_to >= $2)
         where s.valid_from < $2 and (s.valid_to is null or s.valid_to >= $2)
           and ($3::uuid[] is null or tc.commune_id = any ($3))
           and ($4::uuid[] is null or tc.commune_id = any ($4))) as serving,
       coalesce((select bool_or(illustrative) from line), false) as illustrative,
       (select json_agg(json_build_object('cause', cause, 'people', people, 'difference', difference)
                 order by abs(difference) desc)
          from (select cause, count(distinct person_id) filter (where is_person)::int as people, sum(difference)::bigint as difference
                  from part group by cause) c) as causes
