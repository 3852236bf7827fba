-- The ranking of a round as it stands. $1 round, $2 kind of subject, $3 subjects (null: all; with some the ranks are theirs)
with $items,
template_content as materialized (
  select content_place, content as code, "column", content_max as max, count(*) filter (where "column" = 'base') as items,
         array_agg(code) filter (where must_max) as must_max, array_agg(code) filter (where gate) as gates
    from item group by content_place, content, "column", content_max
),
known_content as (
  select s.id, content_place, sum(points) as points, sum(breach::int) as breaches,
         count(points) filter (where "column" = 'base') as items,
         array_agg(code) filter (where must_max and round(points, 2) >= round(max, 2)) as reached,
         array_agg(code) filter (where gate and points > 0) as open
    from scored_item s join item using (n)
   group by s.id, content_place
),
content as (
  select s.id, t.*, least(round(coalesce(points, 0), 2), max) as points, coalesce(breaches, 0) as breaches,
         t.items - coalesce(k.items, 0) as missing,
         array(select unnest(must_max) except all select unnest(reached)) as below_max,
         array(select unnest(gates) except all select unnest(open)) as shut
    from subject s cross join template_content t
    left join known_content k on k.id = s.id and k.content_place = t.content_place
),
bar as (
  select subject_id as id, jsonb_agg(jsonb_build_object('why', why, 'about', note) order by barred_at) as bars
    from score_bar where round_id = $1 group by subject_id
),
summed as (
  select c.id,
         coalesce(sum(points) filter (where "column" = 'base'), 0) as base,
         least(coalesce(sum(points) filter (where "column" = 'bonus'), 0),
               (doc ->> 'bonusMax')::numeric) as bonus,
         least(coalesce(sum(points) filter (where "column" = 'penalty'), 0),
               (doc ->> 'penaltyMax')::numeric) as penalty,
         min(points * 100 / max) filter (where "column" = 'base' and max > 0) as floor,
         sum(breaches)::int as breaches, sum(missing)::int as missing,
         jsonb_agg(jsonb_build_object('code', code, 'points', points, 'max', max) order by content_place) as contents,
         coalesce(jsonb_agg(jsonb_build_object('why', 'must-max', 'about', array_to_string(below_max, ', ')))
                    filter (where below_max <> '{}'), '[]')
         || coalesce(jsonb_agg(jsonb_build_object('why', 'gate', 'about', array_to_string(shut, ', ')))
                       filter (where shut <> '{}'), '[]') as out
    from content c cross join round group by c.id, doc
),
-- Bonus on top of the base, or never past it (reporting BR-68).
total as (
  select s.*, s.out || coalesce(b.bars, '[]') as disqualified,
         case when (doc ->> 'floorAtZero')::boolean then greatest(0, t.total) else t.total end as total
    from summed s cross join round
    left join bar b on b.id = s.id
   cross join lateral (
     select case when (doc ->> 'bonusInside')::boolean
                 then least(base + bonus - penalty, (doc ->> 'baseMax')::numeric)
                 else base + bonus - penalty end as total) t
),
-- The highest grade whose total and whose floor both hold (reporting BR-66).
grade as materialized (
  select g.ordinality as place, g.value ->> 'code' as code, (g.value ->> 'least')::numeric as least,
         (g.value ->> 'floorPercent')::numeric as floor
    from round, jsonb_array_elements(doc -> 'grades') with ordinality g
),
tie as materialized (
  select t.ordinality as place, t.value ->> 'by' as by, case t.value ->> 'prefer' when 'more' then -1 else 1 end as sign
    from round, jsonb_array_elements(doc -> 'tieBreaks') with ordinality t
),
tie_key as (
  select t.id, array_agg(tie.sign * case when tie.by = 'breaches' then t.breaches else coalesce(v.value, -1) end
                         order by tie.place) as keys
    from total t cross join tie
    left join (select id, indicator, max(case when no_case then 100 else value end) as value
                 from scored_item join item using (n) where indicator in (select by from tie) group by id, indicator) v
      on v.id = t.id and v.indicator = tie.by
   group by t.id
),
-- A team stands in the group of the nearest unit over its commune that has one.
unit_group as (
  select s.unit_id, (select g.name from round cross join unit_above(s.unit_id, round.to_on) a
                       join emulation_group_unit g on g.unit_id = a.id and g.campaign_id = round.campaign_id
                      order by a.steps limit 1) as name
    from (select distinct unit_id from subject) s
),
placed as (
  select t.*, s.unit_id, coalesce(g.name, '') as "group", coalesce(k.keys, '{}') as keys,
         t.disqualified <> '[]' as is_out,
         case when t.disqualified = '[]' then
           (select code from grade where t.total >= least and t.floor >= floor order by place limit 1) end as grade
    from total t
    join subject s on s.id = t.id
    left join unit_group g on g.unit_id = s.unit_id
    left join tie_key k on k.id = t.id
),
ranked as (
  select p.*, case when not is_out then
                rank() over (partition by is_out, "group" order by total desc, keys) end::int as rank,
         case when not is_out then rank() over (partition by is_out order by total desc, keys) end::int as rank_overall
    from placed p
),
named as (
  select r.*, coalesce(t.name, u.kind || ' ' || u.name) as name, n.kind || ' ' || n.name as unit_name,
         v.subject_id is not null as verified
    from ranked r cross join round
    left join team t on t.id = r.id
    left join unit_version u on u.unit_id = r.id and u.valid_from <= round.to_on
     and (u.valid_to is null or round.to_on < u.valid_to)
    left join unit_version n on n.unit_id = r.unit_id and n.valid_from <= round.to_on
     and (n.valid_to is null or round.to_on < n.valid_to)
    left join score_verification v on v.round_id = $1 and v.subject_id = r.id
)
