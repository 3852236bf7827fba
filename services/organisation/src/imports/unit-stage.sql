-- Stages the rows of a units file. $1 rows (json), $2 day, $3 list
create temporary table incoming on commit drop as
select r.n, r.at, r.level, r.kind, r.name, r.code, r.search_key, r.parent_code,
       r.households, r.population, r."population-with-temporary", r."area-km2", r.measured_on, r.tags, r.lon, r.lat, r.list,
       coalesce(known.unit_id, r.new_id) as unit_id, known.unit_id is null as is_new,
       null::uuid as parent_id
  from (select *,
               -- villages have codes of the province's own, which live on when the communes' list changes
               case when level = 'village' then 'village' else $3 end as list
          from jsonb_to_recordset($1) as r(n int, at text, new_id uuid, level text, kind text,
               name text, code text, search_key text, parent_code text, households numeric,
               population numeric, "population-with-temporary" numeric, "area-km2" numeric, measured_on date, tags text[], lon float8, lat float8)) r
  left join lateral (
    select v.unit_id from unit_version v
     where v.list = r.list and v.level = r.level and v.code = r.code
     order by (v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)) desc, v.valid_from desc
     limit 1) known on true
