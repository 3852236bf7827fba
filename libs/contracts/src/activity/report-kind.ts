import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import { SourceCertainty } from './indicator.ts';

/** Who owes a report; agencies are departments, enterprises and schools, which are no units of the tree. */
export const SenderKind = z.enum(['team', 'commune', 'district', 'agency', 'province']);
export type SenderKind = z.infer<typeof SenderKind>;

/** Decree 09/2019/NĐ-CP Art. 4: periodic reports have fixed terms, thematic and ad hoc ones follow who asks. */
export const ReportNature = z.enum(['periodic', 'thematic', 'ad-hoc']);

/** `dates`: windows are laid down one by one (rounds, one-off submissions); `unset`: no interval is laid down. */
export const ReportCycle = z.enum(['month', 'quarter', 'half-year', 'year', 'dates', 'unset']);
export type ReportCycle = z.infer<typeof ReportCycle>;

const dayOfMonth = z.number().int().min(1).max(31);
/** Months after the one that the window ends in. */
const monthsAfter = z.number().int().min(0).max(12);

/**
 * Where windows begin: the 15th of a month, up to the 14th that ends the cycle (reporting BR-37); with day 1 the
 * calendar's own. A year also has the month it begins in.
 */
export const ReportWindow = z.strictObject({
  startDay: z.number().int().min(1).max(28),
  startMonth: z.number().int().min(1).max(12).nullable(),
});
export type ReportWindow = z.infer<typeof ReportWindow>;

/** The last day whose data count: the window's, or a day of the month it ends in or of one after it. */
export const CutOff = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('window-end') }),
  z.strictObject({ by: z.literal('day'), day: dayOfMonth, months: monthsAfter }),
]);
export type CutOff = z.infer<typeof CutOff>;

/** "Trước ngày 15" is day 15 and strict; "ngày làm việc thứ ba" after the window is three working days. */
export const Due = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('day'), day: dayOfMonth, months: monthsAfter }),
  z.strictObject({ by: z.literal('working-days'), days: z.number().int().min(1).max(60) }),
]);
export type Due = z.infer<typeof Due>;

/** A window that is laid down by its days, with the day that the document names as due. */
export const WindowDates = z.strictObject({
  name: z.string().trim().min(1).max(100),
  from: PlainDate,
  to: PlainDate,
  cutOffOn: PlainDate,
  due: PlainDate,
});
export type WindowDates = z.infer<typeof WindowDates>;

/** Who receives what comes from a kind of sender, by its field of work where that decides (reporting BR-34). */
export const RouteStep = z.strictObject({
  sender: SenderKind,
  field: z.string().trim().min(1).max(100).nullable(),
  recipient: z.string().trim().min(1).max(200),
});
export type RouteStep = z.infer<typeof RouteStep>;

export const ReportKindCode = z.string().regex(/^[A-Z]{2,4}-\d{2}(\.\d{1,2})?$/);

/** When a report of the kind is due: each of these is a setting of its own. */
export const ReportTiming = z.strictObject({
  cycle: ReportCycle,
  /** Null with the cycles `dates` and `unset`. */
  window: ReportWindow.nullable(),
  cutOff: CutOff.nullable(),
  due: Due.nullable(),
  /** Of the cycle `dates` alone. */
  dates: z.array(WindowDates).max(50),
  /** The day that is named is late already: "trước ngày 15" means until the end of the 14th. */
  strict: z.boolean(),
  /** A due day on which offices are closed moves to the next one on which they work. */
  rollOver: z.boolean(),
  /** Days after the due day on which a report is still taken, as late. */
  graceDays: z.number().int().min(0).max(60),
});
export type ReportTiming = z.infer<typeof ReportTiming>;

export const ReportKindDefinition = ReportTiming.extend({
  code: ReportKindCode,
  name: z.string().trim().min(1).max(300),
  nameEn: z.string().trim().max(300),
  nature: ReportNature,
  senders: z.array(SenderKind).min(1).max(5),
  route: z.array(RouteStep).max(30),
  /** Working days within which a returned report comes again. */
  resubmissionDays: z.number().int().min(1).max(30),
  certainty: SourceCertainty.nullable(),
  citation: z.string().trim().min(1).max(500),
});
export type ReportKindDefinition = z.infer<typeof ReportKindDefinition>;

export const ReportKind = ReportKindDefinition.extend({
  ...Validity.shape,
  id: z.uuid(),
  /** The province that laid it down; null: as shipped. */
  unitId: z.uuid().nullable(),
  inUse: z.boolean(),
});
export type ReportKind = z.infer<typeof ReportKind>;

/**
 * A window of a periodic report with no working day between cut-off and due (Decree 09/2019/NĐ-CP Art. 8.5.b,
 * reporting BR-36).
 */
export const TimingWarning = z.object({
  name: z.string(),
  cutOffOn: PlainDate,
  /** The last day in time. */
  dueOn: PlainDate,
  workingDays: z.number().int(),
});
export type TimingWarning = z.infer<typeof TimingWarning>;

export const listReportKinds = operation('activity.report-kind.list', {
  http: 'GET /report-kinds',
  allow: 'report.read',
  summary: 'Report kinds of a day: for a unit those that hold there, else all as laid down',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    sender: SenderKind.optional(),
  }),
  output: pageOf(ReportKind),
});

export const getReportKind = operation('activity.report-kind.get', {
  http: 'GET /report-kinds/:code',
  allow: 'report.read',
  summary:
    'A report kind as it holds for a unit on a day, with legal warnings of the year from then',
  input: z.strictObject({ code: ReportKindCode, on: PlainDate, within: z.uuid().optional() }),
  output: ReportKind.extend({ warnings: z.array(TimingWarning) }),
  deadline: 5_000,
});

const own = { id: z.uuid(), unitId: z.uuid().nullable(), validFrom: PlainDate };

const LaidDown = ReportKind.extend({
  warnings: z.array(TimingWarning),
  /** Periods that nobody had reported in and that now have other days, or are gone. */
  replacedPeriods: z.number().int(),
});

export const setReportKind = operation('activity.report-kind.set', {
  http: 'POST /report-kinds',
  allow: 'indicator.write',
  summary:
    'Lay down a report kind for a province from a day on; periods without a report follow it',
  input: ReportKindDefinition.extend({
    ...own,
    certainty: SourceCertainty.nullable().default(null),
  }),
  output: LaidDown,
  deadline: 15_000,
});

export const endReportKind = operation('activity.report-kind.end', {
  http: 'POST /report-kinds/:code/ends',
  allow: 'indicator.write',
  summary: 'A province does without a report kind from a day on',
  input: z.strictObject({
    ...own,
    code: ReportKindCode,
    citation: ReportKindDefinition.shape.citation,
  }),
  output: LaidDown,
  deadline: 15_000,
});

export const reportKindSet = event('activity.report-kind-set.v1', ReportKind);
export const reportKindEnded = event('activity.report-kind-ended.v1', ReportKind);
