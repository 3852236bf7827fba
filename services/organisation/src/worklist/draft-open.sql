-- Decisions on quotas that are being prepared.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'draft' as noun, d.id, d.unit_id, d.changed_at::date as since
  from quota_draft d
 where d.status = 'draft'
   and ($2::uuid[] is null or d.unit_id in (select id from unit_below($2, $1)))
   and ($3::uuid[] is null or d.unit_id in (select id from unit_below($3, $1)))
