-- Households and people of a unit made of others or giving a part away: the sum of the latest figures, by
-- their shares; only where all of them are known, and the instrument does not say it itself. $1 day, $2 source
with piece as (
  select successor_id, predecessor_id as unit_id, share from heir
  union all
  -- what goes on keeps the rest
  select u.id, u.id, 1 - coalesce((select sum(share) from heir where predecessor_id = u.id), 0)
    from (select successor_id as id from heir union select predecessor_id from heir) u
   where u.id not in (select id from founded) and u.id not in (select id from ending)
), latest as (
  select distinct on (p.successor_id, p.unit_id, k.kind)
         p.successor_id, p.unit_id, p.share, k.kind, f.value, f.measured_on
    from piece p
    cross join (values ('households'), ('population')) as k(kind)
    left join unit_figure f on f.unit_id = p.unit_id and f.kind = k.kind and f.measured_on < $1
   order by p.successor_id, p.unit_id, k.kind, f.measured_on desc
), said as (
  select id, households from founded where households is not null
  union all
  select id, households from changed where households is not null
), written as (
  insert into unit_figure (unit_id, kind, measured_on, value, source)
  select id, 'households', $1, households, $2 from said
  union all
  select successor_id, kind, $1, round(sum(value * share)), $2
    from latest
   where kind <> 'households' or successor_id not in (select id from said)
   group by successor_id, kind having count(value) = count(*)
  -- a figure that is known for the day stands, unless the instrument says another
  on conflict (unit_id, kind, measured_on) do update
     set value = excluded.value, source = excluded.source
   where unit_figure.kind = 'households' and unit_figure.unit_id in (select id from said)
  returning unit_id
), point as (
  insert into unit_point (unit_id, point)
  select f.id, st_centroid(st_collect(p.point))
    from founded f
    join heir h on h.successor_id = f.id
    join unit_point p on p.unit_id = h.predecessor_id
   group by f.id
  returning unit_id
)
select (select count(*)::int from written) as figures, (select count(*)::int from point) as points
