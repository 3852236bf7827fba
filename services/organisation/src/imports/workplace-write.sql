-- Writes the staged workplaces and who works from them. A team works from the one that opened last, from that
-- day (or its founding) until it enters the next, the workplace closes or the team is dissolved. Where it worked
-- before or will work later, in workplaces that the file does not name, stays as it was.
with known as (
  select o.*, coalesce(w.id, o.new_id) as id, w.id is null as is_new,
         (w.name, w.kind, w.address, w.village_id, w.valid_from, w.valid_to) is not distinct from
         (o.name, o.kind, o.address, o.village_id, o.valid_from, o.valid_to)
         and st_equals(w.point, o.point) as same
    from opening o left join workplace w on w.code = o.code
), written as (
  insert into workplace (id, code, name, kind, address, village_id, point, valid_from, valid_to)
  select id, code, name, kind, address, village_id, point, valid_from, valid_to
    from known where not same
  on conflict (code) do update
    set name = excluded.name, kind = excluded.kind, address = excluded.address,
        village_id = excluded.village_id, point = excluded.point,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to
  returning id
), entry as (
  select t.id as team_id, k.id as workplace_id, t.dissolved_on, k.valid_to as closes_on,
         greatest(k.valid_from, t.founded_on) as valid_from, k.n
    from known k, unnest(k.team_codes) as team join team t on t.code = team
), kept as (
  select tw.team_id, tw.workplace_id, t.dissolved_on, w.valid_to as closes_on, tw.valid_from, -1 as n
    from team_workplace tw join team t on t.id = tw.team_id join workplace w on w.id = tw.workplace_id
   where tw.team_id in (select team_id from entry) and tw.workplace_id not in (select id from known)
), move as (
  select *, lead(valid_from) over (partition by team_id order by valid_from, n) as next_on
    from (select * from entry union all select * from kept) e
), stay as (
  select team_id, workplace_id, valid_from, least(next_on, closes_on, dissolved_on) as valid_to
    from move
   where least(next_on, closes_on, dissolved_on) is null
      or least(next_on, closes_on, dissolved_on) > valid_from
), dropped as (
  delete from team_workplace tw using (select distinct team_id from stay) s
   where tw.team_id = s.team_id and not exists (
     select 1 from stay y where y.team_id = tw.team_id and y.workplace_id = tw.workplace_id
        and y.valid_from = tw.valid_from and y.valid_to is not distinct from tw.valid_to)
  returning tw.team_id
), moved as (
  insert into team_workplace (team_id, workplace_id, valid_from, valid_to)
  select * from stay s where (select count(*) from dropped) >= 0 and (select count(*) from written) >= 0
     and not exists (
       select 1 from team_workplace tw where tw.team_id = s.team_id
          and tw.workplace_id = s.workplace_id and tw.valid_from = s.valid_from
          and tw.valid_to is not distinct from s.valid_to)
  returning workplace_id
)
select (select count(*)::int from known where is_new) as added,
       (select count(*)::int from known where not is_new
           and (not same or id in (select workplace_id from moved))) as changed,
       (select count(*)::int from known where same
           and id not in (select workplace_id from moved)) as unchanged
