import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { GradeScheme, GradeSubject, YearlyGrade } from './grade-scheme.ts';

export const GradeYearState = z.enum(['not-open', 'open', 'decided']);
export type GradeYearState = z.infer<typeof GradeYearState>;

const count = z.number().int();

/** How far the teams, or the members, of a commune are graded. Grades are proposed ones until they are decided. */
export const GradeCounts = z.object({
  subjects: count,
  proposed: count,
  /** Decided not to be graded. */
  notAssessed: count,
  excellent: count,
  good: count,
  fulfilled: count,
  unfulfilled: count,
});
export type GradeCounts = z.infer<typeof GradeCounts>;

/** The decision by which grades stand, the latest correction included. */
export const GradeDecision = z.object({
  /** 1: the decision; each named correction adds one. */
  revision: count,
  number: z.string(),
  signedOn: PlainDate,
  /** Of a correction. */
  reason: z.string(),
  at: z.string(),
  by: z.string(),
});
export type GradeDecision = z.infer<typeof GradeDecision>;

const year = z.coerce.number().int().min(2020).max(2100);

export const GradeYearRow = z.object({
  /** Null where the commune has not opened the year. */
  id: z.uuid().nullable(),
  communeId: z.uuid(),
  name: z.string(),
  kind: z.string(),
  parentName: z.string(),
  state: GradeYearState,
  openedAt: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  decidedOn: PlainDate.nullable(),
  teams: GradeCounts,
  members: GradeCounts,
});
export type GradeYearRow = z.infer<typeof GradeYearRow>;

export const listGradeYears = operation('activity.grade-year.list', {
  http: 'GET /grade-years',
  allow: 'grade.read',
  summary: 'How far the communes of an area have graded their teams and members in a year',
  input: z.strictObject({
    year,
    within: z.uuid().optional(),
    q: z.string().trim().max(100).optional(),
    state: GradeYearState.optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(GradeYearRow).extend({
    from: PlainDate,
    to: PlainDate,
    /** Communes of the area, of these opened and decided. */
    whole: z.object({ communes: count, open: count, decided: count }),
  }),
  deadline: 15_000,
});

/** What the cap says of the teams, or of the members, of a commune (reporting BR-60). */
export const GradeCapState = z.object({
  subject: GradeSubject,
  /** How many have the highest grade, and how many may; null without a cap. */
  has: count,
  most: count.nullable(),
  /** How many have each grade. */
  grades: z.array(z.object({ grade: YearlyGrade, count })),
  subjects: count,
  proposed: count,
  notAssessed: count,
});
export type GradeCapState = z.infer<typeof GradeCapState>;

export const GradeYear = z.object({
  id: z.uuid(),
  communeId: z.uuid(),
  name: z.string(),
  kind: z.string(),
  year: count,
  from: PlainDate,
  to: PlainDate,
  /** The first day on which a decision may be signed. */
  decidableFrom: PlainDate,
  state: GradeYearState,
  openedAt: z.string(),
  openedBy: z.string(),
  revision: count,
  scheme: GradeScheme,
  cap: z.array(GradeCapState),
  /** Latest first. */
  decisions: z.array(GradeDecision),
});
export type GradeYear = z.infer<typeof GradeYear>;

export const getGradeYear = operation('activity.grade-year.get', {
  http: 'GET /grade-years/:id',
  allow: 'grade.read',
  summary: 'A commune’s year with its scheme, the cap as it stands and the decisions',
  input: z.strictObject({ id: z.uuid() }),
  output: GradeYear,
  deadline: 10_000,
});

export const openGradeYear = operation('activity.grade-year.open', {
  http: 'POST /grade-years',
  allow: 'grade.write',
  summary: 'Begin to grade a year in a commune, by the scheme that holds there',
  input: z.strictObject({
    id: z.uuid(),
    communeId: z.uuid(),
    year: z.number().int().min(2020).max(2100),
  }),
  output: z.object({ id: z.uuid(), from: PlainDate, to: PlainDate }),
});

export const gradeYearOpened = event(
  'activity.grade-year-opened.v1',
  z.object({
    id: z.uuid(),
    communeId: z.uuid(),
    year: count,
    from: PlainDate,
    to: PlainDate,
    schemeId: z.uuid(),
  }),
);
