-- Requests to delete a record; whoever asked for it does not decide.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 the asker's account
select 'person' as noun, n.id, n.name, r.commune_id, null::uuid as team_id,
       (r.requested_at at time zone 'Asia/Ho_Chi_Minh')::date as since
  from removal r
  join person n on n.id = r.person_id
 where r.outcome is null and r.requester_id <> $4 and (r.requested_at at time zone 'Asia/Ho_Chi_Minh')::date <= $1
   and ($2::uuid[] is null or r.commune_id = any ($2))
   and ($3::uuid[] is null or r.commune_id = any ($3))
