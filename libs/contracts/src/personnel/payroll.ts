import { event, operation, pageOf, Period, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { BudgetGroup, BudgetSource } from './budget.ts';
import { CommuneRef } from './commune-ref.ts';
import { PayFund, PayItem, PayPayee } from './policy-document.ts';

/** Where a run stands. Lines change until it is submitted, and never after. */
export const PayrollState = z.enum([
  'draft',
  'calculated',
  'submitted',
  'approved',
  'paid',
  'closed',
  'reversed',
]);
export type PayrollState = z.infer<typeof PayrollState>;

/** Paid: what came of it is known or awaited. */
export const statesPaid: readonly PayrollState[] = ['paid', 'closed'];
/** Approved: its money goes out, and papers of it are good. */
export const statesApproved: readonly PayrollState[] = ['approved', ...statesPaid];
/** Sent on: its lines are final, and later runs count on them. */
export const statesSentOn: readonly PayrollState[] = ['submitted', ...statesApproved];
/** It says what it comes to. */
export const statesCalculated: readonly PayrollState[] = ['calculated', ...statesSentOn];
/** Until a run is paid, what somebody is to get can be held back; it can be released at any time. */
export const holdable: readonly PayrollState[] = statesCalculated.filter(
  (state) => !statesPaid.includes(state),
);
export const releasable: readonly PayrollState[] = statesCalculated;

/** What is done with a run; who approves is another person than who submitted. */
export const PayrollStep = z.enum([
  'calculate',
  'submit',
  'return',
  'approve',
  'pay',
  'close',
  'reverse',
]);
export type PayrollStep = z.infer<typeof PayrollStep>;
/** Steps that say why. */
export const stepsWithReason: readonly PayrollStep[] = ['return', 'reverse'];

const reason = z.string().trim().max(500);

/** A step that somebody took. */
export const PayrollAct = z.object({
  step: PayrollStep,
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});
export type PayrollAct = z.infer<typeof PayrollAct>;

/** What is found wrong or unusual before a run is submitted; a soft one is accepted with a reason. */
export const payrollChecks = {
  'member-without-pay': { severity: 'soft', rule: 'BR-48' },
  'over-quota': { severity: 'soft', rule: 'BR-10' },
  'over-age-undecided': { severity: 'soft', rule: 'BR-23' },
  'posting-without-decision': { severity: 'hard', rule: 'BR-48' },
  'decision-signed-later': { severity: 'soft', rule: 'BR-48' },
  'bank-account-shared': { severity: 'soft', rule: 'BR-56' },
  'change-unexplained': { severity: 'soft', rule: 'BR-46' },
  'duty-not-approved': { severity: 'soft', rule: 'BR-53' },
  /** Soft or hard, as the province has set. */
  'funds-short': { severity: 'soft', rule: 'F-BUD' },
  'funds-missing': { severity: 'hard', rule: 'F-BUD' },
} as const;
export const PayrollCheck = z.enum(
  Object.keys(payrollChecks) as [keyof typeof payrollChecks, ...(keyof typeof payrollChecks)[]],
);
export type PayrollCheck = z.infer<typeof PayrollCheck>;

const count = z.int().nonnegative();

/** Why a calculation did not come to an end. */
export const PayrollFailure = z.object({
  /** A table's value, or an amount that a text leaves open, is missing: lines of nobody are written. */
  code: z.enum(['value-missing', 'failed']),
  lines: z.array(
    z.object({
      month: Period,
      /** Number of the policy's document. */
      policy: z.string(),
      line: z.string(),
      /** None: money of teams alone. */
      people: count,
    }),
  ),
  /** For the administrator. */
  detail: z.string(),
});
export type PayrollFailure = z.infer<typeof PayrollFailure>;

/**
 * What an amount is set aside for, and not paid on the list: it goes to the insurance, another body pays it (law BR-54,
 * BR-98), or it is held back.
 */
export const PayAside = z.enum(['insurer', 'body', 'held']);
export type PayAside = z.infer<typeof PayAside>;

/** One run: the money of one month for the communes of one unit. */
export const Payroll = z.object({
  id: z.uuid(),
  month: Period,
  unit: CommuneRef,
  state: PayrollState,
  communes: count,
  people: count,
  lines: count,
  total: Vnd,
  /** Of it, differences for earlier months. */
  adjustments: Vnd,
  /** Of it, what is held back. */
  held: Vnd,
  /** A policy that pays here is illustrative: what comes of it is no real money. */
  illustrative: z.boolean(),
  /** Something has changed since it was calculated. */
  outdated: z.boolean(),
  calculatedAt: z.string().nullable(),
  /** Why the last calculation did not come to an end. */
  failure: PayrollFailure.nullable(),
});
export type Payroll = z.infer<typeof Payroll>;

export const listPayrolls = operation('personnel.payroll.list', {
  http: 'GET /payrolls',
  allow: 'payroll.read',
  summary: 'Runs of the area, latest month first',
  input: z.strictObject({
    month: Period.optional(),
    state: PayrollState.optional(),
    within: z.uuid().optional(),
    cursor: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Payroll),
});

export const getPayroll = operation('personnel.payroll.get', {
  http: 'GET /payrolls/:id',
  allow: 'payroll.read',
  summary: 'A run with its steps, and what the asker may do next',
  input: z.strictObject({ id: z.uuid() }),
  output: Payroll.extend({
    acts: z.array(PayrollAct),
    /** Steps that its state lets the asker take; `approve` never for who submitted. */
    next: z.array(PayrollStep),
    items: z.array(
      z.object({
        ...{ item: PayItem, fund: PayFund, payee: PayPayee, lines: count, amount: Vnd },
        /** Whoever's pay is held is told by `held`. */
        aside: PayAside.exclude(['held']).nullable(),
      }),
    ),
  }),
});

export const createPayroll = operation('personnel.payroll.create', {
  http: 'POST /payrolls',
  allow: 'payroll.write',
  summary: 'Begin a run for a month and a unit; it is calculated at once',
  input: z.strictObject({ id: z.uuid(), month: Period, within: z.uuid() }),
  output: Payroll,
  deadline: 10_000,
});

export const stepPayroll = operation('personnel.payroll.step', {
  http: 'POST /payrolls/:id/steps',
  allow: 'payroll.read',
  summary: 'Take a run a step further: calculate, submit, return, approve, pay, close, reverse',
  input: z.strictObject({
    id: z.uuid(),
    step: PayrollStep,
    /** Needed to return and to reverse; with accepted findings, why they are right. */
    reason: reason.default(''),
    accept: z.array(PayrollCheck).max(20).default([]),
  }),
  output: Payroll,
  deadline: 30_000,
});

/** Money of a unit that does not last for a run: what the run asks, and what is left without it. */
export const FundsShort = z.object({
  unit: CommuneRef,
  group: BudgetGroup,
  source: BudgetSource,
  asked: Vnd,
  left: Vnd,
});
export type FundsShort = z.infer<typeof FundsShort>;

export const PayrollFinding = z.object({
  check: PayrollCheck,
  severity: z.enum(['hard', 'soft']),
  people: count,
  /** The first of them. */
  examples: z.array(
    z.object({ personId: z.uuid().nullable(), name: z.string(), detail: z.string() }),
  ),
  /** Where it is about money: whose is short of how much. */
  funds: z.array(FundsShort).optional(),
});
export type PayrollFinding = z.infer<typeof PayrollFinding>;

export const holdPay = operation('personnel.payroll.hold', {
  http: 'POST /payrolls/:id/holds',
  allow: 'payroll.write',
  summary: 'Hold back what a person is to be paid in a run',
  input: z.strictObject({ id: z.uuid(), personId: z.uuid(), reason: reason.min(5) }),
  /** `amount`: what holding takes; neither insurance nor what another body pays. */
  output: z.object({ held: z.boolean(), amount: Vnd }),
});

export const releasePay = operation('personnel.payroll.release', {
  http: 'POST /payrolls/:id/releases',
  allow: 'payroll.write',
  summary: 'Release what was held back',
  input: z.strictObject({ id: z.uuid(), personId: z.uuid(), reason: reason.min(5) }),
  output: z.object({ held: z.boolean(), amount: Vnd }),
});

export const payrollCreated = event(
  'personnel.payroll-created.v1',
  z.object({ id: z.uuid(), month: Period, unitId: z.uuid() }),
);
export const payrollStepped = event(
  'personnel.payroll-stepped.v1',
  z.object({
    id: z.uuid(),
    month: Period,
    unitId: z.uuid(),
    step: PayrollStep,
    state: PayrollState,
    people: count,
    total: Vnd,
    reason: z.string(),
  }),
);
export const payHeld = event(
  'personnel.pay-held.v1',
  z.object({ id: z.uuid(), personId: z.uuid(), held: z.boolean(), reason: z.string() }),
);
