import { event, operation, pageOf, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CasePrice } from './case-price.ts';
import { CommuneRef } from './commune-ref.ts';
import { Decision, DecisionRef } from './decision.ts';
import { PaymentChannel } from './payment-channel.ts';
import { FormerForce } from './person-detail.ts';

const text = (longest: number) => z.string().trim().max(longest);

/**
 * Papers of a dossier, by what is claimed: treatment without health insurance (Decree 40/2024 Art. 5.4),
 * lasting loss of working capacity or death without social insurance (Art. 6).
 */
export const claimPapers = {
  treatment: ['application', 'receipts', 'discharge-paper'],
  disability: ['application', 'accident-record', 'capacity-assessment'],
  death: ['application', 'accident-record', 'death-certificate'],
} as const satisfies Record<string, string[]>;
export const ClaimKind = z.enum(['treatment', 'disability', 'death']);
export type ClaimKind = z.infer<typeof ClaimKind>;
export const ClaimPaper = z.enum([...new Set(Object.values(claimPapers).flat())]);
export type ClaimPaper = z.infer<typeof ClaimPaper>;

/** What takes the benefit away (Decree 40/2024 Art. 5.2); each is answered. */
export const ClaimExclusion = z.enum(['self-harm', 'intoxication']);
export type ClaimExclusion = z.infer<typeof ClaimExclusion>;

export const ClaimState = z.enum(['incomplete', 'appraising', 'deciding', 'granted', 'refused']);
export type ClaimState = z.infer<typeof ClaimState>;

/** A step that is owed, and by which day. */
export const ClaimTerm = z.object({
  step: z.enum(['forward', 'appraise', 'decide']),
  due: PlainDate,
  done: PlainDate.nullable(),
});
export type ClaimTerm = z.infer<typeof ClaimTerm>;

/** What the amount is told by; the papers say it, or the appraisal. Null is not known yet. */
export const ClaimMeasure = z.object({
  /** Đồng, by the receipts (Decree 40/2024 Art. 5.3). */
  treatmentCost: Vnd.nonnegative().max(10_000_000_000).nullable(),
  /** Days in hospital until discharged. */
  treatmentDays: z.int().min(0).max(3_650).nullable(),
  /** Points of lost working capacity by the medical assessment council (Law 30/2023/QH15 Art. 24.3). */
  lostPercent: z.int().min(0).max(100).nullable(),
  /** Who survives the dead and is paid. */
  beneficiary: text(200),
});
export type ClaimMeasure = z.infer<typeof ClaimMeasure>;

const facts = {
  id: z.uuid(),
  personId: z.uuid(),
  kind: ClaimKind,
  happenedAt: z.iso.datetime({ offset: true }),
  /** The shift or the order that covers that moment (law BR-58). */
  shiftId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
  exclusions: z.array(ClaimExclusion).max(2),
  papers: z.array(ClaimPaper).max(10),
  receivedOn: PlainDate,
  /** Law BR-83. */
  channel: PaymentChannel,
};

export const Claim = z.object({
  ...facts,
  ...ClaimMeasure.shape,
  personName: z.string(),
  communeId: z.uuid(),
  commune: CommuneRef.nullable(),
  /** By the commune alone, or the former way through the district's office (law BR-81, BR-82). */
  route: z.enum(['commune', 'district']),
  missing: z.array(ClaimPaper),
  state: ClaimState,
  terms: z.array(ClaimTerm),
  appraisedOn: PlainDate.nullable(),
  /** The account that recorded the appraisal; null of what was recorded before that was kept. */
  appraisedBy: z.string().nullable(),
  report: z.string(),
  decidedOn: PlainDate.nullable(),
  decision: Decision.nullable(),
  /** What was granted, where the decision says it; provinces set the levels (Decree 40/2024 Art. 5.3, 6). */
  amount: Vnd.nullable(),
  reasons: z.string(),
});
export type Claim = z.infer<typeof Claim>;

export const listClaims = operation('personnel.claim.list', {
  http: 'GET /claims',
  allow: 'claim.read',
  summary: 'Claims for sickness, accident and death on duty, the next due first',
  input: z.strictObject({
    on: PlainDate,
    state: ClaimState.optional(),
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    cursor: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: pageOf(Claim),
  deadline: 5_000,
});

export const receiveClaim = operation('personnel.claim.receive', {
  http: 'POST /claims',
  allow: 'claim.write',
  summary: 'Receive a claim; it rests on a record of duty at that moment',
  input: z.strictObject({
    ...facts,
    ...ClaimMeasure.partial().shape,
    shiftId: facts.shiftId.default(null),
    orderId: facts.orderId.default(null),
    exclusions: facts.exclusions.default([]),
  }),
  output: Claim,
});

export const addClaimPapers = operation('personnel.claim.complete', {
  http: 'POST /claims/:id/papers',
  allow: 'claim.write',
  summary: 'Add papers to a claim; with the last one missing its terms begin',
  input: z.strictObject({ id: z.uuid(), papers: z.array(ClaimPaper).min(1), on: PlainDate }),
  output: Claim,
});

export const appraiseClaim = operation('personnel.claim.appraise', {
  http: 'POST /claims/:id/appraisals',
  allow: 'claim.write',
  summary: 'Record the appraisal of a complete claim, and what it found the amount to be told by',
  input: z.strictObject({
    ...{ id: z.uuid(), on: PlainDate, report: text(2000).min(1) },
    ...ClaimMeasure.partial().shape,
  }),
  output: Claim,
});

export const decideClaim = operation('personnel.claim.decide', {
  http: 'POST /claims/:id/decisions',
  allow: 'claim.write',
  summary:
    'Record the decision of the commune; a refusal has written reasons, and an amount that differs from the priced one',
  input: z.strictObject({
    id: z.uuid(),
    outcome: z.enum(['granted', 'refused']),
    decision: DecisionRef,
    amount: Vnd.min(1).nullish(),
    reasons: text(2000).default(''),
  }),
  output: Claim,
});

/** By the policies in force; as granted once it is. */
export const getClaimPrice = operation('personnel.claim.price', {
  http: 'GET /claims/:id/price',
  allow: 'claim.read',
  summary: 'What a claim comes to, line by line, and by which runs it was paid',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: CasePrice,
  deadline: 5_000,
});

export const takeBackClaim = operation('personnel.claim.take-back', {
  http: 'POST /claims/:id/taking-backs',
  allow: 'claim.write',
  summary: 'Take back a decision that was recorded by mistake; what was paid becomes a difference',
  input: z.strictObject({ id: z.uuid(), reason: text(500).min(5) }),
  output: Claim,
});

/** Years that severance of a former force may count (law BR-57); what is paid for them a province decides. */
export const getServiceYears = operation('personnel.severance.years', {
  http: 'GET /people/:personId/service-years',
  allow: 'person.read',
  summary: 'Service in former forces: months, years as rounded, last monthly allowance',
  input: z.strictObject({ personId: z.uuid(), on: PlainDate }),
  output: z.object({
    items: z.array(
      z.object({
        force: FormerForce,
        months: z.int(),
        /** In halves, as text: 1–6 months count half a year, 7–12 a whole one. */
        years: z.string(),
        lastAllowance: Vnd.nullable(),
        open: z.boolean(),
      }),
    ),
  }),
});

const about = { id: z.uuid(), personId: z.uuid(), kind: ClaimKind };
export const claimReceived = event('personnel.claim-received.v1', z.object(about));
export const claimCompleted = event(
  'personnel.claim-completed.v1',
  z.object({ ...about, papers: z.array(ClaimPaper) }),
);
export const claimAppraised = event('personnel.claim-appraised.v1', z.object(about));
export const claimDecided = event(
  'personnel.claim-decided.v1',
  z.object({ ...about, outcome: z.string(), decisionId: z.uuid() }),
);
export const claimTakenBack = event(
  'personnel.claim-taken-back.v1',
  z.object({ ...about, reason: z.string() }),
);
