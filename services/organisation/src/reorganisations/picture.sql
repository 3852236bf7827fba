-- Units of an act as they lie on a day, with what they lie in where that alone has an outline, and the
-- villages below them. $1 day, $2 units
with shown as (
  select v.unit_id as id, v.level, v.kind, v.name, p.parent_id
    from unit_version v
    left join unit_parent p on p.unit_id = v.unit_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   where v.unit_id = any ($2) and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
   order by v.name, v.unit_id limit 80
), around as (
  select v.unit_id as id, v.level, v.kind, v.name
    from unit_version v
   where v.unit_id in (select parent_id from shown where level = 'village')
     and v.unit_id not in (select id from shown)
     and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
   order by v.name limit 20
), unit_drawn as (
  select id, kind, name, true as touched from shown
  union all
  select id, kind, name, false from around
), village as (
  select v.unit_id as id, v.kind, v.name, p.parent_id, d.point
    from unit_parent p
    join unit_version v on v.unit_id = p.unit_id and v.level = 'village'
     and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
    join unit_point d on d.unit_id = v.unit_id
   where p.parent_id in (select id from unit_drawn)
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
     and v.unit_id not in (select id from shown)
   order by v.name, v.unit_id limit 600
), drawn as (
  select u.*, b.geom, coalesce(b.point, p.point, m.point) as point
    from unit_drawn u
    left join boundary b on b.unit_id = u.id
     and b.valid_from <= $1 and (b.valid_to is null or $1 < b.valid_to)
    left join unit_point p on p.unit_id = u.id
    -- without an outline: in the middle of its villages
    left join (select parent_id, st_centroid(st_collect(point)) as point from village group by parent_id) m
           on m.parent_id = u.id
)
select json_build_object(
  'units', coalesce((select json_agg(json_build_object(
       'id', id, 'kind', kind, 'name', name, 'touched', touched,
       'outline', case when geom is not null
                       then st_asgeojson(st_simplifypreservetopology(geom, 0.0004), 5)::json end,
       'point', case when point is not null then array[st_x(point), st_y(point)] end)
     order by name, id) from drawn), '[]'),
  'villages', coalesce((select json_agg(json_build_object(
       'id', id, 'kind', kind, 'name', name, 'parentId', parent_id,
       'point', array[st_x(point), st_y(point)]) order by name, id) from village), '[]')
) as picture
