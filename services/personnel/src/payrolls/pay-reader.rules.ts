import type { PayCondition, RateTableName, TableFactor } from '@antt/contracts';
import type { Parameters, PlainDate } from '@antt/kernel';

/** A value of a table as it holds within a month. */
export type RateOfDay = {
  table: RateTableName;
  key: string;
  /** The communes that it is for; null is everywhere. */
  communes: readonly string[] | null;
  value: string;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

/** What a condition may ask of a piece of service; each is a column that is only read where it is asked for. */
export type Fact =
  | 'commune_kind'
  | 'kinds'
  | 'tags'
  | 'education'
  | 'minority'
  | 'months_served'
  | 'social_cover'
  | 'insured_group'
  | 'health_cover'
  | 'concurrent'
  | 'former_allowance'
  | 'year_from';

/** Turns conditions and tables of a policy into SQL over a piece of service, and remembers what they ask for. */
export class PayReader {
  readonly facts = new Set<Fact>();
  readonly parameters: Parameters;
  private readonly rates: readonly RateOfDay[];
  private readonly ofCases: boolean;

  /** `ofCases`: over dossiers instead of pieces of service. */
  constructor(parameters: Parameters, rates: readonly RateOfDay[], ofCases = false) {
    this.parameters = parameters;
    this.rates = rates;
    this.ofCases = ofCases;
  }

  bind(value: unknown, type: string): string {
    return this.parameters.bind(value, type);
  }

  fact(fact: Fact): Fact {
    this.facts.add(fact);
    return fact;
  }

  /** Whether a rate applies; what is not known of somebody is not met. `hazard` is the grade of the order. */
  condition(when: PayCondition, hazard: number | null): string {
    const parts: string[] = [];
    const within = (column: string, values: readonly unknown[] | undefined) => {
      if (values) parts.push(`${column} = any (${this.bind(values, 'text[]')})`);
    };
    const carries = (tags: readonly string[], operator: '@>' | '&&') =>
      `coalesce(${this.fact('tags')} ${operator} ${this.bind(tags, 'text[]')}, false)`;
    within('position', when.positions);
    if (when.communeKinds) within(this.fact('commune_kind'), when.communeKinds);
    if (when.kinds) {
      parts.push(`coalesce(${this.fact('kinds')} && ${this.bind(when.kinds, 'text[]')}, false)`);
    }
    if (when.classes) parts.push(this.highestClass('village', when.classes));
    if (when.communeClasses) parts.push(this.highestClass('commune', when.communeClasses));
    if (when.wageRegions) {
      parts.push(
        carries(
          when.wageRegions.map((region) => `wage-region-${region}`),
          '&&',
        ),
      );
    }
    if (when.tags) parts.push(carries(when.tags, '@>'));
    if (when.anyTag) parts.push(carries(when.anyTag, '&&'));
    if (when.withoutTags) parts.push(`not ${carries(when.withoutTags, '&&')}`);
    if (when.education) within(this.fact('education'), when.education);
    if (when.minority !== undefined) parts.push(is(this.fact('minority'), when.minority));
    if (when.socialInsurance) within(this.fact('social_cover'), when.socialInsurance);
    if (when.healthInsurance) within(this.fact('health_cover'), when.healthInsurance);
    if (when.concurrent !== undefined) parts.push(is(this.fact('concurrent'), when.concurrent));
    if (when.monthsServed) {
      const { from, below } = when.monthsServed;
      const months = this.fact('months_served');
      if (from !== undefined) parts.push(`${months} >= ${this.bind(from, 'int')}`);
      if (below !== undefined) parts.push(`${months} < ${this.bind(below, 'int')}`);
    }
    if (when.days?.from) parts.push(`from_day >= ${this.bind(when.days.from, 'date')}`);
    if (when.days?.to) parts.push(`from_day < ${this.bind(when.days.to, 'date')}`);
    if (when.forces) {
      // severance is for service in a force; nothing else is
      parts.push(
        this.ofCases ? `coalesce(forces <@ ${this.bind(when.forces, 'text[]')}, false)` : 'false',
      );
    }
    if (when.hazardGrades) {
      parts.push(hazard !== null && when.hazardGrades.includes(hazard) ? 'true' : 'false');
    }
    return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
  }

  /** A table's value of the piece's first day; null where nobody has recorded one. */
  value({ table, key }: TableFactor): string {
    const own = key ?? this.ownKey(table);
    const rows = this.rates.filter((rate) => rate.table === table);
    // the value for some communes counts before that of everywhere
    const ordered = [
      ...rows.filter(({ communes }) => communes),
      ...rows.filter(({ communes }) => !communes),
    ];
    const arms = ordered.map((rate) => {
      const tests = [`from_day >= ${this.bind(rate.validFrom, 'date')}`];
      if (rate.validTo) tests.push(`from_day < ${this.bind(rate.validTo, 'date')}`);
      if (rate.communes) tests.push(`commune_id = any (${this.bind(rate.communes, 'uuid[]')})`);
      if (key !== undefined || own !== null) {
        const wanted = key === undefined ? own! : this.bind(key, 'text');
        tests.push(`${wanted} = ${this.bind(rate.key, 'text')}`);
      }
      return `when ${tests.join(' and ')} then ${this.bind(rate.value, 'numeric')}`;
    });
    return arms.length === 0 ? 'null::numeric' : `case ${arms.join(' ')} end`;
  }

  private highestClass(of: 'village' | 'commune', wanted: readonly number[]): string {
    const tags = this.fact('tags');
    const arms = [1, 2, 3].map(
      (each) =>
        `when ${this.bind(`${of}-class-${each}`, 'text')} = any (${tags}) then ${wanted.includes(each)}`,
    );
    return `case ${arms.join(' ')} else false end`;
  }

  /** The row of a table that is the person's own: their commune's wage region, their insured group. */
  private ownKey(table: RateTableName): string | null {
    if (table === 'regional-minimum-wage') {
      const tags = this.fact('tags');
      const arms = [1, 2, 3, 4].map((n) => `when 'wage-region-${n}' = any (${tags}) then '${n}'`);
      return `case ${arms.join(' ')} end`;
    }
    return table === 'state-share' ? this.fact('insured_group') : null;
  }
}

function is(column: string, wanted: boolean): string {
  return wanted ? `coalesce(${column}, false)` : `not coalesce(${column}, false)`;
}
