import { event, operation, pageOf, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { PolicyInstrument } from './policy.ts';
import { PayFund, type PayItem } from './policy-document.ts';

/**
 * Two funds that are never mixed (law BR-60): money for the force (Law 30/2023/QH15 Art. 26) and money for the
 * mass movement (Circular 40/2023/TT-BTC).
 */
export const BudgetFund = z.enum(['force', 'movement']);
export type BudgetFund = z.infer<typeof BudgetFund>;

type GroupFacts = { fund: BudgetFund; spentBy: 'runs' | 'entries' };

/**
 * What money is planned for. A group belongs to one fund; it is spent by runs and granted claims, or by entries
 * of what was bought, built, held (Law 30/2023/QH15 Art. 26.1).
 */
export const budgetGroups = {
  allowance: { fund: 'force', spentBy: 'runs' },
  insurance: { fund: 'force', spentBy: 'runs' },
  duty: { fund: 'force', spentBy: 'runs' },
  'one-off': { fund: 'force', spentBy: 'runs' },
  'team-operation': { fund: 'force', spentBy: 'runs' },
  training: { fund: 'force', spentBy: 'entries' },
  equipment: { fund: 'force', spentBy: 'entries' },
  'uniform-and-tools': { fund: 'force', spentBy: 'entries' },
  workplace: { fund: 'force', spentBy: 'entries' },
  'movement-model': { fund: 'movement', spentBy: 'entries' },
  'movement-visit': { fund: 'movement', spentBy: 'entries' },
  'movement-campaign': { fund: 'movement', spentBy: 'entries' },
  'movement-reward': { fund: 'movement', spentBy: 'entries' },
} as const satisfies Record<string, GroupFacts>;
export const BudgetGroup = z.enum(
  Object.keys(budgetGroups) as [keyof typeof budgetGroups, ...(keyof typeof budgetGroups)[]],
);
export type BudgetGroup = z.infer<typeof BudgetGroup>;

/** Groups that runs pay. */
export const RunGroup = BudgetGroup.extract([
  'allowance',
  'insurance',
  'duty',
  'one-off',
  'team-operation',
]);
export type RunGroup = z.infer<typeof RunGroup>;

/** Which group each kind of payment is planned in, where no province has said otherwise. */
export const groupOfItem = {
  'monthly-support': 'allowance',
  'position-supplement': 'allowance',
  'diploma-supplement': 'allowance',
  'area-supplement': 'allowance',
  'seniority-supplement': 'allowance',
  'concurrent-title': 'allowance',
  guarantee: 'allowance',
  'social-insurance': 'insurance',
  'health-insurance': 'insurance',
  'night-duty': 'duty',
  'rest-day-duty': 'duty',
  'holiday-duty': 'duty',
  'heavy-duty': 'duty',
  'call-out': 'duty',
  'special-area-day': 'duty',
  'out-of-area': 'duty',
  'emergency-duty': 'duty',
  'training-day': 'duty',
  treatment: 'one-off',
  'treatment-meal': 'one-off',
  disability: 'one-off',
  death: 'one-off',
  funeral: 'one-off',
  severance: 'one-off',
  'team-operation': 'team-operation',
} as const satisfies Record<PayItem, RunGroup>;

/** Out of whose money: what lines of policies name, or another lawful source (Law 30/2023/QH15 Art. 19.1). */
export const BudgetSource = z.enum([...PayFund.options, 'other']);
export type BudgetSource = z.infer<typeof BudgetSource>;

/** At the start of the year, more, less, or taken back. */
export const BudgetKind = z.enum(['opening', 'supplement', 'reduction', 'recall']);
export type BudgetKind = z.infer<typeof BudgetKind>;
/** Kinds that leave less. */
export const lessening: readonly BudgetKind[] = ['reduction', 'recall'];

export const BudgetYear = z.number().int().min(2024).max(2100);
const year = z.coerce.number().pipe(BudgetYear);
const words = z.string().trim().max(500);
/** Far above what a province gives: sums of a country stay exact numbers. */
export const mostMoney = 100_000_000_000_000;
export const BudgetAmount = Vnd.min(1).max(mostMoney);

/** What money is told by: whose, when, for what, out of what. */
export const BudgetPlace = z.object({
  unitId: z.uuid(),
  year: BudgetYear,
  fund: BudgetFund,
  group: BudgetGroup,
  source: BudgetSource,
});

/** Money given to a unit for a year by an instrument. It stays as it is; a mistake is taken back by a row against it. */
export const Budget = BudgetPlace.extend({
  id: z.uuid(),
  unit: CommuneRef,
  kind: BudgetKind,
  /** Negative where it leaves less. */
  amount: Vnd,
  instrument: PolicyInstrument,
  /** The request that it fulfils. */
  requestId: z.uuid().nullable(),
  /** The row that this one takes back. */
  takesBackId: z.uuid().nullable(),
  /** Something takes this one back. */
  takenBack: z.boolean(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Budget = z.infer<typeof Budget>;

const filter = {
  year: year.optional(),
  within: z.uuid().optional(),
  unitId: z.uuid().optional(),
  fund: BudgetFund.optional(),
  group: BudgetGroup.optional(),
  source: BudgetSource.optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
};

export const listBudgets = operation('personnel.budget.list', {
  http: 'GET /budgets',
  allow: 'budget.read',
  summary: 'Money given to units of the area, with the instruments it rests on, latest first',
  input: z.strictObject(filter),
  output: pageOf(Budget).extend({ amount: Vnd }),
});

export const giveBudget = operation('personnel.budget.give', {
  http: 'POST /budgets',
  allow: 'budget.approve',
  summary: 'Record money that an instrument gives to a unit for a year, or takes from it',
  input: BudgetPlace.extend({
    id: z.uuid(),
    kind: BudgetKind,
    amount: BudgetAmount,
    instrumentId: z.uuid(),
    note: words.default(''),
  }).strict(),
  output: Budget,
});

export const takeBackBudget = operation('personnel.budget.take-back', {
  http: 'POST /budgets/:budgetId/takings-back',
  allow: 'budget.approve',
  summary: 'Take back a row that was recorded by mistake, by a row against it; both stay',
  input: z.strictObject({ id: z.uuid(), budgetId: z.uuid(), reason: words.min(5) }),
  output: Budget,
});

/** What was spent of groups that no run pays, by the paper that proves it. */
export const BudgetSpending = BudgetPlace.extend({
  id: z.uuid(),
  unit: CommuneRef,
  amount: Vnd,
  spentOn: PlainDate,
  /** Number of the contract, the acceptance record, the settlement. */
  paper: z.string(),
  note: z.string(),
  requestId: z.uuid().nullable(),
  takesBackId: z.uuid().nullable(),
  takenBack: z.boolean(),
  by: z.string(),
  at: z.string(),
});
export type BudgetSpending = z.infer<typeof BudgetSpending>;

export const listBudgetSpendings = operation('personnel.budget-spending.list', {
  http: 'GET /budget-spendings',
  allow: 'budget.read',
  summary: 'What was spent on things that no run pays, latest first',
  input: z.strictObject(filter),
  output: pageOf(BudgetSpending).extend({ amount: Vnd }),
});

export const recordBudgetSpending = operation('personnel.budget-spending.record', {
  http: 'POST /budget-spendings',
  allow: 'budget.write',
  summary: 'Record what was spent on equipment, workplaces, training, uniform or the movement',
  input: BudgetPlace.extend({
    id: z.uuid(),
    amount: BudgetAmount,
    spentOn: PlainDate,
    paper: words.min(1),
    note: words.default(''),
    requestId: z.uuid().nullable().default(null),
  }).strict(),
  output: BudgetSpending,
});

export const takeBackBudgetSpending = operation('personnel.budget-spending.take-back', {
  http: 'POST /budget-spendings/:spendingId/takings-back',
  allow: 'budget.write',
  summary: 'Take back spending that was recorded by mistake, by a row against it; both stay',
  input: z.strictObject({ id: z.uuid(), spendingId: z.uuid(), reason: words.min(5) }),
  output: BudgetSpending,
});

const told = BudgetPlace.extend({ id: z.uuid(), amount: Vnd, takesBackId: z.uuid().nullable() });
export const budgetGiven = event(
  'personnel.budget-given.v1',
  told.extend({ kind: BudgetKind, instrumentId: z.uuid(), requestId: z.uuid().nullable() }),
);
export const budgetSpent = event(
  'personnel.budget-spent.v1',
  told.extend({ spentOn: PlainDate, requestId: z.uuid().nullable() }),
);
