-- Workplaces in use on a day, with the teams they serve.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 cursor or null, $5 limit, $6 search key or null,
-- $7 kind or null
with found as (
  select w.*, coalesce(h.heir, w.village_id) as stands_in, w.code || w.id as sort_key,
         count(*) over () as total
    from workplace_on($1) w
    left join village_heirs($1) h on h.was = w.village_id
   where ($6::text is null or replace(lower(regexp_replace(
           normalize(w.code || ' ' || w.name || ' ' || w.address, nfd), '[\u0300-\u036f]', '', 'g')), 'đ', 'd') like '%' || $6 || '%')
     and ($7::text is null or w.kind = $7)
     and ($2::uuid[] is null or coalesce(h.heir, w.village_id) in (select id from unit_below($2, $1)))
     and ($3::uuid[] is null or coalesce(h.heir, w.village_id) in (select id from unit_below($3, $1)))
)
select w.id, w.code, w.name, w.kind, w.address, w.stands_in as "villageId",
       st_x(w.point) as lon, st_y(w.point) as lat,
       w.valid_from as "validFrom", w.valid_to as "validTo", w.tenure,
       w.tenure_until as "tenureUntil", w.condition, w.area_m2 as "areaM2",
       coalesce((select json_agg(json_build_object('id', t.id, 'name', team_name_on(t.id, $1)) order by t.code)
                   from team_workplace tw join team t on t.id = tw.team_id
                  where tw.workplace_id = w.id and tw.valid_from <= $1
                    and (tw.valid_to is null or $1 < tw.valid_to)), '[]') as teams,
       w.sort_key, w.total::int as total
  from found w
 where $4::text is null or w.sort_key > $4
 order by w.sort_key
 limit $5
