import type { CriteriaCondition, Metric, MetricRange } from '@antt/contracts';
import type { Parameters } from '@antt/kernel';

/** The column that a metric is read from. */
export const columnOf: Readonly<Record<Metric, string>> = {
  households: 'households',
  population: 'population',
  'population-with-temporary': 'population_with_temporary',
  'area-km2': 'area_km2',
  'area-ha': 'area_ha',
  units: 'units',
};

type Place = 'village' | 'commune' | 'either';

/**
 * Turns conditions into SQL over the facts of a village or team, and remembers which facts they ask for, so
 * that only those are read. A condition over a missing figure is null: neither met nor not met.
 */
export class FactReader {
  readonly metrics = new Set<Metric>();
  readonly tags = new Map<string, { tag: string; place: Place }>();
  readonly merged = new Map<string, number | null>();
  readonly parameters: Parameters;
  private readonly clustered: boolean;

  constructor(parameters: Parameters, clustered: boolean) {
    this.parameters = parameters;
    this.clustered = clustered;
  }

  metric(metric: Metric): string {
    if (metric !== 'units') this.metrics.add(metric === 'area-ha' ? 'area-km2' : metric);
    return columnOf[metric];
  }

  /** The columns of the figures that are read. */
  columns(): string[] {
    return [...this.metrics].flatMap((metric) =>
      metric === 'area-km2' ? [columnOf[metric], columnOf['area-ha']] : [columnOf[metric]],
    );
  }

  /** Of a village: it has one kind; of a team of several: each has its own. */
  condition(condition: CriteriaCondition, ofTeam = true): string {
    const { kinds, communeKinds, classes, communeClasses, tags, anyTag, withoutTags } = condition;
    const bind = (value: unknown, type: string) => this.parameters.bind(value, type);
    const parts: string[] = [];
    if (kinds) {
      const several = this.clustered && ofTeam;
      parts.push(
        several ? `kinds && ${bind(kinds, 'text[]')}` : `kind = any (${bind(kinds, 'text[]')})`,
      );
    }
    if (communeKinds) {
      parts.push(`coalesce(commune_kind = any (${bind(communeKinds, 'text[]')}), false)`);
    }
    if (classes) parts.push(this.anyOf(classes.map(classTag), 'village'));
    if (communeClasses) parts.push(this.anyOf(communeClasses.map(classTag), 'commune'));
    for (const tag of tags ?? []) parts.push(this.tag(tag, 'either'));
    if (anyTag) parts.push(this.anyOf(anyTag, 'either'));
    for (const tag of withoutTags ?? []) parts.push(`not ${this.tag(tag, 'either')}`);
    if (condition.merged) parts.push(this.mergedColumn(condition.merged.months));
    if (condition.leftOver !== undefined) {
      parts.push(ofTeam ? `left_over = ${bind(condition.leftOver, 'boolean')}` : 'false');
    }
    for (const range of condition.ranges ?? []) parts.push(this.range(range));
    return joined(parts, 'and', 'true');
  }

  any(conditions: readonly CriteriaCondition[], ofTeam = true): string {
    return joined(
      conditions.map((condition) => this.condition(condition, ofTeam)),
      'or',
      'false',
    );
  }

  range({ metric, ...bounds }: MetricRange): string {
    const { from, fromIncluded, to, toIncluded } = bounds;
    const column = this.metric(metric);
    const parts: string[] = [];
    const bind = (value: number) => this.parameters.bind(value, 'numeric');
    if (from !== undefined) parts.push(`${column} ${fromIncluded ? '>=' : '>'} ${bind(from)}`);
    if (to !== undefined) parts.push(`${column} ${toIncluded ? '<=' : '<'} ${bind(to)}`);
    return joined(parts, 'and', 'true');
  }

  private anyOf(tags: readonly string[], place: Place): string {
    return joined(
      tags.map((tag) => this.tag(tag, place)),
      'or',
      'false',
    );
  }

  private tag(tag: string, place: Place): string {
    for (const [column, known] of this.tags) {
      if (known.tag === tag && known.place === place) return column;
    }
    const column = `tag_${this.tags.size + 1}`;
    this.tags.set(column, { tag, place });
    return column;
  }

  private mergedColumn(months: number | null): string {
    for (const [column, known] of this.merged) if (known === months) return column;
    const column = `merged_${this.merged.size + 1}`;
    this.merged.set(column, months);
    return column;
  }
}

export function classTag(number: number): string {
  return `class-${number}`;
}

export function joined(parts: readonly string[], word: 'and' | 'or', empty: string): string {
  if (parts.length === 0) return empty;
  return parts.length === 1 ? parts[0]! : `(${parts.join(` ${word} `)})`;
}
