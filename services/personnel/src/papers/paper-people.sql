-- People of a paper: $1 ids in the paper's order, $2 the recruitment they stand in (null = none), $3 the day.
select p.name, p.sex, p.phone, p.birth_date as "birthDate", p.ethnicity, p.religion, p.education,
       p.party_joined_on as "partyJoinedOn", p.address,
       a.resident_since as "residentSince",
       coalesce(proposed.name, serving.name) as team,
       coalesce(a.position, serving.position) as position,
       a.votes, a.outcome,
       coalesce(place.commune_id, p.commune_id) as "communeId"
  from unnest($1::uuid[]) with ordinality as wanted (id, place)
  join person p on p.id = wanted.id
  left join application a on a.person_id = p.id and a.recruitment_id = $2
  left join team proposed on proposed.id = a.team_id
  left join lateral (
    select t.name, s.position from posting s join team t on t.id = s.team_id
     where s.person_id = p.id and s.valid_from <= $3
     order by s.valid_from desc limit 1) serving on $2::uuid is null
  left join lateral person_place(p.id, $3::date) place on true
 order by wanted.place
