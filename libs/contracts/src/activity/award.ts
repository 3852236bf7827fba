import { operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import {
  AchievementKind,
  AwardAgency,
  AwardAuthority,
  AwardForm,
  AwardSubject,
} from './award-form.ts';
import { standingYear } from './unit-standing.ts';

const code = AwardForm.shape.code;
const number = z.string().trim().min(1).max(100);

/** What somebody did that is commended; one of them carries one approved award at most (reporting BR-73). */
export const Achievement = z.strictObject({
  id: z.uuid(),
  kind: AchievementKind,
  subject: AwardSubject,
  /** Of a team, a unit or a person; null of somebody who is named by a record of the log alone. */
  subjectId: z.uuid().nullable(),
  summary: z.string().trim().min(5).max(2_000),
  from: PlainDate,
  /** The last day. */
  to: PlainDate,
  /** The record of the log that it is about. */
  incidentId: z.uuid().nullable(),
});
export type Achievement = z.infer<typeof Achievement>;

/** What is asked for, of whom. */
export const awardAsked = {
  /** Hình thức khen thưởng, danh hiệu thi đua: one of them at least. */
  formCode: code.nullable(),
  titleCode: code.nullable(),
  authority: AwardAuthority,
  /** The round of a campaign whose result it is for; null of none. */
  roundId: z.uuid().nullable(),
  /** For whose results of the unit it is asked (law BR-74). */
  year: standingYear,
  /** Khen thưởng đột xuất. */
  isUnexpected: z.boolean(),
  /** Of the submission (tờ trình). */
  proposedOn: PlainDate,
  number,
  note: z.string().trim().max(1_000),
};
export const AwardAsked = z.object(awardAsked);
export type AwardAsked = z.infer<typeof AwardAsked>;

/** Proposed → appraised by all that its form asks → approved or refused; returned with guidance; revoked. */
export const AwardState = z.enum([
  'proposed',
  'returned',
  'appraised',
  'approved',
  'refused',
  'revoked',
]);
export type AwardState = z.infer<typeof AwardState>;

/** Why an award is taken back (Luật Thi đua, khen thưởng 06/2022/QH15 chapter VII). */
export const RevocationKind = z.enum([
  'false-declaration',
  'forged-papers',
  'unlawful-appraisal',
  'later-violation',
]);
export type RevocationKind = z.infer<typeof RevocationKind>;

export const Award = z.object({
  id: z.uuid(),
  achievementId: z.uuid(),
  state: AwardState,
  subject: AwardSubject,
  subjectId: z.uuid().nullable(),
  /** A team or unit by its name; a member by the team, since activity knows no names of people. */
  subjectName: z.string(),
  teamId: z.uuid().nullable(),
  unitId: z.uuid(),
  unitName: z.string(),
  achievementKind: AchievementKind,
  summary: z.string(),
  from: PlainDate,
  to: PlainDate,
  ...awardAsked,
  formName: z.string().nullable(),
  formNameEn: z.string().nullable(),
  titleName: z.string().nullable(),
  titleNameEn: z.string().nullable(),
  roundName: z.string().nullable(),
  returns: z.number().int(),
  decisionNumber: z.string().nullable(),
  decidedOn: PlainDate.nullable(),
  revocation: RevocationKind.nullable(),
  revokedOn: PlainDate.nullable(),
  proposedBy: z.string(),
  version: z.number().int(),
});
export type Award = z.infer<typeof Award>;

/** What the results of a unit say against a proposal, with the document they stand in (reporting BR-72). */
export const AwardFinding = z.object({
  finding: z.enum(['class-too-low', 'not-safe', 'class-missing', 'safety-missing']),
  severity: z.enum(['block', 'warn']),
  unitId: z.uuid(),
  unitName: z.string(),
  year: z.number().int(),
  /** The class or the result; null where there is none. */
  value: z.string().nullable(),
  number: z.string().nullable(),
  decidedOn: PlainDate.nullable(),
  /** The text that says so. */
  citation: z.string(),
});
export type AwardFinding = z.infer<typeof AwardFinding>;

export const AwardStep = z.object({
  id: z.uuid(),
  step: z.enum([
    'proposed',
    'sent-again',
    'returned',
    'appraised',
    'approved',
    'refused',
    'revoked',
  ]),
  /** Which sending of the proposal it is about; the first is 1. */
  sending: z.number().int(),
  agency: AwardAgency.nullable(),
  /** Of an appraisal. */
  agrees: z.boolean().nullable(),
  revocation: RevocationKind.nullable(),
  number: z.string().nullable(),
  on: PlainDate.nullable(),
  /** Guidance, opinion, reason of a decision or a revocation; why it is given in spite of a warning. */
  note: z.string(),
  findings: z.array(AwardFinding),
  by: z.string(),
  at: z.string(),
});
export type AwardStep = z.infer<typeof AwardStep>;

/** Points that an award brings its subject in a round, while it stands (reporting BR-75). */
export const AwardCredit = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  roundName: z.string(),
  item: z.string(),
  points: z.number(),
  creditedBy: z.string(),
});
export type AwardCredit = z.infer<typeof AwardCredit>;

/** An award that ratified results counted and that was revoked since: they are to be corrected (reporting BR-75). */
export const RevokedAward = z.object({
  awardId: z.uuid(),
  subjectId: z.uuid(),
  name: z.string(),
  revokedOn: PlainDate,
});

/** A ratified round that counted an award, or what the award fed, before it was revoked. */
export const roundToCorrect = z.object({
  campaignId: z.uuid(),
  campaignName: z.string(),
  roundId: z.uuid(),
  roundName: z.string(),
});

export const AwardDetail = Award.extend({
  incidentId: z.uuid().nullable(),
  /** Appraisals that its form asks of it, in this campaign or outside of any, and those that agree so far. */
  appraisals: z.array(AwardAgency),
  agreed: z.array(AwardAgency),
  findings: z.array(AwardFinding),
  steps: z.array(AwardStep),
  /** The result of the round that it is for, as it stands. */
  result: z.object({ total: z.number(), rank: z.number().int().nullable() }).nullable(),
  credits: z.array(AwardCredit),
  roundsToCorrect: z.array(roundToCorrect),
  /** Other awards that were asked for the same achievement. */
  others: z.array(z.object({ id: z.uuid(), state: AwardState, name: z.string() })),
});
export type AwardDetail = z.infer<typeof AwardDetail>;

export const listAwards = operation('activity.award.list', {
  http: 'GET /awards',
  allow: 'award.read',
  summary: 'Awards of my area and how far they have come, the latest first',
  input: z.strictObject({
    within: z.uuid().optional(),
    state: AwardState.optional(),
    subject: AwardSubject.optional(),
    year: standingYear.optional(),
    roundId: z.uuid().optional(),
    q: z.string().trim().max(100).optional(),
    cursor: z
      .string()
      .regex(/^\d{1,7}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(Award),
  deadline: 5_000,
});

export const getAward = operation('activity.award.get', {
  http: 'GET /awards/:id',
  allow: 'award.read',
  summary: 'An award with its appraisals, history and what speaks against it',
  input: z.strictObject({ id: z.uuid() }),
  output: AwardDetail,
});

export const checkAward = operation('activity.award.check', {
  http: 'GET /award-eligibility',
  allow: 'award.propose',
  summary: 'What the results of its units say against commending somebody, before it is proposed',
  input: z.strictObject({
    subject: AwardSubject.exclude(['citizen']),
    subjectId: z.uuid(),
    to: PlainDate,
    year: standingYear,
    kind: AchievementKind,
    isUnexpected: z.enum(['true', 'false']).default('false'),
  }),
  output: z.object({
    findings: z.array(AwardFinding),
    /** The unit whose proposal it is, and what it is called. */
    unitId: z.uuid(),
    unitName: z.string(),
    isHead: z.boolean(),
  }),
});
