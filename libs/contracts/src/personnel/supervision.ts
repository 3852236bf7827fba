import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { Decision, DecisionRef } from './decision.ts';

const text = (longest: number) => z.string().trim().max(longest);

/** A quarter of a year, as `2026-Q3`. */
export const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
export type Quarter = z.infer<typeof Quarter>;

/** Whether a supervision goes on. */
export const SupervisionState = z.enum(['running', 'ended']);
export type SupervisionState = z.infer<typeof SupervisionState>;

const given = {
  id: z.uuid(),
  /** The member who helps to supervise. */
  personId: z.uuid(),
  /** When the commune police received the person, and proposed who is to help. */
  receivedOn: PlainDate,
  proposedOn: PlainDate,
  validFrom: PlainDate,
};

/**
 * A member helps to supervise and educate somebody who serves a sentence in the community, by decision of the
 * commune's chair (Decree 231/2026 Art. 12). Who is supervised lies sealed (law BR-97).
 */
export const Supervision = z.object({
  ...given,
  communeId: z.uuid(),
  commune: CommuneRef.nullable(),
  personName: z.string(),
  validTo: PlainDate.nullable(),
  decision: Decision,
  /** Three working days each, for the proposal and the decision (law BR-95). */
  proposalDue: PlainDate,
  decisionDue: PlainDate,
  /** The supervision that this one goes on with. */
  followsId: z.uuid().nullable(),
  reported: z.array(Quarter),
  /** Quarters without a report whose last day has passed (law BR-97). */
  owed: z.array(Quarter),
  /** The member serves no more: somebody else is to be decided on (law BR-96). */
  needsReplacement: z.boolean(),
});
export type Supervision = z.infer<typeof Supervision>;

export const listSupervisions = operation('personnel.supervision.list', {
  http: 'GET /supervisions',
  allow: 'supervision.read',
  summary: 'Members who help to supervise somebody, with the reports that are owed',
  input: z.strictObject({
    on: PlainDate,
    state: SupervisionState.optional(),
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    cursor: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: pageOf(Supervision),
  deadline: 5_000,
});

export const assignSupervision = operation('personnel.supervision.assign', {
  http: 'POST /supervisions',
  allow: 'supervision.write',
  summary: 'Record who is to help supervise somebody, by decision of the chair',
  input: z.strictObject({
    ...given,
    supervisedName: text(100).min(2),
    decision: DecisionRef,
  }),
  output: Supervision,
});

export const replaceSupervision = operation('personnel.supervision.replace', {
  http: 'POST /supervisions/:followsId/replacements',
  allow: 'supervision.write',
  summary: 'Another member goes on from a day, by a new decision',
  input: z.strictObject({
    id: z.uuid(),
    followsId: z.uuid(),
    personId: z.uuid(),
    validFrom: PlainDate,
    decision: DecisionRef,
  }),
  output: Supervision,
});

export const endSupervision = operation('personnel.supervision.end', {
  http: 'POST /supervisions/:id/ends',
  allow: 'supervision.write',
  summary: 'Supervision ends, since the sentence does',
  input: z.strictObject({ id: z.uuid(), validTo: PlainDate }),
  output: Supervision,
});

export const reportSupervision = operation('personnel.supervision.report', {
  http: 'POST /supervisions/:id/reports',
  allow: 'supervision.write',
  summary: 'Record that the member has reported for a quarter',
  input: z.strictObject({ id: z.uuid(), quarter: Quarter, reportedOn: PlainDate }),
  output: Supervision,
});

export const revealSupervised = operation('personnel.supervision.reveal', {
  http: 'POST /supervisions/:id/reveals',
  allow: 'criminal-record.read',
  summary: 'Tell who is supervised; the reason goes into the audit log',
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(5).max(500) }),
  output: z.object({ name: z.string() }),
});

const about = { id: z.uuid(), personId: z.uuid() };
export const supervisionAssigned = event(
  'personnel.supervision-assigned.v1',
  z.object({ ...about, followsId: z.uuid().nullable(), decisionId: z.uuid() }),
);
export const supervisionEnded = event(
  'personnel.supervision-ended.v1',
  z.object({ ...about, validTo: PlainDate }),
);
export const supervisionReported = event(
  'personnel.supervision-reported.v1',
  z.object({ ...about, quarter: Quarter }),
);
export const supervisedRevealed = event(
  'personnel.supervised-revealed.v1',
  z.object({ ...about, reason: z.string() }),
);
