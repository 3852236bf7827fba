import { operation, Period, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { VarianceCause } from './payroll-variance.ts';
import { PayFund, PayItem, PayPayee } from './policy-document.ts';
import { Position } from './posting.ts';

/** What totals can be told by. */
export const TotalDimension = z.enum(['unit', 'month', 'item', 'position', 'source', 'payee']);
export type TotalDimension = z.infer<typeof TotalDimension>;

/**
 * How wide a unit of reading is. There are districts until 30 June 2025; an `area` is one that the asker holds a role in.
 */
export const TotalLevel = z.enum(['province', 'district', 'commune', 'team', 'area']);
export type TotalLevel = z.infer<typeof TotalLevel>;

const count = z.int().nonnegative();

export const AllowanceTotal = z.object({
  /** Null: by something else, or of no unit of that level. */
  unit: z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string() }).nullable(),
  month: Period.nullable(),
  item: PayItem.nullable(),
  position: Position.nullable(),
  source: PayFund.nullable(),
  payee: PayPayee.nullable(),
  people: count,
  lines: count,
  amount: Vnd,
});
export type AllowanceTotal = z.infer<typeof AllowanceTotal>;

/** `unit,month` as an address writes it. */
const dimensions = z
  .string()
  .max(60)
  .default('unit')
  .refine((text) => text.split(',').every((one) => TotalDimension.safeParse(one).success), {
    message: 'dimension-unknown',
  });

export const getAllowanceTotals = operation('personnel.allowance-total.get', {
  http: 'GET /allowance-totals',
  allow: 'payroll.read',
  summary: 'What was or will be paid, by any of unit, month, item, position, source and payee',
  input: z.strictObject({
    /** The months in which it is paid, both included. */
    from: Period,
    to: Period,
    within: z.uuid().optional(),
    level: TotalLevel.default('commune'),
    by: dimensions,
    /** In the units of this day: money goes where the team, or what became of its villages, lies then. */
    restate: PlainDate.optional(),
    /** Only runs that are closed or paid, or also those under way. */
    status: z.enum(['closed', 'open', 'all']).default('all'),
  }),
  output: z.object({
    rows: z.array(AllowanceTotal),
    total: z.object({ people: count, lines: count, amount: Vnd }),
    /** The runs that it comes from. */
    runs: z.array(z.object({ id: z.uuid(), month: Period, state: z.string() })),
    /** Of the figures: the same as long as none of these runs changes. */
    version: z.string(),
    illustrative: z.boolean(),
  }),
  deadline: 10_000,
});

/** A month beside the month before: the difference by cause, and the numbers beside the money. */
export const getAllowanceChange = operation('personnel.allowance-total.change', {
  http: 'GET /allowance-changes',
  allow: 'payroll.read',
  summary: 'A month beside the month before: the difference split by cause',
  input: z.strictObject({ month: Period.optional(), within: z.uuid().optional() }),
  output: z.object({
    month: Period.nullable(),
    before: Period.nullable(),
    amount: Vnd,
    amountBefore: Vnd,
    people: count,
    peopleBefore: count,
    decided: count.nullable(),
    serving: count,
    causes: z.array(z.object({ cause: VarianceCause, people: count, difference: Vnd })),
    illustrative: z.boolean(),
  }),
  deadline: 10_000,
});
