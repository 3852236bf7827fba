import {
  type PayBasis,
  type PayLine,
  type PayRate,
  type PolicyDocument,
  type RateTableName,
  rateTables,
} from '@antt/contracts';
import type { PayReader } from './pay-reader.rules.ts';

/** A line as it is computed; one that asks for a hazard grade stands once for each grade and once for none. */
export type Computed = {
  /** Its place in the document, from 1. */
  no: number;
  line: PayLine;
  /** Of the columns `r…` (rate), `a…` (amount), `p…` (paid), `b…` (table values). */
  key: string;
  hazard: number | null;
};

const grades = [1, 2, 3];

/** The lines that a person is paid by month by month, those that others build on first. */
export function computedLines(
  { lines }: PolicyDocument,
  counts: (basis: PayBasis) => boolean = ofPerson,
): Computed[] {
  const computed = lines.flatMap((line, index): Computed[] => {
    const no = index + 1;
    if (!counts(line.basis)) return [];
    const graded = line.rates.some(({ when }) => when.hazardGrades);
    const plain = { no, line, key: `${no}`, hazard: null };
    return graded
      ? [plain, ...grades.map((hazard) => ({ no, line, key: `${no}_${hazard}`, hazard }))]
      : [plain];
  });
  const placed = new Set<string>();
  const ordered: Computed[] = [];
  const place = (one: Computed) => {
    if (placed.has(one.key)) return;
    placed.add(one.key);
    for (const code of usedBy(one.line)) {
      for (const other of computed.filter(({ line }) => line.code === code)) place(other);
    }
    ordered.push(one);
  };
  for (const one of computed) place(one);
  return ordered;
}

/** The lines that a line's amount is told by. */
export function usedBy({ rates }: PayLine): string[] {
  return rates.flatMap(({ value }) => {
    if ('ofLines' in value) return value.ofLines;
    return 'upTo' in value ? value.after : [];
  });
}

/** What an amount of a case is told by, as columns: how many of what, the most of it, and the dossier's own amounts. */
export type Counted = {
  times: string;
  most: string | null;
  own: Record<'former-allowance' | 'treatment-cost', string>;
};

export function ofCase({ per }: PayBasis): boolean {
  return per === 'case' || per === 'service-year';
}

export function ofPerson({ per }: PayBasis): boolean {
  return per === 'month' || per === 'year' || per === 'duty' || per === 'training-day';
}

/**
 * Steps from the facts of a piece to the amount of each line, as columns that build on one another: which rate
 * applies, then the amounts, those that others are told by first. What is counted is multiplied before it is rounded; the
 * value of one is a column `w…` then.
 */
export function amountSteps(
  computed: readonly Computed[],
  reader: PayReader,
  counted?: (one: Computed) => Counted,
): string[][] {
  if (computed.length === 0) return [];
  const rates = computed.map(({ key, line, hazard }) => {
    const arms = line.rates.map(
      (rate, n) => `when ${reader.condition(rate.when, hazard)} then ${n + 1}`,
    );
    return `case ${arms.join(' ')} end as r${key}`;
  });
  const depths = new Map<string, number>();
  for (const { line } of computed) {
    depths.set(line.code, Math.max(0, ...usedBy(line).map((code) => (depths.get(code) ?? 0) + 1)));
  }
  const steps: string[][] = [rates];
  for (const one of computed) {
    const { key, line, hazard } = one;
    const count = counted?.(one);
    const amounts = line.rates.map(
      (rate, n) => `when ${n + 1} then ${valueOf(rate, computed, reader, count?.own)}`,
    );
    const value = `(case r${key} ${amounts.join(' ')} end${sharesOf(line, hazard, reader)})`;
    const columns = (steps[depths.get(line.code)! + 1] ??= []);
    columns.push(
      `(${rounded(count ? countedOf(value, count) : value, line)})::bigint as a${key}`,
      `${basisOf(line, key, reader)} as b${key}`,
    );
    if (count) columns.push(`round(${value})::bigint as w${key}`);
  }
  return steps;
}

function countedOf(value: string, { times, most }: Counted): string {
  const amount = `${value} * ${times}`;
  // of a limit that is not known the amount is not known either
  return most === null
    ? `(${amount})`
    : `(case when ${most} < ${amount} then ${most} else ${amount} + 0 * ${most} end)`;
}

/** The part of the amount that somebody is paid. */
function sharesOf({ shares }: PayLine, hazard: number | null, reader: PayReader): string {
  if (shares.length === 0) return '';
  const arms = shares.map(
    ({ when, times }) =>
      `when ${reader.condition(when, hazard)} then ${reader.bind(times, 'numeric')}`,
  );
  return ` * case ${arms.join(' ')} else 1 end`;
}

export function valueOf(
  { value }: PayRate,
  computed: readonly Computed[],
  reader: PayReader,
  own?: Counted['own'],
): string {
  const sum = (codes: readonly string[]) =>
    `(${
      codes
        .flatMap((code) =>
          computed.filter(({ line, hazard }) => line.code === code && hazard === null),
        )
        .map(({ key }) => `coalesce(a${key}, 0)`)
        .join(' + ') || '0'
    })`;
  if ('vnd' in value) {
    const amount = reader.bind(value.vnd, 'numeric');
    if (!value.seniority) return amount;
    const { fromMonths, step, everyMonths, mostSteps } = value.seniority;
    const [months, from] = [reader.fact('months_served'), reader.bind(fromMonths, 'int')];
    return `case when ${months} >= ${from} then ${amount} + ${reader.bind(step, 'numeric')}
      * least((${months} - ${from}) / ${reader.bind(everyMonths, 'int')}, ${reader.bind(mostSteps, 'int')})
      else 0 end`;
  }
  if ('ofOwn' in value) {
    return `${reader.bind(value.times, 'numeric')} * ${own?.[value.ofOwn] ?? 'null::numeric'}`;
  }
  if ('times' in value) {
    const factors = value.of.map(
      (factor) => `${reader.value(factor)}${isPercent(factor.table) ? ' / 100' : ''}`,
    );
    if (value.ofLines.length > 0) factors.push(sum(value.ofLines));
    return [reader.bind(value.times, 'numeric'), ...factors.map((factor) => `(${factor})`)].join(
      ' * ',
    );
  }
  if ('upTo' in value) {
    return `greatest(coalesce(${reader.fact('former_allowance')}, 0) - ${sum(value.after)}, 0)`;
  }
  return 'null::numeric';
}

const isPercent = (table: RateTableName) => rateTables[table].measure === 'percent';

/** The table values that a line's rates refer to, as they went into it. */
function basisOf({ rates }: PayLine, key: string, reader: PayReader): string {
  const arms = rates.flatMap(({ value }, n) => {
    if (!('of' in value) || value.of.length === 0) return [];
    const pairs = value.of.map((factor) => {
      const name = factor.key ? `${factor.table} ${factor.key}` : factor.table;
      return `${reader.bind(name, 'text')}, ${reader.value(factor)}::text`;
    });
    return [`when ${n + 1} then jsonb_build_object(${pairs.join(', ')})`];
  });
  return arms.length === 0 ? 'null::jsonb' : `case r${key} ${arms.join(' ')} end`;
}

/** As the line says; half a unit goes up. */
export function rounded(amount: string, { round: { to, mode } }: PayLine): string {
  const by = { nearest: 'round', up: 'ceil', down: 'floor' }[mode];
  return to === 1 ? `${by}(${amount})` : `${by}(${amount} / ${to}) * ${to}`;
}

/** Whether a line is paid beside the others of its piece: contained in another, or one of several that exclude. */
export function paidColumn(
  one: Computed,
  computed: readonly Computed[],
  document: PolicyDocument,
): string {
  const monthly = computed.filter(
    ({ line, hazard }) => (line.basis.per === 'month' || ofCase(line.basis)) && hazard === null,
  );
  const parts = [`r${one.key} is not null`, `(a${one.key} > 0 or a${one.key} is null)`];
  if (one.line.basis.per !== 'duty') {
    const code = one.line.code;
    for (const other of monthly.filter(({ line }) => line.includes.includes(code))) {
      parts.push(`coalesce(a${other.key}, 0) = 0`);
    }
    for (const { lines, keep } of document.exclusive) {
      const place = lines.indexOf(code);
      if (place === -1) continue;
      for (const other of monthly.filter(
        (each) => each !== one && lines.includes(each.line.code),
      )) {
        const earlier = lines.indexOf(other.line.code) < place;
        const [own, its] = [`coalesce(a${one.key}, 0)`, `coalesce(a${other.key}, 0)`];
        if (keep === 'first') {
          if (earlier) parts.push(`${its} = 0`);
        } else parts.push(`${own} ${earlier ? '>' : '>='} ${its}`);
      }
    }
  }
  return `(${parts.join(' and ')}) as p${one.key}`;
}
