-- Outlines of a level that meet a box, in metres of the map's projection. A projection given as text is built
-- anew by each transformation, so a page is transformed as one collection.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 level, $5 projection, $6 box (metres),
-- $7 tolerance (metres), $8 cursor or null, $9 limit, $10 most characters
with frame as (
  select st_transform(st_segmentize(st_makeenvelope(($6::float8[])[1], ($6::float8[])[2],
                                                    ($6::float8[])[3], ($6::float8[])[4]), 20000),
                      $5::text, 4326) as box
), drawn as (
  select v.code || v.unit_id as sort_key, b.unit_id as id, v.name, v.kind, b.point, b.geom,
         ($2::uuid[] is null or b.unit_id in (select id from unit_below($2, $1)))
           and ($3::uuid[] is null or b.unit_id in (select id from unit_below($3, $1))) as inside
    from boundary b
    join frame on b.geom && frame.box
    join unit_version v on v.unit_id = b.unit_id
     and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
   where b.level = $4 and b.valid_from <= $1 and (b.valid_to is null or $1 < b.valid_to)
), page as (
  select *, count(*) over ()::int as total, row_number() over (order by sort_key)::int as nth
    from drawn
), asked as materialized (
  select *, row_number() over (order by sort_key)::int as place
    from (select * from page where $8::text is null or sort_key > $8 order by sort_key limit $9) p
), moved as materialized (
  select st_transform(st_collect(array_agg(geom order by place)), $5::text) as geoms,
         st_transform(st_collect(array_agg(point order by place)), $5::text) as points
    from asked
), written as (
  select a.*, st_geometryn(m.points, a.place) as at,
         st_asgeojson(st_multi(st_simplify(st_geometryn(m.geoms, a.place), $7, true)), 0) as shape
    from asked a, moved m
), weighed as (
  select *, sum(length(shape)) over (order by sort_key) as characters from written
)
select id, name, kind, inside, round(st_x(at)) as x, round(st_y(at)) as y,
       shape::json -> 'coordinates' as polygons, sort_key, nth, total
  from weighed
 where characters <= $10 or place = 1
 order by sort_key
