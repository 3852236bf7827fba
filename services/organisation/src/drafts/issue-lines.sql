-- The quotas of an issued decision: from the day on they replace the standing ones, up to what is already
-- planned later or the commune's end. $1 draft, $2 day, $3 instrument, $4 ids (commune and quota, json)
with line as (
  select l.*, i.quota_id
    from jsonb_to_recordset($4) as i(unit_id uuid, quota_id uuid)
    join quota_draft_line l on l.draft_id = $1 and l.unit_id = i.unit_id
), ended as (
  update quota q set valid_to = $2
    from line where q.unit_id = line.unit_id and q.valid_from < $2::date
     and (q.valid_to is null or q.valid_to > $2::date)
  returning q.id
), added as (
  insert into quota (id, unit_id, instrument_id, villages, teams, members, leaders, deputies,
                     ordinary, note, valid_from, valid_to)
  select l.quota_id, l.unit_id, $3, l.villages, l.teams, l.members, l.leaders, l.deputies,
         l.ordinary, l.note, $2,
         least((select min(n.valid_from) from quota n
                 where n.unit_id = l.unit_id and n.valid_from > $2::date),
               (select max(v.valid_to) from unit_version v where v.unit_id = l.unit_id
                having bool_and(v.valid_to is not null)))
    from line l
   -- the exclusion constraint must see the standing quota ended first
   where (select count(*) from ended) >= 0
  returning id, teams, members
), parts as (
  insert into quota_line (quota_id, n, village_id, team_id, position, members)
  select a.id, p.n, (p.part ->> 'villageId')::uuid, (p.part ->> 'teamId')::uuid,
         p.part ->> 'position', (p.part ->> 'members')::int
    from added a
    join line l on l.quota_id = a.id
    cross join lateral jsonb_array_elements(l.parts) with ordinality as p(part, n)
  returning quota_id
)
select count(*)::int as communes, coalesce(sum(teams), 0)::int as teams,
       coalesce(sum(members), 0)::int as members, (select count(*) from parts) as parts
  from added
