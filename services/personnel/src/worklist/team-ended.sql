-- Who stands in a team that has ended, since its end (law BR-19).
-- $1 day, $2 scope (null = all), $3 within (null = all)
select 'person' as noun, n.id, n.name, place.commune_id, t.id as team_id, t.dissolved_on as since
  from team t
  join posting p on p.team_id = t.id
   and p.valid_from < t.dissolved_on and (p.valid_to is null or $1 < p.valid_to)
  join person n on n.id = p.person_id
  left join lateral team_place(t.id, t.dissolved_on) place on true
 where t.dissolved_on <= $1
   and ($2::uuid[] is null or place.commune_id = any ($2))
   and ($3::uuid[] is null or place.commune_id = any ($3))
