-- Which district each of some communes lay in on the last day of districts: by what the commune was made of, or,
-- where no act tells that (communes of a file), by its villages, which keep what they are. Of several districts
-- the one that gave most. $1 communes, $2 the last day of districts, $3 the day of the communes
with recursive origin as (
  select id as commune_id, 'commune' as by, id as was, 1::numeric as share from unnest($1::uuid[]) id
  union all
  select p.parent_id, 'village', p.unit_id, 1
    from unit_parent p
    join unit u on u.id = p.unit_id and u.level = 'village'
   where p.parent_id = any ($1) and p.valid_from <= $3 and (p.valid_to is null or $3 < p.valid_to)
  union all
  select o.commune_id, o.by, l.predecessor_id, o.share * l.share
    from origin o
    join unit_lineage l on l.successor_id = o.was and l.valid_from > $2
    join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
), placed as (
  select o.commune_id, o.by, d.id as district_id, sum(o.share) as share
    from origin o
    join unit_parent p on p.unit_id = o.was
     and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
    left join unit_parent over on o.by = 'village' and over.unit_id = p.parent_id
     and over.valid_from <= $2 and (over.valid_to is null or $2 < over.valid_to)
    join unit d on d.id = coalesce(over.parent_id, p.parent_id) and d.level = 'district'
   group by o.commune_id, o.by, d.id
)
select distinct on (x.commune_id) x.commune_id, v.unit_id as id, v.name, v.kind
  from placed x
  join unit_version v on v.unit_id = x.district_id
   and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
 order by x.commune_id, x.by, x.share desc, v.code
