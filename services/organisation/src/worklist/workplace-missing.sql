-- Teams without a place to work from (law BR-65).
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'team' as noun, t.id, min(tv.village_id::text)::uuid as unit_id,
       greatest(t.founded_on, (select max(tw.valid_to) from team_workplace tw
                                where tw.team_id = t.id and tw.valid_to <= $1)) as since
  from unit_within($2, $3, $1) inside
  join team_village tv on tv.village_id = inside.id
   and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
  join team t on t.id = tv.team_id
   and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
 where not exists (select 1 from team_workplace tw where tw.team_id = t.id
                      and tw.valid_from <= $1 and (tw.valid_to is null or $1 < tw.valid_to))
 group by t.id
