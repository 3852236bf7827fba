-- Lines of a month and of the month before, for month-difference.sql. $1 first day of the month, $2 first day after it,
-- $3 communes that may be seen (null = all), $4 communes asked about (null = all)
with compared as materialized (
  select p.id as payroll_id, c.commune_id, p.month = $1 as is_now, p.illustrative,
         case when p.month = $1 then $2::date - $1::date else $1::date - p.month end as month_days
    from payroll p
    join payroll_commune c on c.payroll_id = p.id
   where p.month in ($1::date, ($1::date - interval '1 month')::date) and p.state not in ('draft', 'reversed')
     and ($3::uuid[] is null or c.commune_id = any ($3)) and ($4::uuid[] is null or c.commune_id = any ($4))
),
line as (
  select coalesce(l.person_id, l.team_id) as owner, l.person_id is not null as is_person, l.commune_id, l.team_id,
         l.position, l.item, l.kind, l.quantity, l.days, l.whole, l.amount, c.is_now, c.month_days
    from compared c
    join payroll_line l on l.payroll_id = c.payroll_id and l.commune_id = c.commune_id
)
