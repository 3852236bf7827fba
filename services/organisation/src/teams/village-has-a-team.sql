-- Villages that other teams hold already (law BR-13). $1 villages, $2 from this day on, $3 the act's own teams
select 'village-has-a-team' as rule, min(greatest(tv.valid_from, $2::date)) as "on",
       v.kind || ' ' || v.name as unit, count(distinct t.id)::int as count, null::int as "limit",
       array_agg(distinct team_name_on(t.id, greatest(tv.valid_from, $2::date))) as teams
  from team_village tv
  join team t on t.id = tv.team_id and (t.dissolved_on is null or t.dissolved_on > $2)
  join unit_version v on v.unit_id = tv.village_id
   and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
 where tv.village_id = any ($1) and tv.team_id <> all ($3)
   and (tv.valid_to is null or tv.valid_to > $2)
 group by v.kind, v.name
 order by v.name
