-- Who serves on a day, and where: what the kinds of work about members begin with.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 days ahead where no province said
with serving as (
  select p.person_id, p.team_id, tc.commune_id,
         $1::date + coalesce(parameter_on('remind-days-before', tc.commune_id, $1)::int, $4::int) as until
    from team_commune tc
    join posting p on p.team_id = tc.team_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   where tc.valid_from <= $1 and (tc.valid_to is null or $1 < tc.valid_to)
     and ($2::uuid[] is null or tc.commune_id = any ($2))
     and ($3::uuid[] is null or tc.commune_id = any ($3))
)
