-- Label points of the levels that are read at this zoom. $1 z, $2 x, $3 y, $4 day, $5 levels (text[])
with tile as (select st_tileenvelope($1, $2, $3) as box),
     drawn as (
       select b.unit_id::text as id, v.name, v.kind, v.level,
              st_area(b.shape_low) as area,
              st_asmvtgeom(st_transform(b.point, 3857), tile.box, 4096, 128, true) as geom
         from tile
         join boundary b on b.level = any ($5) and b.shape && st_expand(tile.box, 0)
          and b.valid_from <= $4 and (b.valid_to is null or $4 < b.valid_to)
         join unit_version v on v.unit_id = b.unit_id
          and v.valid_from <= $4 and (v.valid_to is null or $4 < v.valid_to)
     )
select st_asmvt(drawn, 'labels', 4096, 'geom') as tile from drawn where geom is not null
