-- Recruitments as of a day, the newest plan first. $1 day, $2 scope (null = all), $3 within (null = all),
-- $4 'open', 'over' or null, $5 and $6 plan's day and id to go on after, $7 how many, $8 one alone
with found as (
  select r.*, s.taken
    from recruitment r
   cross join lateral (
      select coalesce(jsonb_object_agg(step, done_on), '{}') as taken from recruitment_step
       where recruitment_id = r.id and done_on <= $1) s
   where ($8::uuid is null and r.drafted_on <= $1 or r.id = $8)
     and ($2::uuid[] is null or r.commune_id = any ($2))
     and ($3::uuid[] is null or r.commune_id = any ($3))
     and ($4::text is null or ($4 = 'over') = recruitment_is_over(r.id, $1))
)
select f.id, f.commune_id as "communeId", f.purpose, f.requirements, f.places, f.receive_from as "receiveFrom",
       f.receive_to as "receiveTo", f.receive_place as "receivePlace", f.receiving_body as "receivingBody",
       f.meeting_on as "meetingOn", f.drafted_on as "draftedOn", f.taken,
       recruitment_is_fruitless(f.id, $1) as "isFruitless",
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       (select count(*) from application a
         where a.recruitment_id = f.id and a.received_on <= $1)::int as applications,
       (select count(*) from found)::int as total
  from found f
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = f.commune_id and valid_from <= greatest($1, f.drafted_on)
     order by valid_from desc limit 1) v on true
 where $5::date is null or (f.drafted_on, f.id) < ($5, $6::uuid)
 order by f.drafted_on desc, f.id desc
 limit $7
