-- Writes a version ($5) with its values ($12) as the next one of a report ($1) of a period ($2), sender ($3 kind, $4 id) and
-- unit ($13), if the one that it follows ($6) is still the one that stands; writes nothing otherwise. $7 account, $8 its
-- name, $9 reason, $10 late, $11 warnings, $14 the moment that counts.
with sent as (
  insert into report as r (id, period_id, sender, sender_id, unit_id, state, version, version_id, first_sent_at,
                           sent_at, warnings)
  select $1, $2, $3, $4, $13, 'submitted', 1, $5, $14, $14, jsonb_array_length($11::jsonb)
   where $6 = 0 or exists (select from report known where known.id = $1)
      on conflict (id) do update
     set state = 'submitted', version = r.version + 1, version_id = $5, sent_at = $14, draft = null,
         first_sent_at = coalesce(r.first_sent_at, $14), warnings = jsonb_array_length($11::jsonb),
         lapsed = r.lapsed or (r.resubmit_by is not null and $14 >= r.resubmit_by), resubmit_by = null
   where r.version = $6
  returning r.id, r.version, r.sent_at
), version as (
  insert into report_version (id, report_id, number, sent_at, sent_by, sent_by_name, reason, late, warnings)
  select $5, id, version, sent_at, $7, $8, $9, $10, $11 from sent
), said as (
  insert into report_value (report_version_id, code, period_id, numerator, denominator, no_case)
  select $5, code, $2, numerator, denominator, "noCase"
    from sent, jsonb_to_recordset($12::jsonb)
      as one (code text, numerator numeric, denominator numeric, "noCase" boolean)
)
select version, sent_at as "sentAt" from sent
