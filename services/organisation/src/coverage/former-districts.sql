-- Which district each of some communes lay in on the last day of districts; of what was made of communes of
-- several districts, the one that gave most. $1 communes, $2 the last day of districts
with recursive origin as (
  select id as commune_id, id as was, 1::numeric as share from unnest($1::uuid[]) id
  union all
  select o.commune_id, l.predecessor_id, o.share * l.share
    from origin o
    join unit_lineage l on l.successor_id = o.was and l.valid_from > $2
    join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
), placed as (
  select o.commune_id, p.parent_id as district_id, sum(o.share) as share
    from origin o
    join unit_parent p on p.unit_id = o.was
     and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
    join unit u on u.id = p.parent_id and u.level = 'district'
   group by o.commune_id, p.parent_id
)
select distinct on (x.commune_id) x.commune_id, v.unit_id as id, v.name, v.kind
  from placed x
  join unit_version v on v.unit_id = x.district_id
   and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
 order by x.commune_id, x.share desc, v.code
