-- The lines of a draft beside the standing quota, the teams active and the lawful surplus of its day.
-- $1 draft
with draft as (
  select id, effective_from as day, instrument_id from quota_draft where id = $1
), named as materialized (
  select l.*, v.code, v.name, v.kind, v.unit_id is not null and v.day_holds as standing, p.parent_id
    from quota_draft_line l
    cross join draft d
    left join lateral (
      select unit_id, code, name, kind,
             valid_from <= d.day and (valid_to is null or d.day < valid_to) as day_holds
        from unit_version where unit_id = l.unit_id
       order by (valid_from <= d.day) desc, case when valid_from <= d.day then valid_from end desc,
                valid_from limit 1) v on true
    left join unit_parent p on p.unit_id = l.unit_id
     and p.valid_from <= d.day and (p.valid_to is null or d.day < p.valid_to)
   where l.draft_id = d.id
), active as (
  select p.parent_id as commune_id, count(distinct t.id)::int as teams
    from draft d
    join team t on t.founded_on <= d.day and (t.dissolved_on is null or d.day < t.dissolved_on)
    join team_village tv on tv.team_id = t.id
     and tv.valid_from <= d.day and (tv.valid_to is null or d.day < tv.valid_to)
    join unit_parent p on p.unit_id = tv.village_id
     and p.valid_from <= d.day and (p.valid_to is null or d.day < p.valid_to)
   group by p.parent_id
), surplus as (
  select t.unit_id, sum(t.teams)::int as teams
    from transition t cross join draft d
   where t.valid_from <= d.day and d.day < t.valid_to group by t.unit_id
)
select n.unit_id as "unitId", n.villages, n.teams, n.members, n.leaders, n.deputies, n.ordinary,
       n.note, n.parts, n.version, n.changed_by as "changedBy", n.standing,
       json_build_object('code', n.code, 'name', n.name, 'kind', n.kind) as unit,
       case when parent.unit_id is null then null else
         json_build_object('id', parent.unit_id, 'name', parent.name, 'kind', parent.kind) end
         as parent,
       case when q.id is null then null else
         json_build_object('teams', q.teams, 'members', q.members, 'note', q.note) end as decided,
       coalesce(a.teams, 0) as active, coalesce(s.teams, 0) as surplus
  from named n
  cross join draft d
  left join lateral (
    select id, teams, members, note from quota
     where unit_id = n.unit_id and valid_from <= d.day and (valid_to is null or d.day <= valid_to)
       and instrument_id is distinct from d.instrument_id
     order by valid_from desc limit 1) q on true
  left join active a on a.commune_id = n.unit_id
  left join surplus s on s.unit_id = n.unit_id
  left join unit_version parent on parent.unit_id = n.parent_id
   and parent.valid_from <= d.day and (parent.valid_to is null or d.day < parent.valid_to)
 order by parent.code collate "C" nulls first, n.code collate "C", n.unit_id
