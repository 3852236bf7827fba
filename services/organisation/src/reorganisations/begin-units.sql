-- Names and places of what begins or goes on differently. $1 day
with new_unit as (
  insert into unit (id, level) select id, level from founded returning id
), begun as (
  insert into unit_version (unit_id, level, kind, list, code, name, search_key, valid_from)
  select id, level, kind, list, code, name, search_key, $1 from founded
   where (select count(*) from new_unit) >= 0
  returning unit_id
), put as (
  insert into unit_parent (unit_id, parent_id, valid_from)
  select id, parent_id, $1 from founded
   where parent_id is not null and (select count(*) from new_unit) >= 0
  returning unit_id
)
select (select count(*)::int from begun) as founded, (select count(*)::int from put) as placed
