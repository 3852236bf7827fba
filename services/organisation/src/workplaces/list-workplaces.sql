-- Workplaces in use on a day, with the teams they serve.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 cursor or null, $5 limit
with found as (
  select w.*, coalesce(h.heir, w.village_id) as stands_in, w.code || w.id as sort_key,
         count(*) over () as total
    from workplace w
    left join village_heirs($1) h on h.was = w.village_id
   where w.valid_from <= $1 and (w.valid_to is null or $1 < w.valid_to)
     and ($2::uuid[] is null or coalesce(h.heir, w.village_id) in (select id from unit_below($2, $1)))
     and ($3::uuid[] is null or coalesce(h.heir, w.village_id) in (select id from unit_below($3, $1)))
)
select w.id, w.code, w.name, w.kind, w.address, w.stands_in as "villageId",
       st_x(w.point) as lon, st_y(w.point) as lat,
       w.valid_from as "validFrom", w.valid_to as "validTo",
       coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.code)
                   from team_workplace tw join team t on t.id = tw.team_id
                  where tw.workplace_id = w.id and tw.valid_from <= $1
                    and (tw.valid_to is null or $1 < tw.valid_to)), '[]') as teams,
       w.sort_key, w.total::int as total
  from found w
 where $4::text is null or w.sort_key > $4
 order by w.sort_key
 limit $5
