-- Changes what the file tells otherwise of a posting that stands: its end and its decision. $1 rows (json)
with said as (
  select r.posting_id, r.valid_to, s.decision_id
    from roster_row r
    join jsonb_to_recordset($1) as s(n int, decision_id uuid) on s.n = r.n
   where r.known_id is not null
), ended as (
  update posting p
     set valid_to = s.valid_to, decision_id = coalesce(s.decision_id, p.decision_id)
    from said s
   where p.id = s.posting_id
     and (p.valid_to, p.decision_id) is distinct from (s.valid_to, coalesce(s.decision_id, p.decision_id))
  returning p.id
)
select id from ended
