-- Outlines of units that are made of whole predecessors (and of themselves): their union, unless one is
-- known for the day. $1 day
with piece as (
  select h.successor_id, h.predecessor_id as unit_id,
         h.share = 1 and h.predecessor_id in (select id from ending) as whole
    from heir h
  union
  select distinct h.successor_id, h.successor_id,
         -- whoever gives a part away is not whole itself
         h.successor_id not in (select predecessor_id from heir)
    from heir h
   where h.successor_id not in (select id from founded)
), joined as (
  select p.successor_id, u.level, string_agg(distinct b.source, '; ') as source,
         st_multi(st_union(b.geom)) as geom,
         least(nullif(max(b.valid_to) filter (where p.unit_id = p.successor_id), $1),
               (select min(own.valid_from) from boundary own
                 where own.unit_id = p.successor_id and own.valid_from > $1)) as valid_to
    from piece p
    join unit u on u.id = p.successor_id
    left join boundary b on b.unit_id = p.unit_id
     and b.valid_from < $1 and (b.valid_to is null or $1 <= b.valid_to)
   group by p.successor_id, u.level
  having bool_and(p.whole) and bool_and(b.unit_id is not null)
     and not exists (select 1 from boundary own
                      where own.unit_id = p.successor_id and own.valid_from = $1)
), ended as (
  update boundary b set valid_to = $1
    from joined j
   where b.unit_id = j.successor_id and b.valid_from < $1 and (b.valid_to is null or $1 < b.valid_to)
  returning b.unit_id
), begun as (
  insert into boundary (unit_id, level, valid_from, valid_to, source, geom, shape, shape_low, point)
  select successor_id, level, $1, valid_to, source, geom, st_transform(geom, 3857),
         st_multi(st_simplify(st_transform(geom, 3857), 100, true)), st_pointonsurface(geom)
    from joined where (select count(*) from ended) >= 0
  returning unit_id
)
select count(*)::int as outlines from begun
