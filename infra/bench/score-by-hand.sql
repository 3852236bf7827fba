-- What a ratified round keeps, written by hand for one template: the results and their explained items in a table with the
-- same keys. $1 round, $2 indicators in the order of the items
insert into result_by_hand (round_id, revision, subject, subject_id, name, unit_id, unit_name, group_name, contents,
       base, bonus, penalty, total, grade, lowered, rank, rank_overall, breaches, missing, disqualified, verified, items)
select $1, 1, 'team', r.sender_id, t.name, r.unit_id, n.kind || ' ' || n.name, '',
       jsonb_build_array(jsonb_build_object('code', 'C', 'points', s.total, 'max', 100)), s.total, 0, 0, s.total, null,
       false, rank() over (order by s.total desc), rank() over (order by s.total desc), 0, 0, '[]', false, s.items
  from report r
  join reporting_period p on p.id = r.period_id and p.name = '2025-04'
  join team t on t.id = r.sender_id
  join unit_version n on n.unit_id = r.unit_id and n.valid_from <= p.to_on and (n.valid_to is null or p.to_on < n.valid_to)
  join (select report_version_id, round(sum(points), 2) as total,
               jsonb_agg(jsonb_build_object('content', 'C', 'code', 'I' || place, 'name', code, 'nameEn', code,
                 'kind', 'count-target', 'column', 'base', 'max', 5, 'indicator', code, 'source', 'reports',
                 'numerator', numerator, 'denominator', denominator, 'noCase', no_case, 'reports', 1,
                 'target', '5', 'comparison', 'at-least', 'reckoned', round(points, 2), 'self', null,
                 'verified', null, 'ratified', null, 'points', round(points, 2), 'breach', false, 'isMissing', false)
                 order by place) as items
          from (select v.*, c.place, 5 * least(1, numerator / 5) as points
                  from report_value v join unnest($2::text[]) with ordinality c (code, place) using (code)) v
         group by report_version_id) s on s.report_version_id = r.accepted_version_id
