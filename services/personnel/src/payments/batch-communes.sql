-- What a batch pays by commune, item and fund: of its payments that were not withdrawn and pay something.
-- $1 batch, $2 communes that may be seen (null = all)
with own as materialized (
  select y.* from payment y
   where y.batch_id = $1 and y.state <> 'withdrawn' and ($2::uuid[] is null or y.commune_id = any ($2))
),
cell as (
  select y.commune_id, l.item, l.fund, sum(l.amount)::bigint as amount
    from own y
    join payroll_money l on l.payroll_id = y.payroll_id and l.commune_id = y.commune_id
     and coalesce(l.person_id, l.team_id) = coalesce(y.person_id, y.team_id) and l.payee = y.payee
     and l.aside is distinct from 'body'
   where y.amount > 0
   group by y.commune_id, l.item, l.fund
)
select json_build_object('id', o.commune_id, 'name', coalesce(v.name, ''), 'kind', coalesce(v.kind, '')) as commune,
       json_build_object('payments', count(*) filter (where o.amount > 0),
         'amount', coalesce(sum(o.amount) filter (where o.amount > 0), 0)) as issued,
       json_build_object('payments', count(*) filter (where o.amount < 0),
         'amount', coalesce(sum(o.amount) filter (where o.amount < 0), 0)) as recoveries,
       coalesce((select json_agg(json_build_object('item', c.item, 'fund', c.fund, 'amount', c.amount) order by c.item, c.fund)
                   from cell c where c.commune_id = o.commune_id), '[]') as cells
  from own o
  join payroll r on r.id = o.payroll_id
  left join lateral (
    select name, kind from unit_version
     where unit_id = o.commune_id and valid_from < r.month + interval '1 month'
     order by valid_from desc limit 1) v on true
 group by o.commune_id, v.name, v.kind
 order by min(o.number)
