-- What changed about a unit, latest first. $1 unit
select v.valid_from as "on", 'named' as what, v.name, v.kind, null as "parentName",
       null as "instrumentNumber"
  from unit_version v where v.unit_id = $1
union all
select p.valid_from, 'placed', null, null,
       (select name from unit_version n where n.unit_id = p.parent_id
         and n.valid_from <= p.valid_from and (n.valid_to is null or p.valid_from < n.valid_to)), null
  from unit_parent p where p.unit_id = $1
union all
select b.valid_from, 'outlined', null, null, null, null from boundary b where b.unit_id = $1
union all
select q.valid_from, 'quota', q.teams::text, null, null, i.number
  from quota q join instrument i on i.id = q.instrument_id where q.unit_id = $1
union all
select t.founded_on, 'team-founded', t.name, null, null, nullif(t.decision_number, '')
  from team t where exists (select 1 from team_village tv where tv.team_id = t.id
                               and (tv.village_id = $1 or tv.village_id in (
                                 select unit_id from unit_parent p where p.parent_id = $1
                                  and p.valid_from <= t.founded_on
                                  and (p.valid_to is null or t.founded_on < p.valid_to))))
union all
select t.dissolved_on, 'team-dissolved', t.name, null, null, null
  from team t where t.dissolved_on is not null
   and exists (select 1 from team_village tv where tv.team_id = t.id
                  and (tv.village_id = $1 or tv.village_id in (
                    select unit_id from unit_parent p where p.parent_id = $1
                     and p.valid_from < t.dissolved_on
                     and (p.valid_to is null or t.dissolved_on <= p.valid_to))))
union all
select max(v.valid_to), 'ended', null, null, null, null
  from unit_version v where v.unit_id = $1
having bool_and(v.valid_to is not null)
 order by 1 desc, 2
