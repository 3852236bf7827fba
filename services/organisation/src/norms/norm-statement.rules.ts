import type { CriteriaDocument, Metric } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { columnOf, FactReader } from './fact.rules.ts';
import { memberSteps, metricsOf } from './member-statement.rules.ts';
import { Parameters } from '@antt/kernel';
import { teamTables } from './team-statement.rules.ts';

/** Criteria as they are applied: where they hold, and which day's figures they ask for. */
export type Applied = {
  id: string;
  /** The document as its readings were chosen. */
  document: CriteriaDocument;
  /** Null is everywhere. */
  roots: readonly string[] | null;
  snapshotDay: PlainDate;
};

export type NormQuestion = {
  on: PlainDate;
  scope: readonly string[] | null;
  within: readonly string[] | null;
  criteria: readonly Applied[];
};

/** What `norm` holds of each village, whatever is asked of it. */
const columns = [
  'seat',
  'cluster',
  'criteria',
  'teams',
  'team_min',
  'team_max',
  'members_min',
  'members_max',
  'leaders',
  'deputies',
  'binding',
  'gap',
  'missing',
] as const;

/**
 * The norm of every village of a day by the criteria that hold for it, as the tables of one statement: the
 * documents are compiled, their values are bound. The last table is `norm`; `result_<n>` keeps every step on
 * the way for whoever asks how a number comes about.
 */
export function normTables({ on, scope, within, criteria }: NormQuestion) {
  const parameters = new Parameters(on, scope, within);
  const everyVillage = scope === null && within === null;
  const parts = criteria.map((applied, index) =>
    criteriaTables(index + 1, applied, parameters, everyVillage && applied.roots === null),
  );
  const everywhere = criteria.findIndex(({ roots }) => roots === null) + 1;
  const named = criteria.flatMap(({ roots }, index) => (roots ? [{ roots, n: index + 1 }] : []));
  const reach = named.map(
    ({ roots, n }) =>
      `select ${n} as n, id from criteria_villages(${parameters.bind(roots, 'uuid[]')}, $1)`,
  );
  const first =
    named.length === 1
      ? reach[0]!
      : `select min(n) as n, id from (${reach.join(' union all ')}) r group by id`;
  const holds =
    named.length === 0
      ? `select v.*, ${everywhere} as n from village v`
      : `select v.*, coalesce(r.n, ${everywhere}) as n from village v left join reach r on r.id = v.id`;
  const norms = [
    ...criteria.map(
      (_, index) =>
        `select id, commune_id, kind, code, name, ${columns.join(', ')} from result_${index + 1}`,
    ),
    `select id, commune_id, kind, code, name, id as seat, null::bigint as cluster, null::int as criteria,
            null::int as teams, null::int as team_min, null::int as team_max,
            null::int as members_min, null::int as members_max, null::int as leaders,
            null::int as deputies, null::text as binding, 'no-criteria' as gap, '{}'::text[] as missing
       from applied where n = 0`,
  ];
  const clustered = criteria.some(({ document }) => document.teams.mode === 'clusters');
  const narrowed = clustered && (scope !== null || within !== null);
  const tables = [
    villageTables(narrowed),
    ...(named.length > 0 ? [`reach as materialized (${first})`] : []),
    `applied as ${named.length > 0 ? '' : 'not '}materialized (${holds})`,
    ...parts.flat(),
    `norm as (select * from (${norms.join('\n union all\n')}) every
      ${narrowed ? 'where id in (select id from below)' : ''})`,
  ];
  const unspoken = parameters.unspoken(tables.join());
  // the database must know the type of each value that it is given
  if (unspoken.length > 0) tables.push(`unspoken as (select ${unspoken.join(', ')})`);
  return { text: `with\n${tables.join(',\n')}`, parameters };
}

/**
 * Villages of the day that may be looked at, with their communes, as coverage.sql finds them; with the others
 * of the same communes where clusters are formed.
 */
const villageTables = (withNeighbours: boolean) => `below as materialized (
    select id from unit_below($3, $1)
     where $3::uuid[] is not null
       and ($2::uuid[] is null or id in (select id from unit_below($2, $1)))
    union all
    select id from unit_below($2, $1) where $2::uuid[] is not null and $3::uuid[] is null),
  upper as materialized (
    select v.unit_id as id, v.level, v.kind, v.code, v.name, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
     where v.level <> 'village' and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)),
  village as materialized (
    select v.unit_id as id, v.kind, v.code, v.name, p.parent_id as commune_id
      from ${withNeighbours ? neighbours : 'below'}
      join unit_version v on v.unit_id = below.id and v.level = 'village'
       and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
    union all
    select v.unit_id, v.kind, v.code, v.name, p.parent_id
      from unit_version v
      left join unit_parent p on p.unit_id = v.unit_id
       and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
     where $2::uuid[] is null and $3::uuid[] is null and v.level = 'village'
       and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to))`;

const neighbours = `(
        select id from below
         union
        select sibling.unit_id from unit_parent own
          join unit_parent sibling on sibling.parent_id = own.parent_id
           and sibling.valid_from <= $1 and (sibling.valid_to is null or $1 < sibling.valid_to)
         where own.unit_id in (select id from below)
           and own.valid_from <= $1 and (own.valid_to is null or $1 < own.valid_to)) below`;

function criteriaTables(
  n: number,
  applied: Applied,
  parameters: Parameters,
  everyVillage: boolean,
): string[] {
  const { document } = applied;
  const clustered = document.teams.mode === 'clusters';
  const facts = new FactReader(parameters, clustered);
  // What is asked is known once everything is compiled; what it is asked of comes first in the text.
  for (const metric of document.members.flatMap((_, r) => metricsOf(document, r)))
    facts.metric(metric);
  const steps = memberSteps(document, facts);
  const teams = teamTables(n, document, facts);
  const source = steps.reduce(
    (inner, columnsOfStep, index) =>
      `select x${index}.*, ${columnsOfStep.join(',\n         ')}\n   from (${inner}) x${index} offset 0`,
    `select * from team_${n}`,
  );
  const several =
    document.teams.mode === 'split-over' && document.teams.members === 'each-team'
      ? ' * teams'
      : '';
  const missing = document.members.map((_, r) => {
    const metrics = metricsOf(document, r).map(
      (metric) =>
        `case when ${columnOf[metric]} is null then ${parameters.bind(metric, 'text')} end`,
    );
    return `when ${r + 1} then array_remove(array[${metrics.join(', ')}]::text[], null)`;
  });
  const whole = `select y.*, ${n} as criteria,
         team_min${several} as members_min, team_max${several} as members_max,
         case when teams is null then 'figure-missing'
              when rule is null then 'no-rule' when rule < 0 then 'figure-missing'
              when size is null then 'no-class' when size < 0 then 'figure-missing'
              when binding = 'unknown' then 'value-unknown'
              when team_max is null then 'figure-missing' end as gap,
         case abs(rule) ${missing.join(' ')} end as lacking
    from (${source}) y offset 0`;
  const positions = several || document.teams.mode === 'split-over' ? ' * teams' : '';
  const result = `select w.*,
         case when gap = 'figure-missing' then lacking else '{}' end as missing,
         least(each_leaders${positions}, members_max) as leaders,
         least(each_deputies${positions}, members_max - least(each_leaders${positions}, members_max))
           as deputies
    from (${whole}) w`;
  return [
    factTable(n, applied, facts, everyVillage),
    ...teams,
    clustered ? `worth_${n} as materialized (${result})` : `result_${n} as (${result})`,
    ...(clustered ? [spread(n, facts)] : []),
  ];
}

/** A team's norm stands in the row of its first village; the others of the cluster show that they share it. */
function spread(n: number, facts: FactReader): string {
  const shared = [
    'teams',
    'team_min',
    'team_max',
    'members_min',
    'members_max',
    'leaders',
    'deputies',
  ];
  const cells = shared.map(
    (column) => `case when p.id = w.seat then w.${column} else 0 * w.${column} end as ${column}`,
  );
  const lacking = [...facts.metrics].map(
    (metric) => `case when p.${columnOf[metric]} is null then '${metric}' end`,
  );
  return `result_${n} as (
    select p.id, p.commune_id, p.kind, p.code, p.name, w.seat, w.cluster, ${n} as criteria,
           ${cells.join(', ')}, w.binding,
           case when p.team_key is null and p.alone is null then 'figure-missing'
                when p.team_key is null then 'cluster-undecided' else w.gap end as gap,
           case when p.team_key is null and p.alone is null
                then array_remove(array[${lacking.join(', ')}]::text[], null)
                else coalesce(w.missing, '{}') end as missing
      from place_${n} p left join worth_${n} w on w.team_key = p.team_key)`;
}

function factTable(
  n: number,
  { document, snapshotDay }: Applied,
  facts: FactReader,
  everyVillage: boolean,
): string {
  const { parameters } = facts;
  const latest = document.snapshot.of === 'latest';
  const day = latest ? '$1' : parameters.bind(snapshotDay, 'date');
  const figures: Metric[] = [...facts.metrics];
  const joins = figures.map((metric) => {
    const kind = parameters.bind(metric, 'text');
    const [known, order] =
      latest || document.snapshot.ifNone === 'missing'
        ? [`f.measured_on <= ${day}`, 'f.measured_on desc']
        : ['f.measured_on <= $1', `f.measured_on <= ${day} desc, abs(f.measured_on - ${day})`];
    const named = `${columnOf[metric]}_`;
    // all together where all are asked for, one by one where few are
    return everyVillage
      ? `left join (
       select distinct on (f.unit_id) f.unit_id, f.value, f.measured_on, f.source from unit_figure f
        where f.kind = ${kind} and ${known} order by f.unit_id, ${order}) ${named}
       on ${named}.unit_id = a.id`
      : `left join lateral (
       select f.value, f.measured_on, f.source from unit_figure f
        where f.unit_id = a.id and f.kind = ${kind} and ${known} order by ${order} limit 1) ${named}
       on true`;
  });
  const flags = [...facts.tags].map(([column, { tag, place }]) => {
    const carriers = `(select unit_id from unit_tag where tag = ${parameters.bind(tag, 'text')}
        and valid_from <= $1 and (valid_to is null or $1 < valid_to))`;
    const own = `a.id in ${carriers}`;
    const above = `coalesce(a.commune_id in ${carriers}, false)`;
    const test = { village: own, commune: above, either: `(${own} or ${above})` }[place];
    return `${test} as ${column}`;
  });
  const merged = [...facts.merged].map(([column, months]) => {
    const still =
      months === null
        ? ''
        : `and $1 < l.valid_from + make_interval(months => ${parameters.bind(months, 'int')})`;
    return `a.id in (
       select l.successor_id from unit_lineage l
         join reorganisation r on r.id = l.reorganisation_id and r.status = 'applied'
        where l.share = 1 and l.predecessor_id <> l.successor_id and l.valid_from <= $1 ${still}
        group by l.successor_id, l.reorganisation_id, l.valid_from
       having count(*) > 1 or exists (
         select from unit_version v where v.unit_id = l.successor_id and v.valid_from < l.valid_from))
       as ${column}`;
  });
  const values = figures.flatMap((metric) => {
    const column = columnOf[metric];
    const hectares = metric === 'area-km2' ? [`${column}_.value * 100 as area_ha`] : [];
    return [
      `${column}_.value as ${column}`,
      ...hectares,
      `${column}_.measured_on as ${column}_on`,
      `${column}_.source as ${column}_source`,
    ];
  });
  const selected = ['a.*', 'c.kind as commune_kind', ...values, ...flags, ...merged];
  return `fact_${n} as (
    select ${selected.join(',\n           ')}
      from applied a
      left join upper c on c.id = a.commune_id
      ${joins.join('\n      ')}
     where a.n = ${n})`;
}
