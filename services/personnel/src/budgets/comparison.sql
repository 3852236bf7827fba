-- What units were given for a year beside what is paid out of it. $1 year, $2 its first day, $3 first day after it,
-- $4 units that may be seen (null = all), $5 units asked about (null = all), $6 which group an item is planned in by
-- default, $7 what months to come will cost (commune_id, item, source, amount), $8 a run that is told apart (null = none),
-- $9 states of runs that were sent on, $10 of those that are paid
with run as materialized (
  select id, state = any ($10) as paid, id is not distinct from $8 as apart
    from payroll
   where month >= $2 and month < $3 and (state = any ($9) or id = $8)
),
-- what decisions of the year grant, where the run of their month would pay it
granted as materialized (
  select c.case_id, home.id as unit_id, c.item, c.fund, c.amount, c.paid_apart
    from case_amount c
   cross join lateral (
     select commune_since(c.commune_id, (date_trunc('month', c.decided_on) + interval '1 month')::date - 1) as id) home
   where c.decided_on >= $2 and c.decided_on < $3
     and ($4::uuid[] is null or home.id = any ($4)) and ($5::uuid[] is null or home.id = any ($5))
),
by_item as (
  select s.commune_id as unit_id, s.item, s.fund as source,
         coalesce(sum(s.amount) filter (where r.paid and not r.apart), 0) as paid,
         coalesce(sum(s.amount) filter (where not r.paid and not r.apart), 0) as committed,
         0::numeric as ahead, coalesce(sum(s.amount) filter (where r.apart), 0) as asked
    from run r join payroll_sum s on s.payroll_id = r.id
   where ($4::uuid[] is null or s.commune_id = any ($4)) and ($5::uuid[] is null or s.commune_id = any ($5))
   group by s.commune_id, s.item, s.fund
  union all
  select commune_id, item, source, 0, 0, amount, 0
    from json_to_recordset($7) as ahead (commune_id uuid, item text, source text, amount bigint)
  union all
  -- what was decided and a run pays is counted in the run
  select unit_id, item, fund, coalesce(sum(amount) filter (where paid_apart), 0),
         coalesce(sum(amount) filter (where not paid_apart), 0), 0, 0
    from granted group by unit_id, item, fund
  union all
  select g.unit_id, l.item, l.fund, 0, -sum(l.amount), 0, 0
    from (select distinct case_id, unit_id from granted where not paid_apart) g
    join payroll_line l on l.case_id = g.case_id
    join payroll p on p.id = l.payroll_id and (p.state = any ($9) or p.id = $8)
   group by g.unit_id, l.item, l.fund
),
said as materialized (
  select id, parameter_on('budget-groups', id, least(current_date, $3::date - 1)) as groups
    from (select distinct unit_id as id from by_item) each
),
flow as materialized (
  select unit_id, item_group, source, sum(paid) as paid, sum(committed) as committed, sum(ahead) as ahead, sum(asked) as asked
    from (
      select b.unit_id, coalesce(s.groups ->> b.item, $6::jsonb ->> b.item) as item_group, b.source, b.paid, b.committed,
             b.ahead, b.asked
        from by_item b join said s on s.id = b.unit_id
      union all
      select s.unit_id, s.item_group, s.source, s.amount, 0, 0, 0
        from budget_spending s
       where s.year = $1 and ($4::uuid[] is null or s.unit_id = any ($4)) and ($5::uuid[] is null or s.unit_id = any ($5))
    ) each
   group by unit_id, item_group, source
),
given as materialized (
  select unit_id, item_group, source, sum(amount) as amount from budget where year = $1
   group by unit_id, item_group, source
),
-- a unit, and all it lay in on its last day of the year
above as materialized (
  select p.unit_id, a.id, a.steps
    from (select v.unit_id, least($3::date - 1, case when bool_and(v.valid_to is not null) then max(v.valid_to) - 1 end) as last_day
            from unit_version v where v.unit_id in (select unit_id from flow) and v.valid_from < $3
           group by v.unit_id) p
    cross join lateral unit_above(p.unit_id, p.last_day) a
),
-- money is taken from the nearest unit that was given some for it
placed as materialized (
  select case when holder.seen then holder.id else f.unit_id end as unit_id, f.item_group, f.source,
         case when holder.id is null then 'none' when holder.seen then 'own' else 'above' end as held,
         sum(f.paid) as paid, sum(f.committed) as committed, sum(f.ahead) as ahead, sum(f.asked) as asked
    from flow f
    left join lateral (
      select g.unit_id as id, ($4::uuid[] is null or g.unit_id = any ($4))
             and ($5::uuid[] is null or g.unit_id = any ($5)) as seen
        from above a
        join given g on g.unit_id = a.id and g.item_group = f.item_group and g.source = f.source
       where a.unit_id = f.unit_id
       order by a.steps limit 1) holder on true
   group by 1, 2, 3, 4
),
told as (
  select coalesce(p.unit_id, g.unit_id) as unit_id, coalesce(p.item_group, g.item_group) as item_group,
         coalesce(p.source, g.source) as source, coalesce(p.held, 'own') as held, coalesce(g.amount, 0) as allocated,
         coalesce(p.paid, 0) as paid, coalesce(p.committed, 0) as committed, coalesce(p.ahead, 0) as ahead,
         coalesce(p.asked, 0) as asked
    from placed p
    full join (select * from given
                where ($4::uuid[] is null or unit_id = any ($4)) and ($5::uuid[] is null or unit_id = any ($5))) g
      on g.unit_id = p.unit_id and g.item_group = p.item_group and g.source = p.source
)
select json_build_object('id', t.unit_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as unit,
       budget_fund(t.item_group) as fund, t.item_group as "group", t.source, t.held, t.allocated::bigint as allocated,
       t.committed::bigint as committed, t.paid::bigint as paid, (t.paid + t.committed + t.ahead)::bigint as forecast,
       t.asked::bigint as asked
  from told t
  left join unit u on u.id = t.unit_id
  left join lateral (
    select name, kind from unit_version where unit_id = t.unit_id and valid_from < $3 order by valid_from desc limit 1) v on true
 order by u.level = 'province' desc, v.name collate "vi-x-icu", t.unit_id, budget_fund(t.item_group), t.item_group, t.source
