import type { PayBasis } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';

/** Days of service, the last one left out. */
export type ServicePeriod = { from: PlainDate; to: PlainDate };
/** With the allowance of a month at its end, as far as it is recorded. */
export type PaidPeriod = ServicePeriod & { allowance: number | null };

/** How a line counts service. */
export type ServiceCount = Pick<
  Extract<PayBasis, { per: 'service-year' }>,
  'allowance' | 'averageMonths' | 'rounding' | 'continuous'
>;

/** What a line counts: months, twelfths of a year as rounded, and the allowance that it multiplies. */
export type Service = { months: number; twelfths: number; allowance: number | null };

/** A multiple of 28, 29, 30 and 31: a day of any month is a whole number of such parts of it. */
const month = 377_580;

/**
 * Whole months of service, broken service added up and no day counted twice (law BR-57). A day is its share of its own
 * month, so that whole months are whole wherever they begin; half a month that is left counts as one.
 */
export function monthsOf(periods: readonly ServicePeriod[]): number {
  return Math.floor((partsOf(joined(periods)) + month / 2) / month);
}

/** Halves of a year: up to 6 months over a whole year are one half, more are two. */
export function halvesOf(months: number): number {
  const rest = months % 12;
  return Math.floor(months / 12) * 2 + (rest === 0 ? 0 : rest <= 6 ? 1 : 2);
}

/** `7` halves as `3.5`: never a float that money is reckoned with. */
export function asYears(halves: number): string {
  return `${Math.floor(halves / 2)}${halves % 2 === 1 ? '.5' : ''}`;
}

/** Service as a line counts it; periods may overlap, of several posts at a time. */
export function serviceOf(periods: readonly PaidPeriod[], count: ServiceCount): Service {
  const counted = count.continuous ? longest(periods) : periods;
  const months = monthsOf(counted);
  const twelfths = {
    'half-years': halvesOf(months) * 6,
    'full-years': Math.floor(months / 12) * 12,
    months,
  }[count.rounding];
  return { months, twelfths, allowance: allowanceOf(counted, count) };
}

/** Periods without overlaps or joints, the first first. */
function joined(periods: readonly ServicePeriod[]): ServicePeriod[] {
  const runs: ServicePeriod[] = [];
  for (const { from, to } of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = runs.at(-1);
    if (to <= from) continue;
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else runs.push({ from, to });
  }
  return runs;
}

/** Of the runs without a break the longest, of two the later. */
function longest(periods: readonly PaidPeriod[]): PaidPeriod[] {
  const runs = joined(periods);
  const [best] = runs.toSorted((a, b) => partsOf([b]) - partsOf([a]) || (a.from < b.from ? 1 : -1));
  return best ? periods.filter(({ from, to }) => from >= best.from && to <= best.to) : [];
}

function allowanceOf(
  periods: readonly PaidPeriod[],
  { allowance: which, averageMonths }: ServiceCount,
): number | null {
  const end = periods.reduce((last, { to }) => (to > last ? to : last), '');
  if (end === '') return null;
  if (which === 'average') {
    return average(periods, averageMonths === undefined ? '' : monthsBefore(end, averageMonths));
  }
  const asked = which === 'last' ? periods.filter(({ to }) => to === end) : periods;
  return highest(asked);
}

/** Each day by the highest of what was paid on it; half a đồng goes up. */
function average(periods: readonly PaidPeriod[], since: PlainDate): number | null {
  const within = periods
    .map((one) => ({ ...one, from: one.from < since ? since : one.from }))
    .filter(({ from, to }) => from < to);
  const bounds = [...new Set(within.flatMap(({ from, to }) => [from, to]))].sort();
  let [sum, parts] = [0n, 0n];
  for (const [n, from] of bounds.slice(0, -1).entries()) {
    const to = bounds[n + 1]!;
    const paid = within.filter((one) => one.from <= from && to <= one.to);
    if (paid.length === 0) continue;
    const amount = highest(paid);
    if (amount === null) return null;
    const weight = BigInt(partsOf([{ from, to }]));
    sum += BigInt(amount) * weight;
    parts += weight;
  }
  return parts === 0n ? null : Number((sum * 2n + parts) / (parts * 2n));
}

/** Unknown as soon as one is. */
function highest(periods: readonly PaidPeriod[]): number | null {
  return periods.reduce<number | null>(
    (most, { allowance }) =>
      most === null || allowance === null ? null : Math.max(most, allowance),
    0,
  );
}

/** Months as parts of `month`, of periods that do not overlap. */
function partsOf(periods: readonly ServicePeriod[]): number {
  let parts = 0;
  for (const { from, to } of periods) {
    for (let start = from; start < to;) {
      const first = `${start.slice(0, 7)}-01`;
      const next = nextMonth(first);
      const end = to < next ? to : next;
      parts += (month / daysBetween(first, next)) * daysBetween(start, end);
      start = end;
    }
  }
  return parts;
}

const nextMonth = (first: PlainDate) => `${addDays(first, 31).slice(0, 7)}-01`;

/** The same day so many months earlier, or the last one of a shorter month. */
function monthsBefore(day: PlainDate, months: number): PlainDate {
  const [year, number, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, number - 1 - months, 1)).toISOString().slice(0, 10);
  const same = addDays(first, date - 1);
  const next = nextMonth(first);
  return same < next ? same : addDays(next, -1);
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
