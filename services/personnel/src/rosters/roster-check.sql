-- What a roster says that cannot be beside what stands and beside itself.
with standing as (
  -- what is recorded and not told again by the file
  select p.person_id, p.team_id, p.position, p.valid_from, p.valid_to
    from posting p
   where (p.person_id in (select person_id from roster_row) or p.team_id in (select team_id from roster_row))
     and not exists (select 1 from roster_row r where r.known_id = p.id)
), found as (
  select r.n, r.at, 'roster-team-not-standing' as code, t.name as team, r.valid_from as "on", null as other
    from roster_row r join team t on t.id = r.team_id
   where r.commune_id is null
  union all
  select r.n, r.at, 'roster-team-dissolved', t.name, t.dissolved_on, null
    from roster_row r join team t on t.id = r.team_id
   where r.commune_id is not null and t.dissolved_on is not null
     and (r.valid_to is null or r.valid_to > t.dissolved_on)
  union all
  select b.n, b.at, 'roster-person-twice', null, null, a.at
    from roster_row a join roster_row b on b.person_id = a.person_id and a.n < b.n
     and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)
  union all
  select r.n, r.at, 'roster-person-serves', null, s.valid_from, null
    from roster_row r join standing s on s.person_id = r.person_id
     and daterange(s.valid_from, s.valid_to) && daterange(r.valid_from, r.valid_to)
  union all
  select b.n, b.at, 'roster-leader-twice', t.name, null, a.at
    from roster_row a join roster_row b on b.team_id = a.team_id and a.n < b.n
     and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)
    join team t on t.id = a.team_id
   where a.position = 'leader' and b.position = 'leader'
  union all
  select r.n, r.at, 'roster-team-has-leader', t.name, s.valid_from, null
    from roster_row r join standing s on s.team_id = r.team_id and s.position = 'leader'
     and daterange(s.valid_from, s.valid_to) && daterange(r.valid_from, r.valid_to)
    join team t on t.id = r.team_id
   where r.position = 'leader'
)
select * from found order by n limit 5000
