-- Days on which something within the scope changed. $1 scope (null = all), $2 within (null = all)
with recursive
  -- every unit that lay below the roots on any day: the control must reach days before today's outlines
  seen as (
    select unnest($1::uuid[]) as id
    union
    select p.unit_id from seen join unit_parent p on p.parent_id = seen.id
  ),
  asked as (
    select unnest($2::uuid[]) as id
    union
    select p.unit_id from asked join unit_parent p on p.parent_id = asked.id
  ),
  everything as (select $1::uuid[] is null and $2::uuid[] is null as yes),
  inside as materialized (
    select id from unit
     where ($1::uuid[] is null or id in (select id from seen))
       and ($2::uuid[] is null or id in (select id from asked))
  ),
  happening as (
    select unit_id, 'unit' as what, valid_from, valid_to from unit_version
    union all select unit_id, 'unit', valid_from, valid_to from unit_parent
    union all select unit_id, 'boundary', valid_from, valid_to from boundary
    union all select unit_id, 'quota', valid_from, valid_to from quota
    union all select village_id, 'team', valid_from, valid_to from team_village
    union all select village_id, 'workplace', valid_from, valid_to from workplace
    union all select w.village_id, 'workplace', tw.valid_from, tw.valid_to
      from team_workplace tw join workplace w on w.id = tw.workplace_id
  ),
  within as (
    select h.* from happening h, everything where yes or h.unit_id in (select id from inside)
  ),
  day as (
    select valid_from as day, what from within
    union
    select valid_to, what from within where valid_to is not null
  )
select day as "on", array_agg(distinct what order by what) as what
  from day group by day order by day
