-- Claims of an area, undecided ones first. $1 scope (null = all), $2 within (null = all), $3 person, $4 id,
-- $5 how many
select c.id, c.person_id as "personId", p.name as "personName", c.commune_id as "communeId", c.kind,
       c.happened_at as "happenedAt", c.shift_id as "shiftId", c.order_id as "orderId", c.exclusions,
       c.papers, c.channel, c.received_on as "receivedOn", c.completed_on as "completedOn",
       c.appraised_on as "appraisedOn", c.decided_on as "decidedOn", c.outcome, c.reasons,
       (count(*) over ())::int as total
  from claim c
  join person p on p.id = c.person_id
 where ($1::uuid[] is null or c.commune_id = any ($1))
   and ($2::uuid[] is null or c.commune_id = any ($2))
   and ($3::uuid is null or c.person_id in (select id from person_records($3)))
   and ($4::uuid is null or c.id = $4)
 order by c.outcome is not null, c.received_on, c.id
 limit $5
