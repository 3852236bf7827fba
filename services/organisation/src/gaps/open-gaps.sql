-- What units lack on a day, each since the day on which it began without a break: what the list of gaps and the
-- work list both say.
-- $1 day, $2 scope (null = all), $3 within (null = all)
with
  below as materialized (
    select u.id from unit u
     where ($2::uuid[] is null or u.id in (select id from unit_below($2, $1)))
       and ($3::uuid[] is null or u.id in (select id from unit_below($3, $1)))
  ),
  -- joined, not looked up: the plan has to know how many there are
  commune as materialized (
    select v.unit_id as id
      from unit_version v
      join below on below.id = v.unit_id
     where v.level = 'commune' and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  ),
  -- which villages lay in the communes, when
  village_in as materialized (
    select p.parent_id as commune_id, p.unit_id as village_id,
           daterange(p.valid_from, p.valid_to) * daterange(v.valid_from, v.valid_to) as during
      from commune
      join unit_parent p on p.parent_id = commune.id
      join unit_version v on v.unit_id = p.unit_id and v.level = 'village'
       -- compared by their ends: of ranges that meet the plan expects next to none
       and v.valid_from < coalesce(p.valid_to, 'infinity') and p.valid_from < coalesce(v.valid_to, 'infinity')
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
           ti.during * coalesce(range_agg(daterange(tw.valid_from, tw.valid_to))
                                  filter (where tw.team_id is not null), '{}') as during
      from team_in ti
      left join team_workplace tw on tw.team_id = ti.team_id
     group by ti.commune_id, ti.team_id, ti.during
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
  -- What waits for consolidation is lawful until its term is over (law BR-85): a surplus begins after the last
  -- such day. Few communes have one, and of few days has to be asked, the latest first.
  exceeding as materialized (
    select * from of_communes
     where kind = 'teams-over' and active > decided + lawful_surplus(unit_id, $1)
  ),
  exceeding_day as (
    select o.unit_id, s.day
      from exceeding o
      join state s on s.commune_id = o.unit_id
     where s.day between o.since and $1
    union
    select o.unit_id, turn
      from exceeding o
      cross join lateral consolidation_turns(o.unit_id, $1) turn
     where turn between o.since and $1
    union
    select o.unit_id, d.day
      from exceeding o
      join village_in vi on vi.commune_id = o.unit_id
      join team_village tv on tv.village_id = vi.village_id
      join team t on t.id = tv.team_id
      cross join lateral unnest(array[tv.valid_from, tv.valid_to, t.founded_on, t.dissolved_on,
                                      lower(vi.during), upper(vi.during)]) d (day)
     where d.day between o.since and $1
  ),
  surplus_of as materialized (
    select d.unit_id, array_agg(d.day order by d.day desc) as days,
           array_agg((s.active - s.decided)::int order by d.day desc) as surplus
      from exceeding_day d
      join (select commune_id, daterange(day, lead(day) over (partition by commune_id order by day)) as during,
                   active, decided
              from state) s on s.commune_id = d.unit_id and s.during @> d.day
     group by d.unit_id
  ),
  exceeding_since as materialized (
    select s.unit_id, (select min(day) from unnest(s.days) day
                        where day > coalesce(lawful.day, '-infinity')) as since
      from surplus_of s
      left join lateral (
        select x.day from unnest(s.days, s.surplus) as x (day, surplus)
         where x.surplus <= lawful_surplus(s.unit_id, x.day) limit 1) lawful on true
  ),
  -- a village without team is a gap, not an error (law BR-14)
  alive as (
    select v.unit_id as id, range_agg(daterange(v.valid_from, v.valid_to)) as during
      from unit_version v
      join below on below.id = v.unit_id
     where v.level = 'village'
     group by v.unit_id
    having bool_or(v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to))
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
  -- villages of a merger that several teams share
  shared as (
    select v.unit_id as id, p.parent_id, min(l.valid_from) as merged_on
      from unit_lineage l
      join unit_version v on v.unit_id = l.successor_id and v.level = 'village'
       and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
      join below on below.id = v.unit_id
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
      join team_village tv on tv.village_id = v.unit_id
       and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
      join team t on t.id = tv.team_id
       and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
     where l.valid_from <= $1
     group by v.unit_id, p.parent_id having count(distinct t.id) > 1
  ),
  term_over as materialized (
    select c.parent_id from (select distinct parent_id from shared) c
     where consolidation_term_of(c.parent_id, $1) < $1
  ),
  waiting as materialized (select * from shared where parent_id in (select parent_id from term_over)),
  holding as (
    select village_id, day, sum(sum(change)) over (partition by village_id order by day) as teams
      from (
        select tv.village_id, x.day, x.change
          from waiting w
          join team_village tv on tv.village_id = w.id
          join team t on t.id = tv.team_id
          cross join lateral (select daterange(tv.valid_from, tv.valid_to)
                                     * daterange(t.founded_on, t.dissolved_on) as during) h
          cross join lateral (values (lower(h.during), 1), (upper(h.during), -1)) x (day, change)
         where not isempty(h.during) and x.day <= $1
      ) one
     group by village_id, day
  ),
  held as (
    select village_id, min(day) filter (where good is null or day > good) as since,
           (array_agg(teams order by day desc))[1]::int as teams
      from (select *, max(day) filter (where teams < 2) over (partition by village_id) as good
              from holding) one
     group by village_id
  ),
  of_overdue as (
    select w.id as unit_id, 'consolidation-overdue' as kind,
           greatest(w.merged_on, h.since, consolidation_overdue_since(w.id, $1)) as since,
           1 as villages, null::int as decided, h.teams as active,
           (select count(*)::int from team_village tv
              join team t on t.id = tv.team_id
               and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
             where tv.village_id = w.id and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
               and exists (select 1 from team_workplace tw where tw.team_id = t.id and tw.valid_from <= $1
                              and (tw.valid_to is null or $1 < tw.valid_to))) as teams_with
      from waiting w
      join held h on h.village_id = w.id
  )
select unit_id, kind, since, villages, decided, active, teams_with
  from of_communes where kind <> 'teams-over'
union all
select o.unit_id, o.kind, s.since, o.villages, o.decided, o.active, o.teams_with
  from exceeding o join exceeding_since s using (unit_id)
union all
select * from of_villages
union all
select * from of_overdue
