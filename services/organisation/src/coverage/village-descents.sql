-- What communes of the later day were made of where no act tells it (communes of a file): the part of its villages
-- that each commune of the earlier day gave. $1 earlier day, $2 later day
with recursive began as (
  select v.unit_id as id
    from unit_version v
   where v.level = 'commune' and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
     and not exists (select 1 from unit_version e where e.unit_id = v.unit_id
                        and e.valid_from <= $1 and (e.valid_to is null or $1 < e.valid_to))
     and not exists (select 1 from unit_lineage l where l.successor_id = v.unit_id)
), origin as (
  select p.parent_id as commune_id, p.unit_id as was, 1::numeric as share
    from unit_parent p
    join unit u on u.id = p.unit_id and u.level = 'village'
   where p.parent_id in (select id from began)
     and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)
  union all
  select o.commune_id, l.predecessor_id, o.share * l.share
    from origin o
    join unit_lineage l on l.successor_id = o.was and l.valid_from > $1 and l.valid_from <= $2
    join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
), placed as (
  select o.commune_id, p.parent_id as was, sum(o.share) as villages
    from origin o
    join unit_parent p on p.unit_id = o.was
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   group by o.commune_id, p.parent_id
), held as (
  select p.parent_id as id, count(*) as villages
    from unit_parent p
   where p.parent_id in (select was from placed)
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   group by p.parent_id
)
select x.was as "predecessorId", x.commune_id as "successorId",
       least(1, x.villages / held.villages)::float8 as share
  from placed x join held on held.id = x.was
