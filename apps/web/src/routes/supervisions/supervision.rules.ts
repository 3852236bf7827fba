import type { Quarter, Supervision } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

const dayMs = 86_400_000;

/** The quarter of a day. */
export function quarterOf(day: PlainDate): Quarter {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return `${year}-Q${Math.ceil(month / 3)}`;
}

const firstDayOf = (quarter: Quarter): PlainDate => {
  const [year, part] = quarter.split('-Q') as [string, string];
  return `${year}-${String(Number(part) * 3 - 2).padStart(2, '0')}-01`;
};

type Open = Pick<Supervision, 'validFrom' | 'validTo' | 'owed' | 'reported'>;

/** The quarter that runs on a day, where the supervision is open in it and no report came yet. */
export function currentQuarter({ validFrom, validTo, reported }: Open, on: PlainDate) {
  const quarter = quarterOf(on);
  const isOpen = validFrom <= on && (validTo === null || firstDayOf(quarter) < validTo);
  return isOpen && !reported.includes(quarter) ? quarter : null;
}

/** Quarters that a report can be recorded for: what is owed, then the one that runs. */
export function reportable(supervision: Open, on: PlainDate): Quarter[] {
  const current = currentQuarter(supervision, on);
  return current ? [...supervision.owed, current] : supervision.owed;
}

export const isOver = ({ validTo }: Pick<Supervision, 'validTo'>, on: PlainDate) =>
  validTo !== null && validTo <= on;

/** By how many days of the calendar an act came after its term. */
export function daysLate(done: PlainDate, due: PlainDate): number {
  return Math.max(0, (Date.parse(done) - Date.parse(due)) / dayMs);
}
