with recursive period as materialized (
  -- periods ($1) that a kind of sender ($2) owes reports in
  select p.id, p.province_id, p.name, p.to_on as day, p.late_from
    from reporting_period p
    join report_kind k on k.id = p.kind_id
   where p.id = any ($1::uuid[]) and $2 = any (k.senders)
), tree as (
  -- units ($3) and what lay in them at each period's end; `at` is what lies directly in them, or of several the unit itself
  select p.id as period_id, p.day, r.id as unit_id, case when cardinality($3::uuid[]) > 1 then r.id end as at
    from period p
   cross join unnest($3::uuid[]) r (id)
   where province_of(r.id, p.day) = p.province_id
     and not exists (select from unit_above(r.id, p.day) a where a.steps > 0 and a.id = any ($3::uuid[]))
  union
  select t.period_id, t.day, o.unit_id, coalesce(t.at, o.unit_id)
    from tree t
    join unit_parent o on o.parent_id = t.unit_id and o.valid_from <= t.day
         and (o.valid_to is null or t.day < o.valid_to)
    join unit u on u.id = o.unit_id and u.level in ('province', 'district', 'commune')
), standing as (
  select t.*, u.level
    from tree t
    join unit u on u.id = t.unit_id
    join unit_version v on v.unit_id = t.unit_id and v.valid_from <= t.day and (v.valid_to is null or t.day < v.valid_to)
), owing as (
  select s.period_id, s.day, s.unit_id, coalesce(s.at, c.team_id) as at, c.team_id as sender_id
    from standing s
    join team_commune c on c.commune_id = s.unit_id and c.valid_from <= s.day
         and (c.valid_to is null or s.day < c.valid_to)
   where $2 = 'team'
  union all
  select s.period_id, s.day, s.unit_id, coalesce(s.at, s.unit_id), s.unit_id from standing s where s.level = $2
), known as materialized (
  -- at once: the reports of many are not looked up one by one
  select * from report where period_id = any ($1::uuid[]) and sender = $2
), placed as (
  select o.*, p.name as period_name, p.late_from, r.state, r.first_sent_at, r.sent_at, r.lapsed, r.resubmit_by,
         r.version_id, r.accepted_version_id, r.recounted_at
    from owing o
    join period p on p.id = o.period_id
    left join known r on r.period_id = o.period_id and r.sender_id = o.sender_id
)
