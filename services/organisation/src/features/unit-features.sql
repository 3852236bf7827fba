-- Units of a level on a day as GeoJSON. $1 day, $2 scope (null = all), $3 within (null = all), $4 level,
-- $5 box (west, south, east, north) or null, $6 ids or null, $7 cursor or null, $8 limit, $9 most bytes
with fitting as materialized (
  select v.unit_id as id, v.code || v.unit_id as sort_key, v.code, v.list, v.name, v.kind,
         v.valid_from, v.valid_to, coalesce(b.geom, at.point) as geom
    from unit_version v
    left join boundary b on b.unit_id = v.unit_id
     and b.valid_from <= $1 and (b.valid_to is null or $1 < b.valid_to)
    left join unit_point at on at.unit_id = v.unit_id
   where v.level = $4 and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
     and ($2::uuid[] is null or v.unit_id in (select id from unit_below($2, $1)))
     and ($3::uuid[] is null or v.unit_id in (select id from unit_below($3, $1)))
     and ($6::uuid[] is null or v.unit_id = any ($6))
     and ($5::float8[] is null or st_intersects(coalesce(b.geom, at.point),
            st_makeenvelope($5[1], $5[2], $5[3], $5[4], 4326)))
), page as (
  select *, count(*) over ()::int as total, row_number() over (order by sort_key)::int as nth
    from fitting
), asked as (
  select * from page where $7::text is null or sort_key > $7 order by sort_key limit $8
), written as (
  select p.*, st_asgeojson(p.geom, 6) as shape from asked p
), weighed as (
  select w.*, sum(coalesce(length(shape), 0)) over (order by sort_key) as bytes,
         row_number() over (order by sort_key) as place
    from written w
)
select w.id, w.sort_key, w.total, w.nth,
       -- an outline that no message can carry is drawn with less detail (about ten metres)
       case when length(shape) > $9
            then st_asgeojson(st_simplifypreservetopology(w.geom, 0.0001), 5)
            else shape end::json as geometry,
       json_build_object('code', w.code, 'list', w.list, 'name', w.name, 'kind', w.kind, 'level', $4::text,
         'parentId', p.parent_id, 'parentName', parent.name, 'parentKind', parent.kind,
         'validFrom', w.valid_from, 'validTo', w.valid_to) as properties
  from weighed w
  left join unit_parent p on p.unit_id = w.id
   and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
  left join unit_version parent on parent.unit_id = p.parent_id
   and parent.valid_from <= $1 and (parent.valid_to is null or $1 < parent.valid_to)
 where w.bytes <= $9 or w.place = 1
 order by w.sort_key
