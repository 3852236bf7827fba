-- Communes that a reorganisation left without an outline.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'unit' as noun, v.unit_id as id, v.unit_id, max(l.valid_from) as since
  from unit_within($2, $3, $1) inside
  join unit_version v on v.unit_id = inside.id and v.level <> 'village'
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  join unit_lineage l on l.successor_id = v.unit_id and l.valid_from <= $1
  join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
 where not exists (select 1 from boundary b where b.unit_id = v.unit_id
                      and b.valid_from <= $1 and (b.valid_to is null or $1 < b.valid_to))
 group by v.unit_id
