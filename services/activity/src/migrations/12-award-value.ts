/**
 * What decided awards come to for indicators. An award counts by the rule of the day of its decision (reporting BR-14),
 * and no more once it is revoked (reporting BR-75).
 */
export const awardValues = [
  `create function counted_awards(first_day date, last_day date)
   returns table (award_id uuid, achievement_id uuid, team_id uuid, unit_id uuid, subject text, indicator text,
                  counts text, decided_on date)
   language sql stable parallel safe as $$
     select a.id, a.achievement_id, a.team_id, a.unit_id, w.subject, f.code, f.counts, a.decided_on
       from award a
       join achievement w on w.id = a.achievement_id
      cross join lateral award_feeds_on(a.decided_on, a.unit_id) f
      where a.state = 'approved' and a.decided_on between first_day and last_day
        and w.subject = any (f.subjects) and w.kind = any (f.achievements) and a.authority = any (f.authorities)
   $$`,
  // May somebody with these roots see what concerns a unit and perhaps a team? As of the day that it is about, and as of
  // today: what a commune recorded goes on to be its successor's, and a leader sees what concerns the own team.
  `create function concerns_area(unit uuid, team uuid, day date, roots uuid[], today date) returns boolean
   language sql stable parallel safe as $$
     select roots is null
         or exists (select from unit_above(unit, day) a where a.id = any (roots))
         or (team is null and exists (select from unit_above(unit, today) a where a.id = any (roots)))
         or (team is not null and (
              exists (select from team_place(team, today) p cross join lateral unit_above(p.commune_id, today) a
                       where a.id = any (roots))
              or exists (select from team_village v
                          where v.team_id = team and v.village_id = any (roots)
                            and v.valid_from <= today and (v.valid_to is null or today < v.valid_to))))
   $$`,
  // As before, and with what awards count for the teams.
  `create or replace function suggested_values(teams uuid[], first_day date, last_day date)
   returns table (team_id uuid, indicator_code text, numerator bigint, denominator bigint, sources int)
   language sql stable parallel safe as $$
     with placed as (
       select t.id as team_id, place.commune_id
         from team t left join lateral team_place(t.id, last_day) place on true
        where t.id = any (teams)
     ), feed as (
       select p.team_id, k.code as kind_code, k.origin, f ->> 'indicator' as indicator,
              f ->> 'part' as part, f ->> 'counts' as counts, f ->> 'field' as field, f -> 'where' as conditions
         from placed p
        cross join lateral incident_kinds_on(last_day, p.commune_id) k
        cross join lateral jsonb_array_elements(k.feeds) f
     ), counted as materialized (
       select c.* from counted_awards(first_day, last_day) c where c.team_id = any (teams)
     ), found as (
       select f.team_id, f.kind_code, f.indicator, f.part, f.counts, f.field, f.conditions,
              i.id, i.figures, i.happened_on
         from feed f
         left join incident i on i.team_id = f.team_id and i.kind_code = f.kind_code
          and i.happened_on between first_day and last_day
          and i.state = 'standing' and i.same_as_id is null and figures_are(i.figures, f.conditions)
        where f.origin = 'record'
     ), recorded as (
       select f.team_id, f.indicator, f.part, count(f.id)::int as sources,
              case f.counts
                when 'each' then count(f.id)
                when 'field' then coalesce(sum((f.figures ->> f.field)::numeric), 0)
                when 'months' then 0
                when 'countable-months' then (select count(*) from countable_months(first_day, last_day))
              end as amount
         from found f
        group by f.team_id, f.kind_code, f.indicator, f.part, f.counts, f.field, f.conditions
     ), months as (
       -- a month is met once, by a record or by an award (reporting BR-22)
       select m.team_id, m.indicator, m.part, count(*)::int as sources, count(distinct m.month) as amount
         from (select f.team_id, f.indicator, f.part, date_trunc('month', f.happened_on)::date as month
                 from found f where f.counts = 'months' and f.id is not null
               union all
               select c.team_id, c.indicator, 'numerator', date_trunc('month', c.decided_on)::date
                 from counted c where c.counts = 'months') m
        where m.month in (select month from countable_months(first_day, last_day))
        group by m.team_id, m.indicator, m.part
     ), awarded as (
       select p.team_id, f.code as indicator, 'numerator' as part, count(c.award_id)::int as sources,
              count(distinct c.achievement_id) as amount
         from placed p
        cross join lateral award_feeds_on(last_day, p.commune_id) f
         left join counted c on c.team_id = p.team_id and c.indicator = f.code
        where f.counts = 'each'
        group by p.team_id, f.code
     ), patrol as (
       select d.team_id, count(*)::int as patrols, sum(d.people) as people, sum(d.minutes) / 60 as hours
         from team_duty(teams, first_day, last_day) d where d.kind = 'patrol' group by d.team_id
     ), served as (
       select s.team_id, count(distinct s.person_id) as members,
              count(distinct s.person_id) filter (where exists (
                select from duty d
                 where not d.gone and d.team_id = s.team_id and d.person_id = s.person_id
                   and d.kind = 'patrol' and d.with_police
                   and d.starts_at >= (first_day::timestamp at time zone 'Asia/Ho_Chi_Minh')
                   and d.starts_at < ((last_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))) as patrolled
         from team_service(teams, first_day, last_day) s group by s.team_id
     ), on_duty as (
       select f.team_id, f.indicator, f.part, coalesce(p.patrols, 0) as sources,
              coalesce(case f.counts when 'patrols' then p.patrols when 'people' then p.people
                                     when 'hours' then p.hours when 'patrolled' then s.patrolled
                                     when 'members' then s.members end, 0) as amount
         from feed f
         left join patrol p on p.team_id = f.team_id
         left join served s on s.team_id = f.team_id
        where f.origin = 'duty'
     )
     select one.team_id, one.indicator, coalesce(sum(amount) filter (where part = 'numerator'), 0)::bigint,
            (sum(amount) filter (where part = 'denominator'))::bigint, max(one.sources)
       from (select team_id, indicator, part, amount, sources from recorded
             union all select team_id, indicator, part, amount, sources from months
             union all select team_id, indicator, part, amount, sources from awarded
             union all select team_id, indicator, part, amount, sources from on_duty) one
      group by one.team_id, one.indicator
   $$`,
];
