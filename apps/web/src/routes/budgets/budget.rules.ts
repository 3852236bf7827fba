import {
  type BudgetComparison,
  BudgetFund,
  BudgetGroup,
  budgetGroups,
  type BudgetRequestState,
  type getBudgetComparison,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';

export type Sums = Output<typeof getBudgetComparison>['sums'][number];
export type Figures = Pick<
  Sums,
  'allocated' | 'committed' | 'paid' | 'forecast' | 'remaining' | 'shortfall' | 'extra'
>;

export type Held = BudgetComparison['held'];

const names = [
  ...(['allocated', 'committed', 'paid', 'forecast'] as const),
  ...(['remaining', 'shortfall', 'extra'] as const),
] as const;

/** The figures of a fund; never of both, which are never mixed (law BR-60). */
export function fundSums(sums: readonly Sums[]): { fund: BudgetFund; figures: Figures }[] {
  return BudgetFund.options.map((fund) => {
    const own = sums.filter((sum) => sum.fund === fund);
    const total = names.map((name) => [name, own.reduce((all, sum) => all + sum[name], 0)]);
    return { fund, figures: Object.fromEntries(total) as Figures };
  });
}

/** Whether any of the rows has money of its own; else whether a unit above has. No rows: nobody was given any. */
export function heldOf(rows: readonly Pick<BudgetComparison, 'held'>[]): Held {
  const held = rows.map((row) => row.held);
  if (held.includes('own')) return 'own';
  return held.length > 0 && held.every((one) => one === 'above') ? 'above' : 'none';
}

/** Of what is paid and committed, what is taken from no money of these rows. */
export const beyond = ({ allocated, paid, committed, remaining }: Figures): number =>
  paid + committed - (allocated - remaining);

/** Item groups that a fund pays. */
export const groupsOf = (fund: BudgetFund): BudgetGroup[] =>
  BudgetGroup.options.filter((group) => budgetGroups[group].fund === fund);

/** How long the parts of a bar are, in per cent of the longer of money and need. */
export function partsOf({ allocated, paid, committed, forecast }: Figures) {
  const whole = Math.max(allocated, forecast, 1);
  const share = (amount: number) => Math.max(0, Math.min(100, (100 * amount) / whole));
  return {
    paid: share(paid),
    committed: share(committed),
    ahead: share(forecast - paid - committed),
    allocated: share(allocated),
  };
}

export const rowKey = ({ unit, group, source }: BudgetComparison) =>
  `${unit.id} ${group} ${source}`;

/** Colours of the states of a request, as of runs. */
export const stageOf: Record<BudgetRequestState, 'open' | 'done' | 'due' | 'gone'> = {
  drafted: 'open',
  submitted: 'due',
  appraised: 'due',
  approved: 'done',
  refused: 'gone',
  allocated: 'done',
  settled: 'done',
};

/** Years that are offered: since the law, up to the next. */
export const yearsUpTo = (year: number): number[] =>
  Array.from({ length: year + 2 - 2024 }, (_, n) => year + 1 - n);
