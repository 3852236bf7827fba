/**
 * `suggested_values(teams, first_day, last_day)`: what records and approved duty of teams come to within days (both
 * included), by indicator. Kinds and what they feed are those of the last day, as a period's report follows the version
 * of its last day (decision 0068). Every indicator that is fed has a row, with 0 where nothing was recorded.
 */
export const suggestedValues = [
  // All conditions hold; a figure that nobody filled in fulfils none.
  `create function figures_are(figures jsonb, conditions jsonb) returns boolean
   language sql immutable parallel safe as $$
     select not exists (
       select from jsonb_array_elements(conditions) c
        where not coalesce((c -> 'is') ? (figures ->> (c ->> 'field')), false))
   $$`,
  // Months with 15 days or more within the window (reporting §2.7).
  `create function countable_months(first_day date, last_day date) returns table (month date)
   language sql immutable parallel safe as $$
     select m::date from generate_series(date_trunc('month', first_day), last_day, interval '1 month') m
      where least(last_day, (m + interval '1 month - 1 day')::date) - greatest(first_day, m::date) + 1 >= 15
   $$`,
  `create function suggested_values(teams uuid[], first_day date, last_day date)
   returns table (team_id uuid, indicator_code text, numerator bigint, denominator bigint, sources int)
   language sql stable parallel safe as $$
     with feed as (
       select t.id as team_id, k.code as kind_code, k.origin, f ->> 'indicator' as indicator,
              f ->> 'part' as part, f ->> 'counts' as counts, f ->> 'field' as field, f -> 'where' as conditions
         from team t
         left join lateral team_place(t.id, last_day) place on true
        cross join lateral incident_kinds_on(last_day, place.commune_id) k
        cross join lateral jsonb_array_elements(k.feeds) f
        where t.id = any (teams)
     ), recorded as (
       select f.team_id, f.indicator, f.part, count(i.id)::int as sources,
              case f.counts
                when 'each' then count(i.id)
                when 'field' then coalesce(sum((i.figures ->> f.field)::numeric), 0)
                when 'months' then count(distinct date_trunc('month', i.happened_on)) filter
                  (where date_trunc('month', i.happened_on)::date in
                         (select month from countable_months(first_day, last_day)))
                when 'countable-months' then (select count(*) from countable_months(first_day, last_day))
              end as amount
         from feed f
         left join incident i on i.team_id = f.team_id and i.kind_code = f.kind_code
          and i.happened_on between first_day and last_day
          and i.state = 'standing' and i.same_as_id is null and figures_are(i.figures, f.conditions)
        where f.origin = 'record'
        group by f.team_id, f.kind_code, f.indicator, f.part, f.counts, f.field, f.conditions
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
             union all select team_id, indicator, part, amount, sources from on_duty) one
      group by one.team_id, one.indicator
   $$`,
];
