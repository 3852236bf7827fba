-- Outlines of one level on a day, with names and without figures. $1 z, $2 x, $3 y, $4 day, $5 level
with tile as (select st_tileenvelope($1, $2, $3) as box),
     drawn as (
       select b.unit_id::text as id, v.code, v.name, v.kind,
              st_asmvtgeom(
                -- half a pixel of a tile of 512; the low copy spares most vertices before zoom 9
                st_simplify(case when $1::int < 9 then b.shape_low else b.shape end,
                            40075016.7 / power(2, $1::int) / 4096 * 2, true),
                tile.box, 4096, 64, true) as geom
         from tile
         join boundary b on b.level = $5 and b.shape && tile.box
          and b.valid_from <= $4 and (b.valid_to is null or $4 < b.valid_to)
         join unit_version v on v.unit_id = b.unit_id
          and v.valid_from <= $4 and (v.valid_to is null or $4 < v.valid_to)
     )
select st_asmvt(drawn, $6, 4096, 'geom') as tile from drawn where geom is not null
