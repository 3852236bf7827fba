import {
  type AllowanceTotal,
  quantileSteps,
  type Scale,
  sequential,
  TotalDimension,
  TotalLevel,
} from '@antt/contracts';
import { Period, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { lastEnded, monthBefore } from '../payrolls/payroll.rules.ts';

export const Status = z.enum(['closed', 'open', 'all']);
export type Status = z.infer<typeof Status>;

/** What a reader asks of the totals, as it stands in the address. */
export type Asked = {
  from: Period;
  to: Period;
  by: TotalDimension[];
  level: TotalLevel;
  status: Status;
  /** In the units of this day. */
  restate: PlainDate | undefined;
};

/** The question in the address; without one, the last month that was paid, by commune. */
export function readAsked(
  search: URLSearchParams,
  lastPaid: Period | null,
  today: PlainDate,
): Asked {
  const month = (name: string) => Period.safeParse(search.get(name)).data;
  const [first, last] = [month('from'), month('to')];
  const to = last ?? first ?? lastPaid ?? lastEnded(today);
  const from = first ?? to;
  const by = (search.get('by') ?? '')
    .split(',')
    .filter((one): one is TotalDimension => TotalDimension.safeParse(one).success);
  return {
    from: from <= to ? from : to,
    to,
    by: by.length > 0 ? [...new Set(by)] : ['unit'],
    level: TotalLevel.safeParse(search.get('level')).data ?? 'commune',
    status: Status.safeParse(search.get('status')).data ?? (lastPaid ? 'closed' : 'all'),
    restate: PlainDate.safeParse(search.get('restate')).data,
  };
}

/** Twelve months up to one, both included. */
export function yearUpTo(to: Period): { from: Period; to: Period } {
  let from = to;
  for (let n = 0; n < 11; n += 1) from = monthBefore(from);
  return { from, to };
}

export const monthsOf = ({ from, to }: { from: Period; to: Period }): Period[] => {
  const months = [to];
  while (months[0]! > from && months.length < 240) months.unshift(monthBefore(months[0]!));
  return months;
};

export type PivotLine = Pick<AllowanceTotal, 'unit' | 'item' | 'position' | 'source' | 'payee'> & {
  key: string;
  people: number;
  amount: number;
  /** What was paid in each month, where it is told by month. */
  months: ReadonlyMap<Period, number>;
};
export type Pivot = { months: Period[]; lines: PivotLine[] };

/** Rows of one thing each; months stand beside one another. */
export function pivotOf(rows: readonly AllowanceTotal[]): Pivot {
  const lines = new Map<string, PivotLine & { months: Map<Period, number> }>();
  const months = new Set<Period>();
  for (const { unit, item, position, source, payee, month, people, amount } of rows) {
    const key = [unit?.id, item, position, source, payee].join(' ');
    const line = lines.get(key) ?? {
      ...{ key, unit, item, position, source, payee },
      ...{ people: 0, amount: 0, months: new Map<Period, number>() },
    };
    line.people += people;
    line.amount += amount;
    if (month !== null) {
      months.add(month);
      line.months.set(month, (line.months.get(month) ?? 0) + amount);
    }
    lines.set(key, line);
  }
  return { months: [...months].sort(), lines: [...lines.values()] };
}

/** What each of a unit's people was paid in a month, in whole đồng; nothing of nobody. */
export const perHead = ({ amount, people }: { amount: number; people: number }): number | null =>
  people === 0 ? null : Math.round(amount / people);

/** Five classes of about as many communes each. */
export function headScale(values: readonly number[]): Scale {
  const steps = quantileSteps([...values], 5);
  const classes = sequential.slice(0, steps.length + 1).map((colour, n) => ({
    from: steps[n - 1] ?? null,
    to: steps[n] ?? null,
    colour,
  }));
  return { kind: 'count', rule: 'quantile', classes };
}
