import type { CriteriaDocument, TeamRule } from '@antt/contracts';
import type { FactReader } from './fact.rules.ts';

type Clusters = Extract<TeamRule, { mode: 'clusters' }>;

/**
 * The teams that the villages of `fact_<n>` come to: `team_<n>`, one row a team, and `place_<n>`, which
 * village belongs to which. Where no team is shared both are the village itself.
 */
export function teamTables(n: number, { teams }: CriteriaDocument, facts: FactReader): string[] {
  if (teams.mode === 'clusters') return clusterTables(n, teams, facts);
  const count = teams.mode === 'split-over' ? splitInto(teams, facts) : '1';
  return [
    `team_${n} as (
       select f.*, f.id as seat, 1 as units, false as left_over, null::bigint as cluster, ${count} as teams
         from fact_${n} f)`,
  ];
}

function splitInto(rule: Extract<TeamRule, { mode: 'split-over' }>, facts: FactReader): string {
  const arms = rule.steps.toReversed().map(({ over, included, teams, when }) => {
    const range = { metric: rule.metric, from: over, fromIncluded: included, toIncluded: false };
    const passed = facts.condition({ ...when, ranges: [...(when.ranges ?? []), range] }, false);
    const count = facts.parameters.bind(teams, 'int');
    return `when ${passed} then ${count} when (${passed}) is null then null`;
  });
  return `case ${arms.join(' ')} else 1 end`;
}

/**
 * Villages that do not stand alone are put in an order in which neighbours follow one another (points sort
 * along a curve that fills the plane), and cut into clusters of nearly the same size. The same villages give
 * the same clusters.
 */
function clusterTables(n: number, rule: Clusters, facts: FactReader): string[] {
  const int = (value: number) => facts.parameters.bind(value, 'int');
  const [from, to] = [int(rule.units.from), int(rule.units.to)];
  const few = `(total + ${to} - 1) / ${to}`;
  const clusters =
    rule.prefer === 'few'
      ? `case when ${few} * ${from} <= total then ${few} else total / ${from} end`
      : `total / ${from}`;
  const ways = rule.leftOver.map((way) => {
    switch (way) {
      case 'with-cluster':
        return `when clusters > 0
                then commune_id || '/' || clusters - (rn - placed - 1) % clusters`;
      case 'with-alone':
        return `when alones > 0 then (
                  select other.id::text from asked_${n} other
                   where other.commune_id = s.commune_id and other.alone
                   order by st_distance(other.point, s.point), other.code limit 1)`;
      case 'own-team':
        return `when true then id::text`;
      case 'undecided':
        return `when true then null`;
    }
  });
  const columns = [
    ...facts
      .columns()
      .map((name) => `case when count(${name}) = count(*) then sum(${name}) end as ${name}`),
    ...[...facts.tags.keys(), ...facts.merged.keys()].map((flag) => `bool_or(${flag}) as ${flag}`),
  ];
  return [
    `asked_${n} as materialized (
       select f.*, pt.point, ${facts.any(rule.alone, false)} as alone
         from fact_${n} f
         left join unit_point pt on pt.unit_id = f.id)`,
    `sized_${n} as (
       select r.*, ${clusters} as clusters from (
         select a.*,
                count(*) filter (where alone) over (partition by commune_id)::int as alones,
                count(*) filter (where not alone) over (partition by commune_id)::int as total,
                row_number() over (partition by commune_id, alone order by point, code)::int as rn
           from asked_${n} a) r)`,
    `place_${n} as materialized (
       select s.*, not alone and rn > placed as spare,
              case when alone then id::text
                   when not alone and rn <= placed
                   then commune_id || '/' || (rn - 1) * clusters / placed + 1
                   when not alone then (case ${ways.join(' ')} end) end as team_key
         from (select z.*, least(total, clusters * ${to}) as placed from sized_${n} z) s)`,
    `team_${n} as (
       select t.*, case when units > 1
                then row_number() over (partition by commune_id, units > 1 order by first_code) end as cluster
         from (
           select (array_agg(id order by code))[1] as seat, min(code) as first_code, commune_id,
                  count(*)::int as units, bool_or(spare) and count(*) > 1 as left_over,
                  array_agg(distinct kind) as kinds, min(kind) as kind, min(commune_kind) as commune_kind,
                  team_key, 1 as teams${columns.map((column) => `,\n                  ${column}`).join('')}
             from place_${n} where team_key is not null group by team_key, commune_id) t)`,
  ];
}
