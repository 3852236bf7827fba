-- Reports ($1) as they stand while nobody else takes a step with them, in one order; whether they lie under the areas of who
-- judges ($2 ids, $3 from, $4 to; null ids: everywhere).
select r.id, r.period_id as "periodId", r.sender, r.sender_id as "senderId", r.state, r.version,
       r.version_id as "versionId", r.accepted_version_id as "acceptedVersionId", v.sent_by as "sentBy",
       v.verified_by_name as "verifiedBy", v.return_reason as "returnReason", r.resubmit_by as "resubmitBy",
       p.province_id as "provinceId", p.due_on as "dueOn", p.resubmission_days as "resubmissionDays",
       now() >= p.closes_from as closed,
       sender_is_below(r.sender_id, r.unit_id, roots_on($2, $3, $4, p.to_on), p.to_on) as "isInside",
       sender_is_under(r.sender, r.unit_id, roots_on($2, $3, $4, p.to_on), p.to_on) as "isUnder"
  from report r
  join reporting_period p on p.id = r.period_id
  left join report_version v on v.id = r.version_id
 where r.id = any ($1::uuid[])
 order by r.id
   for update of r
