-- Staged units that stand longer than what lies over them, with the first such day after the file's own.
-- $1 day
with covered as (
  select i.unit_id,
         range_agg(daterange(p.valid_from, p.valid_to) * daterange(over.valid_from, over.valid_to)) as days
    from incoming i
    join unit_parent p on p.unit_id = i.unit_id
    join unit_version over on over.unit_id = p.parent_id
   group by i.unit_id
), alone as (
  select v.unit_id, v.name,
         datemultirange(daterange(greatest(v.valid_from, $1::date), v.valid_to))
           - coalesce(covered.days, '{}') as days
    from incoming i
    join unit_version v on v.unit_id = i.unit_id and (v.valid_to is null or v.valid_to > $1)
    left join covered on covered.unit_id = i.unit_id
   where v.level <> 'province'
)
select alone.name, lower(alone.days) as "on", coalesce(last.name, '') as parent
  from alone
  left join lateral (
    select n.name from unit_parent p join unit_version n on n.unit_id = p.parent_id
     where p.unit_id = alone.unit_id and p.valid_from <= lower(alone.days)
     order by p.valid_from desc, n.valid_from desc limit 1) last on true
 where lower(alone.days) > $1
 order by lower(alone.days), alone.name
 limit 500
