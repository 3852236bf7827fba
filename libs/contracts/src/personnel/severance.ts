import { event, operation, pageOf, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CasePrice } from './case-price.ts';
import { CommuneRef } from './commune-ref.ts';
import { Decision, DecisionRef } from './decision.ts';
import { SeveranceGround } from './pay-basis.ts';
import { FormerForce } from './person-detail.ts';

const text = (longest: number) => z.string().trim().max(longest);

export const SeveranceState = z.enum(['deciding', 'granted', 'refused']);
export type SeveranceState = z.infer<typeof SeveranceState>;

const facts = {
  id: z.uuid(),
  personId: z.uuid(),
  /** The forces whose service counts. */
  forces: z.array(FormerForce).min(1).max(4),
  /** The first day on which the person no longer served there. */
  leftOn: PlainDate,
  ground: SeveranceGround,
  receivedOn: PlainDate,
};

/** Somebody who left a former force without joining this one asks for severance (law §4.4, BR-57). */
export const Severance = z.object({
  ...facts,
  personName: z.string(),
  commune: CommuneRef.nullable(),
  state: SeveranceState,
  decidedOn: PlainDate.nullable(),
  decision: Decision.nullable(),
  amount: Vnd.nullable(),
  reasons: z.string(),
});
export type Severance = z.infer<typeof Severance>;

export const listSeverances = operation('personnel.severance.list', {
  http: 'GET /severances',
  allow: 'claim.read',
  summary: 'Severance of former forces, undecided first',
  input: z.strictObject({
    on: PlainDate,
    state: SeveranceState.optional(),
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    cursor: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: pageOf(Severance),
  deadline: 5_000,
});

export const recordSeverance = operation('personnel.severance.record', {
  http: 'POST /severances',
  allow: 'claim.write',
  summary: 'Record that severance is asked for; the service on record of the forces counts',
  input: z.strictObject(facts),
  output: Severance,
});

export const decideSeverance = operation('personnel.severance.decide', {
  http: 'POST /severances/:id/decisions',
  allow: 'claim.write',
  summary:
    'Record the decision; a refusal has written reasons, and an amount that differs from the priced one',
  input: z.strictObject({
    id: z.uuid(),
    outcome: z.enum(['granted', 'refused']),
    decision: DecisionRef,
    amount: Vnd.min(1).nullish(),
    reasons: text(2000).default(''),
  }),
  output: Severance,
});

export const getSeverancePrice = operation('personnel.severance.price', {
  http: 'GET /severances/:id/price',
  allow: 'claim.read',
  summary: 'What severance comes to, line by line, and by which runs it was paid',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: CasePrice,
  deadline: 5_000,
});

export const takeBackSeverance = operation('personnel.severance.take-back', {
  http: 'POST /severances/:id/taking-backs',
  allow: 'claim.write',
  summary: 'Take back a decision that was recorded by mistake; what was paid becomes a difference',
  input: z.strictObject({ id: z.uuid(), reason: text(500).min(5) }),
  output: Severance,
});

const about = { id: z.uuid(), personId: z.uuid() };
export const severanceRecorded = event('personnel.severance-recorded.v1', z.object(about));
export const severanceDecided = event(
  'personnel.severance-decided.v1',
  z.object({ ...about, outcome: z.string(), decisionId: z.uuid() }),
);
export const severanceTakenBack = event(
  'personnel.severance-taken-back.v1',
  z.object({ ...about, reason: z.string() }),
);
