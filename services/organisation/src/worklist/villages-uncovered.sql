-- Villages that no team looks after (law BR-14).
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'unit' as noun, v.unit_id as id, v.unit_id,
       greatest(v.valid_from, (select max(least(tv.valid_to, t.dissolved_on))
                                 from team_village tv join team t on t.id = tv.team_id
                                where tv.village_id = v.unit_id
                                  and least(tv.valid_to, t.dissolved_on) <= $1)) as since
  from unit_within($2, $3, $1) inside
  join unit_version v on v.unit_id = inside.id and v.level = 'village'
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
 where not exists (
   select 1 from team_village tv join team t on t.id = tv.team_id
    where tv.village_id = v.unit_id
      and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
      and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on))
