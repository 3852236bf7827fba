-- Earlier months that standing runs paid and that something has changed of since the latest of them was
-- calculated, with the people and the teams whose difference this run would pay (null = all), and the communes
-- in which those may be owed something. $1 run, $2 first day of its month
with day as materialized (select ($2::date + interval '1 month')::date as next),
own as materialized (select commune_id from payroll_commune where payroll_id = $1),
-- a run of every commune that stands pays whatever there is to pay
whole as materialized (
  select not exists (
    select from unit u, day
      join unit_version v on v.valid_from < day.next and (v.valid_to is null or v.valid_to >= day.next)
     where u.level = 'commune' and v.unit_id = u.id
       and u.id not in (select commune_id from own)) as is_whole
),
-- teams that ever lay here, or whose villages lie here now; more of them than the run pays do no harm
own_team as materialized (
  select team_id from team_commune where commune_id in (select commune_id from own)
  union
  select v.team_id from day
    join unit_parent p on p.parent_id in (select commune_id from own)
     and p.valid_from < day.next and (p.valid_to is null or p.valid_to >= day.next)
    join team_village v on v.village_id = p.unit_id
),
earlier as materialized (
  select p.id, p.month, p.snapshot, c.commune_id
    from payroll p
    join payroll_commune c on c.payroll_id = p.id and c.live
   where p.id <> $1 and p.month < $2 and p.state <> 'reversed' and p.snapshot is not null
),
-- a dossier is paid where it was decided, whoever the person is with
own_case as materialized (
  select g.person_id, g.commune_id, g.decided_on
    from (select person_id, commune_id, decided_on from case_amount
          union
          select person_id, commune_id, month from payroll_line where case_id is not null) g
   where g.commune_id in (
     select each.id from (select commune_id as id from case_amount
                          union
                          select commune_id from payroll_line where case_id is not null) each, day
      where commune_since(each.id, day.next - 1) in (select commune_id from own))
),
own_person as materialized (
  select p.person_id from posting p where p.team_id in (select team_id from own_team)
  union
  select person_survivor(m.id) from person m
    join posting p on p.person_id = m.id and p.team_id in (select team_id from own_team)
   where m.merged_into is not null
  union
  select coalesce(person_survivor(person_id), person_id) from own_case
),
-- all that their money was ever told by
own_posting as materialized (
  select p.person_id, p.team_id, p.valid_from, p.team_id in (select team_id from own_team) as is_here
    from posting p where p.person_id in (select person_id from own_person)
),
-- what the latest run of each commune could see that those lay in; of communes that have ended since, too
seen as materialized (
  select distinct snapshot
    from (select distinct on (commune_id) commune_id, snapshot from earlier, whole
           where is_whole
              or commune_id in (select commune_id from own)
              or commune_id in (
                select c.commune_id from team_commune c
                 where c.team_id in (select team_id from own_team union select team_id from own_posting))
              or commune_id in (select commune_id from own_case)
           order by commune_id, month desc) latest
),
news as materialized (
  select c.person_id, c.team_id, c.unit_id, c.from_day, c.to_day
    from pay_change c
   where exists (select from seen s where not pg_visible_in_snapshot(c.xid, s.snapshot::pg_snapshot))
     and c.from_day < $2
),
-- Who came here since from another run's communes: what each run saw while somebody else was to pay says nothing.
newcomer as materialized (
  select there.person_id, min(there.valid_from) as from_day
    from own_posting there
   where not there.is_here
     and exists (
       select from own_posting here
        where here.person_id = there.person_id and here.is_here
          and (here.valid_from >= coalesce((select max(e.month) + interval '1 month' from earlier e
                                             where e.commune_id in (select commune_id from own)), '-infinity')
               or here.person_id in (select person_id from news where person_id is not null)))
   group by there.person_id
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
  union all
  select person_id, null, from_day, null, false from newcomer
),
counted as (
  select c.* from concerned c, whole
   where whole.is_whole or c.everybody
      or c.person_id in (select person_id from own_person) or c.team_id in (select team_id from own_team)
),
own_place as materialized (
  select distinct commune_id, valid_from, valid_to from team_commune
   where team_id in (select team_id from own_team union select team_id from own_posting)
),
month as (
  select month, array_agg(commune_id) as communes
    from (select month, commune_id from earlier, whole where is_whole
          union
          select e.month, e.commune_id
            from own_place c
            join earlier e on e.commune_id = c.commune_id and c.valid_from < e.month + interval '1 month'
             and (c.valid_to is null or c.valid_to > e.month)
          union
          select e.month, e.commune_id
            from own_case c
            join earlier e on e.month = date_trunc('month', c.decided_on)
             and e.commune_id = commune_since(c.commune_id, (e.month + interval '1 month')::date - 1)) each
   group by month
),
-- somebody may be asked back for a month in which nobody of here is owed anything by now
asked as (
  select e.month, coalesce(m.communes, '{}') as communes
    from (select distinct month from earlier) e left join month m on m.month = e.month
)
select to_char(m.month, 'YYYY-MM') as month, m.communes,
       case when bool_or(c.everybody) then case when not w.is_whole then array(select person_id from own_person) end
            else coalesce(array_agg(distinct c.person_id) filter (where c.person_id is not null), '{}') end as people,
       case when bool_or(c.everybody) then case when not w.is_whole then array(select team_id from own_team) end
            else coalesce(array_agg(distinct c.team_id) filter (where c.team_id is not null), '{}') end as teams
  from asked m
 cross join whole w
  join counted c on c.from_day < m.month + interval '1 month' and (c.to_day is null or c.to_day > m.month)
 group by m.month, m.communes, w.is_whole
having bool_or(c.everybody) or count(c.person_id) > 0 or count(c.team_id) > 0
 order by m.month
