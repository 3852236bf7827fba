-- Runs, latest month first. $1 month (null = any), $2 state, $3 id, $4 communes that may be seen (null = all),
-- $5 communes asked about (null = all), $6 key to go on after, $7 how many
with found as (
  select p.*, to_char(p.month, 'YYYY-MM') || ' ' || p.id as sort_key,
         seen.communes, seen.people as seen_people, seen.amount as seen_amount
    from payroll p
    cross join lateral (
      select count(*)::int as communes, coalesce(sum(c.people), 0)::int as people,
             coalesce(sum(c.amount), 0)::bigint as amount
        from payroll_commune c
       where c.payroll_id = p.id and ($4::uuid[] is null or c.commune_id = any ($4))) seen
   where seen.communes > 0
     and ($1::date is null or p.month = $1)
     and ($2::text is null or p.state = $2)
     and ($3::uuid is null or p.id = $3)
     and ($5::uuid[] is null or exists (
           select from payroll_commune c where c.payroll_id = p.id and c.commune_id = any ($5)))
)
select f.id, to_char(f.month, 'YYYY-MM') as month, f.state, f.communes, f.seen_people as people,
       case when $4::uuid[] is null then f.lines else coalesce((
         select sum(s.lines) from payroll_sum s
          where s.payroll_id = f.id and s.commune_id = any ($4)), 0)::int end as lines,
       f.seen_amount as total,
       case when $4::uuid[] is null then f.adjustments else coalesce((
         select sum(l.amount) from payroll_line l
          where l.payroll_id = f.id and l.kind = 'adjustment' and l.commune_id = any ($4)), 0)::bigint end as adjustments,
       coalesce((select sum(l.amount) from payroll_hold h
                   join payroll_money l on l.payroll_id = h.payroll_id and l.person_id = h.person_id and l.aside = 'held'
                  where h.payroll_id = f.id and h.released_at is null
                    and ($4::uuid[] is null or l.commune_id = any ($4))), 0)::bigint as held,
       f.illustrative, to_json(f.calculated_at) #>> '{}' as "calculatedAt", f.failure, f.sort_key as "sortKey",
       (select count(*) from found)::int as total_rows,
       json_build_object('id', f.unit_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as unit,
       may_be_calculated(f.state) and f.snapshot is not null and (
         exists (select from pay_change c
                  where not pg_visible_in_snapshot(c.xid, f.snapshot::pg_snapshot)
                    and c.from_day < f.month + interval '1 month'
                    and (num_nonnulls(c.person_id, c.team_id, c.unit_id) = 0 or exists (
                      select from payroll_commune own
                       where own.payroll_id = f.id and own.commune_id in (
                         select tc.commune_id from team_commune tc
                          where tc.team_id = c.team_id or tc.team_id in (
                            select t.team_id from posting t where t.person_id = c.person_id)
                         union all
                         select commune_since(g.commune_id, f.month) from case_amount g where g.person_id = c.person_id
                         union all
                         select l.commune_id from payroll_line l
                          where l.payroll_id = f.id and l.person_id = c.person_id and l.case_id is not null
                         union all
                         select b.id from unit_below(array[c.unit_id], c.from_day) b
                         union all
                         select up.id from unit_above(c.unit_id, greatest(c.from_day, f.month)) up))))
         or exists (
           select from payroll e
             join payroll_commune ec on ec.payroll_id = e.id and ec.live
             join payroll_commune own on own.payroll_id = f.id and own.commune_id = ec.commune_id
            where e.month < f.month and e.calculated_at > f.calculated_at)) as outdated
  from found f
  left join lateral (
    select name, kind from unit_version
     where unit_id = f.unit_id and valid_from < f.month + interval '1 month'
     order by valid_from desc limit 1) v on true
 where $6::text is null or f.sort_key < $6
 order by f.sort_key desc
 limit $7
