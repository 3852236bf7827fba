-- $7: code, shape and aggregation of each indicator asked about.
, definition as (
  select * from jsonb_to_recordset($7::jsonb) as one (code text, shape text, aggregation text)
), placed as (
  select s.at, o.period_id, o.day, r.accepted_version_id, r.sent_at,
         r.accepted_version_id <> r.version_id or r.recounted_at is not null as corrected
    from owing o
    join seen s on s.day = o.day and s.unit_id = o.unit_id
    left join report r on r.period_id = o.period_id and r.sender_id = o.sender_id
), counted as (
  select at, period_id, day, count(*)::int as owed, count(accepted_version_id)::int as accepted,
         count(*) filter (where corrected)::int as corrected
    from placed group by at, period_id, day
), said as (
  select p.at, p.period_id, d.code, d.aggregation, d.shape in ('ratio', 'months') as share, p.sent_at,
         v.numerator, v.denominator,
         v.no_case or (d.shape in ('ratio', 'months') and v.denominator = 0) as no_case
    from placed p
    join report_value v on v.report_version_id = p.accepted_version_id
    join definition d on d.code = v.code
), total as (
  select at, period_id, code, aggregation, share, count(*)::int as reported,
         count(*) filter (where not no_case) as cases,
         sum(numerator) filter (where not no_case) as numerator,
         sum(denominator) filter (where not no_case) as denominator,
         (array_agg(array[numerator, denominator] order by sent_at desc) filter (where not no_case))[1:1] as last,
         (array_agg(array[numerator, denominator] order by numerator / coalesce(nullif(denominator, 0), 1) desc)
            filter (where not no_case))[1:1] as most
    from said group by at, period_id, code, aggregation, share
)
select c.at as "unitId", v.name, v.kind, coalesce(above.kind || ' ' || above.name, '') as "parentName",
       c.period_id as "periodId", p.name as "periodName", p.due_on as "dueOn", c.owed, c.accepted, c.corrected,
       coalesce((
         select json_agg(json_build_object('code', d.code, 'reported', coalesce(t.reported, 0), 'value',
                  -- nobody has said anything: no zero (reporting BR-25)
                  case when t.code is null then null
                       when t.cases = 0 then json_build_object('numerator', null, 'denominator', null, 'noCase', true)
                       when d.aggregation = 'last' then json_build_object('numerator', t.last[1][1],
                              'denominator', t.last[1][2], 'noCase', false)
                       when d.aggregation = 'max' then json_build_object('numerator', t.most[1][1],
                              'denominator', t.most[1][2], 'noCase', false)
                       else json_build_object('numerator', t.numerator,
                              'denominator', case when t.share then t.denominator
                                                  when d.aggregation = 'ratio' then t.cases end, 'noCase', false)
                   end) order by d.code collate "C")
           from definition d
           left join total t on t.at = c.at and t.period_id = c.period_id and t.code = d.code), '[]') as totals
  from counted c
  join period p on p.id = c.period_id
  join unit_version v on v.unit_id = c.at and v.valid_from <= c.day and (v.valid_to is null or c.day < v.valid_to)
  left join unit_parent o on o.unit_id = c.at and o.valid_from <= c.day and (o.valid_to is null or c.day < o.valid_to)
  left join unit_version above on above.unit_id = o.parent_id
       and above.valid_from <= c.day and (above.valid_to is null or c.day < above.valid_to)
 order by v.name, c.at
