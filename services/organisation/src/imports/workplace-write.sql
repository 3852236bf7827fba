-- Writes the staged workplaces and who works from them. A team works from the one that opened last, from that
-- day (or its founding) until it enters the next, the workplace closes or the team is dissolved. A row is the
-- whole truth about its workplace from its day on: who is not named any more leaves on that day. What was before,
-- in workplaces that the file does not name as well, stays as it was.
with known as (
  select o.n, o.code, o.name, o.kind, o.address, o.village_id, o.point, o.team_codes,
         coalesce(w.id, o.new_id) as id, w.id is null as is_new, o.valid_from as says_from,
         least(w.valid_from, o.valid_from) as valid_from, coalesce(o.valid_to, w.valid_to) as valid_to,
         (w.name, w.kind, w.address, w.village_id, w.valid_from, w.valid_to) is not distinct from
         (o.name, o.kind, o.address, o.village_id, least(w.valid_from, o.valid_from),
          coalesce(o.valid_to, w.valid_to))
         and st_equals(w.point, o.point) as same, f.valid_from as former_from
    from opening o
    left join workplace w0 on w0.code = o.code
    -- the row says what the place is on its day; what it became later stays
    left join lateral (select f.* from workplace_former_state f
                        where f.workplace_id = w0.id and f.valid_from <= greatest(o.valid_from, w0.valid_from)
                          and greatest(o.valid_from, w0.valid_from) < f.valid_to) f on true
    left join lateral (select w0.id, w0.valid_from, w0.valid_to,
                              case when f.workplace_id is null then w0.name else f.name end as name,
                              case when f.workplace_id is null then w0.kind else f.kind end as kind,
                              case when f.workplace_id is null then w0.address else f.address end as address,
                              case when f.workplace_id is null then w0.village_id else f.village_id end as village_id,
                              case when f.workplace_id is null then w0.point else f.point end as point) w on true
), written as (
  insert into workplace (id, code, name, kind, address, village_id, point, valid_from, valid_to)
  select id, code, name, kind, address, village_id, point, valid_from, valid_to
    from known where not same and former_from is null
  on conflict (code) do update
    set name = excluded.name, kind = excluded.kind, address = excluded.address,
        village_id = excluded.village_id, point = excluded.point,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to
  returning id
), formerly as (
  update workplace_former_state f
     set name = k.name, kind = k.kind, address = k.address, village_id = k.village_id, point = k.point
    from known k
   where k.former_from is not null and not k.same
     and f.workplace_id = k.id and f.valid_from = k.former_from
), formerly_dated as (
  update workplace w set valid_from = k.valid_from, valid_to = k.valid_to
    from known k
   where k.former_from is not null and not k.same and w.id = k.id
), entry as (
  -- who is there already on the row's day goes on
  select t.id as team_id, k.id as workplace_id, t.dissolved_on, k.valid_to as closes_on,
         coalesce(was.valid_from, greatest(k.says_from, t.founded_on)) as valid_from, k.n
    from known k cross join unnest(k.team_codes) as team
    join team t on t.code = team
    left join team_workplace was on was.team_id = t.id and was.workplace_id = k.id
     and was.valid_from < k.says_from and (was.valid_to is null or was.valid_to > k.says_from)
), concerned as (
  select team_id from entry
  union
  select team_id from team_workplace where workplace_id in (select id from known)
), kept as (
  -- elsewhere on any day, and in the workplaces of the file before the day of their rows; a stay that ended where
  -- the next began ends where the next one begins now
  select tw.team_id, tw.workplace_id, t.dissolved_on,
         least(case when exists (select 1 from team_workplace n
                      where n.team_id = tw.team_id and n.valid_from = tw.valid_to) then w.valid_to
                    else least(tw.valid_to, w.valid_to) end, k.says_from) as closes_on,
         tw.valid_from, -1 as n
    from team_workplace tw
    join team t on t.id = tw.team_id
    join workplace w on w.id = tw.workplace_id
    left join known k on k.id = tw.workplace_id
   where tw.team_id in (select team_id from concerned)
     and (k.id is null or tw.valid_from < k.says_from)
     and not exists (select 1 from entry e where e.team_id = tw.team_id
                        and e.workplace_id = tw.workplace_id and e.valid_from = tw.valid_from)
), move as (
  select *, lead(valid_from) over (partition by team_id order by valid_from, n) as next_on
    from (select * from entry union all select * from kept) e
), stay as (
  select team_id, workplace_id, valid_from, least(next_on, closes_on, dissolved_on) as valid_to
    from move
   where least(next_on, closes_on, dissolved_on) is null
      or least(next_on, closes_on, dissolved_on) > valid_from
), dropped as (
  delete from team_workplace tw using concerned c
   where tw.team_id = c.team_id and not exists (
     select 1 from stay y where y.team_id = tw.team_id and y.workplace_id = tw.workplace_id
        and y.valid_from = tw.valid_from and y.valid_to is not distinct from tw.valid_to)
  returning tw.workplace_id
), moved as (
  insert into team_workplace (team_id, workplace_id, valid_from, valid_to)
  select * from stay s where (select count(*) from dropped) >= 0 and (select count(*) from written) >= 0
     and not exists (
       select 1 from team_workplace tw where tw.team_id = s.team_id
          and tw.workplace_id = s.workplace_id and tw.valid_from = s.valid_from
          and tw.valid_to is not distinct from s.valid_to)
  returning workplace_id
), touched as (
  select workplace_id from moved union select workplace_id from dropped
)
select (select count(*)::int from known where is_new) as added,
       (select count(*)::int from known where not is_new
           and (not same or id in (select workplace_id from touched))) as changed,
       (select count(*)::int from known where same
           and id not in (select workplace_id from touched)) as unchanged
