import { event, operation, Period, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { PaymentChannel } from './payment-channel.ts';
import { PaymentBatch, PaymentSum as sum } from './payment.ts';
import { PayrollState } from './payroll.ts';
import { PayFund, PayItem } from './policy-document.ts';
import { Position } from './posting.ts';
import { PayrollLineKind } from './payroll-line.ts';

const reason = z.string().trim().min(5).max(500);
const count = z.int().nonnegative();

/** A file of a batch as it was made first. */
export const PaymentFile = z.object({
  name: z.string().min(1).max(200),
  bytes: count,
  /** In hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: count,
  amount: Vnd,
});
export type PaymentFile = z.infer<typeof PaymentFile>;

/** What the papers of a batch say; asked for by the gateway, which writes the files. */
export const getPaymentBatch = operation('personnel.payment-batch.get', {
  allow: 'payroll.read',
  summary: 'A batch by commune, item and fund, beside the lines of its run',
  input: z.strictObject({ payrollId: z.uuid(), number: z.int().min(1) }),
  output: z.object({
    batch: PaymentBatch,
    month: Period,
    unit: CommuneRef,
    illustrative: z.boolean(),
    /** Communes in the order of the files; `recoveries` are in no list of payments. */
    communes: z.array(
      z.object({
        commune: CommuneRef,
        issued: sum,
        recoveries: sum,
        cells: z.array(z.object({ item: PayItem, fund: PayFund, amount: Vnd })),
      }),
    ),
    /** Of all lines of the run in the communes that the asker sees; what the batch leaves is paid otherwise or held. */
    lines: Vnd,
    insurer: Vnd,
    bodies: Vnd,
    whole: z.boolean(),
  }),
  deadline: 10_000,
});

/** Somebody on a payment list: the lines that make up the amount. */
export const Payee = z.object({
  key: z.string(),
  personId: z.uuid().nullable(),
  name: z.string(),
  teamName: z.string(),
  commune: CommuneRef,
  position: Position.nullable(),
  amount: Vnd,
  channel: PaymentChannel,
  lines: z.array(z.object({ item: PayItem, kind: PayrollLineKind, amount: Vnd })),
});
export type Payee = z.infer<typeof Payee>;

export const listPayees = operation('personnel.payment.payees', {
  allow: 'payroll.read',
  summary: 'Who is paid in a batch, with the lines that make up each amount',
  input: z.strictObject({
    batchId: z.uuid(),
    communeId: z.uuid().optional(),
    cursor: z.string().optional(),
    limit: z.int().min(1).max(1000).default(500),
  }),
  output: z.object({ items: z.array(Payee), nextCursor: z.string().nullable() }),
  deadline: 15_000,
});

/** What a bank file may say of each payment. */
export const BankColumn = z.enum([
  'number',
  'key',
  'name',
  'plain-name',
  'account',
  'bank',
  'amount',
  'content',
]);
export type BankColumn = z.infer<typeof BankColumn>;

export const revealPayments = operation('personnel.payment.reveal', {
  allow: 'bank-file.read',
  summary:
    'Orders to banks with their account numbers in full; the first page goes into the audit log',
  input: z.strictObject({
    batchId: z.uuid(),
    reason,
    cursor: z.string().optional(),
    limit: z.int().min(1).max(1000).default(500),
  }),
  output: z.object({
    items: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        account: z.string(),
        bank: z.string(),
        amount: Vnd,
      }),
    ),
    nextCursor: z.string().nullable(),
    month: Period,
    illustrative: z.boolean(),
    /** As the province has set them. */
    columns: z.array(BankColumn),
    content: z.string(),
  }),
  deadline: 15_000,
});

/** Asked by the gateway before the first byte of a file: from then on nobody is taken out of the batch. */
export const beginPaymentFiles = operation('personnel.payment-batch.begin-files', {
  allow: 'payroll.read',
  summary: 'Say that files of a batch are given out, so that nobody is taken out of it any more',
  input: z.strictObject({ payrollId: z.uuid(), number: z.int().min(1) }),
  /** Of the first time. */
  output: z.object({ madeAt: z.string(), by: z.string() }),
});

export const keepPaymentFiles = operation('personnel.payment-batch.keep-files', {
  allow: 'payroll.write',
  summary:
    'Keep what the files of a batch were when they were first made, and compare them with it',
  input: z.strictObject({ batchId: z.uuid(), files: z.array(PaymentFile).min(1).max(2_000) }),
  output: z.object({
    /** Of the first time. */
    madeAt: z.string(),
    by: z.string(),
    state: PayrollState,
    /** What the run was calculated from, by which it is told from any other calculation. */
    dataVersion: z.string(),
    files: z.array(PaymentFile.extend({ same: z.boolean() })),
  }),
});

const batchAbout = { id: z.uuid(), payrollId: z.uuid(), number: z.int() };
/** Who asked for all the account numbers of a batch, and why; never a number. */
export const paymentsRevealed = event(
  'personnel.payments-revealed.v1',
  z.object({ ...batchAbout, payments: count, reason: z.string() }),
);
export const paymentFilesMade = event(
  'personnel.payment-files-made.v1',
  z.object({ ...batchAbout, files: count, different: z.array(z.string()) }),
);
