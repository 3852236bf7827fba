-- Stages the rows of a roster: where the team lay on the first day, and the posting that the row tells again.
-- An end that was recorded stays where the row says of none. A row takes a place of the quota where it is new or
-- ends later than before. $1 rows (json)
create temporary table roster_row on commit drop as
select r.n, r.at, r.person_id, r.team_id, r.position, r.valid_from, r.number, r.signed_on, r.issuer,
       place.commune_id, known.id as known_id,
       coalesce(known.id, r.posting_id) as posting_id,
       coalesce(r.valid_to, known.valid_to) as valid_to,
       known.id is null or known.valid_to < r.valid_to as takes_place
  from jsonb_to_recordset($1) as r(n int, at text, posting_id uuid, person_id uuid, team_id uuid, position text,
       valid_from date, valid_to date, number text, signed_on date, issuer text)
  left join team_commune place on place.team_id = r.team_id
   and place.valid_from <= r.valid_from and (place.valid_to is null or r.valid_from < place.valid_to)
  left join posting known on known.person_id = r.person_id and known.team_id = r.team_id
   and known.position = r.position and known.valid_from = r.valid_from
