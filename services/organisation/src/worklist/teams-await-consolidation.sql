-- Villages that several teams look after since they became one (law BR-13, BR-85).
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'unit' as noun, tv.village_id as id, tv.village_id as unit_id, max(tv.valid_from) as since
  from unit_within($2, $3, $1) inside
  join team_village tv on tv.village_id = inside.id
   and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
  join team t on t.id = tv.team_id
   and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
 group by tv.village_id having count(distinct t.id) > 1
