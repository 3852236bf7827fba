import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Position } from '../personnel/posting.ts';
import { SourceCertainty } from './indicator.ts';
import { ReportKindCode } from './report-kind.ts';
import { ScoreTemplateDocument } from './score-template.ts';

/**
 * Grades of a year, highest first: hoàn thành xuất sắc, hoàn thành tốt, hoàn thành, không hoàn thành nhiệm vụ. They are
 * neither the class of the movement, nor "An toàn", nor the score of a campaign.
 */
export const YearlyGrade = z.enum(['excellent', 'good', 'fulfilled', 'unfulfilled']);
export type YearlyGrade = z.infer<typeof YearlyGrade>;

export const GradeSubject = z.enum(['team', 'member']);
export type GradeSubject = z.infer<typeof GradeSubject>;

/** Whom a criterion is asked of: a team, or somebody in a position. */
export const GradedRole = z.enum(['team', ...Position.options]);
export type GradedRole = z.infer<typeof GradedRole>;

/**
 * How a criterion is known. `tasks`: share of assigned tasks by the bounds of the scheme; `meetings`: no absence that was
 * not accepted; `breaches`: none, of a team none of its members' either; `reports`: full and in time, as the platform
 * took them; `members`: none unfulfilled; `team`: not above the grade of the team; `confirmed`: somebody says so.
 */
export const CriterionKind = z.enum([
  'tasks',
  'meetings',
  'breaches',
  'reports',
  'members',
  'team',
  'confirmed',
]);
export type CriterionKind = z.infer<typeof CriterionKind>;

const label = z.string().trim().min(1).max(500);
const months = z.number().int().min(0).max(12);

export const CriterionCode = z.string().regex(/^[a-z][a-z-]{1,40}$/);

export const GradeCriterion = z.strictObject({
  code: CriterionCode,
  name: label,
  nameEn: label,
  kind: CriterionKind,
  roles: z.array(GradedRole).min(1),
  /** The lowest grade that asks for it; each higher one does too. */
  from: YearlyGrade.exclude(['unfulfilled']),
});
export type GradeCriterion = z.infer<typeof GradeCriterion>;

const share = z.number().min(0).max(100).nullable();

export const GradeSchemeDocument = z.strictObject({
  /** The first day of a year, in the calendar year before; 1 January begins its own (reporting BR-63). */
  period: z.strictObject({
    startDay: z.number().int().min(1).max(28),
    startMonth: z.number().int().min(1).max(12),
  }),
  /** Per cent of assigned tasks; null: none is asked for. */
  shares: z.strictObject({ excellent: share, good: share, fulfilled: share }),
  /** Who reaches a share exactly has it ("từ 95 % trở lên"), or must be above it ("trên 95 %"). */
  inclusive: z.boolean(),
  /** Who operated or served fewer whole months of the year is not graded (reporting BR-62). */
  leastMonths: months,
  /** A leader is new in a team below so many months of the year there: not bound by its grade (reporting BR-61). */
  newBelowMonths: months,
  /** A decision may be signed so many days before the last day of the year. */
  decideDaysBefore: z.number().int().min(0).max(90),
  /** Teams and members are counted apart. */
  cap: ScoreTemplateDocument.shape.cap,
  /** Whose periods count for `reports`. */
  reportKinds: z.array(ReportKindCode).max(20),
  criteria: z.array(GradeCriterion).min(1).max(60),
});
export type GradeSchemeDocument = z.infer<typeof GradeSchemeDocument>;

/** How years are graded, as shipped or as a province laid it down. */
export const GradeScheme = z.object({
  id: z.uuid(),
  /** Null: shipped, or laid down for all of the installation. */
  unitId: z.uuid().nullable(),
  name: z.string(),
  document: GradeSchemeDocument,
  certainty: SourceCertainty.nullable(),
  citation: z.string(),
  /** It holds for the years whose last day lies in its days. */
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
});
export type GradeScheme = z.infer<typeof GradeScheme>;

export const listGradeSchemes = operation('activity.grade-scheme.list', {
  http: 'GET /grade-schemes',
  allow: 'grade.read',
  summary: 'Versions of how years are graded: of a unit’s province and shipped, latest first',
  input: z.strictObject({ within: z.uuid().optional() }),
  output: pageOf(GradeScheme),
});

export const setGradeScheme = operation('activity.grade-scheme.set', {
  http: 'POST /grade-schemes',
  allow: 'indicator.write',
  summary: 'Lay down how years are graded from a day on; years that are open keep their version',
  input: z.strictObject({
    ...GradeScheme.omit({ validTo: true }).shape,
    name: label,
    certainty: SourceCertainty.nullable().default(null),
    citation: z.string().trim().min(1).max(500),
  }),
  output: GradeScheme,
});

export const gradeSchemeSet = event('activity.grade-scheme-set.v1', GradeScheme);
