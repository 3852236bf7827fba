import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Position } from '../personnel/posting.ts';
import {
  CriterionCode,
  CriterionKind,
  GradedRole,
  GradeSubject,
  YearlyGrade,
} from './grade-scheme.ts';
import { GradeCapState } from './grade-year.ts';

const count = z.number().int().min(0).max(100_000);
const text = z.string().trim().max(1_000);

/** What the commune knows of a year and the platform does not; null: not known yet. */
export const GradeFacts = z.strictObject({
  tasksAssigned: count.nullable(),
  tasksDone: count.nullable(),
  /** Meetings and briefings that were to be attended. */
  meetings: count.nullable(),
  /** Absences told before and accepted by who led the meeting, and the others (reporting BR-58). */
  absencesExcused: count.nullable(),
  absencesUnexcused: count.nullable(),
  /** Of Law 30/2023/QH15 Art. 6.1, 6.2 and 6.5; of a team those of people who left. */
  breaches: count.nullable(),
  /** A complaint or denunciation is being handled: not graded (reporting BR-62). */
  underProceedings: z.boolean(),
  /** Criteria that somebody says are met, or not. */
  confirmed: z.record(CriterionCode, z.boolean()),
  note: text,
});
export type GradeFacts = z.infer<typeof GradeFacts>;

export const NotAssessed = z.enum(['too-short', 'under-proceedings']);
export type NotAssessed = z.infer<typeof NotAssessed>;

/** One thing a grade asks for, and how it stands. */
export const GradeCheck = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: CriterionKind,
  /** The lowest grade that asks for it. */
  grade: YearlyGrade,
  state: z.enum(['met', 'failed', 'unknown']),
  /** `tasks`: done of assigned; `meetings`: not excused of all; `reports`: in time of those due; others: how many. */
  value: z.number().nullable(),
  of: z.number().nullable(),
  /** Of `tasks`: the share that is asked for. */
  least: z.number().nullable(),
  /** Of `team`: the grade that the team has. */
  teamGrade: YearlyGrade.nullable(),
});
export type GradeCheck = z.infer<typeof GradeCheck>;

export const GradeRow = z.object({
  subjectId: z.uuid(),
  subject: GradeSubject,
  /** Empty where personnel cannot be asked. */
  name: z.string(),
  teamId: z.uuid(),
  teamName: z.string(),
  position: Position.nullable(),
  role: GradedRole,
  /** Whole months of the year that it operated or served, and in this team; filled by the platform. */
  months: z.number().int(),
  monthsInTeam: z.number().int(),
  newInTeam: z.boolean(),
  /** Of a team: reports due in the year, sent, in time; filled by the platform. */
  reportsDue: z.number().int().nullable(),
  reportsSent: z.number().int().nullable(),
  reportsInTime: z.number().int().nullable(),
  facts: GradeFacts.nullable(),
  notAssessed: NotAssessed.nullable(),
  /** The highest grade that its facts allow, and what keeps it from the next one. */
  eligible: YearlyGrade.nullable(),
  missing: z.array(GradeCheck),
  proposed: YearlyGrade.nullable(),
  proposedBy: z.string().nullable(),
  decided: YearlyGrade.nullable(),
  /** Why another grade was decided than proposed, or a decided one was corrected. */
  reason: z.string(),
});
export type GradeRow = z.infer<typeof GradeRow>;

export const GradeRowState = z.enum(['no-facts', 'not-proposed', 'proposed', 'not-assessed']);

export const listGrades = operation('activity.grade.list', {
  http: 'GET /grade-years/:yearId/grades',
  allow: 'grade.read',
  summary: 'Teams or members of a commune with facts, highest eligible, proposed and decided grade',
  input: z.strictObject({
    yearId: z.uuid(),
    subject: GradeSubject,
    q: z.string().trim().max(100).optional(),
    state: GradeRowState.optional(),
    cursor: z
      .string()
      .regex(/^\d{1,7}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(200),
  }),
  output: pageOf(GradeRow).extend({ cap: GradeCapState }),
  deadline: 15_000,
});

export const getGrade = operation('activity.grade.get', {
  http: 'GET /grade-years/:yearId/grades/:subjectId',
  allow: 'grade.read',
  summary: 'How a grade came about: every criterion, the proposals and what was decided',
  input: z.strictObject({ yearId: z.uuid(), subjectId: z.uuid() }),
  output: GradeRow.extend({
    checks: z.array(GradeCheck),
    history: z.array(
      z.object({
        act: z.enum(['facts', 'proposed', 'decided', 'corrected']),
        grade: YearlyGrade.nullable(),
        note: z.string(),
        at: z.string(),
        by: z.string(),
      }),
    ),
  }),
  deadline: 10_000,
});

const of = { yearId: z.uuid(), subjectId: z.uuid() };

export const enterGradeFacts = operation('activity.grade.enter-facts', {
  http: 'POST /grade-years/:yearId/facts',
  allow: 'grade.write',
  summary: 'Say what the platform does not know of a team or member; the latest holds, all stay',
  input: z.strictObject({ id: z.uuid(), ...of, facts: GradeFacts }),
  output: GradeRow,
  deadline: 10_000,
});

export const proposeGrades = operation('activity.grade.propose', {
  http: 'POST /grade-years/:yearId/proposals',
  allow: 'grade.write',
  summary: 'Propose grades as the commune police; none above the highest eligible one',
  input: z.strictObject({
    yearId: z.uuid(),
    proposals: z
      .array(z.strictObject({ subjectId: z.uuid(), grade: YearlyGrade, note: text.default('') }))
      .min(1)
      .max(1_000),
  }),
  output: z.object({ proposed: z.number().int() }),
  deadline: 15_000,
});

const decision = {
  id: z.uuid(),
  yearId: z.uuid(),
  number: z.string().trim().min(1).max(80),
  signedOn: PlainDate,
};
const reason = z.string().trim().min(5).max(1_000);

export const decideGrades = operation('activity.grade.decide', {
  http: 'POST /grade-years/:yearId/decisions',
  allow: 'grade.decide',
  summary: 'Let the grades of a commune stand by its chair’s decision, within the cap',
  input: z.strictObject({
    ...decision,
    /** Where the chair decides otherwise than proposed. */
    changes: z
      .array(z.strictObject({ subjectId: z.uuid(), grade: YearlyGrade, reason }))
      .max(1_000)
      .default([]),
  }),
  output: z.object({
    revision: z.number().int(),
    teams: z.number().int(),
    members: z.number().int(),
  }),
  deadline: 30_000,
});

export const correctGrades = operation('activity.grade.correct', {
  http: 'POST /grade-years/:yearId/corrections',
  allow: 'grade.decide',
  summary: 'Change decided grades by a decision that says why; what stood before is kept',
  input: z.strictObject({
    ...decision,
    reason,
    changes: z
      .array(
        z.strictObject({
          subjectId: z.uuid(),
          /** Null: it is not graded after all, as its facts say. */
          grade: YearlyGrade.nullable(),
          /** What was known wrongly. */
          facts: GradeFacts.nullable().default(null),
        }),
      )
      .min(1)
      .max(200),
  }),
  output: z.object({ revision: z.number().int(), changed: z.number().int() }),
  deadline: 30_000,
});

export const gradeFactsEntered = event(
  'activity.grade-facts-entered.v1',
  z.object({ ...of, subject: GradeSubject }),
);
export const gradesProposed = event(
  'activity.grades-proposed.v1',
  z.object({
    yearId: z.uuid(),
    communeId: z.uuid(),
    year: z.number().int(),
    grades: z.array(z.object({ subjectId: z.uuid(), grade: YearlyGrade })),
  }),
);

/** What stands of a commune after a decision or correction, whole, for whoever counts grades. */
export const gradesDecided = event(
  'activity.grades-decided.v1',
  z.object({
    yearId: z.uuid(),
    communeId: z.uuid(),
    year: z.number().int(),
    revision: z.number().int(),
    number: z.string(),
    signedOn: PlainDate,
    reason: z.string(),
    /** Null: not graded. */
    teams: z.array(z.object({ teamId: z.uuid(), grade: YearlyGrade.nullable() })),
    members: z.array(
      z.object({ personId: z.uuid(), teamId: z.uuid(), grade: YearlyGrade.nullable() }),
    ),
  }),
);
