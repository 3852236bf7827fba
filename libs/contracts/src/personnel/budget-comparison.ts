import { operation, pageOf, Period, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { BudgetFund, BudgetGroup, BudgetSource, BudgetYear } from './budget.ts';
import { CommuneRef } from './commune-ref.ts';

const figures = {
  allocated: Vnd,
  /** Of runs that were submitted or approved and are not paid yet. */
  committed: Vnd,
  paid: Vnd,
  /** Paid, committed, and what the months to come will cost by the roster and rules known today. */
  forecast: Vnd,
  /** Allocated and neither committed nor paid. */
  remaining: Vnd,
  /** What the forecast exceeds the money by. */
  shortfall: Vnd,
  /** The extra need: forecast less allocated. */
  extra: Vnd,
};

/** A unit's money for an item group out of one source, beside what becomes of it. */
export const BudgetComparison = z.object({
  unit: CommuneRef,
  fund: BudgetFund,
  group: BudgetGroup,
  source: BudgetSource,
  /** The unit has money of its own for this, is paid from what a unit above was given, or nobody was given any. */
  held: z.enum(['own', 'above', 'none']),
  ...figures,
});
export type BudgetComparison = z.infer<typeof BudgetComparison>;

export const getBudgetComparison = operation('personnel.budget.comparison', {
  http: 'GET /budgets/comparison',
  allow: 'budget.read',
  summary:
    'Allocated, committed, paid and forecast to year end, by unit, fund, item group and source',
  input: z.strictObject({
    year: z.coerce.number().pipe(BudgetYear),
    within: z.uuid().optional(),
    fund: BudgetFund.optional(),
    cursor: z.string().max(20).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(500),
  }),
  output: pageOf(BudgetComparison).extend({
    /** Over all rows. */
    sums: z.array(z.object({ fund: BudgetFund, group: BudgetGroup, ...figures })),
    /** Months that were forecast. */
    months: z.array(Period),
    /** A run or policy in it is illustrative. */
    illustrative: z.boolean(),
  }),
  deadline: 60_000,
});
