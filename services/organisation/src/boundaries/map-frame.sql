-- The middle and the box of what a printed map shows; what lies east of 110.5° is drawn apart.
-- $1 day, $2 scope (null = all), $3 within (null = all)
with part as materialized (
  select (st_dump(b.geom)).geom as geom
    from boundary b
   where b.level = 'commune' and b.valid_from <= $1 and (b.valid_to is null or $1 < b.valid_to)
     and ($2::uuid[] is null or b.unit_id in (select id from unit_below($2, $1)))
     and ($3::uuid[] is null or b.unit_id in (select id from unit_below($3, $1)))
), near as materialized (
  select geom from part where st_xmin(geom) < 110.5
), middle as (
  select round(((min(st_xmin(geom)) + max(st_xmax(geom))) / 2)::numeric, 6)::float8 as lon,
         round(((min(st_ymin(geom)) + max(st_ymax(geom))) / 2)::numeric, 6)::float8 as lat
    from near
), placed as (
  -- as one collection: a projection given as text is built anew by each transformation
  select st_transform(st_collect(near.geom),
                      format('+proj=tmerc +lat_0=%s +lon_0=%s +k=1 +ellps=WGS84 +units=m',
                             middle.lat, middle.lon)) as geom
    from near, middle group by middle.lat, middle.lon
)
select (select lon from middle) as lon, (select lat from middle) as lat,
       min(st_xmin(geom)) as west, min(st_ymin(geom)) as south,
       max(st_xmax(geom)) as east, max(st_ymax(geom)) as north,
       exists (select 1 from part where st_xmin(geom) >= 110.5) as islands
  from placed
