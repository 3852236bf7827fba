-- Shifts that are over, and that nobody has approved or returned yet.
-- $1 day, $2 scope (null = all), $3 within (null = all)
select 'shift' as noun, s.id, n.name, place.commune_id, s.team_id,
       (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date as since
  from shift s
  join person n on n.id = s.person_id
  left join lateral team_place(s.team_id, (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) place on true
 where s.state = 'recorded' and s.ends_at <= now() and (s.ends_at at time zone 'Asia/Ho_Chi_Minh')::date <= $1
   and ($2::uuid[] is null or place.commune_id = any ($2))
   and ($3::uuid[] is null or place.commune_id = any ($3))
