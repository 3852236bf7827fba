-- Teams active on a day, at their workplace or else their village; only of the scope.
-- $1 z, $2 x, $3 y, $4 day, $5 scope (uuid[], null = all)
with tile as (select st_tileenvelope($1, $2, $3) as box),
     place as (
       select t.id, team_name_on(t.id, $4) as name, min(p.parent_id::text) as commune_id,
              string_agg(v.name, ', ' order by v.code) as villages,
              bool_or(w.id is not null) as has_workplace,
              coalesce(st_centroid(st_collect(w.point)), st_centroid(st_collect(at.point))) as point
         from team t
         join team_village tv on tv.team_id = t.id
          and tv.valid_from <= $4 and (tv.valid_to is null or $4 < tv.valid_to)
         join unit_version v on v.unit_id = tv.village_id
          and v.valid_from <= $4 and (v.valid_to is null or $4 < v.valid_to)
         join unit_parent p on p.unit_id = tv.village_id
          and p.valid_from <= $4 and (p.valid_to is null or $4 < p.valid_to)
         left join unit_point at on at.unit_id = tv.village_id
         left join team_workplace tw on tw.team_id = t.id
          and tw.valid_from <= $4 and (tw.valid_to is null or $4 < tw.valid_to)
         left join workplace_on($4) w on w.id = tw.workplace_id
        where t.founded_on <= $4 and (t.dissolved_on is null or $4 < t.dissolved_on)
          and ($5::uuid[] is null or tv.village_id in (select id from unit_below($5, $4)))
        group by t.id, t.name
     ),
     drawn as (
       select id::text, name, commune_id, villages, has_workplace,
              st_asmvtgeom(st_transform(point, 3857), tile.box, 4096, 0, true) as geom
         from place, tile
        where point && st_transform(tile.box, 4326)
     )
select st_asmvt(drawn, 'teams', 4096, 'geom') as tile from drawn where geom is not null
