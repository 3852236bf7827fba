import { operation, pageOf, Period, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { PayrollState } from './payroll.ts';
import { PayrollLine, PayrollLineKind } from './payroll-line.ts';

const count = z.int().nonnegative();

/** What a body owes for somebody's duty out of the area or in an emergency (law BR-54, BR-98). */
export const MobilisationRow = PayrollLine.pick({
  id: true,
  payrollId: true,
  personName: true,
  position: true,
  teamName: true,
  label: true,
  month: true,
  quantity: true,
  rate: true,
  amount: true,
}).extend({
  commune: CommuneRef,
  personId: z.uuid(),
  body: z.string(),
  /** Numbers of the orders that the days were served under. */
  orders: z.string(),
  days: z.array(PlainDate),
  kind: PayrollLineKind,
  state: PayrollState,
});
export type MobilisationRow = z.infer<typeof MobilisationRow>;

export const listMobilisationBills = operation('personnel.mobilisation-bill.list', {
  http: 'GET /mobilisation-bills',
  allow: 'payroll.read',
  summary: 'What bodies that mobilised members are billed for a month: people, days, amounts',
  input: z.strictObject({
    /** The month of the runs; differences for earlier months are in it. */
    month: Period,
    body: z.string().trim().max(200).optional(),
    within: z.uuid().optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: pageOf(MobilisationRow).extend({
    /** Of all bodies, whichever is asked about. */
    bodies: z.array(z.object({ body: z.string(), people: count, days: z.number(), amount: Vnd })),
    amount: Vnd,
    illustrative: z.boolean(),
  }),
  deadline: 5_000,
});
