import { event, operation, pageOf, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { PaymentChannel } from './payment-channel.ts';
import { PayrollCheck } from './payroll.ts';
import { PayPayee } from './policy-document.ts';
import { Position } from './posting.ts';

/**
 * How one order to pay stands. `failed` money is owed again and goes into a later batch; `left` is knowingly
 * not paid; `withdrawn` was taken out before it was sent, or with the whole run.
 */
export const PaymentState = z.enum(['issued', 'paid', 'failed', 'left', 'withdrawn']);
export type PaymentState = z.infer<typeof PaymentState>;

/** So standing a payment covers the money: it is not owed beside it. */
export const covering: readonly PaymentState[] = ['issued', 'paid', 'left'];
/** What somebody may say by hand of a payment that stands so. */
export const settleable: Readonly<Record<'paid' | 'failed' | 'left', readonly PaymentState[]>> = {
  // what was taken out may have been paid all the same
  paid: ['issued', 'failed', 'withdrawn'],
  // money may come back after a bank has said that it was paid
  failed: ['issued', 'paid'],
  left: ['issued', 'failed'],
};

const reason = z.string().trim().min(5).max(500);
const count = z.int().nonnegative();
const sum = z.object({ payments: count, amount: Vnd });
/** How many payments, and how much together. */
export const PaymentSum = sum;

/**
 * What somebody (or a team) gets from a commune by one run, in one batch. A negative amount is to be recovered
 * at the office: it is no order to a bank.
 */
export const Payment = z.object({
  id: z.uuid(),
  payrollId: z.uuid(),
  batchId: z.uuid(),
  batch: z.int(),
  /** By which a bank's result is matched. */
  key: z.string(),
  /** Null: money of the team. */
  personId: z.uuid().nullable(),
  teamId: z.uuid().nullable(),
  /** `relative`: who survives the person. */
  payee: PayPayee,
  name: z.string(),
  teamName: z.string(),
  commune: CommuneRef,
  position: Position.nullable(),
  amount: Vnd,
  channel: PaymentChannel,
  bank: z.string(),
  /** As it was when the batch was made, masked; null where there is none or the asker may not see it. */
  account: z.string().nullable(),
  state: PaymentState,
  reason: z.string(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  /** The batch in which a failed payment was issued anew. */
  again: z.int().nullable(),
});
export type Payment = z.infer<typeof Payment>;

export const listPayments = operation('personnel.payment.list', {
  http: 'GET /payrolls/:id/payments',
  allow: 'payroll.read',
  summary: 'Payments of a run by batch and commune, and how each stands',
  input: z.strictObject({
    id: z.uuid(),
    within: z.uuid().optional(),
    batch: z.coerce.number().int().min(1).optional(),
    state: PaymentState.optional(),
    channel: PaymentChannel.optional(),
    personId: z.uuid().optional(),
    q: z.string().trim().max(100).optional(),
    cursor: z
      .string()
      .regex(/^\d{1,19}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Payment).extend({ amount: Vnd }),
  deadline: 5_000,
});

/** What goes to bank and treasury together. The files of a batch are frozen with it. */
export const PaymentBatch = z.object({
  id: z.uuid(),
  number: z.int(),
  madeAt: z.string(),
  by: z.string(),
  /** When its files were first made; until then holding somebody's pay takes it out of the batch. */
  filesAt: z.string().nullable(),
  filesBy: z.string().nullable(),
  /** The run was sent back or reversed: nothing of it may be paid. */
  withdrawn: z.boolean(),
  issued: sum,
  byChannel: z.array(sum.extend({ channel: PaymentChannel })),
  byState: z.array(sum.extend({ state: PaymentState })),
  recoveries: sum,
});
export type PaymentBatch = z.infer<typeof PaymentBatch>;

/** Money of a run that no standing payment covers: it was released, or its payment failed. */
export const DuePayment = z.object({
  /** The person, or the team for its own money. */
  ownerId: z.uuid(),
  commune: CommuneRef,
  name: z.string(),
  amount: Vnd,
  why: z.enum(['failed', 'released']),
  reason: z.string(),
  channel: PaymentChannel,
  /** Where a payment failed: is another account or channel recorded since? */
  changed: z.boolean(),
});
export type DuePayment = z.infer<typeof DuePayment>;

export const listPaymentBatches = operation('personnel.payment-batch.list', {
  http: 'GET /payrolls/:id/payment-batches',
  allow: 'payroll.read',
  summary: 'Batches of a run, what is due still, and how all of it ties out with the lines',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({
    items: z.array(PaymentBatch),
    /** The first 500. */
    due: z.array(DuePayment),
    /** `lines` = insurer + bodies + paid + issued + left + recoveries + due + held. */
    sums: z.object({
      lines: Vnd,
      /** The State's share of insurance, and what other bodies pay: for nobody on a list. */
      insurer: Vnd,
      bodies: Vnd,
      paid: sum,
      issued: sum,
      left: sum,
      recoveries: sum,
      due: sum,
      held: sum,
    }),
    /** May the asker make the files of the whole run? */
    whole: z.boolean(),
  }),
  deadline: 10_000,
});

export const issuePayments = operation('personnel.payment-batch.issue', {
  http: 'POST /payrolls/:id/payment-batches',
  allow: 'payroll.write',
  summary: 'Issue what failed and what was released after approval in a new batch',
  input: z.strictObject({
    id: z.uuid(),
    batchId: z.uuid(),
    /** People and teams; left out: all that is due. */
    only: z.array(z.uuid()).min(1).max(5_000).optional(),
    /** Findings that are right, and why: an account that is recorded of somebody else as well. */
    accept: z.array(PayrollCheck).max(20).default([]),
    reason: z.string().trim().max(500).default(''),
  }),
  output: PaymentBatch,
  deadline: 30_000,
});

export const settlePayment = operation('personnel.payment.settle', {
  http: 'POST /payments/:id/outcomes',
  allow: 'payroll.write',
  summary: 'Say by hand that a payment was paid, failed, or is knowingly left',
  input: z.strictObject({ id: z.uuid(), outcome: z.enum(['paid', 'failed', 'left']), reason }),
  output: Payment,
});

const batchAbout = { id: z.uuid(), payrollId: z.uuid(), number: z.int() };
export const paymentsIssued = event(
  'personnel.payments-issued.v1',
  z.object({ ...batchAbout, payments: count, amount: Vnd }),
);
export const paymentSettled = event(
  'personnel.payment-settled.v1',
  z.object({
    id: z.uuid(),
    payrollId: z.uuid(),
    personId: z.uuid().nullable(),
    state: PaymentState,
    reason: z.string(),
  }),
);
/** What a bank's result file said of payments. */
export const paymentResultsRead = event(
  'personnel.payment-results-read.v1',
  z.object({ jobId: z.string(), counts: z.record(z.string(), z.number()) }),
);
