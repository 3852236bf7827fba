-- Proposals of communes, waiting ones first. $1 day, $2 scope (null = all), $3 within (null = all),
-- $4 status or null, $5 proposal or null
select p.id, p.unit_id as "unitId", p.effective_from as "effectiveFrom", p.villages, p.teams,
       p.members, p.leaders, p.deputies, p.ordinary, p.reason, p.paper_number as "paperNumber",
       p.status, p.accepted, p.draft_id as "draftId", p.sent_at as "sentAt",
       p.sent_by as "sentBy", v.name as "unitName", v.kind as "unitKind",
       case when q.id is null then null else
         json_build_object('teams', q.teams, 'members', q.members) end as decided,
       (select count(distinct t.id)::int
          from unit_parent up
          join team_village tv on tv.village_id = up.unit_id
           and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
          join team t on t.id = tv.team_id
           and t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
         where up.parent_id = p.unit_id
           and up.valid_from <= $1 and (up.valid_to is null or $1 < up.valid_to)) as active,
       case p.status when 'sent' then '1' when 'accepted' then '2' else '3' end || ' ' ||
         to_char(p.sent_at, 'YYYYMMDDHH24MISSUS') || ' ' || p.id as sort_key
  from proposal p
  left join lateral (
    select name, kind from unit_version where unit_id = p.unit_id
     order by (valid_from <= $1) desc, valid_from desc limit 1) v on true
  left join quota q on q.unit_id = p.unit_id
   and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
 where ($2::uuid[] is null or p.unit_id in (select id from unit_below($2, $1)))
   and ($3::uuid[] is null or p.unit_id in (select id from unit_below($3, $1)))
   and ($4::text is null or p.status = $4)
   and ($5::uuid is null or p.id = $5)
 order by sort_key
