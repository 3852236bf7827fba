-- Keeps the results of a round for one kind of subject. $1 round, $2 kind of subject, $3 null, $4 revision,
-- $5 how many may have the highest grade (null: no cap)
$ranking,
scaled as (
  select n.*, g.place as grade_place, row_number() over (partition by n.grade order by n.total desc, n.keys, n.name) as place
    from named n left join grade g on g.code = n.grade
),
explained as (
  select i.id, jsonb_agg($item order by content_place, place) as items
    from scored_item i group by i.id
)
insert into round_result (round_id, revision, subject, subject_id, name, unit_id, unit_name, group_name, contents,
       base, bonus, penalty, total, grade, lowered, rank, rank_overall, breaches, missing, disqualified, verified, items)
select $1, $4, $2, s.id, coalesce(s.name, ''), s.unit_id, coalesce(s.unit_name, ''), s."group", s.contents, s.base,
       s.bonus, s.penalty, s.total,
       case when s.grade_place = 1 and s.place > $5 then (select code from grade where place = 2) else s.grade end,
       coalesce(s.grade_place = 1 and s.place > $5, false), s.rank, s.rank_overall, s.breaches, s.missing,
       s.disqualified, s.verified, e.items
  from scaled s join explained e on e.id = s.id
