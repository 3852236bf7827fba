import { event, operation, pageOf } from '@antt/kernel';
import { z } from 'zod';
import { RevokedAward } from './award.ts';
import { ScoreItemKind, ScoreSubject } from './score-template.ts';

/** Who says how many points: the subject itself, who verifies, who ratifies (reporting BR-65). */
export const ScoreStep = z.enum(['self', 'verified', 'ratified']);
export type ScoreStep = z.infer<typeof ScoreStep>;

/** Why a subject is out of the ranking whatever its points. */
export const BarReason = z.enum(['false-data', 'member-dismissed', 'other']);
export type BarReason = z.infer<typeof BarReason>;

/** What takes a subject out of the ranking. */
export const Disqualification = z.object({
  why: z.enum(['must-max', 'gate', ...BarReason.options]),
  /** The item, or what was said of it. */
  about: z.string(),
});

export const ContentPoints = z.object({
  code: z.string(),
  points: z.number(),
  max: z.number(),
});

/** One line of the ranking. */
export const Score = z.object({
  subjectId: z.uuid(),
  name: z.string(),
  unitId: z.uuid().nullable(),
  unitName: z.string(),
  group: z.string(),
  contents: z.array(ContentPoints),
  base: z.number(),
  bonus: z.number(),
  penalty: z.number(),
  total: z.number(),
  /** Code of a grade of the template; null where none is reached or the subject is out. */
  grade: z.string().nullable(),
  /** A grade that was lowered so that the cap holds. */
  lowered: z.boolean(),
  /** Inside the group, and among all; null where it is out. Ties share a rank, the next one is left out. */
  rank: z.number().int().nullable(),
  rankOverall: z.number().int().nullable(),
  breaches: z.number().int(),
  /** Items of which nothing is known yet. */
  missing: z.number().int(),
  disqualified: z.array(Disqualification),
  verified: z.boolean(),
});
export type Score = z.infer<typeof Score>;

export const listScores = operation('activity.score.list', {
  http: 'GET /campaign-rounds/:roundId/scores',
  allow: 'report.read',
  summary: 'The ranking of a round: as it stands, or as it was ratified',
  input: z.strictObject({
    roundId: z.uuid(),
    subject: ScoreSubject,
    within: z.uuid().optional(),
    group: z.string().max(300).optional(),
    q: z.string().trim().max(100).optional(),
    state: z.enum(['verified', 'not-verified', 'disqualified', 'breached']).optional(),
    sort: z.enum(['rank', 'name', 'total']).default('rank'),
    cursor: z
      .string()
      .regex(/^\d{1,7}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Score).extend({
    ratified: z.boolean(),
    revision: z.number().int(),
    groups: z.array(z.string()),
    /** How many have each grade, and how many the cap allows the highest one; null without a cap. */
    grades: z.array(z.object({ code: z.string(), count: z.number().int() })),
    capAllows: z.number().int().nullable(),
    revokedAwards: z.array(RevokedAward),
  }),
  deadline: 15_000,
});

/** How an item came to its points. */
export const ScoredItem = z.object({
  content: z.string(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: ScoreItemKind,
  column: z.enum(['base', 'bonus', 'penalty']),
  max: z.number(),
  indicator: z.string().nullable(),
  /** Where the figure comes from; null: nobody has given one. */
  source: z.enum(['reports', 'typed', 'platform', 'awards']).nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  noCase: z.boolean(),
  /** Accepted reports of the subject that it was added up from. */
  reports: z.number().int(),
  target: z.string().nullable(),
  comparison: z.string().nullable(),
  reckoned: z.number().nullable(),
  self: z.number().nullable(),
  verified: z.number().nullable(),
  ratified: z.number().nullable(),
  /** What counts. */
  points: z.number(),
  breach: z.boolean(),
  isMissing: z.boolean(),
});
export type ScoredItem = z.infer<typeof ScoredItem>;

export const getScore = operation('activity.score.get', {
  http: 'GET /campaign-rounds/:roundId/scores/:subjectId',
  allow: 'report.read',
  summary: 'How a subject came to its points, item by item, and who changed what and why',
  input: z.strictObject({ roundId: z.uuid(), subjectId: z.uuid() }),
  output: Score.extend({
    subject: ScoreSubject,
    explanation: z.array(ScoredItem),
    marks: z.array(
      z.object({
        item: z.string(),
        step: ScoreStep,
        points: z.number().nullable(),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
        noCase: z.boolean(),
        reason: z.string(),
        at: z.string(),
        by: z.string(),
      }),
    ),
  }),
  deadline: 15_000,
});

const of = { roundId: z.uuid(), subjectId: z.uuid() };

export const barSubject = operation('activity.score.bar', {
  http: 'POST /campaign-rounds/:roundId/bars',
  allow: 'report.verify',
  summary: 'Take a subject out of the ranking of a round, with the reason',
  input: z.strictObject({
    id: z.uuid(),
    ...of,
    why: BarReason,
    note: z.string().trim().min(5).max(1_000),
  }),
  output: z.object({ id: z.uuid() }),
});

export const ratifyRound = operation('activity.score.ratify', {
  http: 'POST /campaign-rounds/:id/ratifications',
  allow: 'campaign.ratify',
  summary: 'Let the results of a round stand; later reports change them only by a named correction',
  input: z.strictObject({
    id: z.uuid(),
    /** Of those over the cap of the highest grade the lowest get the next one. */
    lowerOverCap: z.boolean().default(false),
    /** Subjects that nobody has verified are ratified all the same. */
    withoutVerification: z.boolean().default(false),
  }),
  output: z.object({
    id: z.uuid(),
    revision: z.number().int(),
    subjects: z.number().int(),
    lowered: z.number().int(),
  }),
  deadline: 60_000,
});

export const correctRound = operation('activity.score.correct', {
  http: 'POST /campaign-rounds/:id/corrections',
  allow: 'campaign.ratify',
  summary:
    'Reckon the results of a ratified round anew for a reason; what was ratified before is kept',
  input: z.strictObject({
    id: z.uuid(),
    reason: z.string().trim().min(5).max(1_000),
    lowerOverCap: z.boolean().default(false),
  }),
  output: z.object({
    id: z.uuid(),
    revision: z.number().int(),
    subjects: z.number().int(),
    changed: z.number().int(),
  }),
  deadline: 60_000,
});

/** A subject over all ratified rounds of a campaign. */
export const CampaignScore = z.object({
  subjectId: z.uuid(),
  name: z.string(),
  unitName: z.string(),
  group: z.string(),
  /** In the order of the campaign's ratified rounds; null where it was not scored in one. */
  rounds: z.array(
    z.object({
      number: z.number().int(),
      total: z.number().nullable(),
      rank: z.number().int().nullable(),
      grade: z.string().nullable(),
    }),
  ),
  total: z.number(),
  rank: z.number().int().nullable(),
  isDisqualified: z.boolean(),
});

export const listCampaignScores = operation('activity.score.list-campaign', {
  http: 'GET /campaigns/:campaignId/scores',
  allow: 'report.read',
  summary: 'What the ratified rounds of a campaign come to; out of one round is out of the whole',
  input: z.strictObject({
    campaignId: z.uuid(),
    subject: ScoreSubject,
    within: z.uuid().optional(),
    cursor: z
      .string()
      .regex(/^\d{1,7}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(CampaignScore),
  deadline: 15_000,
});

export const subjectBarred = event(
  'activity.subject-barred.v1',
  z.object({ id: z.uuid(), ...of, why: BarReason, note: z.string() }),
);
export const roundRatified = event(
  'activity.round-ratified.v1',
  z.object({
    campaignId: z.uuid(),
    id: z.uuid(),
    revision: z.number().int(),
    subjects: z.number().int(),
    reason: z.string(),
  }),
);
