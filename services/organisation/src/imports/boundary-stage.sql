-- Stages outlines in WGS84 with the unit each belongs to.
-- $1 rows (json), $2 day, $3 list, $4 level or null, $5 EPSG code or null, $6 PROJ definition or null
insert into outline (n, at, name, unit_id, level, geom)
select r.n, r.at, coalesce(r.name, r.code), v.unit_id, v.level,
       st_multi(case when $6::text is null
                     then st_transform(st_setsrid(given.geom, coalesce($5::int, 4326)), 4326)
                     else st_transform(given.geom, $6, 4326) end)
  from jsonb_to_recordset($1) as r(n int, at text, code text, name text, level text, geometry jsonb)
 cross join lateral (select st_force2d(st_setsrid(st_geomfromgeojson(r.geometry), 0)) as geom) given
  left join lateral (
    select unit_id, level from unit_version v
     where v.list = case when coalesce(r.level, $4) = 'village' then 'village' else $3 end
       and v.code = r.code and (coalesce(r.level, $4) is null or v.level = coalesce(r.level, $4))
       and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
     order by array_position(array['commune', 'district', 'province', 'village'], v.level)
     limit 1) v on true
