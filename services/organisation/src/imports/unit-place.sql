-- Finds the parent of each staged unit: in the file itself, else among the units of the day; of several levels
-- the nearest one. Joined by code alone, since a parent may stand at any level above. $1 day, $2 list,
-- $3 list of the parents
with ranked as materialized (
  select i.n, i.unit_id, i.code, i.parent_code,
         array_position(array['village', 'commune', 'district', 'province'], i.level) as height
    from incoming i
), standing as (
  select v.unit_id, v.code, v.list,
         array_position(array['village', 'commune', 'district', 'province'], v.level) as height
    from unit_version v
   where v.list in ($2, $3) and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
), likely as (
  select i.n, p.unit_id, 1 as place, p.height
    from ranked i join ranked p on p.code = i.parent_code and p.height > i.height
  union all
  select i.n, v.unit_id, case when v.list = $3 then 2 else 3 end, v.height
    from ranked i join standing v on v.code = i.parent_code and v.height > i.height
), nearest as (
  select distinct on (n) n, unit_id from likely order by n, place, height
)
update incoming i set parent_id = nearest.unit_id from nearest where nearest.n = i.n
