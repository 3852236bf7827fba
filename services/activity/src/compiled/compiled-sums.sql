-- $4: by part, else all together. $5: code, shape and aggregation of each indicator asked about.
, definition as (
  select * from jsonb_to_recordset($5::jsonb) as one (code text, shape text, aggregation text)
), one as (
  select case when $4 then at end as part, p.* from placed p
), counted as (
  select part, max(day) as day, count(*)::int as owed,
         count(*) filter (where state is null or state = 'draft')::int as missing,
         count(*) filter (where state = 'submitted')::int as submitted,
         count(*) filter (where state = 'returned')::int as returned,
         count(*) filter (where state = 'verified')::int as verified,
         count(*) filter (where state = 'accepted')::int as accepted,
         count(*) filter (where first_sent_at < late_from and not lapsed
                            and (state <> 'returned' or now() < resubmit_by))::int as in_time,
         count(first_sent_at)::int as sent,
         count(*) filter (where accepted_version_id <> version_id)::int as changed,
         count(accepted_version_id)::int as counting,
         count(*) filter (where accepted_version_id <> version_id or recounted_at is not null)::int as corrected
    from one group by part
), said as (
  select o.part, d.code, d.aggregation, d.shape in ('ratio', 'months') as share, o.day, o.sent_at,
         v.numerator, v.denominator,
         v.no_case or (d.shape in ('ratio', 'months') and v.denominator = 0) as no_case
    from one o
    join report_value v on v.report_version_id = o.accepted_version_id
    join definition d on d.code = v.code
), total as (
  -- shares are added above and below the line (reporting BR-24)
  select part, code, aggregation, share, count(*)::int as reported,
         count(*) filter (where not no_case) as cases,
         sum(numerator) filter (where not no_case) as numerator,
         sum(denominator) filter (where not no_case) as denominator,
         (array_agg(array[numerator, denominator] order by day desc, sent_at desc) filter (where not no_case))[1:1]
           as last,
         (array_agg(array[numerator, denominator] order by numerator / coalesce(nullif(denominator, 0), 1) desc)
            filter (where not no_case))[1:1] as most
    from said group by part, code, aggregation, share
)
select c.part as id, coalesce(t.name, v.name, '') as name, coalesce(v.kind, '') as kind,
       t.id is not null or u.level = $2 as "isSender",
       json_build_object('owed', c.owed, 'missing', c.missing, 'submitted', c.submitted, 'returned', c.returned,
         'verified', c.verified, 'accepted', c.accepted, 'inTime', c.in_time, 'late', c.sent - c.in_time,
         'changedSinceAcceptance', c.changed) as counts,
       c.counting, c.corrected,
       coalesce((
         select json_agg(json_build_object('code', s.code, 'reported', s.reported, 'value',
                  case when s.cases = 0 then json_build_object('numerator', null, 'denominator', null, 'noCase', true)
                       when s.aggregation = 'last' then json_build_object('numerator', s.last[1][1],
                              'denominator', s.last[1][2], 'noCase', false)
                       when s.aggregation = 'max' then json_build_object('numerator', s.most[1][1],
                              'denominator', s.most[1][2], 'noCase', false)
                       else json_build_object('numerator', s.numerator,
                              'denominator', case when s.share then s.denominator
                                                  when s.aggregation = 'ratio' then s.cases end, 'noCase', false)
                  end))
           from total s where s.part is not distinct from c.part), '[]') as totals
  from counted c
  left join team t on t.id = c.part
  left join unit u on u.id = c.part
  left join lateral (select kind, name from unit_version n
                      where n.unit_id = c.part and n.valid_from <= c.day order by n.valid_from desc limit 1) v on true
 order by coalesce(t.name, v.name), c.part
