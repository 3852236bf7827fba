-- Written reminders of members, latest first. $1 day, $2 scope (null = all), $3 within (null = all), $4 person,
-- $5 key to go on after, $6 how many
with found as (
  select r.*, n.name as person_name, coalesce(place.commune_id, n.commune_id) as commune_id,
         (date '9999-12-31' - r.signed_on) || ' ' || r.id as sort_key
    from reminder r
    join person n on n.id = r.person_id
    left join lateral person_place(n.id, $1) place on true
   where $4::uuid is null or r.person_id = $4
), seen as (
  select * from found
   where ($2::uuid[] is null or commune_id = any ($2))
     and ($3::uuid[] is null or commune_id = any ($3))
)
select id, person_id as "personId", number, signed_on as "signedOn", text, withdrawn_reason as "withdrawnReason",
       person_name as "personName", sort_key as "sortKey", (select count(*) from seen)::int as total
  from seen
 where $5::text is null or sort_key > $5
 order by sort_key
 limit $6
