-- Days on which something within the scope changed. $1 scope (null = all), $2 within (null = all)
with recursive
  -- every unit that lay below the roots on any day: the control must reach days before today's outlines
  below as (
    select unnest(coalesce($2::uuid[], $1::uuid[])) as id
    union
    select p.unit_id from below b join unit_parent p on p.parent_id = b.id
  ),
  everything as (select $1::uuid[] is null and $2::uuid[] is null as yes),
  inside as (select id from below),
  day as (
    select valid_from as day, 'unit' as what from unit_version, everything
     where yes or unit_id in (select id from inside)
    union select valid_from, 'unit' from unit_parent, everything
     where yes or unit_id in (select id from inside)
    union select valid_from, 'boundary' from boundary, everything
     where yes or unit_id in (select id from inside)
    union select valid_from, 'quota' from quota, everything
     where yes or unit_id in (select id from inside)
    union select tv.valid_from, 'team' from team_village tv, everything
     where yes or tv.village_id in (select id from inside)
    union select t.dissolved_on, 'team' from team t join team_village tv on tv.team_id = t.id, everything
     where t.dissolved_on is not null and (yes or tv.village_id in (select id from inside))
    union select tw.valid_from, 'workplace' from team_workplace tw
      join workplace w on w.id = tw.workplace_id, everything
     where yes or w.village_id in (select id from inside)
    union select tw.valid_to, 'workplace' from team_workplace tw
      join workplace w on w.id = tw.workplace_id, everything
     where tw.valid_to is not null and (yes or w.village_id in (select id from inside))
  )
select day as "on", array_agg(distinct what order by what) as what
  from day group by day order by day
