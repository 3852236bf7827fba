-- Writes an annex from a day on: the same line changes nothing, another line of the same decision corrects
-- it, any other standing quota ends on the day. $1 lines (json), $2 day, $3 instrument
with line as (
  select * from jsonb_to_recordset($1) as l(unit_id uuid, new_id uuid, villages int, teams int,
    members int, leaders int, deputies int, ordinary int, note text)
), standing as (
  select l.*, q.id, q.valid_from, q.instrument_id,
         q.id is not null and q.instrument_id = $3 and
         (q.villages, q.teams, q.members, q.leaders, q.deputies, q.ordinary, q.note)
           is not distinct from
         (l.villages, l.teams, l.members, l.leaders, l.deputies, l.ordinary, l.note) as same
    from line l
    left join quota q on q.unit_id = l.unit_id
     and q.valid_from <= $2 and (q.valid_to is null or $2 < q.valid_to)
), ended as (
  update quota q set valid_to = $2
    from standing s where q.id = s.id and s.valid_from < $2 and not s.same
  returning q.id
), corrected as (
  update quota q
     set instrument_id = $3, villages = s.villages, teams = s.teams, members = s.members,
         leaders = s.leaders, deputies = s.deputies, ordinary = s.ordinary, note = s.note
    from standing s where q.id = s.id and s.valid_from = $2 and not s.same
  returning q.id
), added as (
  insert into quota (id, unit_id, instrument_id, villages, teams, members, leaders, deputies,
                     ordinary, note, valid_from, valid_to)
  select s.new_id, s.unit_id, $3, s.villages, s.teams, s.members, s.leaders, s.deputies,
         s.ordinary, s.note, $2,
         least((select min(n.valid_from) from quota n
                 where n.unit_id = s.unit_id and n.valid_from > $2),
               (select max(v.valid_to) from unit_version v where v.unit_id = s.unit_id
                having bool_and(v.valid_to is not null)))
    from standing s
   where not s.same and (s.id is null or s.valid_from < $2)
     -- the exclusion constraint must see the standing quota ended first
     and (select count(*) from ended) >= 0
  returning id
)
select (select count(*)::int from added) as added,
       (select count(*)::int from corrected) as changed,
       (select count(*)::int from standing where same) as unchanged
