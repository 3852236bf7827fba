-- What units lack on a day, each since the day on which it began without a break, oldest first.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 kind or null, $5 search key or null,
-- $6 assigned ('yes', 'no' or null), $7 cursor or null, $8 limit
with
  below as materialized (
    select u.id from unit u
     where ($2::uuid[] is null or u.id in (select id from unit_below($2, $1)))
       and ($3::uuid[] is null or u.id in (select id from unit_below($3, $1)))
  ),
  standing as materialized (
    select v.unit_id as id, v.level, v.kind, v.code, v.name, v.search_key, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
     where v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  ),
  commune as materialized (
    select s.* from standing s join below using (id) where s.level = 'commune'
  ),
  -- which villages lay in the communes, when
  village_in as materialized (
    select p.parent_id as commune_id, p.unit_id as village_id,
           daterange(p.valid_from, p.valid_to) * daterange(v.valid_from, v.valid_to) as during
      from unit_parent p
      join unit_version v on v.unit_id = p.unit_id and v.level = 'village'
       and daterange(v.valid_from, v.valid_to) && daterange(p.valid_from, p.valid_to)
     where p.parent_id in (select id from commune)
  ),
  -- when each team covered any village of a commune
  team_in as materialized (
    select vi.commune_id, t.id as team_id,
           range_agg(vi.during * daterange(tv.valid_from, tv.valid_to)
                               * daterange(t.founded_on, t.dissolved_on)) as during
      from village_in vi
      join team_village tv on tv.village_id = vi.village_id
      join team t on t.id = tv.team_id
     group by vi.commune_id, t.id
  ),
  housed_in as (
    select ti.commune_id,
           ti.during * (select coalesce(range_agg(daterange(tw.valid_from, tw.valid_to)), '{}')
                          from team_workplace tw where tw.team_id = ti.team_id) as during
      from team_in ti
  ),
  -- every figure as steps up and down on days
  step as (
    select commune_id, day, sum(villages) as villages, sum(quotas) as quotas, sum(decided) as decided,
           sum(active) as active, sum(housed) as housed, sum(lawful) as lawful
      from (
        select commune_id, lower(during), 1, 0, 0, 0, 0, 0 from village_in where not isempty(during)
        union all
        select commune_id, upper(during), -1, 0, 0, 0, 0, 0 from village_in
         where not isempty(during) and not upper_inf(during)
        union all
        select unit_id, valid_from, 0, 1, teams, 0, 0, 0 from quota
         where unit_id in (select id from commune)
        union all
        select unit_id, valid_to, 0, -1, -teams, 0, 0, 0 from quota
         where unit_id in (select id from commune) and valid_to is not null
        union all
        select commune_id, lower(r), 0, 0, 0, 1, 0, 0 from team_in, unnest(during) r
        union all
        select commune_id, upper(r), 0, 0, 0, -1, 0, 0 from team_in, unnest(during) r
         where not upper_inf(r)
        union all
        select commune_id, lower(r), 0, 0, 0, 0, 1, 0 from housed_in, unnest(during) r
        union all
        select commune_id, upper(r), 0, 0, 0, 0, -1, 0 from housed_in, unnest(during) r
         where not upper_inf(r)
        union all
        -- above the quota on a roadmap (law BR-10)
        select unit_id, valid_from, 0, 0, 0, 0, 0, teams from transition
         where unit_id in (select id from commune)
        union all
        select unit_id, valid_to, 0, 0, 0, 0, 0, -teams from transition
         where unit_id in (select id from commune)
      ) change (commune_id, day, villages, quotas, decided, active, housed, lawful)
     where day <= $1
     group by commune_id, day
  ),
  state as (
    select commune_id, day, sum(villages) over past as villages, sum(quotas) over past as quotas,
           sum(decided) over past as decided, sum(active) over past as active,
           sum(housed) over past as housed, sum(lawful) over past as lawful
      from step window past as (partition by commune_id order by day)
  ),
  flag as (
    select state.*, f.kind, f.lacking
      from state
      cross join lateral (values
        ('teams-short', quotas > 0 and decided > active),
        ('teams-over', quotas > 0 and decided + lawful < active),
        ('workplace-missing', active > housed),
        ('quota-missing', quotas = 0 and villages > 0)) f (kind, lacking)
  ),
  unbroken as (
    select flag.*, max(day) filter (where not lacking) over (partition by commune_id, kind) as good
      from flag
  ),
  of_communes as (
    select commune_id as unit_id, kind, min(day) as since,
           (array_agg(villages order by day desc))[1]::int as villages,
           (array_agg(case when quotas > 0 then decided end order by day desc))[1]::int as decided,
           (array_agg(active order by day desc))[1]::int as active,
           (array_agg(housed order by day desc))[1]::int as teams_with
      from unbroken
     where good is null or day > good
     group by commune_id, kind
  ),
  -- a village without team is a gap, not an error (law BR-14)
  alive as (
    select s.id, range_agg(daterange(v.valid_from, v.valid_to)) as during
      from standing s
      join below using (id)
      join unit_version v on v.unit_id = s.id
     where s.level = 'village'
     group by s.id
  ),
  covered as (
    select tv.village_id as id,
           range_agg(daterange(tv.valid_from, tv.valid_to) * daterange(t.founded_on, t.dissolved_on))
             as during
      from team_village tv
      join team t on t.id = tv.team_id
     where tv.village_id in (select id from alive)
     group by tv.village_id
  ),
  of_villages as (
    select a.id as unit_id, 'villages-uncovered' as kind, lower(r) as since, 1 as villages,
           null::int as decided, 0 as active, 0 as teams_with
      from alive a
      left join covered c using (id)
      cross join lateral unnest(a.during - coalesce(c.during, '{}'::datemultirange)) r
     where r @> $1::date
  ),
  lacking as (
    select * from of_communes
     where kind <> 'teams-over' or active > decided + lawful_surplus(unit_id, $1)
    union all
    select * from of_villages
  ),
  told as materialized (
    select l.*, s.code, s.name, s.kind as unit_kind, s.level, s.search_key,
           c.id as commune_id, c.name as commune_name, c.kind as commune_kind,
           c.search_key as commune_key, above.id as above_id, above.parent_id as over_id,
           a.id as assignment_id, a.assignee, a.due_on, a.note, a.valid_from as assigned_from,
           to_char(l.since, 'YYYY-MM-DD') || s.code || l.kind || l.unit_id as sort_key
      from lacking l
      join standing s on s.id = l.unit_id
      left join standing c on c.id = case when s.level = 'village' then s.parent_id else s.id end
      left join standing above on above.id = c.parent_id
      left join gap_assignment a on a.unit_id = l.unit_id and a.kind = l.kind
       -- of a gap that was closed meanwhile nobody is in charge any more
       and a.valid_from <= $1 and (a.valid_to is null or $1 < a.valid_to) and a.valid_from >= l.since
     where ($5::text is null or s.search_key like '%' || $5 || '%' or c.search_key like '%' || $5 || '%')
       and ($6::text is null or ($6 = 'yes') = (a.id is not null))
  ),
  fitting as (
    select * from told where $4::text is null or kind = $4
  )
select f.*, f.since::text as since, ($1::date - f.since) as age,
       o.level as owner_level, o.role as owner_role,
       owner.id as owner_id, owner.name as owner_name, owner.kind as owner_kind,
       t.total, t.counts
  from (select (select count(*)::int from fitting) as total,
               (select coalesce(json_object_agg(kind, n), '{}')
                  from (select kind, count(*)::int as n from told group by kind) k) as counts) t
  left join lateral (
    select * from fitting where $7::text is null or sort_key > $7 order by sort_key limit $8
  ) f on true
  left join gap_owner o on o.kind = f.kind
   and o.valid_from <= $1 and (o.valid_to is null or $1 < o.valid_to)
  left join standing owner on owner.id =
    case when o.level = 'commune' then f.commune_id
         else (select id from standing s where s.level = 'province' and s.id in (f.above_id, f.over_id)) end
 order by f.sort_key
