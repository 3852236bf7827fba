-- Coverage of a day, a row per unit of a level and one total (level null).
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all), $4 level
with
  -- the ids within what may be looked at; empty where that is everything
  below as materialized (
    select id from unit_below($3, $1)
     where $3::uuid[] is not null
       and ($2::uuid[] is null or id in (select id from unit_below($2, $1)))
    union all
    select id from unit_below($2, $1) where $2::uuid[] is not null and $3::uuid[] is null
  ),
  -- provinces, districts and communes are few; joining the villages to themselves as well costs seconds
  upper as materialized (
    select v.unit_id as id, v.level, v.kind, v.code, v.name, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
     where v.level <> 'village'
       and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  ),
  inside as materialized (
    select * from upper
     where $2::uuid[] is null and $3::uuid[] is null or id in (select id from below)
  ),
  village as materialized (
    select v.unit_id as id, v.kind, v.code, v.name, p.parent_id as commune_id
      from below
      join unit_version v on v.unit_id = below.id and v.level = 'village'
       and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
    union all
    select v.unit_id, v.kind, v.code, v.name, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
     where $2::uuid[] is null and $3::uuid[] is null and v.level = 'village'
       and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  ),
  villages as (
    select commune_id, count(*)::int as total from village group by commune_id
  ),
  team_on_village as materialized (
    select t.id as team_id, village.id as village_id, village.commune_id,
           exists (select 1 from team_workplace tw where tw.team_id = t.id and tw.valid_from <= $1
                      and (tw.valid_to is null or $1 < tw.valid_to)) as has_workplace
      from team t
      join team_village tv on tv.team_id = t.id
       and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
      join village on village.id = tv.village_id
     where t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
  ),
  -- villages of a merger whose teams still wait after the last day that the province allows (law BR-85)
  shared as materialized (
    select village_id, commune_id from team_on_village t
     where exists (select 1 from unit_lineage l where l.successor_id = t.village_id and l.valid_from <= $1)
     group by village_id, commune_id having count(*) > 1
  ),
  term_over as materialized (
    select c.commune_id from (select distinct commune_id from shared) c
     where consolidation_term_of(c.commune_id, $1) < $1
  ),
  overdue as (
    select case when $4 = 'village' then village_id else commune_id end as unit_id, count(*)::int as total
      from shared where commune_id in (select commune_id from term_over) group by 1
  ),
  workplace_on_village as materialized (
    select village.id as village_id, village.commune_id
      from workplace w
      join village on village.id = w.village_id
     where w.valid_from <= $1 and (w.valid_to is null or $1 < w.valid_to)
    union all
    -- opened in a village that has ended since
    select village.id, village.commune_id
      from village_heirs($1) h
      join workplace w on w.village_id = h.was
      join village on village.id = h.heir
     where w.valid_from <= $1 and (w.valid_to is null or $1 < w.valid_to)
  ),
  -- while personnel has told of nobody, nothing is known of who serves
  serving_row as materialized (select 1 from serving limit 1),
  -- what is counted, for each village (level village) or each commune (any other level)
  counted as (
    select id as unit_id, 1 as villages, null::int as teams_decided, null::int as members_decided
      from village where $4 = 'village'
    union all
    select c.id, coalesce(villages.total, 0), q.teams, q.members
      from inside c
      left join villages on villages.commune_id = c.id
      left join quota q on q.unit_id = c.id
       and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
     where c.level = 'commune' and $4 <> 'village'
  ),
  teams as (
    select case when $4 = 'village' then village_id else commune_id end as unit_id,
           count(distinct team_id)::int as active, count(distinct village_id)::int as covered,
           count(distinct team_id) filter (where has_workplace)::int as with_workplace
      from team_on_village group by 1
  ),
  members as (
    select unit_id, sum(members)::int as members
      from (select distinct case when $4 = 'village' then village_id else commune_id end as unit_id, team_id
              from team_on_village) standing
      join members_serving($1) m on m.team_id = standing.team_id
     group by unit_id
  ),
  workplaces as (
    select case when $4 = 'village' then village_id else commune_id end as unit_id,
           count(*)::int as total
      from workplace_on_village group by 1
  ),
  fact as (
    select c.unit_id, c.villages, c.teams_decided, c.members_decided,
           case when c.teams_decided < t.active then lawful_surplus(c.unit_id, $1) else 0 end as surplus,
           coalesce(t.active, 0) as active, coalesce(t.covered, 0) as covered,
           coalesce(t.with_workplace, 0) as with_workplace, coalesce(w.total, 0) as workplaces,
           coalesce(o.total, 0) as overdue, coalesce(m.members, 0) as serving
      from counted c
      left join teams t using (unit_id)
      left join workplaces w using (unit_id)
      left join overdue o using (unit_id)
      left join members m using (unit_id)
  ),
  -- the unit of the asked level that a fact is added to: itself or what lies over it
  bucket as (
    select fact.*,
           case $4 when 'village' then fact.unit_id when u.level then u.id
                   when over1.level then over1.id when over2.level then over2.id end as bucket_id
      from fact
      left join upper u on u.id = fact.unit_id
      left join upper over1 on over1.id = u.parent_id
      left join upper over2 on over2.id = over1.parent_id
  ),
  summed as (
    select bucket_id, grouping(bucket_id) = 1 as is_total,
           coalesce(sum(villages), 0)::int as villages, coalesce(sum(covered), 0)::int as covered,
           sum(teams_decided)::int as teams_decided,
           -- a team of several villages stands in each one's row, and once in their total
           case when $4 = 'village' and grouping(bucket_id) = 1
                then (select count(distinct team_id)::int from team_on_village)
                else coalesce(sum(active), 0)::int end as active,
           sum(members_decided)::int as members_decided,
           case when $4 = 'village' and grouping(bucket_id) = 1
                then (select count(distinct team_id) filter (where has_workplace)::int from team_on_village)
                else coalesce(sum(with_workplace), 0)::int end as with_workplace,
           case when not exists (select 1 from serving_row) then null
                when $4 = 'village' and grouping(bucket_id) = 1
                then (select coalesce(sum(members), 0)::int from members_serving($1)
                       where team_id in (select team_id from team_on_village))
                else coalesce(sum(serving), 0)::int end as serving,
           coalesce(sum(workplaces), 0)::int as workplaces,
           coalesce(sum(overdue), 0)::int as overdue,
           count(*)::int as communes,
           count(*) filter (where teams_decided > active)::int as communes_short,
           count(*) filter (where teams_decided + surplus < active)::int as communes_over,
           count(*) filter (where active > with_workplace)::int as communes_without_workplace,
           count(*) filter (where teams_decided is null and villages > 0
                              and $4 <> 'village')::int as communes_without_quota
      from bucket
     where bucket_id is not null or $4 <> 'village'
     group by grouping sets ((bucket_id), ())
  ),
  shown as (
    select id, level, kind, code, name, parent_id from upper
    union all
    select id, 'village', kind, code, name, commune_id from village where $4 = 'village'
  )
select s.*, u.id, u.code, u.name, u.kind, u.level, u.parent_id,
       parent.name as parent_name, parent.kind as parent_kind
  from summed s
  left join shown u on u.id = s.bucket_id
  left join upper parent on parent.id = u.parent_id
 where s.is_total or u.id is not null
 order by s.is_total, parent.code nulls first, u.code
