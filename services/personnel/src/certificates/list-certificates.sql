-- Training certificates, latest first; one of a record that was merged is of whose record stands for it. $1
-- day, $2 scope (null = all), $3 within (null = all), $4 course, $5 person, $6 state, $7 key to go on after, $8
-- how many
with found as (
  select f.*, n.id as survivor_id, n.name as person_name, c.name as course_name, c.topics,
         coalesce(last.commune_id, n.commune_id) as commune_id,
         (date '9999-12-31' - f.issued_on) || ' ' || f.id as sort_key
    from certificate f
    join course c on c.id = f.course_id
    join person r on r.id = f.person_id
    join person n on n.id = case when r.merged_into is null then r.id else person_survivor(r.id) end
    left join lateral person_place(n.id, $1) last on true
   where ($4::uuid is null or f.course_id = $4)
     and ($5::uuid is null or f.person_id in (select id from person_records($5)))
     and ($6::text is null or f.state = $6)
), seen as (
  select * from found
   where ($2::uuid[] is null or commune_id = any ($2))
     and ($3::uuid[] is null or commune_id = any ($3))
)
select s.id, s.course_id as "courseId", s.survivor_id as "personId", s.number, s.issued_on as "issuedOn",
       s.valid_to as "validTo", s.person_name as "personName", s.course_name as "courseName", s.topics,
       s.state, s.state_on as "stateOn",
       s.issued_on <= $1 and (s.valid_to is null or $1 < s.valid_to)
         and (s.state = 'in-use' or $1 < s.state_on) as "isValid",
       s.sort_key as "sortKey", (select count(*) from seen)::int as total
  from seen s
 where $7::text is null or s.sort_key > $7
 order by s.sort_key
 limit $8
