-- The lowest unit over all of these communes on a day. $1 communes, $2 day
with recursive up as (
  select commune, p.parent_id as id, 1 as depth
    from unnest($1::uuid[]) commune
    join unit_parent p on p.unit_id = commune
     and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
  union all
  select up.commune, p.parent_id, up.depth + 1
    from up
    join unit_parent p on p.unit_id = up.id
     and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
)
select v.unit_id as id, v.kind, v.name
  from (select id, min(depth) as depth from up
         group by id having count(distinct commune) = cardinality($1::uuid[])) over_all
  join unit_version v on v.unit_id = over_all.id
   and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
 order by over_all.depth limit 1
