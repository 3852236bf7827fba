import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { Decision, DecisionRef } from './decision.ts';
import { Position } from './posting.ts';

/**
 * Why somebody ceases to take part: Law 30/2023/QH15 Art. 17.3 a–d, then what the law does not name but
 * happens all the same (law BR-40).
 */
export const CessationGround = z.enum([
  'resignation',
  'health',
  'conduct',
  'offence',
  'death',
  'relocation',
  'team-dissolved',
]);
export type CessationGround = z.infer<typeof CessationGround>;

/** What of Art. 17.3.c was done: duties refused, duties not completed, or the duty abused. */
export const CessationConduct = z.enum(['refusals', 'duties-undone', 'abuse']);
export type CessationConduct = z.infer<typeof CessationConduct>;

export const CessationBasisKind = z.enum([
  'medical',
  'prosecution',
  'preventive-measure',
  'administrative-handling',
  'death-certificate',
  'residence',
  'other',
]);

/** The paper that a ground rests on (law BR-42). */
export const CessationBasis = z.strictObject({
  kind: CessationBasisKind,
  number: z.string().trim().min(1).max(80),
  signedOn: PlainDate,
  issuer: z.string().trim().max(200).default(''),
});
export type CessationBasis = z.infer<typeof CessationBasis>;

/** Rules of cessation. The soft ones are broken only by who names them and gives a reason. */
export const cessationRules = {
  'letter-missing': { severity: 'hard', rule: 'BR-40', article: 'Art. 17.3.a' },
  'medical-document-missing': { severity: 'hard', rule: 'BR-42', article: 'Art. 17.3.b' },
  'refusals-too-few': { severity: 'hard', rule: 'BR-41', article: 'Art. 17.3.c' },
  'reminders-too-few': { severity: 'hard', rule: 'BR-41', article: 'Art. 17.3.c' },
  'offence-decision-missing': { severity: 'hard', rule: 'BR-42', article: 'Art. 17.3.d' },
  'team-still-active': { severity: 'hard', rule: 'BR-40', article: 'Art. 17' },
  'decided-before-proposal': { severity: 'hard', rule: 'BR-43', article: 'Circ. 14 Art. 5' },
  'co-signers-missing': { severity: 'soft', rule: 'BR-43', article: 'Circ. 14 Art. 5' },
  'issues-open': { severity: 'soft', rule: 'BR-44', article: 'Circ. 14 Art. 7–8' },
  'ends-before-decision': { severity: 'soft', rule: 'BR-40', article: 'Circ. 14 Art. 5' },
} as const;
export const CessationRule = z.enum(
  Object.keys(cessationRules) as [keyof typeof cessationRules, ...(keyof typeof cessationRules)[]],
);
export type CessationRule = z.infer<typeof CessationRule>;

/** A rule that a proposal or a decision breaks, with the figures that a text needs. */
export const CessationFinding = z.object({
  rule: CessationRule,
  severity: z.enum(['hard', 'soft']),
  article: z.string(),
  count: z.number().int().nullable(),
  limit: z.number().int().nullable(),
});
export type CessationFinding = z.infer<typeof CessationFinding>;

export const CessationState = z.enum(['proposed', 'decided', 'withdrawn']);
export type CessationState = z.infer<typeof CessationState>;

/** How far a cessation has come, and what its clocks say (law BR-43). */
const course = {
  id: z.uuid(),
  postingId: z.uuid(),
  personId: z.uuid(),
  state: CessationState,
  /** Of a resignation: when the commune police received the letter. */
  letterOn: PlainDate.nullable(),
  /** Form 07, with the head of the village and the head of the Front committee. */
  proposedOn: PlainDate,
  /** Five working days after the letter; null where no letter starts the clock. */
  proposalDueOn: PlainDate.nullable(),
  /** Five working days after the proposal; null where the law sets no term. */
  decisionDueOn: PlainDate.nullable(),
  /** The first day on which the person no longer serves. */
  validFrom: PlainDate.nullable(),
};

export const CessationCourse = z.object(course);
export type CessationCourse = z.infer<typeof CessationCourse>;

const accepting = {
  accept: z.array(CessationRule).max(10).default([]),
  reason: z.string().trim().max(500).default(''),
  /** Answers what would be, and which rules it breaks, and does nothing. */
  dryRun: z.boolean().default(false),
};
const Acted = CessationCourse.extend({ findings: z.array(CessationFinding) });

export const proposeCessation = operation('personnel.cessation.propose', {
  http: 'POST /cessations',
  allow: 'posting.write',
  summary: 'Propose that a member ceases to take part (Form 07)',
  input: z.strictObject({
    id: z.uuid(),
    postingId: z.uuid(),
    ground: CessationGround,
    conduct: CessationConduct.nullable().default(null),
    letterOn: PlainDate.nullable().default(null),
    proposedOn: PlainDate,
    villageHead: z.string().trim().max(100).default(''),
    frontHead: z.string().trim().max(100).default(''),
    basis: CessationBasis.nullable().default(null),
    note: z.string().trim().max(1000).default(''),
    ...accepting,
  }),
  output: Acted,
});

export const decideCessation = operation('personnel.cessation.decide', {
  http: 'POST /cessations/:id/decisions',
  allow: 'posting.write',
  summary: 'End a posting by the decision on a proposed cessation (Form 08)',
  input: z.strictObject({
    id: z.uuid(),
    decision: DecisionRef,
    /** The first day on which the person no longer serves. */
    validFrom: PlainDate,
    ...accepting,
  }),
  output: Acted,
  // Acts on postings in one commune wait for each other.
  deadline: 15_000,
});

export const undoCessation = operation('personnel.cessation.undo', {
  http: 'POST /cessations/:id/undoing',
  allow: 'posting.write',
  summary: 'Withdraw a proposal, or take a decided cessation back while nothing stands on it',
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(5).max(500) }),
  output: CessationCourse,
  deadline: 15_000,
});

/** A cessation in lists; why it came is for who may see the profile. */
export const CessationRow = CessationCourse.extend({
  personName: z.string(),
  position: Position,
  team: z.object({ id: z.uuid(), name: z.string() }),
  commune: CommuneRef.nullable(),
  ground: CessationGround.nullable(),
  conduct: CessationConduct.nullable(),
  proposalLate: z.boolean(),
  /** Decided after its term, or not decided although the term is over on the day asked. */
  decisionLate: z.boolean(),
  decision: Decision.nullable(),
  /** Grounds and papers that are kept from the asker. */
  withheld: z.boolean(),
});
export type CessationRow = z.infer<typeof CessationRow>;

export const listCessations = operation('personnel.cessation.list', {
  http: 'GET /cessations',
  allow: 'person.read',
  summary: 'Proposed and decided cessations, latest proposal first',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    teamId: z.uuid().optional(),
    state: CessationState.optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(CessationRow),
  deadline: 5_000,
});

export const Cessation = CessationRow.extend({
  villageHead: z.string(),
  frontHead: z.string(),
  /** Null too where it speaks of health or of an offence: told on its own, with a reason (law BR-31). */
  basis: CessationBasis.nullable(),
  note: z.string().nullable(),
  /** A basis is recorded that the asker may have told with a reason. */
  revealable: z.boolean(),
  accepted: z.array(z.string()),
  reason: z.string().nullable(),
  /** Broken by the proposal as things are now: reminders withdrawn since show here. */
  findings: z.array(CessationFinding),
});
export type Cessation = z.infer<typeof Cessation>;

export const getCessation = operation('personnel.cessation.get', {
  http: 'GET /cessations/:id',
  allow: 'person.read',
  summary: 'One cessation with what the asker may see of its ground',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: Cessation,
});

export const revealCessationBasis = operation('personnel.cessation.reveal', {
  http: 'POST /cessations/:id/reveals',
  allow: 'person.read',
  summary:
    'Tell the paper on health or an offence behind a cessation; the reason goes into the audit log',
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(5).max(500) }),
  output: z.object({ basis: CessationBasis.nullable(), note: z.string() }),
});

/** Facts tell that somebody ceases, never why. */
const fact = CessationCourse.pick({ id: true, postingId: true, personId: true });
export const cessationProposed = event(
  'personnel.cessation-proposed.v1',
  fact.extend({ proposedOn: PlainDate, accepted: z.array(z.string()) }),
);
export const memberCeased = event(
  'personnel.member-ceased.v1',
  fact.extend({ validFrom: PlainDate, decisionId: z.uuid(), accepted: z.array(z.string()) }),
);
export const cessationUndone = event(
  'personnel.cessation-undone.v1',
  fact.extend({ formerState: CessationState }),
);
