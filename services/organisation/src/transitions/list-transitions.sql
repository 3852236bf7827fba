-- Lawful surpluses of a day, soonest to end first. $1 day, $2 scope (null = all), $3 within (null = all)
select t.id, t.unit_id as "unitId", t.team_id as "teamId", t.instrument_id as "instrumentId", t.reason,
       t.teams, t.members, t.valid_from as "validFrom", t.valid_to as "validTo",
       v.name as "unitName", v.kind as "unitKind", team_name_on(t.team_id, $1) as "teamName", i.number
  from transition t
  join instrument i on i.id = t.instrument_id
  join unit_version v on v.unit_id = t.unit_id
   and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
 where t.valid_from <= $1 and $1 < t.valid_to
   and ($2::uuid[] is null or t.unit_id in (select id from unit_below($2, $1)))
   and ($3::uuid[] is null or t.unit_id in (select id from unit_below($3, $1)))
 order by t.valid_to, v.code collate "C", t.id
