, known as materialized (
  -- at once: a country's reports are not looked up one by one
  select period_id, sender_id, state, first_sent_at, resubmit_by, lapsed, accepted_version_id <> version_id as changed
    from report where period_id in (select id from period)
), told as (
  select o.period_id, o.day, o.unit_id, count(*)::int as owed,
         count(*) filter (where r.state is null or r.state = 'draft')::int as missing,
         count(*) filter (where r.state = 'submitted')::int as submitted,
         count(*) filter (where r.state = 'returned')::int as returned,
         count(*) filter (where r.state = 'verified')::int as verified,
         count(*) filter (where r.state = 'accepted')::int as accepted,
         count(*) filter (where r.first_sent_at < p.late_from and not r.lapsed
                            and (r.state <> 'returned' or now() < r.resubmit_by))::int as in_time,
         count(r.first_sent_at)::int as sent,
         count(*) filter (where r.changed)::int as changed
    from owing o
    join period p on p.id = o.period_id
    left join known r on r.period_id = o.period_id and r.sender_id = o.sender_id
   group by o.period_id, o.day, o.unit_id
), summed as (
  select s.at, t.period_id, t.day, sum(owed)::int as owed, sum(missing)::int as missing,
         sum(submitted)::int as submitted, sum(returned)::int as returned, sum(verified)::int as verified,
         sum(accepted)::int as accepted, sum(in_time)::int as in_time, sum(sent - in_time)::int as late,
         sum(changed)::int as changed
    from told t
    join seen s on s.day = t.day and s.unit_id = t.unit_id
   group by s.at, t.period_id, t.day
)
select m.at as "unitId", v.name, v.kind, coalesce(above.kind || ' ' || above.name, '') as "parentName",
       m.period_id as "periodId", p.name as "periodName", p.due_on as "dueOn", m.owed, m.missing, m.submitted,
       m.returned, m.verified, m.accepted, m.in_time as "inTime", m.late, m.changed as "changedSinceAcceptance"
  from summed m
  join period p on p.id = m.period_id
  join unit_version v on v.unit_id = m.at and v.valid_from <= m.day and (v.valid_to is null or m.day < v.valid_to)
  left join unit_parent o on o.unit_id = m.at and o.valid_from <= m.day and (o.valid_to is null or m.day < o.valid_to)
  left join unit_version above on above.unit_id = o.parent_id
       and above.valid_from <= m.day and (above.valid_to is null or m.day < above.valid_to)
 order by m.missing::float8 / m.owed desc, m.missing desc, v.name, m.at
