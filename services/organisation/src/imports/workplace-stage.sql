-- Stages workplaces with their village of the day they open. $1 rows (json)
create temporary table opening on commit drop as
select r.n, r.at, r.new_id, r.code, r.name, r.kind, r.address, r."villageCode" as village_code,
       r."teamCodes" as team_codes, r."validFrom" as valid_from, r."validTo" as valid_to,
       st_setsrid(st_makepoint(r.lon, r.lat), 4326) as point,
       (select v.unit_id from unit_version v
         where v.level = 'village' and v.code = r."villageCode"
           and v.valid_from <= r."validFrom" and (v.valid_to is null or r."validFrom" < v.valid_to)
         limit 1) as village_id
  from jsonb_to_recordset($1) as r(n int, at text, new_id uuid, code text, name text, kind text,
       "villageCode" text, "teamCodes" text[], lon float8, lat float8, address text,
       "validFrom" date, "validTo" date)
