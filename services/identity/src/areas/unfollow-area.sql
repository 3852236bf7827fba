-- Takes back what an area followed; what somebody has changed by hand since then stays as it is.
-- $1 act, $2 area, $3 day
with gone as (
  delete from area_unit a using area_follow f
   where f.reorganisation_id = $1::uuid and f.area_id = $2::uuid and f.begun
     and a.area_id = $2::uuid and a.unit_id = f.unit_id and a.valid_from = $3::date
  returning a.unit_id
)
update area_unit a set valid_to = f.was_valid_to
  from area_follow f
 where f.reorganisation_id = $1::uuid and f.area_id = $2::uuid and not f.begun
   and a.area_id = $2::uuid and a.unit_id = f.unit_id and a.valid_to = $3::date
   and (select count(*) from gone) >= 0
