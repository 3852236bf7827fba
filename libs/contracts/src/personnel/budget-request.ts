import { event, operation, pageOf, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import {
  BudgetAmount,
  BudgetFund,
  BudgetGroup,
  BudgetKind,
  BudgetSource,
  BudgetYear,
  mostMoney,
} from './budget.ts';
import { CommuneRef } from './commune-ref.ts';
import { PolicyInstrument } from './policy.ts';

export const BudgetRequestState = z.enum([
  'drafted',
  'submitted',
  'appraised',
  'approved',
  'refused',
  'allocated',
  'settled',
]);
export type BudgetRequestState = z.infer<typeof BudgetRequestState>;

/** What is done with a request; a draft is written again as long as it was not sent, or came back. */
export const BudgetRequestStep = z.enum([
  'draft',
  'submit',
  'return',
  'appraise',
  'approve',
  'refuse',
  'allocate',
  'settle',
]);
export type BudgetRequestStep = z.infer<typeof BudgetRequestStep>;

const words = z.string().trim().max(1000);
const named = z.string().trim().min(1).max(200);
const some = Vnd.nonnegative().max(mostMoney);

/** What is asked for, for what, out of which money. */
export const BudgetNeed = z.strictObject({
  group: BudgetGroup,
  source: BudgetSource,
  amount: BudgetAmount,
  reason: words.default(''),
});
export type BudgetNeed = z.infer<typeof BudgetNeed>;

/** A line with what became of it; null as long as its step was not taken. */
export const BudgetRequestLine = BudgetNeed.extend({
  appraised: Vnd.nullable(),
  approved: Vnd.nullable(),
  allocated: Vnd.nullable(),
  spent: Vnd.nullable(),
  returned: Vnd.nullable(),
});
export type BudgetRequestLine = z.infer<typeof BudgetRequestLine>;

/** A decision or letter as its paper names it. */
const Paper = { number: z.string().trim().min(1).max(80), signedOn: PlainDate, signer: named };
/** An amount for each line of the request, in its order. */
const amounts = z.array(some).min(1).max(60);

/** Each act with what must be known of it. */
export const BudgetRequestAct = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('submit') }),
  z.strictObject({ step: z.literal('return'), reason: words.min(5) }),
  /** Thẩm định: what Sở Tài chính finds of each line, and says of the whole. */
  z.strictObject({ step: z.literal('appraise'), amounts, opinion: words.min(5) }),
  z.strictObject({ step: z.literal('approve'), amounts, ...Paper }),
  z.strictObject({ step: z.literal('refuse'), reason: words.min(5), ...Paper }),
  z.strictObject({
    step: z.literal('allocate'),
    amounts,
    instrumentId: z.uuid(),
    kind: BudgetKind.extract(['opening', 'supplement']).default('supplement'),
  }),
  /** Quyết toán: spent and given back; more than was allocated needs a word. */
  z.strictObject({
    step: z.literal('settle'),
    spent: amounts,
    returned: amounts,
    instrumentId: z.uuid(),
    settledOn: PlainDate,
    reason: words.default(''),
  }),
]);
export type BudgetRequestAct = z.infer<typeof BudgetRequestAct>;

const facts = {
  id: z.uuid(),
  unitId: z.uuid(),
  year: BudgetYear,
  fund: BudgetFund,
  title: named,
};

/** Đề nghị cấp kinh phí: a unit asks for money of one fund, for a year. */
export const BudgetRequest = z.object({
  ...facts,
  unit: CommuneRef,
  state: BudgetRequestState,
  lines: z.array(BudgetRequestLine),
  requested: Vnd,
  appraised: Vnd.nullable(),
  approved: Vnd.nullable(),
  allocated: Vnd.nullable(),
  /** Of the approval or refusal. */
  decision: z.object({ number: z.string(), signedOn: PlainDate, signer: z.string() }).nullable(),
  /** Of the allocation. */
  instrument: PolicyInstrument.nullable(),
  acts: z.array(
    z.object({
      step: BudgetRequestStep,
      by: z.string(),
      at: z.string(),
      /** Why it was returned or refused; the opinion of the appraisal. */
      said: z.string(),
    }),
  ),
  /** Steps that its state lets the asker take. */
  next: z.array(BudgetRequestStep),
});
export type BudgetRequest = z.infer<typeof BudgetRequest>;

export const listBudgetRequests = operation('personnel.budget-request.list', {
  http: 'GET /budget-requests',
  allow: 'budget.read',
  summary: 'Requests for money, latest first',
  input: z.strictObject({
    year: z.coerce.number().pipe(BudgetYear).optional(),
    fund: BudgetFund.optional(),
    state: BudgetRequestState.optional(),
    within: z.uuid().optional(),
    cursor: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(BudgetRequest),
});

export const getBudgetRequest = operation('personnel.budget-request.get', {
  http: 'GET /budget-requests/:id',
  allow: 'budget.read',
  summary: 'A request with its lines and steps, and what the asker may do next',
  input: z.strictObject({ id: z.uuid() }),
  output: BudgetRequest,
});

const content = { ...facts, lines: z.array(BudgetNeed).min(1).max(60) };

export const draftBudgetRequest = operation('personnel.budget-request.draft', {
  http: 'POST /budget-requests',
  allow: 'budget.write',
  summary: 'Draft a request for money of one fund',
  input: z.strictObject(content),
  output: BudgetRequest,
});

export const changeBudgetRequest = operation('personnel.budget-request.change', {
  http: 'PUT /budget-requests/:id',
  allow: 'budget.write',
  summary: 'Change a request that is a draft or was returned',
  input: z.strictObject(content).omit({ unitId: true, year: true, fund: true }),
  output: BudgetRequest,
});

export const stepBudgetRequest = operation('personnel.budget-request.step', {
  http: 'POST /budget-requests/:id/steps',
  allow: 'budget.read',
  summary:
    'Take a request a step further: submit, return, appraise, approve, refuse, allocate, settle',
  input: z.strictObject({ id: z.uuid(), act: BudgetRequestAct }),
  output: BudgetRequest,
  deadline: 5_000,
});

const about = {
  id: z.uuid(),
  unitId: z.uuid(),
  year: BudgetYear,
  fund: BudgetFund,
  requested: Vnd,
};
export const budgetRequestChanged = event('personnel.budget-request-changed.v1', z.object(about));
/** Steps that have no event of their own. */
export const budgetRequestStepped = event(
  'personnel.budget-request-stepped.v1',
  z.object({ ...about, step: BudgetRequestStep, state: BudgetRequestState }),
);
/** Funds are approved: whether in time, and what it is worth, is for who scores it (reporting BR-54). */
export const budgetApproved = event(
  'personnel.budget-approved.v1',
  z.object({ ...about, approved: Vnd, number: z.string(), approvedOn: PlainDate }),
);
export const budgetAllocated = event(
  'personnel.budget-allocated.v1',
  z.object({ ...about, approved: Vnd, allocated: Vnd, allocatedOn: PlainDate }),
);
export const budgetSettled = event(
  'personnel.budget-settled.v1',
  z.object({ ...about, allocated: Vnd, spent: Vnd, returned: Vnd, settledOn: PlainDate }),
);
