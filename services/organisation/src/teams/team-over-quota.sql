-- Days on which a commune has more teams than it is given, or teams and no quota; the first of each.
-- $1 commune, $2 from this day on
with turning as (
  select $2::date as day
  union
  select valid_from from quota where unit_id = $1 and valid_from > $2
  union
  select valid_to from quota where unit_id = $1 and valid_to > $2
  union
  select t.founded_on
    from unit_parent p
    join team_village tv on tv.village_id = p.unit_id
    join team t on t.id = tv.team_id
   where p.parent_id = $1 and t.founded_on > $2
), counted as (
  select turning.day, v.kind || ' ' || v.name as unit, count(distinct t.id)::int as count
    from turning
    join unit_version v on v.unit_id = $1
     and v.valid_from <= turning.day and (v.valid_to is null or turning.day < v.valid_to)
    join unit_parent p on p.parent_id = $1
     and p.valid_from <= turning.day and (p.valid_to is null or turning.day < p.valid_to)
    join team_village tv on tv.village_id = p.unit_id
     and tv.valid_from <= turning.day and (tv.valid_to is null or turning.day < tv.valid_to)
    join team t on t.id = tv.team_id
     and t.founded_on <= turning.day and (t.dissolved_on is null or turning.day < t.dissolved_on)
   group by turning.day, v.kind, v.name
)
select distinct on (q.teams is null)
       case when q.teams is null then 'commune-without-quota' else 'team-over-quota' end as rule,
       c.day as "on", c.unit, c.count, q.teams as "limit", '{}'::text[] as teams
  from counted c
  left join quota q on q.unit_id = $1
   and q.valid_from <= c.day and (q.valid_to is null or c.day < q.valid_to)
 where q.teams is null or c.count > q.teams
 order by q.teams is null, c.day
