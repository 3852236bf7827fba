-- Teams or workplaces of a day as GeoJSON; teams stand at their workplace, else at their villages.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 'teams' or 'workplaces',
-- $5 box (west, south, east, north) or null, $6 ids or null, $7 cursor or null, $8 limit
with village as materialized (
  select u.id, p.parent_id as commune_id, at.point
    from unit u
    left join unit_parent p on p.unit_id = u.id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
    left join unit_point at on at.unit_id = u.id
   where u.level = 'village'
     and ($2::uuid[] is null or u.id in (select id from unit_below($2, $1)))
     and ($3::uuid[] is null or u.id in (select id from unit_below($3, $1)))
), place as (
  select t.id, t.code, team_name_on(t.id, $1) as name, min(village.commune_id::text)::uuid as commune_id,
         coalesce(st_centroid(st_collect(w.point)), st_centroid(st_collect(village.point))) as point,
         json_build_object('foundedOn', t.founded_on, 'decisionNumber', t.decision_number,
           'villages', count(distinct village.id), 'hasWorkplace', bool_or(w.id is not null)) as more
    from team t
    join team_village tv on tv.team_id = t.id
     and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
    join village on village.id = tv.village_id
    left join team_workplace tw on tw.team_id = t.id
     and tw.valid_from <= $1 and (tw.valid_to is null or $1 < tw.valid_to)
    left join workplace_on($1) w on w.id = tw.workplace_id
   where $4 = 'teams' and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
   group by t.id
  union all
  select w.id, w.code, w.name, village.commune_id, w.point,
         json_build_object('kind', w.kind, 'address', w.address, 'openedOn', w.valid_from,
           'teams', (select count(*) from team_workplace tw where tw.workplace_id = w.id
                        and tw.valid_from <= $1 and (tw.valid_to is null or $1 < tw.valid_to)))
    from workplace_on($1) w
    left join village_heirs($1) h on h.was = w.village_id
    join village on village.id = coalesce(h.heir, w.village_id)
   where $4 = 'workplaces'
), fitting as materialized (
  select *, code || id as sort_key, count(*) over ()::int as total,
         row_number() over (order by code || id)::int as nth
    from place
   where ($6::uuid[] is null or id = any ($6))
     and ($5::float8[] is null
          or st_intersects(point, st_makeenvelope($5[1], $5[2], $5[3], $5[4], 4326)))
)
select f.id, f.sort_key, f.total, f.nth,
       st_asgeojson(f.point, 6)::json as geometry,
       (jsonb_build_object('code', f.code, 'name', f.name, 'communeId', f.commune_id,
          'communeName', c.name, 'communeKind', c.kind) || f.more::jsonb) as properties
  from fitting f
  left join unit_version c on c.unit_id = f.commune_id
   and c.valid_from <= $1 and (c.valid_to is null or $1 < c.valid_to)
 where $7::text is null or f.sort_key > $7
 order by f.sort_key
 limit $8
