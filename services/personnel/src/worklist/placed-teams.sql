-- Teams of the area, each in its commune of the day: what the kinds of work about them begin with.
-- $1 day, $2 scope (null = all), $3 within (null = all)
with placed as materialized (
  select team_id, commune_id from team_commune
   where valid_from <= $1 and (valid_to is null or $1 < valid_to)
     and ($2::uuid[] is null or commune_id = any ($2))
     and ($3::uuid[] is null or commune_id = any ($3))
)