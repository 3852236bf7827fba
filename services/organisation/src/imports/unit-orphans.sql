-- Units that stand on a day below a parent that does not, and teams active over a village that does not.
-- $1 day
select 'unit-would-lose-its-parent' as what, v.name, coalesce(last.name, '') as parent
  from unit_version v
  left join unit_parent p on p.unit_id = v.unit_id
   and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
  left join unit_version over on over.unit_id = p.parent_id
   and over.valid_from <= $1 and (over.valid_to is null or $1 < over.valid_to)
  left join lateral (select name from unit_version n where n.unit_id = p.parent_id
                      order by valid_from desc limit 1) last on true
 where v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
   and v.level <> 'province' and over.unit_id is null
union all
select 'team-would-lose-its-village', t.name, coalesce(last.name, '')
  from team t
  join team_village tv on tv.team_id = t.id
   and tv.valid_from <= $1 and (tv.valid_to is null or $1 < tv.valid_to)
  left join unit_version v on v.unit_id = tv.village_id
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
  left join lateral (select name from unit_version n where n.unit_id = tv.village_id
                      order by valid_from desc limit 1) last on true
 where t.founded_on <= $1 and (t.dissolved_on is null or $1 < t.dissolved_on)
   and v.unit_id is null
 limit 500
