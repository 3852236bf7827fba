-- The villages and teams among which a draft divides its lines, as they are called on its day. $1 draft
with part as (
  select d.effective_from as day, (p ->> 'villageId')::uuid as village_id, (p ->> 'teamId')::uuid as team_id
    from quota_draft d
    join quota_draft_line l on l.draft_id = d.id
    cross join lateral jsonb_array_elements(l.parts) as p
   where d.id = $1
)
(select distinct on (v.unit_id) v.unit_id as id, v.kind, v.name
   from part
   join unit_version v on v.unit_id = part.village_id
  order by v.unit_id, (v.valid_from <= part.day) desc, v.valid_from desc)
union all
select id, null, name from team where id in (select team_id from part)
