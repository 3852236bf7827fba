-- Teams or workplaces of a day with their place. $1 day, $2 scope (null = all), $3 within (null = all),
-- $4 layer ('teams' or 'workplaces')
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
  select t.id, t.code, team_name_on(t.id, $1) as name, null as kind, min(village.commune_id::text)::uuid as commune_id,
         bool_or(w.id is not null) as served,
         coalesce(st_centroid(st_collect(w.point)), st_centroid(st_collect(village.point))) as point
    from team t
    join team_village tv on tv.team_id = t.id
     and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
    join village on village.id = tv.village_id
    left join team_workplace tw on tw.team_id = t.id
     and tw.valid_from <= $1 and (tw.valid_to is null or $1 < tw.valid_to)
    left join workplace_on($1) w on w.id = tw.workplace_id
   where $4 = 'teams' and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
   group by t.id, t.code, t.name
  union all
  select w.id, w.code, w.name, w.kind, village.commune_id,
         exists (select 1 from team_workplace tw where tw.workplace_id = w.id
                    and tw.valid_from <= $1 and (tw.valid_to is null or $1 < tw.valid_to)),
         w.point
    from workplace_on($1) w
    left join village_heirs($1) h on h.was = w.village_id
    join village on village.id = coalesce(h.heir, w.village_id)
   where $4 = 'workplaces'
)
select id, name, kind, st_x(point) as lon, st_y(point) as lat, commune_id as "communeId", served
  from place
 where point is not null
 order by code
