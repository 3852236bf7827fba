-- Writes the staged outlines from a day on; what begins the same day is corrected, what stood before ends,
-- what begins later stays. Low copies are simplified to 100 m for zooms below 9. $1 day, $2 source
with standing as (
  select o.unit_id, b.valid_from,
         b.valid_from is not null and st_orderingequals(b.geom, o.geom) as same
    from outline o
    left join boundary b on b.unit_id = o.unit_id
     and b.valid_from <= $1 and (b.valid_to is null or $1 < b.valid_to)
), ended as (
  update boundary b set valid_to = $1
    from standing s
   where b.unit_id = s.unit_id and b.valid_from = s.valid_from and s.valid_from < $1 and not s.same
  returning b.unit_id
), written as (
  insert into boundary (unit_id, level, valid_from, valid_to, source, geom, shape, shape_low, point)
  select o.unit_id, o.level, $1,
         least((select min(n.valid_from) from boundary n
                 where n.unit_id = o.unit_id and n.valid_from > $1),
               (select max(v.valid_to) from unit_version v where v.unit_id = o.unit_id
                having bool_and(v.valid_to is not null))),
         $2, o.geom, st_transform(o.geom, 3857),
         st_multi(st_simplify(st_transform(o.geom, 3857), 100, true)),
         st_pointonsurface(o.geom)
    from outline o
    join standing s on s.unit_id = o.unit_id and not s.same
   -- the exclusion constraint must see the standing outline ended first
   where (select count(*) from ended) >= 0
  on conflict (unit_id, valid_from) do update
    set source = excluded.source, geom = excluded.geom, shape = excluded.shape,
        shape_low = excluded.shape_low, point = excluded.point
  returning unit_id
)
select (select count(*)::int from written w join standing s using (unit_id)
         where s.valid_from is null) as added,
       (select count(*)::int from written w join standing s using (unit_id)
         where s.valid_from is not null) as changed,
       (select count(*)::int from standing where same) as unchanged
