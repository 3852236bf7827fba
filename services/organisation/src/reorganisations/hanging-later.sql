-- Units that an act placed and that stand longer than what lies over them, with the first such day.
-- $1 act, $2 day
with placed as (
  select distinct (coalesce(became, was) ->> 'unit_id')::uuid as unit_id
    from reorganisation_row where reorganisation_id = $1 and table_name in ('unit_parent', 'unit_version')
), covered as (
  select placed.unit_id,
         range_agg(daterange(p.valid_from, p.valid_to) * daterange(over.valid_from, over.valid_to)) as days
    from placed
    join unit_parent p on p.unit_id = placed.unit_id
    join unit_version over on over.unit_id = p.parent_id
   group by placed.unit_id
), alone as (
  select v.unit_id, v.name,
         datemultirange(daterange(greatest(v.valid_from, $2::date), v.valid_to))
           - coalesce(covered.days, '{}') as days
    from placed
    join unit_version v on v.unit_id = placed.unit_id and (v.valid_to is null or v.valid_to > $2)
    left join covered on covered.unit_id = placed.unit_id
   where v.level <> 'province'
)
select alone.name, lower(alone.days) as "on", coalesce(last.name, '') as parent
  from alone
  left join lateral (
    select n.name from unit_parent p join unit_version n on n.unit_id = p.parent_id
     where p.unit_id = alone.unit_id and p.valid_from <= lower(alone.days)
     order by p.valid_from desc, n.valid_from desc limit 1) last on true
 where not isempty(alone.days)
 order by 2, 1
 limit 500
