import { event, operation, pageOf } from '@antt/kernel';
import { z } from 'zod';
import { IndicatorCode, SourceCertainty, Target } from './indicator.ts';
import { ReportKindCode } from './report-kind.ts';

/** Who is scored: teams, or the steering committee of a commune or district. */
export const ScoreSubject = z.enum(['team', 'commune', 'district']);
export type ScoreSubject = z.infer<typeof ScoreSubject>;

/**
 * How points follow from a figure: yes or no; typed by who verifies; the reached part of a target (per cent or number);
 * all unless one case happened; all when done in time.
 */
export const ScoreItemKind = z.enum([
  'bool',
  'range',
  'ratio-target',
  'count-target',
  'zero-tolerance',
  'deadline',
]);
export type ScoreItemKind = z.infer<typeof ScoreItemKind>;

/** Two digits after the point; what is taken away is written as a positive number of a penalty content. */
export const Points = z.number().min(0).max(1_000).multipleOf(0.01);

const label = z.string().trim().min(1).max(300);
const labelEn = z.string().trim().max(300);
const code = z.string().regex(/^[A-Z][A-Z0-9.]{0,11}$/);

export const ScoreItem = z.strictObject({
  code,
  name: label,
  nameEn: labelEn,
  kind: ScoreItemKind,
  /** Null in a content that divides its points equally. */
  max: Points.nullable(),
  /** Whose figure it is reckoned from; null: its points are typed by who verifies. */
  indicator: IndicatorCode.nullable(),
  /** Of the kinds that have one; of a count it may be left out where `perCase` says what each case is worth. */
  target: Target.nullable(),
  /** Points for each case, up to `max`; of bonus and penalty. */
  perCase: Points.nullable(),
  /** Nothing to count among: all points (reporting BR-67) or none. */
  noCase: z.enum(['full', 'none']),
  /** Done, but late: so many per cent of the points. */
  latePercent: z.number().int().min(0).max(100),
  /** Below its maximum the subject is out, whatever the total (reporting BR-69). */
  mustMax: z.boolean(),
  /** Not a single point here and the subject is out. */
  gate: z.boolean(),
});
export type ScoreItem = z.infer<typeof ScoreItem>;

export const ScoreContent = z.strictObject({
  code,
  name: label,
  nameEn: labelEn,
  column: z.enum(['base', 'bonus', 'penalty']),
  /** Points of all its items together: shared equally (`mean`), or what the items add up to (`sum`). */
  max: Points,
  scoring: z.enum(['sum', 'mean']),
  items: z.array(ScoreItem).min(1).max(40),
});
export type ScoreContent = z.infer<typeof ScoreContent>;

/** A grade by its total and by the least part of its points that every content must reach (reporting BR-66). */
export const ScoreGrade = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  name: label,
  nameEn: labelEn,
  least: Points,
  floorPercent: z.number().min(0).max(100),
});

/** Ties are broken by the first of these that differs: breaches, or the figure of an indicator. */
export const TieBreak = z.strictObject({
  by: z.literal('breaches').or(IndicatorCode),
  prefer: z.enum(['more', 'fewer']),
});

export const ScoreTemplateDocument = z.strictObject({
  /** Points of all contents of the base. */
  baseMax: Points,
  /** Most that counts of the bonus; null: no limit. */
  bonusMax: Points.nullable(),
  /** The total never passes `baseMax`, or bonus goes on top of it (reporting BR-68). */
  bonusInside: z.boolean(),
  penaltyMax: Points.nullable(),
  floorAtZero: z.boolean(),
  /** Whose accepted reports give the figures; what none of them says is typed by who verifies. */
  reportKinds: z.array(ReportKindCode).max(20),
  /** A reporting period counts in a round that has at least so many of its days (reporting BR-23). */
  leastDays: z.number().int().min(1).max(31),
  contents: z.array(ScoreContent).min(1).max(30),
  /** Highest first; who reaches none has no grade. */
  grades: z.array(ScoreGrade).max(8),
  /** At most so many per cent of `of` may have the highest grade, rounded down (reporting BR-60, BR-71). */
  cap: z
    .strictObject({
      percent: z.number().int().min(1).max(100),
      /** The second grade alone, or it and better. */
      of: z.enum(['second', 'second-or-better']),
    })
    .nullable(),
  tieBreaks: z.array(TieBreak).max(8),
});
export type ScoreTemplateDocument = z.infer<typeof ScoreTemplateDocument>;

/** How a subject is scored in a campaign; each change is another version, and a round keeps the one it was opened with. */
export const ScoreTemplate = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  subject: ScoreSubject,
  version: z.number().int().min(1),
  document: ScoreTemplateDocument,
  /** D: a default of the software, no rule. */
  certainty: SourceCertainty.nullable(),
  citation: z.string(),
});
export type ScoreTemplate = z.infer<typeof ScoreTemplate>;

export const listShippedScoreTemplates = operation('activity.score-template.list-shipped', {
  http: 'GET /score-templates',
  allow: 'report.read',
  summary: 'Templates to begin from, as shipped: their weights are no rule',
  input: z.strictObject({}),
  output: pageOf(
    ScoreTemplate.pick({ subject: true, document: true, certainty: true, citation: true }),
  ),
});

export const setScoreTemplate = operation('activity.score-template.set', {
  http: 'POST /campaigns/:campaignId/templates',
  allow: 'campaign.write',
  summary: 'Another version of how a subject is scored; rounds that are open keep theirs',
  input: ScoreTemplate.omit({ version: true })
    .extend({
      certainty: SourceCertainty.nullable().default(null),
      citation: z.string().trim().min(1).max(500),
    })
    .strict(),
  output: ScoreTemplate,
});

export const scoreTemplateSet = event('activity.score-template-set.v1', ScoreTemplate);
