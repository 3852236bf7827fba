-- Attendances by course and given name; one of a record that was merged is of whose record stands for it. $1
-- day of names, $2 scope (null = all), $3 within (null = all), $4 course, $5 person, $6 key to go on after, $7
-- how many
with found as (
  select a.*, n.id as survivor_id, n.name as person_name, c.name as course_name, c.starts_on, c.ends_on, t.id as team_id,
         t.name as team_name, coalesce(last.commune_id, n.commune_id) as commune_id,
         (date '9999-12-31' - c.starts_on) || ' ' || c.id || ' ' || n.sort_name || ' ' || n.id || ' ' || a.person_id as sort_key
    from attendance a
    join course c on c.id = a.course_id
    join person r on r.id = a.person_id
    join person n on n.id = case when r.merged_into is null then r.id else person_survivor(r.id) end
    left join lateral person_place(n.id, greatest($1::date, c.starts_on)) last on true
    left join team t on t.id = last.team_id
   where ($4::uuid is null or a.course_id = $4)
     and ($5::uuid is null or a.person_id in (select id from person_records($5)))
), seen as (
  select * from found
   where ($2::uuid[] is null or commune_id = any ($2))
     and ($3::uuid[] is null or commune_id = any ($3))
)
select s.course_id as "courseId", s.survivor_id as "personId", s.hours::float8 as hours, s.result,
       array(select d.day::text from training_day d
              where d.course_id = s.course_id and d.person_id = s.person_id order by d.day) as days,
       s.person_name as "personName", s.course_name as "courseName", s.starts_on as "startsOn",
       s.ends_on as "endsOn",
       case when s.team_id is not null
            then json_build_object('id', s.team_id, 'name', s.team_name) end as team,
       s.sort_key as "sortKey", (select count(*) from seen)::int as total
  from seen s
 where $6::text is null or s.sort_key collate "vi-x-icu" > $6 collate "vi-x-icu"
 order by s.sort_key collate "vi-x-icu"
 limit $7
