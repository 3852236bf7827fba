-- Claims of an area that had come by a day, as they stood then, undecided ones first. $1 day (null = as they
-- stand), $2 scope (null = all), $3 within (null = all), $4 person, $5 id, $6 key to go on after, $7 how many,
-- $8 state (null = all)
with found as (
  select c.*, p.name as person_name, done.*, stands.state,
         (done.outcome_by is not null)::int || ' ' || to_char(c.received_on, 'YYYY-MM-DD') || ' ' || c.id as sort_key
    from claim c
    join person p on p.id = c.person_id
    -- what was done after the day was not done yet
   cross join lateral (
     select case when c.completed_on <= d.day then c.completed_on end as completed_by,
            case when c.appraised_on <= d.day then c.appraised_on end as appraised_by,
            case when c.decided_on <= d.day then c.decided_on end as decided_by,
            case when c.appraised_on <= d.day then c.report else '' end as report_by,
            case when c.appraised_on <= d.day then c.appraiser end as appraiser_by,
            case when c.decided_on <= d.day then c.amount end as amount_by,
            case when c.decided_on <= d.day then c.outcome end as outcome_by,
            case when c.decided_on <= d.day then c.reasons else '' end as reasons_by
       from (select coalesce($1::date, 'infinity') as day) d) done
   cross join lateral (
     select case when done.outcome_by is not null then done.outcome_by
                 when done.completed_by is null then 'incomplete'
                 when done.appraised_by is null then 'appraising'
                 else 'deciding' end as state) stands
   where ($1::date is null or c.received_on <= $1)
     and ($2::uuid[] is null or c.commune_id = any ($2))
     and ($3::uuid[] is null or c.commune_id = any ($3))
     and ($4::uuid is null or c.person_id in (select id from person_records($4)))
     and ($5::uuid is null or c.id = $5)
     and ($8::text is null or stands.state = $8)
)
select f.id, f.person_id as "personId", f.person_name as "personName", f.commune_id as "communeId", f.kind,
       f.happened_at as "happenedAt", f.shift_id as "shiftId", f.order_id as "orderId", f.exclusions,
       f.papers, f.channel, f.received_on as "receivedOn", f.completed_by as "completedOn",
       f.appraised_by as "appraisedOn", f.decided_by as "decidedOn", f.state,
       f.treatment_cost as "treatmentCost", f.treatment_days as "treatmentDays", f.lost_percent as "lostPercent",
       f.beneficiary, f.appraiser_by as "appraisedBy", f.report_by as report, f.amount_by as amount, f.reasons_by as reasons,
       case when f.outcome_by is not null then json_build_object('id', d.id, 'number', d.number,
              'issuer', d.issuer, 'signedOn', d.signed_on) end as decision,
       case when v.unit_id is not null
            then json_build_object('id', v.unit_id, 'name', v.name, 'kind', v.kind) end as commune,
       f.sort_key as "sortKey", (select count(*) from found)::int as total
  from found f
  left join decision d on d.id = f.decision_id
  left join lateral (
    select unit_id, name, kind from unit_version
     where unit_id = f.commune_id and valid_from <= f.received_on order by valid_from desc limit 1) v on true
 where $6::text is null or f.sort_key > $6
 order by f.sort_key
 limit $7
