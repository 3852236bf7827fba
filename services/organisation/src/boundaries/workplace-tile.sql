-- Workplaces in use on a day; only of the scope. $1 z, $2 x, $3 y, $4 day, $5 scope (uuid[], null = all)
with tile as (select st_tileenvelope($1, $2, $3) as box),
     drawn as (
       select w.id::text, w.name, w.kind, w.address, p.parent_id::text as commune_id,
              (select count(*) from team_workplace tw where tw.workplace_id = w.id
                  and tw.valid_from <= $4 and (tw.valid_to is null or $4 < tw.valid_to))::int as teams,
              st_asmvtgeom(st_transform(w.point, 3857), tile.box, 4096, 0, true) as geom
         from tile
         join workplace_on($4) w on w.point && st_transform(tile.box, 4326)
         left join village_heirs($4) h on h.was = w.village_id
         left join unit_parent p on p.unit_id = coalesce(h.heir, w.village_id)
          and p.valid_from <= $4 and (p.valid_to is null or $4 < p.valid_to)
        where $5::uuid[] is null or coalesce(h.heir, w.village_id) in (select id from unit_below($5, $4))
     )
select st_asmvt(drawn, 'workplaces', 4096, 'geom') as tile from drawn where geom is not null
