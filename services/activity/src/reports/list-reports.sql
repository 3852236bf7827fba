-- Who owes a report in a period ($1), with how far it has come; of a kind of sender ($2), in an area ($3 scope, $4 within;
-- null = all), in a state ($5), in time or late ($6), with a part of a name ($7), of one sender ($8). After a key ($9), so
-- many ($10).
with period as materialized (select * from reporting_period where id = $1),
-- once, not for each row
scope as materialized (
  select s.sender_id from period p cross join lateral senders_below($3::uuid[], p.to_on) s where $3::uuid[] is not null
), inside as materialized (
  select s.sender_id from period p cross join lateral senders_below($4::uuid[], p.to_on) s where $4::uuid[] is not null
),
owing as (
  select s.sender, s.sender_id, coalesce(s.commune_id, s.sender_id) as unit_id
    from period p
    join report_kind k on k.id = p.kind_id
   cross join lateral standing_senders(p.province_id, p.to_on) s
   where s.sender = any (k.senders)
), asked as (
  select * from owing
  union all
  -- what was sent stays to be seen when the tree of that day is set right later
  select r.sender, r.sender_id, r.unit_id from report r
   where r.period_id = $1 and r.sender_id not in (select sender_id from owing)
), found as (
  select a.sender, a.sender_id, a.unit_id, r.id, r.version, r.first_sent_at, r.sent_at, r.resubmit_by, r.returns,
         r.warnings, r.version_id, r.accepted_version_id, r.draft, r.recounted_at,
         case when r.state is null then 'missing'
              when r.state = 'accepted' and now() >= p.closes_from then 'locked'
              else r.state end as state,
         case when r.first_sent_at is not null
              then r.first_sent_at < p.late_from and not r.lapsed
                   and (r.state <> 'returned' or now() < r.resubmit_by) end as in_time,
         case when r.first_sent_at is not null
              then greatest(0, (r.first_sent_at at time zone 'Asia/Ho_Chi_Minh')::date - p.due_on) end as days_late,
         coalesce(t.name, v.kind || ' ' || v.name, '') as name,
         coalesce(u.kind || ' ' || u.name, '') as unit_name
    from asked a
    join period p on true
    left join report r on r.period_id = $1 and r.sender_id = a.sender_id
    left join team t on t.id = a.sender_id
    left join unit_version v on v.unit_id = a.sender_id and v.valid_from <= p.to_on
         and (v.valid_to is null or p.to_on < v.valid_to)
    left join unit_version u on u.unit_id = a.unit_id and u.valid_from <= p.to_on
         and (u.valid_to is null or p.to_on < u.valid_to)
   where ($2::text is null or a.sender = $2)
     and ($8::uuid is null or a.sender_id = $8)
     and ($3::uuid[] is null or a.sender_id in (select sender_id from scope))
     and ($4::uuid[] is null or a.sender_id in (select sender_id from inside))
), kept as (
  select f.*, lower(unaccent(unit_name || ' ' || name)) collate "C" || ' ' || sender_id as sort_key
    from found f
   where ($5::text is null or state = $5)
     and ($6::text is null or in_time = ($6 = 'in-time'))
     and ($7::text is null or lower(unaccent(unit_name || ' ' || name)) like '%' || lower(unaccent($7)) || '%')
)
select k.id, $1::uuid as "periodId", (select name from period) as "periodName", k.sender, k.sender_id as "senderId", k.name, k.unit_id as "unitId",
       k.unit_name as "unitName", k.state, coalesce(k.version, 0) as version, k.days_late as "daysLate",
       k.in_time as "inTime", k.first_sent_at as "firstSentAt", k.sent_at as "sentAt",
       k.resubmit_by as "resubmitBy", coalesce(k.returns, 0) as returns, coalesce(k.warnings, 0) as warnings,
       case when k.state = 'returned' then w.return_reason end as "returnReason",
       k.accepted_version_id is not null and k.accepted_version_id <> k.version_id as "changedSinceAcceptance",
       k.draft, a.number as "acceptedVersion",
       k.sort_key as "sortKey", (select count(*) from kept)::int as total
  from kept k
  left join report_version w on w.id = k.version_id
  left join report_version a on a.id = k.accepted_version_id
 where $9::text is null or k.sort_key > $9
 order by k.sort_key
 limit $10
