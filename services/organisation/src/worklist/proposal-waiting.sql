-- What communes asked for and nobody has answered yet.
-- $1 day, $2 scope (uuid[], null = all), $3 within (uuid[], null = all)
select 'proposal' as noun, p.id, p.unit_id, p.sent_at::date as since
  from proposal p
  join unit_within($2, $3, $1) inside on inside.id = p.unit_id
 where p.status = 'sent'
