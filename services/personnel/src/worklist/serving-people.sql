-- Who serves on a day, and where: what the kinds of work about members begin with.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 days ahead where no province said
, ahead as materialized (
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
