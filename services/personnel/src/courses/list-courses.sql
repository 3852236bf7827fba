-- Courses, latest first: those of units that lie in the areas or over them, and those that members of the areas
-- attended. $1 day of areas and names, $2 scope (null = all), $3 within (null = all), $4 begun by (null = any),
-- $5 kind, $6 topic, $7 course, $8 key to go on after, $9 how many
with place as (
  select a.course_id, a.result, coalesce(last.commune_id, n.commune_id) as commune_id
    from attendance a
    join person r on r.id = a.person_id
    join person n on n.id = case when r.merged_into is null then r.id else person_survivor(r.id) end
    join course c on c.id = a.course_id
    left join lateral person_place(n.id, greatest($1::date, c.starts_on)) last on true
), seen as (
  select * from place
   where ($2::uuid[] is null or commune_id = any ($2))
     and ($3::uuid[] is null or commune_id = any ($3))
), over as (
  select c.id from course c
   where ($2::uuid[] is null or c.unit_id = any ($2)
          or exists (select 1 from unit_below(array[c.unit_id], $1) b where b.id = any ($2)))
     and ($3::uuid[] is null or c.unit_id = any ($3)
          or exists (select 1 from unit_below(array[c.unit_id], $1) b where b.id = any ($3)))
), found as (
  select c.*, (date '9999-12-31' - c.starts_on) || ' ' || c.id as sort_key
    from course c
   where (c.id in (select id from over) or c.id in (select course_id from seen))
     and ($4::date is null or c.starts_on <= $4)
     and ($5::text is null or c.kind = $5)
     and ($6::text is null or $6 = any (c.topics))
     and ($7::uuid is null or c.id = $7)
)
select f.id, f.unit_id as "unitId", f.name, f.kind, f.topics, f.starts_on as "startsOn", f.ends_on as "endsOn",
       f.hours::float8 as hours, f.place, f.organiser, f.instrument,
       coalesce(v.kind || ' ' || v.name, '') as "unitName",
       (select count(*) from seen where course_id = f.id and result <> 'absent')::int as attended,
       (select count(*) from seen where course_id = f.id and result = 'passed')::int as passed,
       f.sort_key as "sortKey", (select count(*) from found)::int as total
  from found f
  left join lateral (
    select kind, name from unit_version where unit_id = f.unit_id
     order by valid_from <= f.starts_on desc, valid_from desc limit 1) v on true
 where $8::text is null or f.sort_key > $8
 order by f.sort_key
 limit $9
