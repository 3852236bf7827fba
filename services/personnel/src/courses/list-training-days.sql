-- Days of training in order, those of a record that was merged as days of whose record stands for it. $1 from,
-- $2 to, $3 scope (null = all), $4 within (null = all), $5 person, $6 key to go on after, $7 how many
with found as (
  select distinct d.course_id, d.day, n.id as person_id, n.name as person_name, c.name as course_name,
         coalesce(last.commune_id, n.commune_id) as commune_id,
         d.day || ' ' || n.id || ' ' || d.course_id as sort_key
    from training_day d
    join course c on c.id = d.course_id
    join person r on r.id = d.person_id
    join person n on n.id = case when r.merged_into is null then r.id else person_survivor(r.id) end
    left join lateral person_place(n.id, d.day) last on true
   where d.day >= $1 and d.day <= $2
     and ($5::uuid is null or d.person_id in (select id from person_records($5)))
), seen as (
  select * from found
   where ($3::uuid[] is null or commune_id = any ($3))
     and ($4::uuid[] is null or commune_id = any ($4))
)
select s.course_id as "courseId", s.person_id as "personId", s.day, s.person_name as "personName",
       s.course_name as "courseName", s.sort_key as "sortKey", (select count(*) from seen)::int as total
  from seen s
 where $6::text is null or s.sort_key > $6
 order by s.sort_key
 limit $7
