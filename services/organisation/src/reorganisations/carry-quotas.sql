-- A commune that takes over others goes on with the sum of their quotas, one that is divided shares its own
-- out by the villages that go each way (without villages by the share), to the last by the largest
-- remainder: totals stay what the decisions say until somebody decides anew (law BR-20, BR-87). $1 day
with source as (
  select q.*, q.valid_from = $1 as of_the_day from quota q
   where (q.valid_from < $1 and (q.valid_to is null or $1 < q.valid_to)
          -- what another act of the day left to a commune is what it has to give
          or q.valid_from = $1 and exists (select 1 from quota_origin o where o.quota_id = q.id))
     and (q.unit_id in (select predecessor_id from heir)
          or q.unit_id in (select successor_id from heir) or q.unit_id in (select id from ending))
), goal as (
  select predecessor_id, successor_id, share from heir
  union all
  -- what goes on keeps the rest
  select s.unit_id, s.unit_id,
         1 - coalesce((select sum(share) from heir where predecessor_id = s.unit_id), 0)
           - coalesce((select sum(share) from unit_lineage l
                        where l.predecessor_id = s.unit_id and l.valid_from = $1), 0)
    from source s where s.unit_id not in (select id from ending)
), village as (
  select eve.parent_id as predecessor_id, now.parent_id as successor_id, count(*) as villages
    from unit_parent eve
    join source s on s.unit_id = eve.parent_id
    join unit_parent now on now.unit_id = eve.unit_id
     and now.valid_from <= $1 and (now.valid_to is null or $1 < now.valid_to)
   where eve.valid_from < $1 and (eve.valid_to is null or $1 <= eve.valid_to)
   group by 1, 2
), weighed as (
  select g.predecessor_id, g.successor_id,
         case when sum(coalesce(v.villages, 0)) over (partition by g.predecessor_id) > 0
              then coalesce(v.villages, 0)::numeric else g.share end as weight
    from goal g
    left join village v using (predecessor_id, successor_id)
), piece as (
  select s.id, w.successor_id, col.name as col, col.value,
         col.value * w.weight / sum(w.weight) over (partition by s.id, col.name) as exact
    from source s
    join weighed w on w.predecessor_id = s.unit_id
    cross join lateral (values ('villages', s.villages), ('leaders', s.leaders),
      ('deputies', s.deputies), ('ordinary', s.ordinary), ('teams', s.teams),
      ('members', s.members)) as col(name, value)
), rounded as (
  select *, floor(exact) + (row_number() over (partition by id, col
                              order by exact - floor(exact) desc, successor_id)
                            <= value - sum(floor(exact)) over (partition by id, col))::int as part
    from piece
), line as (
  select id, successor_id,
         max(part) filter (where col = 'villages') as villages,
         max(part) filter (where col = 'leaders') as leaders,
         max(part) filter (where col = 'deputies') as deputies,
         max(part) filter (where col = 'ordinary') as ordinary,
         max(part) filter (where col = 'teams') as teams,
         -- the positions say how many there are
         coalesce(max(part) filter (where col = 'leaders') + max(part) filter (where col = 'deputies')
                  + max(part) filter (where col = 'ordinary'),
                  max(part) filter (where col = 'members')) as members
    from rounded group by id, successor_id
), ended as (
  update quota q set valid_to = $1 from source s
   where q.id = s.id and not s.of_the_day returning q.id
), heavy as (
  select l.*, s.instrument_id, s.valid_to, s.unit_id,
         row_number() over (partition by l.successor_id order by l.teams desc, s.id) as place
    from line l join source s using (id)
), standing as (
  -- what the successor itself has from the day on: from an act, which is added to, or decided, which stands
  select own.id, own.unit_id, own.id in (select id from source) as by_act
    from quota own where own.valid_from = $1 and own.unit_id in (select successor_id from heavy)
), cut as (
  -- a part holds as long as what it is a part of
  select successor_id, $1::date as from_day from heavy
  union
  select successor_id, valid_to from heavy where valid_to is not null
), span as (
  select c.successor_id, c.from_day, least(c.next_day, later.day) as to_day
    from (select cut.*, lead(from_day) over (partition by successor_id order by from_day) as next_day
            from cut) c
    -- what the successor itself was given for later holds from then on
    left join lateral (select min(own.valid_from) as day from quota own
                        where own.unit_id = c.successor_id and own.valid_from > $1) later on true
   where c.from_day < coalesce(later.day, 'infinity')
     and c.successor_id not in (select unit_id from standing)
), added as (
  insert into quota (id, unit_id, instrument_id, villages, teams, members, leaders, deputies, ordinary,
                     note, valid_from, valid_to)
  select gen_random_uuid(), h.successor_id, (array_agg(h.instrument_id order by h.place))[1],
         case when count(villages) = count(*) then sum(villages) end, sum(teams), sum(members),
         case when count(leaders) = count(*) then sum(leaders) end,
         case when count(deputies) = count(*) then sum(deputies) end,
         case when count(ordinary) = count(*) then sum(ordinary) end, '', span.from_day, span.to_day
    from span
    join heavy h on h.successor_id = span.successor_id
     and (h.valid_to is null or h.valid_to > span.from_day)
   where (select count(*) from ended) >= 0
   group by h.successor_id, span.from_day, span.to_day
  returning id, unit_id, valid_from
), summed as (
  update quota q
     set villages = t.villages, teams = t.teams, members = t.members, leaders = t.leaders,
         deputies = t.deputies, ordinary = t.ordinary
    from (select own.id,
                 case when count(h.villages) = count(*) then sum(h.villages) end as villages,
                 sum(h.teams) as teams, sum(h.members) as members,
                 case when count(h.leaders) = count(*) then sum(h.leaders) end as leaders,
                 case when count(h.deputies) = count(*) then sum(h.deputies) end as deputies,
                 case when count(h.ordinary) = count(*) then sum(h.ordinary) end as ordinary
            from standing own join heavy h on h.successor_id = own.unit_id
           where own.by_act group by own.id) t
   where q.id = t.id
  returning q.id, q.unit_id
), kept as (
  insert into quota_origin (quota_id, origin_id, teams, members)
  select a.id, h.id, h.teams, h.members
    from heavy h
    join added a on a.unit_id = h.successor_id and (h.valid_to is null or h.valid_to > a.valid_from)
  union all
  select s.id, h.id, h.teams, h.members
    from heavy h join summed s on s.unit_id = h.successor_id
   where h.id <> s.id
  on conflict do nothing
  returning quota_id
)
select (select count(*)::int from added) + (select count(*)::int from summed) as quotas,
       (select count(*)::int from kept) as origins
