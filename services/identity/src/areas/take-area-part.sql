-- An area holds a unit from the day of an act on, as long as it held what the act ended; kept so that it is taken
-- back with the act. $1 act, $2 area, $3 day, $4 unit
with begun as (
  insert into area_unit (area_id, unit_id, valid_from, valid_to)
  select $2::uuid, $4::uuid, $3::date,
         (select case when bool_and(was_valid_to is not null) then max(was_valid_to) end
            from area_follow where reorganisation_id = $1::uuid and area_id = $2::uuid and not begun)
   where not exists (select 1 from area_unit own where own.area_id = $2::uuid and own.unit_id = $4::uuid
                        and (own.valid_to is null or $3::date < own.valid_to))
  returning unit_id
)
insert into area_follow (reorganisation_id, area_id, unit_id, begun)
select $1::uuid, $2::uuid, unit_id, true from begun
