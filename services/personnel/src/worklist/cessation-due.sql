-- Proposed cessations that wait for their decision; the term of a resignation is its last day (law BR-43).
-- $1 day, $2 scope (null = all), $3 within (null = all)
select 'cessation' as noun, c.id, n.name, place.commune_id, p.team_id,
       coalesce(c.decision_due_on, c.proposed_on) as since
  from cessation c
  join posting p on p.id = c.posting_id
  join person n on n.id = c.person_id
  left join lateral team_place(p.team_id, greatest($1, p.valid_from)) place on true
 where c.state = 'proposed' and c.proposed_on <= $1
   and ($2::uuid[] is null or place.commune_id = any ($2))
   and ($3::uuid[] is null or place.commune_id = any ($3))
