-- Figures of an area over time. $1 from, $2 to, $3 scope (null = all), $4 within (null = all),
-- $5 step ('change' or 'month')
with recursive
  -- who lay below the roots, when: the tree of every day at once
  seen as (
    select unnest($3::uuid[]) as id, daterange(null, null) as during
    union
    select p.unit_id, s.during * daterange(p.valid_from, p.valid_to)
      from seen s
      join unit_parent p on p.parent_id = s.id and s.during && daterange(p.valid_from, p.valid_to)
  ),
  asked as (
    select unnest($4::uuid[]) as id, daterange(null, null) as during
    union
    select p.unit_id, a.during * daterange(p.valid_from, p.valid_to)
      from asked a
      join unit_parent p on p.parent_id = a.id and a.during && daterange(p.valid_from, p.valid_to)
  ),
  seen_of as (select id, range_agg(during) as during from seen group by id),
  asked_of as (select id, range_agg(during) as during from asked group by id),
  alive as (
    select unit_id as id, level, range_agg(daterange(valid_from, valid_to)) as during
      from unit_version where level in ('commune', 'village') group by unit_id, level
  ),
  inside as materialized (
    select a.id, a.level,
           a.during
             * case when $3::uuid[] is null then '{(,)}'::datemultirange else s.during end
             * case when $4::uuid[] is null then '{(,)}'::datemultirange else k.during end as during
      from alive a
      left join seen_of s using (id)
      left join asked_of k using (id)
     where ($3::uuid[] is null or s.id is not null) and ($4::uuid[] is null or k.id is not null)
  ),
  held as materialized (
    select t.id as team_id, i.id as village_id,
           i.during * datemultirange(daterange(tv.valid_from, tv.valid_to)
                                     * daterange(t.founded_on, t.dissolved_on)) as during
      from inside i
      join team_village tv on tv.village_id = i.id
      join team t on t.id = tv.team_id
     where i.level = 'village'
  ),
  team_in as (
    select team_id, range_agg(r) as during from held, unnest(during) r group by team_id
  ),
  covered as (
    select village_id, range_agg(r) as during from held, unnest(during) r group by village_id
  ),
  housed as (
    select t.during * (select coalesce(range_agg(daterange(tw.valid_from, tw.valid_to)), '{}')
                         from team_workplace tw where tw.team_id = t.team_id) as during
      from team_in t
  ),
  piece as (
    select r, 1 as villages, 0 as covered, 0 as quotas, 0 as decided, 0 as members, 0 as active, 0 as housed
      from inside, unnest(during) r where level = 'village'
    union all select r, 0, 1, 0, 0, 0, 0, 0 from covered, unnest(during) r
    union all select r, 0, 0, 1, q.teams, q.members, 0, 0
      from inside i
      join quota q on q.unit_id = i.id
      cross join lateral unnest(i.during * datemultirange(daterange(q.valid_from, q.valid_to))) r
    union all select r, 0, 0, 0, 0, 0, 1, 0 from team_in, unnest(during) r
    union all select r, 0, 0, 0, 0, 0, 0, 1 from housed, unnest(during) r
  ),
  change as (
    select coalesce(lower(r), '-infinity') as day, 1 as sign, piece.* from piece
    union all
    select upper(r), -1, piece.* from piece where not upper_inf(r)
  ),
  step as (
    -- what changed before the first day asked for is its state
    select greatest(day, $1::date) as day, sum(sign * villages) as villages,
           sum(sign * covered) as covered, sum(sign * quotas) as quotas, sum(sign * decided) as decided,
           sum(sign * members) as members, sum(sign * active) as active, sum(sign * housed) as housed
      from change where day <= $2 group by 1
  ),
  point as (
    select $1::date as day
    union
    select day from step
     where $5 = 'change' and (villages, covered, quotas, decided, members, active, housed)
                              <> (0, 0, 0, 0, 0, 0, 0)
    union
    select m::date from generate_series(date_trunc('month', $1::date) + interval '1 month', $2::date,
                                        interval '1 month') m
     where $5 = 'month'
    union
    select $2::date where $5 = 'month'
  ),
  state as (
    select day, sum(villages) over past as villages, sum(covered) over past as covered,
           sum(quotas) over past as quotas, sum(decided) over past as decided,
           sum(members) over past as members, sum(active) over past as active,
           sum(housed) over past as housed
      from step window past as (order by day)
  )
select p.day as "on", coalesce(s.villages, 0)::int as villages,
       coalesce(s.covered, 0)::int as "coveredVillages",
       case when s.quotas > 0 then s.decided::int end as "teamsDecided",
       coalesce(s.active, 0)::int as "teamsActive",
       coalesce(s.housed, 0)::int as "teamsWithWorkplace",
       case when s.quotas > 0 then s.members::int end as "membersDecided"
  from point p
  left join lateral (
    select * from state where state.day <= p.day order by state.day desc limit 1
  ) s on true
 order by p.day
