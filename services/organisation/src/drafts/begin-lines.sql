-- A line for each commune below the draft's unit that day. $1 draft, $2 unit, $3 day, $4 start
-- (in-force, norm, nothing, draft, reorganisation: the given lines alone), $5 other draft or null, $6 who, $7 lines of the norm (json)
with commune as (
  select v.unit_id from unit_version v
   where v.level = 'commune' and v.valid_from <= $3 and (v.valid_to is null or $3 < v.valid_to)
     and v.unit_id in (select id from unit_below(array[$2::uuid], $3::date))
)
insert into quota_draft_line
  (draft_id, unit_id, villages, teams, members, leaders, deputies, ordinary, note, parts, version,
   changed_by)
select $1::uuid, c.unit_id,
       -- How many villages a commune has is no matter of the decision before: it is what stands on the day.
       coalesce(case when q.id is not null then nullif(b.villages, 0) end, q.villages, o.villages, n.villages),
       coalesce(q.teams, o.teams, n.teams),
       coalesce(q.members, o.members, n.members), coalesce(q.leaders, o.leaders, n.leaders),
       coalesce(q.deputies, o.deputies, n.deputies), coalesce(q.ordinary, o.ordinary, n.ordinary),
       -- What was noted beside other villages ("02 Tổ phụ trách 02 thôn") no longer tells of these.
       coalesce(case when b.villages = 0 or q.villages is null or b.villages = q.villages then q.note end,
                o.note, n.note, ''),
       coalesce(o.parts,
         (select jsonb_agg(jsonb_build_object('villageId', l.village_id, 'teamId', l.team_id,
                   'position', l.position, 'members', l.members) order by l.n)
            from quota_line l where l.quota_id = q.id), '[]'), 1, $6
  from commune c
  left join quota q on $4 = 'in-force' and q.unit_id = c.unit_id
   and q.valid_from <= $3 and (q.valid_to is null or $3 < q.valid_to)
  left join lateral (
    select count(*)::int as villages from unit_parent p join unit u on u.id = p.unit_id and u.level = 'village'
     where p.parent_id = c.unit_id and p.valid_from <= $3 and (p.valid_to is null or $3 < p.valid_to)) b on true
  left join quota_draft_line o on o.draft_id = $5::uuid and o.unit_id = c.unit_id
  left join jsonb_to_recordset($7) as n(unit_id uuid, villages int, teams int, members int,
    leaders int, deputies int, ordinary int, note text) on n.unit_id = c.unit_id
 where $4 <> 'reorganisation' or n.unit_id is not null
