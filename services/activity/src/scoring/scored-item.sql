-- How each subject comes to its points, item by item: common table expressions for ranking and explanation.
-- $1 round, $2 kind of subject, $3 subjects (null: all)
round as materialized (
  select r.id, r.campaign_id, r.from_on, r.to_on, c.unit_id, c.launch_before, c.launch_inclusive, t.document as doc
    from campaign_round r
    join campaign c on c.id = r.campaign_id
    left join round_template f on f.round_id = r.id and f.subject = $2
    -- before it is opened a round is tried by the newest template
    join lateral (select document from score_template t
                   where t.campaign_id = c.id and t.subject = $2 and t.id = coalesce(f.template_id, t.id)
                   order by version desc limit 1) t on true
   where r.id = $1
),
item as materialized (
  select (row_number() over (order by c.ordinality, i.ordinality))::int as n,
         c.value ->> 'code' as content, c.ordinality::int as content_place, c.value ->> 'column' as "column", (c.value ->> 'max')::numeric as content_max,
         i.value ->> 'code' as code, i.value ->> 'name' as name, i.value ->> 'nameEn' as name_en,
         i.value ->> 'kind' as kind, i.value ->> 'indicator' as indicator,
         case c.value ->> 'scoring'
           when 'mean' then (c.value ->> 'max')::numeric / jsonb_array_length(c.value -> 'items')
           else (i.value ->> 'max')::numeric end as max,
         i.value -> 'target' ->> 'comparison' as comparison,
         (i.value -> 'target' ->> 'value')::numeric as target,
         (i.value ->> 'perCase')::numeric as per_case,
         case when i.value ->> 'noCase' = 'full' then 1 else 0 end as no_case_part,
         (i.value ->> 'latePercent')::numeric / 100 as late_part,
         (i.value ->> 'mustMax')::boolean as must_max, (i.value ->> 'gate')::boolean as gate
    from round, jsonb_array_elements(doc -> 'contents') with ordinality c,
         jsonb_array_elements(c.value -> 'items') with ordinality i
),
subject as materialized (
  select s.sender_id as id, coalesce(s.commune_id, s.sender_id) as unit_id, p.unit_id as province_id
    from round
    join unit_version p on p.valid_from <= round.to_on and (p.valid_to is null or round.to_on < p.valid_to)
     and (round.unit_id is null or p.unit_id = round.unit_id)
    join unit u on u.id = p.unit_id and u.level = 'province'
   cross join lateral standing_senders(p.unit_id, round.to_on) s
   where s.sender = $2 and ($3::uuid[] is null or s.sender_id = any ($3))
),
-- A period counts in the round that has most of its days, if they are enough (reporting BR-23).
period as materialized (
  select p.id, p.province_id, p.to_on, p.late_from, k.senders
    from round
    join reporting_period p on (round.unit_id is null or p.province_id = round.unit_id)
     and p.from_on <= round.to_on and p.to_on >= round.from_on
     and p.kind_code in (select jsonb_array_elements_text(doc -> 'reportKinds'))
    join report_kind k on k.id = p.kind_id
   cross join lateral (select least(p.to_on, round.to_on) - greatest(p.from_on, round.from_on) + 1 as days) own
   where own.days >= (doc ->> 'leastDays')::int
     and not exists (
       select from campaign_round o
        where o.campaign_id = round.campaign_id and o.id <> round.id
          and (least(p.to_on, o.to_on) - greatest(p.from_on, o.from_on) + 1 > own.days
            or (least(p.to_on, o.to_on) - greatest(p.from_on, o.from_on) + 1 = own.days
                and o.from_on < round.from_on)))
),
meant as materialized (
  select distinct on (d.code) d.code, d.shape, d.aggregation
    from round, indicator d
   where d.code in (select indicator from item) and d.valid_from <= round.to_on
     and (d.valid_to is null or round.to_on < d.valid_to)
     and (d.unit_id is null or d.unit_id = round.unit_id)
   order by d.code, d.unit_id nulls last
),
-- What each sender's accepted reports of the periods say together; shares are added up above and below the line (reporting
-- BR-24). The latest is the greatest of day and figure: an order within the group would sort a country's figures.
spoken as (
  select case when r.sender = $2 then r.sender_id else r.unit_id end as id, r.sender_id, v.code,
         sum(v.numerator) filter (where not v.no_case) as sum, sum(v.denominator) filter (where not v.no_case) as of,
         max(v.numerator) as most,
         max(case when m.aggregation = 'last' then array[p.to_on - date '2000-01-01', v.numerator, v.denominator] end) as last,
         bool_and(v.no_case) as no_case, count(*)::int as reports
    from period p
    join report r on r.period_id = p.id and (r.sender = $2 or ($2 = 'commune' and r.sender = 'team'))
     and ($3::uuid[] is null or r.sender_id = any ($3) or r.unit_id = any ($3))
    join report_value v on v.report_version_id = r.accepted_version_id
    join meant m on m.code = v.code
   group by 1, r.sender_id, v.code
),
-- A commune that does not report an indicator itself is what its teams say.
said as (
  select id, code, sum, of, most, last[2] as last, last[3] as last_of, no_case, reports
    from spoken where id = sender_id
  union all
  select id, code, sum(sum), sum(of), max(most), sum(last[2]), sum(last[3]), bool_and(no_case), sum(reports)::int
    from spoken s
   where id <> sender_id and not exists (select from spoken o where o.id = s.id and o.sender_id = s.id and o.code = s.code)
   group by id, code
),
told as (
  select s.id, s.code, s.no_case, s.reports,
         case m.aggregation when 'last' then s.last when 'max' then s.most else s.sum end as numerator,
         case when m.shape = 'flag' then s.reports when m.aggregation = 'last' then s.last_of else s.of end as denominator
    from said s join meant m on m.code = s.code
),
-- What the platform knows by itself: reports in time among those that were due, and when the campaign was launched.
known as (
  select s.id, 'TC.01' as code,
         count(*) filter (where r.first_sent_at < p.late_from and not r.lapsed) as numerator, count(*) as denominator
    from subject s
    join period p on p.province_id = s.province_id and $2 = any (p.senders) and p.late_from <= clock_timestamp()
    left join report r on r.period_id = p.id and r.sender_id = s.id
   where exists (select from item where indicator = 'TC.01')
   group by s.id
  union all
  select s.id, 'TC.05', greatest(0, l.held_on - round.launch_before + case when round.launch_inclusive then 0 else 1 end),
         null
    from round cross join subject s
    join lateral (select held_on from launch
                   where campaign_id = round.campaign_id and launch.unit_id = s.unit_id
                   order by recorded_at desc limit 1) l on true
   where round.launch_before is not null and exists (select from item where indicator = 'TC.05')
),
-- Points that approved awards bring, and what they feed; a revoked one brings nothing (reporting BR-75).
credited as (
  select c.subject_id as id, c.item, sum(c.points) as points
    from award_credit c
    join award a on a.id = c.award_id and a.state = 'approved'
    join subject s on s.id = c.subject_id
   where c.round_id = $1 group by c.subject_id, c.item
),
awarded as (
  select s.id, c.indicator as code, count(distinct c.achievement_id) as numerator
    from round cross join lateral counted_awards(round.from_on, round.to_on) c
   cross join lateral (values (c.team_id), (c.unit_id)) v (id)
    join subject s on s.id = v.id
   where c.counts = 'each' and c.indicator in (select indicator from item)
   group by s.id, c.indicator
),
-- Points that were typed while an award counted which was revoked since are no longer meant so.
outdated as (
  select m.id, m.item
    from score_mark m
    join award_credit c on c.round_id = m.round_id and c.subject_id = m.subject_id and c.item = m.item
    join award a on a.id = c.award_id and a.state = 'revoked' and a.revoked_at > m.marked_at
   where m.round_id = $1 and m.points is not null and m.step <> 'self' and c.credited_at <= m.marked_at
),
mark as (
  select distinct on (subject_id, item, step, points is null) subject_id as id, item, step, points,
         numerator, denominator, no_case
    from score_mark m
   where round_id = $1 and ($3::uuid[] is null or subject_id = any ($3))
     and not exists (select from outdated o where o.id = m.id and o.item = m.item)
   order by subject_id, item, step, points is null, marked_at desc
),
typed as (
  select distinct on (id, item) id, item, numerator, denominator, no_case
    from mark where points is null and step <> 'self'
   order by id, item, step = 'ratified' desc
),
pointed as (
  select id, item, max(points) filter (where step = 'self') as self,
         max(points) filter (where step = 'verified') as verified,
         max(points) filter (where step = 'ratified') as ratified
    from mark where points is not null group by id, item
),
-- Items that have a figure. One of the platform or of reports is never replaced by a typed one: points are, with a reason. A
-- row bears the number of its item alone: with its names, those of a country would not stay in memory.
figure as (
  select k.id, i.n, 'platform' as source, k.numerator, k.denominator, coalesce(k.denominator = 0, false) as no_case,
         0 as reports,
         null::numeric as credited
    from known k join item i on i.indicator = k.code
  union all
  select t.id, i.n, 'reports', t.numerator, t.denominator, t.no_case or coalesce(t.denominator = 0, false), t.reports,
         null
    from told t join item i on i.indicator = t.code
   where not exists (select from known k where k.id = t.id and k.code = t.code)
  union all
  select t.id, i.n, 'typed', t.numerator, t.denominator, t.no_case or coalesce(t.denominator = 0, false), 0, null
    from typed t join item i on i.code = t.item
   where not exists (select from known k where k.id = t.id and k.code = i.indicator)
     and not exists (select from told r where r.id = t.id and r.code = i.indicator)
  union all
  select w.id, i.n, 'awards', w.numerator, null, false, 0, null
    from awarded w join item i on i.indicator = w.code
   where not exists (select from known k where k.id = w.id and k.code = w.code)
     and not exists (select from told r where r.id = w.id and r.code = w.code)
     and not exists (select from typed t where t.id = w.id and t.item = i.code)
  union all
  select c.id, i.n, 'awards', null, null, false, 0, c.points from credited c join item i on i.code = c.item
),
valued as (
  select id, n, source, numerator, denominator, coalesce(no_case, false) as no_case, coalesce(reports, 0) as reports,
         credited, self, verified, ratified,
         case when denominator is null then numerator else numerator * 100 / nullif(denominator, 0) end as value
    from figure
    full join (select p.*, i.n from pointed p join item i on i.code = p.item) p using (id, n)
),
reckoned as (
  select v.*, kind, "column",
         case
           when source is null then null
           when credited is not null then least(max, credited)
           when no_case then no_case_part * max
           when kind = 'zero-tolerance' then case when numerator = 0 then max else 0 end
           when kind = 'bool' then case when numerator >= coalesce(denominator, 1) then max else 0 end
           when kind = 'deadline' then case when numerator = 0 then max else max * late_part end
           when per_case is not null then least(max, numerator * per_case)
           when comparison = 'at-most' then case when value <= target then max else max * target / value end
           -- "trên 90 %": who only reaches it lacks a hundredth of a point (decision 0078)
           when comparison = 'above' and value <= target
             then least(max * value / nullif(target, 0), greatest(max - 0.01, 0))
           when target = 0 then max
           else max * least(1, value / target) end as reckoned
    from valued v join item using (n)
),
-- Items of which anything is known; of the others there is none.
scored_item as materialized (
  select id, n, source, numerator, denominator, no_case, value, reports, self, verified, ratified, reckoned,
         coalesce(ratified, verified, reckoned) as points,
         kind = 'zero-tolerance' and coalesce(numerator, 0) > 0 as breach
    from reckoned
),
-- Every item of every subject, as it is explained.
explained_item as (
  select s.id as subject_id, i.*, source, numerator, denominator, coalesce(no_case, false) as no_case,
         coalesce(reports, 0) as reports, self, verified, ratified, reckoned, coalesce(points, 0) as points,
         coalesce(breach, false) as breach, "column" = 'base' and points is null as is_missing
    from subject s cross join item i
    left join scored_item k on k.id = s.id and k.n = i.n
)
