-- A commune that takes over others goes on with the sum of their quotas, one that is divided shares its own
-- out by the villages that go each way (without villages by the share), to the last by the largest
-- remainder: totals stay what the decisions say until somebody decides anew (law BR-20, BR-87). $1 day
with source as (
  select q.* from quota q
   where q.valid_from < $1 and (q.valid_to is null or $1 < q.valid_to)
     and (q.unit_id in (select predecessor_id from heir)
          or q.unit_id in (select successor_id from heir) or q.unit_id in (select id from ending))
), goal as (
  select predecessor_id, successor_id, share from heir
  union all
  -- what goes on keeps the rest
  select s.unit_id, s.unit_id,
         1 - coalesce((select sum(share) from heir where predecessor_id = s.unit_id), 0)
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
  update quota q set valid_to = $1 from source s where q.id = s.id returning q.id
), heavy as (
  select l.*, s.instrument_id, s.valid_to,
         row_number() over (partition by l.successor_id order by l.teams desc, s.id) as place
    from line l join source s using (id)
), added as (
  insert into quota (id, unit_id, instrument_id, villages, teams, members, leaders, deputies, ordinary,
                     note, valid_from, valid_to)
  select gen_random_uuid(), successor_id, (array_agg(instrument_id order by place))[1],
         case when count(villages) = count(*) then sum(villages) end, sum(teams), sum(members),
         case when count(leaders) = count(*) then sum(leaders) end,
         case when count(deputies) = count(*) then sum(deputies) end,
         case when count(ordinary) = count(*) then sum(ordinary) end, '', $1,
         -- what the successor itself was given for later holds from then on
         least(min(valid_to), (select min(own.valid_from) from quota own
                                where own.unit_id = successor_id and own.valid_from > $1))
    from heavy h
   where (select count(*) from ended) >= 0
     and not exists (select 1 from quota own where own.unit_id = h.successor_id and own.valid_from = $1)
   group by successor_id
  returning id, unit_id
), kept as (
  insert into quota_origin (quota_id, origin_id, teams, members)
  select a.id, h.id, h.teams, h.members from heavy h join added a on a.unit_id = h.successor_id
  returning quota_id
)
select (select count(*)::int from added) as quotas, (select count(*)::int from kept) as origins
