-- Coverage of a day in the units of another, a row per unit of a level and one total (level null), with the
-- columns of coverage.sql. Villages, teams and workplaces go where they are known to lie; decided numbers are
-- shared out by lineage.
-- $1 day, $2 scope that day, $3 within that day, $4 level, $5 day whose units are shown, $6 scope then,
-- $7 within then (null where `within` no longer stands), $8 how parts are measured (null = each its own way)
with
  upper as materialized (
    select v.unit_id as id, v.level, v.kind, v.code, v.name, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $5 and (p.valid_to is null or $5 < p.valid_to)
     where v.level <> 'village' and v.valid_from <= $5 and (v.valid_to is null or $5 < v.valid_to)
  ),
  -- what is shown: units that stand on the other day, each with the unit of the asked level over it
  goal as materialized (
    select u.id, case when u.level = $4 then u.id when over1.level = $4 then over1.id
                      when over2.level = $4 then over2.id end as bucket_id
      from upper u
      left join upper over1 on over1.id = u.parent_id
      left join upper over2 on over2.id = over1.parent_id
     where u.level = 'commune'
       and ($6::uuid[] is null or u.id in (select id from unit_below($6, $5)))
       and ($7::uuid[] is null or u.id in (select id from unit_below($7, $5)))
  ),
  source as materialized (
    select v.unit_id as id, v.level, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
     where v.level in ('commune', 'village')
       and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
       and ($2::uuid[] is null or v.unit_id in (select id from unit_below($2, $1)))
       and ($3::uuid[] is null or v.unit_id in (select id from unit_below($3, $1)))
  ),
  part as materialized (
    select * from unit_restatement($1, $5, coalesce($8, 'villages'))
  ),
  -- each village of the day: what it is then, or else what its commune is; parts of one
  land as materialized (
    select s.id as village_id, s.parent_id as commune_id,
           case when now.unit_id is not null or way.became is not null
                then coalesce(way.became, s.id) end as became,
           coalesce(over.parent_id, commune.became, standing.id) as at,
           coalesce(case when over.parent_id is null then commune.share end, 1)
             * coalesce(way.share, 1) as share
      from source s
      left join unit_version now on now.unit_id = s.id
       and now.valid_from <= $5 and (now.valid_to is null or $5 < now.valid_to)
      left join part way on way.unit_id = s.id
      left join unit_parent over on over.unit_id = coalesce(way.became, s.id)
       and over.valid_from <= $5 and (over.valid_to is null or $5 < over.valid_to)
      left join part commune on over.parent_id is null and commune.unit_id = s.parent_id
      left join upper standing on over.parent_id is null and commune.unit_id is null
       and standing.id = s.parent_id
     where s.level = 'village'
  ),
  -- a village is not cut: it lies where most of it lies
  village as materialized (
    select distinct on (l.village_id) l.village_id, l.commune_id, l.at, l.became,
           case when $4 <> 'village' then g.bucket_id when g.id is not null then l.became end as bucket_id,
           sum(l.share) over (partition by l.village_id,
             case when $4 = 'village' then l.became else g.bucket_id end) >= 0.999 as sure
      from land l
      left join goal g on g.id = l.at
     order by l.village_id, sum(l.share) over (partition by l.village_id, l.at) desc, l.share desc, l.at, l.became
  ),
  standing_team as materialized (
    select t.id as team_id, village.village_id, village.at, village.bucket_id, village.sure,
           exists (select 1 from team_workplace tw where tw.team_id = t.id and tw.valid_from <= $1
                      and (tw.valid_to is null or $1 < tw.valid_to)) as has_workplace
      from team t
      join team_village tv on tv.team_id = t.id
       and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
      join village on village.village_id = tv.village_id
     where t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
  ),
  -- a team is counted once, where most of its villages lie; village by village it stands in each one's row
  team_place as materialized (
    select distinct on (team_id, case when $4 = 'village' then bucket_id end)
           team_id, bucket_id, at, has_workplace,
           bool_and(sure) over (partition by team_id)
             and min(bucket_id::text) over (partition by team_id)
               = max(bucket_id::text) over (partition by team_id) as sure
      from (select *, count(*) over (partition by team_id, at) as villages from standing_team) placed
     order by team_id, case when $4 = 'village' then bucket_id end, villages desc, at
  ),
  -- villages of a merger whose teams still wait after the last day that the province allows (law BR-85)
  shared as materialized (
    select village_id from standing_team s
     where exists (select 1 from unit_lineage l where l.successor_id = s.village_id and l.valid_from <= $1)
     group by village_id having count(*) > 1
  ),
  term as materialized (
    select commune_id, consolidation_term_of(commune_id, $1) as ends_on
      from (select distinct commune_id from village where village_id in (select village_id from standing_team)) c
     where $4 <> 'village' or commune_id in (select commune_id from village join shared using (village_id))
  ),
  -- Lawful above the quota: on a roadmap, shared out to the last as the quota is (law BR-10), and teams that wait
  -- for consolidation, where their villages lie (law BR-85).
  roadmap as (
    select t.unit_id, coalesce(p.became, t.unit_id) as at, t.teams * coalesce(p.share, 1) as exact,
           floor(t.teams * coalesce(p.share, 1) + 1e-6) as least
      from (select unit_id, sum(teams)::float8 as teams from transition
             where valid_from <= $1 and $1 < valid_to group by unit_id) t
      join source s on s.id = t.unit_id
      left join part p on p.unit_id = t.unit_id
  ),
  surplus as (
    select at, least + (row_number() over (partition by unit_id order by exact - least desc, at)
             <= round((sum(exact) over one - sum(least) over one)::numeric))::int as teams
      from roadmap window one as (partition by unit_id)
    union all
    select min(v.at::text)::uuid, count(distinct w.team_id) - 1
      from waiting_teams(array(select commune_id from term where coalesce(ends_on, $1) >= $1), $1) w
      join village v on v.village_id = w.village_id
     where $4 <> 'village'
     group by w.group_id
  ),
  workplace_on_village as (
    select w.village_id from workplace w
     where w.valid_from <= $1 and (w.valid_to is null or $1 < w.valid_to)
       and w.village_id not in (select was from village_heirs($1))
    union all
    select h.heir from village_heirs($1) h join workplace w on w.village_id = h.was
     where w.valid_from <= $1 and (w.valid_to is null or $1 < w.valid_to)
  ),
  number as materialized (
    select n.unit_id, n.became, n.name, n.part, g.bucket_id,
           sum(n.share) over (partition by n.unit_id, n.name, g.bucket_id) >= 0.999 and n.sure as sure
      from restated_number($1, $5, array['teams', 'members'], $8) n
      join source s on s.id = n.unit_id
      left join goal g on g.id = n.became
     where $4 <> 'village'
  ),
  fact as (
    select bucket_id, at, 'villages' as what, count(*) as value, bool_and(sure) as sure
      from village group by 1, 2
    union all
    select bucket_id, at, 'covered', count(*), bool_and(sure)
      from village where village_id in (select village_id from standing_team) group by 1, 2
    union all
    select bucket_id, at, 'active', count(*), bool_and(sure) from team_place group by 1, 2
    union all
    select bucket_id, at, 'with', count(*), bool_and(sure)
      from team_place where has_workplace group by 1, 2
    union all
    select v.bucket_id, v.at, 'workplaces', count(*), bool_and(v.sure)
      from workplace_on_village w join village v on v.village_id = w.village_id group by 1, 2
    union all
    select v.bucket_id, v.at, 'overdue', count(*), true
      from shared s
      join village v using (village_id)
      join term t on t.commune_id = v.commune_id and t.ends_on < $1
     group by 1, 2
    union all
    select g.bucket_id, s.at, 'surplus', sum(s.teams), true
      from surplus s join goal g on g.id = s.at where $4 <> 'village' group by 1, 2
    union all
    select bucket_id, became, 'teams_decided', sum(part), bool_and(sure)
      from number where name = 'teams' group by 1, 2
    union all
    select bucket_id, became, 'members_decided', sum(part), bool_and(sure)
      from number where name = 'members' group by 1, 2
  ),
  commune as (
    select f.at, f.bucket_id,
           sum(value) filter (where what = 'villages') as villages,
           coalesce(sum(value) filter (where what = 'covered'), 0) as covered,
           coalesce(sum(value) filter (where what = 'active'), 0) as active,
           coalesce(sum(value) filter (where what = 'with'), 0) as with_workplace,
           coalesce(sum(value) filter (where what = 'workplaces'), 0) as workplaces,
           coalesce(sum(value) filter (where what = 'overdue'), 0) as overdue,
           coalesce(sum(value) filter (where what = 'surplus'), 0) as surplus,
           sum(value) filter (where what = 'teams_decided') as teams_decided,
           sum(value) filter (where what = 'members_decided') as members_decided,
           array_agg(distinct case what when 'villages' then 'villages'
               when 'covered' then 'coveredVillages' when 'active' then 'teams.active'
               when 'with' then 'workplaces.teamsWith' when 'workplaces' then 'workplaces.total'
               when 'teams_decided' then 'teams.decided' else 'members.decided' end)
             filter (where not sure) as apportioned
      from fact f
     -- what became of nothing is in the total alone, and in it only where nothing narrows it
     where f.bucket_id is not null or ($7::uuid[] is null and $6::uuid[] is null)
     group by f.at, f.bucket_id
  ),
  listed as (
    select * from commune
    union all
    -- units of the day without any of this stand there with nothing
    select g.id, g.bucket_id, null, 0, 0, 0, 0, 0, 0, null, null, null from goal g
     where $4 <> 'village' and $3::uuid[] is null and g.id not in (select at from commune where at is not null)
  ),
  marked as (
    select bucket_id, array_agg(distinct a order by a) as apportioned
      from commune, unnest(apportioned) a group by bucket_id
  ),
  summed as (
    select l.bucket_id, grouping(l.bucket_id) = 1 as is_total,
           coalesce(sum(l.villages), 0)::int as villages, coalesce(sum(l.covered), 0)::int as covered,
           sum(l.teams_decided)::int as teams_decided,
           case when $4 = 'village' and grouping(l.bucket_id) = 1
                then (select count(distinct team_id)::int from team_place)
                else coalesce(sum(l.active), 0)::int end as active,
           sum(l.members_decided)::int as members_decided,
           case when $4 = 'village' and grouping(l.bucket_id) = 1
                then (select count(distinct team_id) filter (where has_workplace)::int from team_place)
                else coalesce(sum(l.with_workplace), 0)::int end as with_workplace,
           coalesce(sum(l.workplaces), 0)::int as workplaces,
           coalesce(sum(l.overdue), 0)::int as overdue,
           count(*) filter (where l.bucket_id is not null)::int as communes,
           count(*) filter (where l.teams_decided > l.active)::int as communes_short,
           count(*) filter (where l.teams_decided + l.surplus < l.active)::int as communes_over,
           count(*) filter (where l.active > l.with_workplace)::int as communes_without_workplace,
           count(*) filter (where l.teams_decided is null and l.villages > 0
                              and $4 <> 'village')::int as communes_without_quota
      from listed l
     group by grouping sets ((l.bucket_id), ())
  ),
  shown as (
    select id, level, kind, code, name, parent_id from upper
    union all
    select v.unit_id, v.level, v.kind, v.code, v.name, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $5 and (p.valid_to is null or $5 < p.valid_to)
     where $4 = 'village' and v.unit_id in (select bucket_id from village)
       and v.valid_from <= $5 and (v.valid_to is null or $5 < v.valid_to)
  )
select s.*, u.id, u.code, u.name, u.kind, u.level, u.parent_id,
       parent.name as parent_name, parent.kind as parent_kind,
       coalesce(m.apportioned, '{}') as apportioned,
       case when s.is_total then (select count(*)::int from village where at is null)
             + (select count(distinct unit_id)::int from number where became is null) end as unplaced
  from summed s
  left join shown u on u.id = s.bucket_id
  left join marked m on m.bucket_id = s.bucket_id and not s.is_total
  left join upper parent on parent.id = u.parent_id
 where s.is_total or u.id is not null
 order by s.is_total, parent.code nulls first, u.code
