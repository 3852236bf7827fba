-- The box around units as they lie on the eve and on the day of an act: around their outlines and points, the
-- communes of villages, and the villages of what has no outline. $1 eve, $2 day, $3 units
with day (day) as (values ($1::date), ($2::date)), own as (
  select day.day, v.unit_id as id, v.level, p.parent_id
    from day
    join unit_version v on v.unit_id = any ($3)
     and v.valid_from <= day.day and (v.valid_to is null or day.day < v.valid_to)
    left join unit_parent p on p.unit_id = v.unit_id
     and p.valid_from <= day.day and (p.valid_to is null or day.day < p.valid_to)
), seen as (
  select id, day, id as drawn_id from own
  union all
  select id, day, parent_id from own where level = 'village'
), outline as (
  select seen.id, seen.day, b.geom
    from seen
    join boundary b on b.unit_id = seen.drawn_id
     and b.valid_from <= seen.day and (b.valid_to is null or seen.day < b.valid_to)
), place as (
  select geom from outline
  union all
  select d.point from own join unit_point d on d.unit_id = own.id
  union all
  select d.point
    from own
    join unit_parent p on p.parent_id = own.id
     and p.valid_from <= own.day and (p.valid_to is null or own.day < p.valid_to)
    join unit_point d on d.unit_id = p.unit_id
   where (own.id, own.day) not in (select id, day from outline)
)
select case when box is not null
            then array[st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)] end as bounds
  from (select st_extent(geom) as box from place) whole
