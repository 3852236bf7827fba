-- In an area, units that an act ended end, and their heirs begin; kept so that it can be taken back.
-- $1 act, $2 area, $3 day, $4 ended units, $5 heirs
with ended as (
  select unit_id, valid_from, valid_to from area_unit
   where area_id = $2::uuid and unit_id = any ($4::uuid[])
     and valid_from < $3::date and (valid_to is null or $3::date < valid_to)
), closed as (
  update area_unit a set valid_to = $3::date
    from ended e where a.area_id = $2::uuid and a.unit_id = e.unit_id and a.valid_from = e.valid_from
  returning a.unit_id
), begun as (
  insert into area_unit (area_id, unit_id, valid_from, valid_to)
  select $2::uuid, heir, $3::date,
         (select case when bool_and(valid_to is not null) then max(valid_to) end from ended)
    from unnest($5::uuid[]) heir
   where not exists (select 1 from area_unit own where own.area_id = $2::uuid and own.unit_id = heir
                        and (own.valid_to is null or $3::date < own.valid_to))
  returning unit_id
)
insert into area_follow (reorganisation_id, area_id, unit_id, begun, was_valid_to)
select $1::uuid, $2::uuid, unit_id, false, valid_to from ended where (select count(*) from closed) >= 0
union all
select $1::uuid, $2::uuid, unit_id, true, null from begun
