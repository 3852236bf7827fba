import type { Level, Metric, NormGap } from '@antt/contracts';
import { columnOf } from './fact.rules.ts';
import { type NormQuestion, normTables } from './norm-statement.rules.ts';

export const gaps: readonly NormGap[] = [
  'no-criteria',
  'no-rule',
  'no-class',
  'value-unknown',
  'figure-missing',
  'cluster-undecided',
];
export const metrics: readonly Metric[] = [
  'households',
  'population',
  'population-with-temporary',
  'area-km2',
  'area-ha',
];

export const gapColumn = (gap: NormGap) => `gap_${gaps.indexOf(gap)}`;
export const missingColumn = (metric: Metric) => `missing_${columnOf[metric]}`;

type Statement = { text: string; values: unknown[] };

/** Norms summed for each unit of a level, and one total (id null). A sum is null while a part of it is. */
function summed(question: NormQuestion, level: Level, columns: string[]) {
  const { text, parameters } = normTables(question);
  const own = { village: 'id', commune: 'commune_id' } as const;
  const bucket =
    level === 'village' || level === 'commune'
      ? `select norm.*, norm.${own[level]} as bucket_id from norm`
      : `select norm.*, case ${parameters.bind(level, 'text')}
                when over1.level then over1.id when over2.level then over2.id end as bucket_id
           from norm
           left join upper u on u.id = norm.commune_id
           left join upper over1 on over1.id = u.parent_id
           left join upper over2 on over2.id = over1.parent_id`;
  const tables = `${text},
bucket as (${bucket}),
summed as (
  select bucket_id, grouping(bucket_id) = 1 as is_total,
         case when count(teams) = count(*) then sum(teams)::int end as teams,
         case when count(gap) = 0 then sum(members_min)::int end as members_min,
         case when count(gap) = 0 then sum(members_max)::int end as members_max
         ${columns.map((column) => `, ${column}`).join('\n         ')}
    from bucket group by grouping sets ((bucket_id), ()))`;
  return { text: tables, parameters };
}

/** What coverage shows of the norm: teams and members (the most, where the text gives a maximum). */
export function coverageNorms(question: NormQuestion, level: Level): Statement {
  const { text, parameters } = summed(question, level, []);
  return {
    text: `${text} select is_total, bucket_id as id, teams, members_max as members from summed`,
    values: parameters.values,
  };
}

const whole = [
  'count(*)::int as villages',
  'count(*) filter (where gap is null)::int as known',
  'coalesce(sum(teams) filter (where gap is null), 0)::int as known_teams',
  'coalesce(sum(members_min) filter (where gap is null), 0)::int as known_min',
  'coalesce(sum(members_max) filter (where gap is null), 0)::int as known_max',
  'sum(leaders)::int as leaders',
  'sum(deputies)::int as deputies',
  `case when min(binding) filter (where gap is null) = max(binding) filter (where gap is null)
        then min(binding) filter (where gap is null)
        when count(*) filter (where gap is null) > 0 then 'mixed' end as binding`,
  ...gaps.map((gap) => `count(*) filter (where gap = '${gap}')::int as ${gapColumn(gap)}`),
  ...metrics.map(
    (metric) =>
      `count(*) filter (where '${metric}' = any (missing))::int as ${missingColumn(metric)}`,
  ),
  'min(cluster)::int as cluster',
  'case when min(criteria) = max(criteria) then min(criteria) end as criteria',
];

/**
 * Rows of the list, page by page in the order of the codes; the total comes first. Their order is that of the
 * characters, as JavaScript has it too: who compares with a cursor elsewhere comes to the same place.
 */
export function listedNorms(
  question: NormQuestion,
  level: 'commune' | 'village',
  page: { cursor: string | null; limit: number | null },
): Statement {
  const { text, parameters } = summed(question, level, whole);
  const shown =
    level === 'village'
      ? `select s.*, v.code, v.name, v.kind, v.commune_id as parent_id
           from summed s join village v on v.id = s.bucket_id`
      : `select s.*, u.code, u.name, u.kind, u.parent_id
           from summed s join upper u on u.id = s.bucket_id`;
  const cursor = parameters.bind(page.cursor, 'text');
  return {
    text: `${text},
shown as (
  select one.*, parent.name as parent_name, count(*) over ()::int as total,
         (coalesce(parent.code, '') || ' ' || one.code || ' ' || one.bucket_id) collate "C"
           as sort_key
    from (${shown}) one
    left join upper parent on parent.id = one.parent_id),
paged as (
  select * from shown where ${cursor} is null or sort_key > ${cursor}
   order by sort_key limit ${parameters.bind(page.limit, 'int')})
select s.*, null as code, null as name, null as kind, null::uuid as parent_id, null as parent_name,
       (select count(*)::int from shown) as total, null as sort_key,
       null::int as decided_teams, null::int as decided_members
  from summed s where s.is_total
union all
select p.*, q.teams, q.members
  from paged p
  left join quota q on q.unit_id = p.bucket_id
   and q.valid_from <= $1 and (q.valid_to is null or $1 < q.valid_to)
 order by is_total desc, sort_key`,
    values: parameters.values,
  };
}

/** Which of the criteria hold for a village: their place in the question, null where none do. */
export function holdingCriteria(question: NormQuestion, unitId: string): Statement {
  const { text, parameters } = normTables(question);
  const unit = parameters.bind(unitId, 'uuid');
  return {
    text: `${text} select criteria from norm where id = ${unit}`,
    values: parameters.values,
  };
}

/** Every step on the way to the norm of one village; `within` must hold its commune. */
export function explainedNorm(question: NormQuestion, unitId: string): Statement {
  const { text, parameters } = normTables(question);
  const [applied] = question.criteria;
  const steps = applied
    ? applied.document.teams.mode === 'clusters'
      ? 'worth_1'
      : 'result_1'
    : '(select null::uuid as seat where false)';
  return {
    text: `${text}
select n.*, to_jsonb(d) as detail,
       (select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.code)
          from norm m where m.seat = n.seat) as sharing
  from norm n left join ${steps} d on d.seat = n.seat
 where n.id = ${parameters.bind(unitId, 'uuid')}`,
    values: parameters.values,
  };
}
