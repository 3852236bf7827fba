-- Claims of an area, undecided ones first. $1 scope (null = all), $2 within (null = all), $3 person, $4 id,
-- $5 key to go on after, $6 how many
with found as (
  select c.*, p.name as person_name,
         (c.outcome is not null)::int || ' ' || to_char(c.received_on, 'YYYY-MM-DD') || ' ' || c.id as sort_key
    from claim c
    join person p on p.id = c.person_id
   where ($1::uuid[] is null or c.commune_id = any ($1))
     and ($2::uuid[] is null or c.commune_id = any ($2))
     and ($3::uuid is null or c.person_id in (select id from person_records($3)))
     and ($4::uuid is null or c.id = $4)
)
select f.id, f.person_id as "personId", f.person_name as "personName", f.commune_id as "communeId", f.kind,
       f.happened_at as "happenedAt", f.shift_id as "shiftId", f.order_id as "orderId", f.exclusions,
       f.papers, f.channel, f.received_on as "receivedOn", f.completed_on as "completedOn",
       f.appraised_on as "appraisedOn", f.decided_on as "decidedOn", f.outcome, f.reasons,
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       f.sort_key as "sortKey", (select count(*) from found)::int as total
  from found f
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = f.commune_id and valid_from <= f.received_on order by valid_from desc limit 1) v on true
 where $5::text is null or f.sort_key > $5
 order by f.sort_key
 limit $6
