-- Earlier months that standing runs paid and that something has changed of since the latest of them was
-- calculated, with the people and the teams concerned (null = all). $1 run, $2 first day of its month
with earlier as (
  select p.id, p.month, p.snapshot, c.commune_id
    from payroll p
    join payroll_commune c on c.payroll_id = p.id and c.live
   where p.id <> $1 and p.month < $2 and p.state <> 'reversed' and p.snapshot is not null
),
-- what the latest run of each commune could see; of communes that have ended since, too
seen as (
  select distinct snapshot
    from (select distinct on (commune_id) commune_id, snapshot from earlier
           order by commune_id, month desc) latest
),
news as materialized (
  select c.person_id, c.team_id, c.unit_id, c.from_day, c.to_day
    from pay_change c
   where exists (select from seen s where not pg_visible_in_snapshot(c.xid, s.snapshot::pg_snapshot))
     and c.from_day < $2
),
concerned as (
  select m.person_id, m.team_id, n.from_day, n.to_day,
         n.person_id is null and n.team_id is null and n.unit_id is null as everybody
    from news n
    left join lateral (
      select coalesce(person_survivor(n.person_id), n.person_id) as person_id, null::uuid as team_id
       where n.person_id is not null
      union
      select each.person_id, each.team_id
        from (select n.team_id as id where n.team_id is not null
              union
              select v.team_id from unit_below(array[n.unit_id], n.from_day) b
                join team_village v on v.village_id = b.id
              union
              select c.team_id from unit_below(array[n.unit_id], n.from_day) b
                join team_commune c on c.commune_id = b.id) t
       cross join lateral (
         select null::uuid as person_id, t.id as team_id
         union
         select p.person_id, null from posting p where p.team_id = t.id) each) m on true
),
month as (
  select month, array_agg(distinct commune_id) as communes from earlier group by month
)
select to_char(m.month, 'YYYY-MM') as month, m.communes,
       case when bool_or(c.everybody) then null
            else coalesce(array_agg(distinct c.person_id) filter (where c.person_id is not null), '{}') end as people,
       case when bool_or(c.everybody) then null
            else coalesce(array_agg(distinct c.team_id) filter (where c.team_id is not null), '{}') end as teams
  from month m
  join concerned c on c.from_day < m.month + interval '1 month' and (c.to_day is null or c.to_day > m.month)
 group by m.month, m.communes
having bool_or(c.everybody) or count(c.person_id) > 0 or count(c.team_id) > 0
 order by m.month
