-- Who serves on a day, and where: what the kinds of work about members begin with.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 days ahead where no province said
with placed as materialized (
  select team_id, commune_id from team_commune
   where valid_from <= $1 and (valid_to is null or $1 < valid_to)
     and ($2::uuid[] is null or commune_id = any ($2))
     and ($3::uuid[] is null or commune_id = any ($3))
), ahead as materialized (
  select commune_id,
         $1::date + coalesce(parameter_on('remind-days-before', commune_id, $1)::int, $4::int) as until
    from (select distinct commune_id from placed) each
), serving as (
  select p.person_id, p.team_id, placed.commune_id, ahead.until
    from placed
    join ahead on ahead.commune_id = placed.commune_id
    join posting p on p.team_id = placed.team_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
)
