-- Writes the postings that are new. $1 rows (json), $2 why rules were broken: the file that says so
insert into posting (id, person_id, team_id, position, valid_from, valid_to, decision_id, accepted, reason)
select r.posting_id, r.person_id, r.team_id, r.position, r.valid_from, r.valid_to, s.decision_id,
       coalesce(s.accepted, '{}'), case when cardinality(s.accepted) > 0 then $2 else '' end
  from roster_row r
  join jsonb_to_recordset($1) as s(n int, decision_id uuid, accepted text[]) on s.n = r.n
 where r.known_id is null
