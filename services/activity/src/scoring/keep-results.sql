-- Keeps the results of a round for one kind of subject. $1 round, $2 kind of subject, $3 null, $4 revision
$ranking,
explained as (
  select subject_id as id, jsonb_agg($item order by n) as items from explained_item group by subject_id
)
insert into round_result (round_id, revision, subject, subject_id, name, unit_id, unit_name, group_name, contents,
       base, bonus, penalty, total, grade, lowered, rank, rank_overall, breaches, missing, disqualified, verified, items)
select $1, $4, $2, s.id, coalesce(s.name, ''), s.unit_id, coalesce(s.unit_name, ''), s."group", s.contents, s.base,
       s.bonus, s.penalty, s.total, s.grade, false, s.rank, s.rank_overall, s.breaches, s.missing, s.disqualified,
       s.verified, e.items
  from named s join explained e on e.id = s.id
