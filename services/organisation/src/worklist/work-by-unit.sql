-- What units have of their own, added up in the units of a level: in themselves or in the one over them.
-- $1 day, $2 level, $3 units (null: none), $4 how much of each
with recursive own as materialized (
  select unit_id, sum(count) as count
    from unnest($3::uuid[], $4::int[]) own (unit_id, count)
   where unit_id is not null
   group by unit_id
), over_it as (
  select unit_id as own_id, unit_id as id from own
  union
  select o.own_id, p.parent_id
    from over_it o
    join unit_parent p on p.unit_id = o.id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
)
select o.id as "unitId", sum(own.count)::int as count
  from over_it o
  join own on own.unit_id = o.own_id
  join unit_version v on v.unit_id = o.id and v.level = $2
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
 group by o.id
