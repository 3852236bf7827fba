-- Quotas in force on a day, with the teams active then.
-- $1 day, $2 scope (null = all), $3 within (null = all), $4 instrument or null
with inside as materialized (
  select v.unit_id, v.code, v.name, v.kind, p.parent_id
    from unit_version v
    left join unit_parent p on p.unit_id = v.unit_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   where v.level = 'commune' and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
     and ($2::uuid[] is null or v.unit_id in (select id from unit_below($2, $1)))
     and ($3::uuid[] is null or v.unit_id in (select id from unit_below($3, $1)))
), active as (
  select p.parent_id as commune_id, count(distinct t.id)::int as teams
    from team t
    join team_village tv on tv.team_id = t.id
     and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
    join unit_parent p on p.unit_id = tv.village_id
     and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
   where t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
   group by p.parent_id
)
select q.id, q.unit_id as "unitId", q.instrument_id as "instrumentId", q.villages, q.teams,
       q.members, q.leaders, q.deputies, q.ordinary, q.note,
       q.valid_from as "validFrom", q.valid_to as "validTo",
       json_build_object('code', i.code, 'name', i.name, 'kind', i.kind) as unit,
       case when parent.unit_id is null then null else
         json_build_object('id', parent.unit_id, 'name', parent.name, 'kind', parent.kind) end
         as parent,
       coalesce(a.teams, 0) as active,
       (select case when count(*) > 0 then
                 json_build_object('teams', sum(s.teams), 'until', min(s.valid_to)) end
          from transition s
         where s.unit_id = q.unit_id and s.valid_from <= $1 and $1 < s.valid_to) as surplus,
       (coalesce(parent.code, '') || ' ' || i.code || ' ' || q.id) collate "C" as sort_key
  from quota q
  join inside i on i.unit_id = q.unit_id
  left join active a on a.commune_id = q.unit_id
  left join unit_version parent on parent.unit_id = i.parent_id
   and parent.valid_from <= $1 and (parent.valid_to is null or $1 < parent.valid_to)
 where q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
   and ($4::uuid is null or q.instrument_id = $4)
 order by sort_key
