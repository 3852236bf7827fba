-- The first outlines of a file and what stands in the box around them, as GeoJSON simplified to some 50 m.
-- $1 rows (json), $2 day, $3 list, $4 EPSG code or null, $5 PROJ definition or null
with given as (
  select coalesce(r.name, r.code) as name, coalesce(r.level, '') as level, v.level as found,
         st_makevalid(case when $5::text is null
                           then st_transform(st_setsrid(g.geom, coalesce($4::int, 4326)), 4326)
                           else st_transform(g.geom, $5, 4326) end) as geom
    from jsonb_to_recordset($1) as r(code text, name text, level text, geometry jsonb)
   cross join lateral (select st_setsrid(st_geomfromgeojson(r.geometry), 0) as geom) g
    left join lateral (select level from unit_version v where v.list = $3 and v.code = r.code
                        and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
                        limit 1) v on true
), box as (
  select st_extent(geom)::geometry as geom from given
), drawn as (
  select name, 'file' as source, geom from given
  union all
  select v.name, 'standing', b.geom
    from box
    join boundary b on b.geom && st_setsrid(box.geom, 4326)
     and b.valid_from <= $2 and (b.valid_to is null or $2 < b.valid_to)
     and b.level in (select found from given)
    join unit_version v on v.unit_id = b.unit_id
     and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
   limit 1500
)
select 'Feature' as type, json_build_object('name', name, 'source', source) as properties,
       st_asgeojson(st_simplifypreservetopology(geom, 0.0005), 4)::json as geometry
  from drawn
