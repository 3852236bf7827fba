-- Shifts between two moments. $1 and $2 from and to, $3 scope (null = all), $4 within (null = all), $5 team,
-- $6 person, $7 state, $8 ids (null = all), $9 how many
select s.id, s.person_id as "personId", s.team_id as "teamId", s.order_id as "orderId",
       s.starts_at as "startsAt", s.ends_at as "endsAt", s.rest_day as "restDay", s.heavy, s.note, s.state,
       s.corrects_id as "correctsId", s.reason, s.recorded_by as "recordedBy", s.judged_by as "judgedBy",
       coalesce(o.out_of_area, false) as "outOfArea", place.commune_id as "communeId", p.name as "personName", t.name as "teamName",
       (count(*) over ())::int as total
  from shift s
  join person p on p.id = s.person_id
  join team t on t.id = s.team_id
  left join duty_order o on o.id = s.order_id
  left join lateral team_place(s.team_id, (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) place on true
 where ($1::timestamptz is null or s.ends_at > $1)
   and ($2::timestamptz is null or s.starts_at < $2)
   and ($3::uuid[] is null or place.commune_id = any ($3))
   and ($4::uuid[] is null or place.commune_id = any ($4))
   and ($5::uuid is null or s.team_id = $5)
   and ($6::uuid is null or s.person_id = $6)
   and ($7::text is null or s.state = $7)
   and ($8::uuid[] is null or s.id = any ($8))
 order by s.starts_at, p.sort_name, s.id
 limit $9
