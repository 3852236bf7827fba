-- What waits about reports on a day ($1), by kind and period, of the areas in which the asker writes ($2 ids, $3 from, $4 to; null
-- ids: everywhere), verifies ($5 to $7) and accepts ($8 to $10); within units ($11, null = all).
with open as (
  select p.*, k.senders from reporting_period p join report_kind k on k.id = p.kind_id
   where p.to_on < $1::date and p.closes_from > now()
), writing as materialized (
  -- whom the asker may report for, once a period
  select p.id as period_id, b.sender_id
    from open p cross join lateral senders_below(roots_on($2, $3, $4, p.to_on), p.to_on) b
   where $2::uuid[] is not null
), waiting as (
  select case when p.due_on >= $1::date then 'report-due' else 'report-overdue' end as kind, p.id as period_id,
         s.sender_id, p.due_on as since
    from open p
   cross join lateral standing_senders(p.province_id, p.to_on) s
   where s.sender = any (p.senders)
     and ($2::uuid[] is null
          or (p.id, s.sender_id) in (select period_id, sender_id from writing))
     -- of a kind that nobody has laid a form down for nothing can be sent
     and exists (select from form f
                  where f.kind_code = p.kind_code and f.sender = s.sender and f.valid_from <= p.to_on
                    and (f.valid_to is null or p.to_on < f.valid_to)
                    and (f.unit_id is null or f.unit_id = p.province_id))
     and not exists (select from report r
                      where r.period_id = p.id and r.sender_id = s.sender_id and r.state <> 'draft')
  union all
  select case r.state when 'returned' then 'report-returned' when 'submitted' then 'report-to-verify'
                      else 'report-to-accept' end, p.id, r.sender_id,
         (coalesce(r.resubmit_by - interval '1 day', r.sent_at) at time zone 'Asia/Ho_Chi_Minh')::date
    from report r
    join reporting_period p on p.id = r.period_id
   where r.state in ('submitted', 'returned', 'verified')
     and case r.state
           when 'returned' then sender_is_below(r.sender_id, r.unit_id, roots_on($2, $3, $4, p.to_on), p.to_on)
           when 'submitted' then sender_is_under(r.sender, r.unit_id, roots_on($5, $6, $7, p.to_on), p.to_on)
           else sender_is_under(r.sender, r.unit_id, roots_on($8, $9, $10, p.to_on), p.to_on)
         end
), asked as materialized (
  select p.id as period_id, b.sender_id
    from reporting_period p cross join lateral senders_below($11::uuid[], p.to_on) b
   where $11::uuid[] is not null and p.id in (select period_id from waiting)
)
select w.kind, w.period_id as "periodId", p.name as "periodName", p.due_on as "dueOn", count(*)::int as count,
       min(w.since) as oldest
  from waiting w
  join reporting_period p on p.id = w.period_id
 where $11::uuid[] is null or (w.period_id, w.sender_id) in (select period_id, sender_id from asked)
 group by w.kind, w.period_id, p.name, p.due_on
 order by array_position(array['report-overdue', 'report-due', 'report-returned', 'report-to-verify',
                               'report-to-accept'], w.kind), p.due_on
