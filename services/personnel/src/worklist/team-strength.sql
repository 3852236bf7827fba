-- Teams with fewer members, or members of one position, than they need, since the day on which the last one
-- that they had too many left (law BR-15, BR-17).
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 fewest where no province said, $5 parameter or
-- null, $6 position or null
, fewest as materialized (
  select commune_id, coalesce(parameter_on($5, commune_id, $1)::int, $4::int) as least
    from (select distinct commune_id from placed) each
), standing as (
  select t.id, t.name, t.founded_on, placed.commune_id, fewest.least
    from placed
    join fewest on fewest.commune_id = placed.commune_id
    join team t on t.id = placed.team_id
     and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
), change as (
  select p.team_id, c.day, sum(c.by) as by
    from standing s
    join posting p on p.team_id = s.id and ($6::text is null or p.position = $6)
    cross join lateral (values (p.valid_from, 1), (p.valid_to, -1)) c (day, by)
   where c.day <= $1
   group by p.team_id, c.day
), strength as (
  select team_id, day, sum(by) over (partition by team_id order by day) as members from change
), lacking as (
  select s.*, enough.day as enough_on
    from standing s
    left join lateral (select members from strength
                        where team_id = s.id order by day desc limit 1) now on true
    left join lateral (select max(day) as day from strength
                        where team_id = s.id and members >= s.least) enough on true
   where coalesce(now.members, 0) < s.least
)
select 'team' as noun, l.id, l.name, l.commune_id, null::uuid as team_id,
       coalesce((select min(day) from strength where team_id = l.id and day > l.enough_on),
                l.founded_on) as since
  from lacking l
