-- Every version of a report ($1) with what it says, latest first.
select v.id, v.number, to_json(v.sent_at) #>> '{}' as "sentAt", v.sent_by_name as "sentBy", v.reason, v.late, v.warnings,
       to_json(v.verified_at) #>> '{}' as "verifiedAt", v.verified_by_name as "verifiedBy",
       to_json(v.accepted_at) #>> '{}' as "acceptedAt", v.accepted_by_name as "acceptedBy",
       to_json(v.returned_at) #>> '{}' as "returnedAt", v.returned_by_name as "returnedBy",
       v.return_reason as "returnReason",
       coalesce((select json_agg(json_build_object('code', n.code, 'numerator', n.numerator,
                          'denominator', n.denominator, 'noCase', n.no_case) order by n.code collate "C")
                   from report_value n where n.report_version_id = v.id), '[]') as values
  from report_version v
 where v.report_id = $1
 order by v.number desc
