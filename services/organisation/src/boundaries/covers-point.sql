-- Whether the outline of a unit on a day covers a point, give or take what the position of a phone is inexact by; null
-- where the outline is not known. $1 unit, $2 longitude, $3 latitude, $4 day, $5 metres
select st_dwithin(b.geom::geography, st_setsrid(st_makepoint($2, $3), 4326)::geography, $5) as covers
  from boundary b
 where b.unit_id = $1 and b.valid_from <= $4 and (b.valid_to is null or $4 < b.valid_to)
