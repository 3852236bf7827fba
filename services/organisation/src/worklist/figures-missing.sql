-- Villages whose households nobody counted: the norm is open there.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'unit' as noun, v.unit_id as id, v.unit_id, v.valid_from as since
  from unit_within($2, $3, $1) inside
  join unit_version v on v.unit_id = inside.id and v.level = 'village'
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
 where not exists (select 1 from unit_figure f where f.unit_id = v.unit_id
                      and f.kind = 'households' and f.measured_on <= $1)
