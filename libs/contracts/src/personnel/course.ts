import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/** Training, drills and competitions (Law 30/2023/QH15 Art. 18, Circular 14/2024/TT-BCA Art. 6). */
export const CourseKind = z.enum(['initial', 'refresher', 'drill', 'competition']);
export type CourseKind = z.infer<typeof CourseKind>;

/** The six task groups of Art. 7–12, then politics, law and the use of support tools. */
export const CourseTopic = z.enum(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'politics', 'law', 'tools']);
export type CourseTopic = z.infer<typeof CourseTopic>;

const hours = z.number().min(0).max(1000);

/** Length and hours are data of each course: no rule sets them. */
export const Course = z.object({
  id: z.uuid(),
  /** For whose members it is held: a commune, or all below a province. */
  unitId: z.uuid(),
  name: z.string().trim().min(2).max(200),
  kind: CourseKind,
  topics: z.array(CourseTopic).min(1).max(9),
  startsOn: PlainDate,
  /** Its last day. */
  endsOn: PlainDate,
  hours,
  place: z.string().trim().max(200),
  organiser: z.string().trim().max(200),
  /** Number and day of the plan or decision that it is held by. */
  instrument: z.string().trim().max(200),
});
export type Course = z.infer<typeof Course>;

export const CourseRow = Course.extend({
  unitName: z.string(),
  /** Members of the asker's area who attended, and who passed. */
  attended: z.number().int(),
  passed: z.number().int(),
});
export type CourseRow = z.infer<typeof CourseRow>;

export const listCourses = operation('personnel.course.list', {
  http: 'GET /courses',
  allow: 'person.read',
  summary: 'Courses, drills and competitions for members of my area, latest first',
  input: z.strictObject({
    /** Whose areas count, and which courses have begun; left out: today, and all courses. */
    on: PlainDate.optional(),
    within: z.uuid().optional(),
    kind: CourseKind.optional(),
    topic: CourseTopic.optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(CourseRow),
  deadline: 5_000,
});

export const getCourse = operation('personnel.course.get', {
  http: 'GET /courses/:id',
  allow: 'person.read',
  summary: 'One course',
  input: z.strictObject({ id: z.uuid() }),
  output: CourseRow,
});

export const recordCourse = operation('personnel.course.record', {
  http: 'POST /courses',
  allow: 'posting.write',
  summary: 'Record a course, a drill or a competition',
  input: Course.extend({
    place: Course.shape.place.default(''),
    organiser: Course.shape.organiser.default(''),
    instrument: Course.shape.instrument.default(''),
  }).strict(),
  output: Course,
});

export const AttendanceResult = z.enum(['unassessed', 'passed', 'failed', 'absent']);
export type AttendanceResult = z.infer<typeof AttendanceResult>;

/** What a member attended of a course; the days are the evidence that training money is paid by. */
export const Attendance = z.object({
  courseId: z.uuid(),
  personId: z.uuid(),
  days: z.array(PlainDate).max(100),
  hours,
  result: AttendanceResult,
});
export type Attendance = z.infer<typeof Attendance>;

export const AttendanceRow = Attendance.extend({
  personName: z.string(),
  courseName: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  team: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type AttendanceRow = z.infer<typeof AttendanceRow>;

export const listAttendances = operation('personnel.attendance.list', {
  http: 'GET /attendances',
  allow: 'person.read',
  summary: 'Who attended a course, or what a person attended',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    courseId: z.uuid().optional(),
    personId: z.uuid().optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  output: pageOf(AttendanceRow),
  deadline: 5_000,
});

export const recordAttendances = operation('personnel.attendance.record', {
  http: 'POST /courses/:courseId/attendances',
  allow: 'posting.write',
  summary:
    'Record who attended a course on which days and with what result; said again, it replaces',
  input: z.strictObject({
    courseId: z.uuid(),
    attendances: z
      .array(Attendance.omit({ courseId: true }).strict())
      .min(1)
      .max(500),
  }),
  output: z.object({ recorded: z.number().int() }),
  deadline: 10_000,
});

/** A day that a member was trained on: once for each course that filled it. */
export const TrainingDay = z.object({
  courseId: z.uuid(),
  personId: z.uuid(),
  day: PlainDate,
});

export const listTrainingDays = operation('personnel.training-day.list', {
  http: 'GET /training-days',
  allow: 'person.read',
  summary: 'Days of training of members between two days, as pay needs them (law BR-55)',
  input: z.strictObject({
    from: PlainDate,
    to: PlainDate,
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(1000),
  }),
  output: pageOf(TrainingDay.extend({ personName: z.string(), courseName: z.string() })),
  deadline: 10_000,
});

export const courseRecorded = event('personnel.course-recorded.v1', Course);
export const attendancesRecorded = event(
  'personnel.attendances-recorded.v1',
  z.object({ courseId: z.uuid(), personIds: z.array(z.uuid()) }),
);
