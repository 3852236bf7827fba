import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { ReportKindCode, SenderKind } from './report-kind.ts';

/** A window of a report kind in a province, with its terms worked out when it was opened. */
export const ReportingPeriod = z.object({
  id: z.uuid(),
  provinceId: z.uuid(),
  kindCode: ReportKindCode,
  /** The version of the kind that it was opened by. */
  kindId: z.uuid(),
  /** "2026-11", "2026-Q4", "2026" or what the document calls it. */
  name: z.string(),
  from: PlainDate,
  /** The last day. */
  to: PlainDate,
  /** The last day whose data count. */
  cutOffOn: PlainDate,
  /** The last day in time, and the moment from which a report is late (Asia/Ho_Chi_Minh). */
  dueOn: PlainDate,
  lateFrom: z.iso.datetime({ offset: true }),
  /** The moment from which no report is taken any more. */
  closesFrom: z.iso.datetime({ offset: true }),
  /** Working days between cut-off and due; a periodic report needs one (reporting BR-36). */
  workingDays: z.number().int(),
  resubmissionDays: z.number().int(),
  /** Somebody has reported in it: its terms and forms stay as they are. */
  inUse: z.boolean(),
});
export type ReportingPeriod = z.infer<typeof ReportingPeriod>;

export const listReportingPeriods = operation('activity.reporting-period.list', {
  http: 'GET /reporting-periods',
  allow: 'report.read',
  summary: 'Reporting periods of the province that a unit lies in, latest first',
  input: z.strictObject({
    within: z.uuid(),
    kindCode: ReportKindCode.optional(),
    sender: SenderKind.optional(),
    /** Only those whose window has this day. */
    on: PlainDate.optional(),
    /** Only those whose windows end on these days. */
    from: PlainDate.optional(),
    to: PlainDate.optional(),
    cursor: z
      .string()
      .regex(/^\d{1,6}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(
    ReportingPeriod.extend({
      kindName: z.string(),
      senders: z.array(SenderKind),
      /** Of these, for whom a form is laid down: nobody else can report. */
      formSenders: z.array(SenderKind),
    }),
  ),
});

export const getReportingPeriod = operation('activity.reporting-period.get', {
  http: 'GET /reporting-periods/:id',
  allow: 'report.read',
  summary: 'A reporting period and how many of each sender owe a report in it',
  input: z.strictObject({ id: z.uuid() }),
  output: ReportingPeriod.extend({
    kindName: z.string(),
    /** Who stands on the window's last day; null for agencies, which are no units. */
    owed: z.array(z.object({ sender: SenderKind, count: z.number().int().nullable() })),
  }),
});

export const openReportingPeriods = operation('activity.reporting-period.open', {
  http: 'POST /reporting-periods',
  allow: 'indicator.write',
  summary:
    "Open a province's reporting periods that have any of these days, of one kind or of all; those that are open stay",
  input: z.strictObject({
    provinceId: z.uuid(),
    kindCode: ReportKindCode.optional(),
    from: PlainDate,
    to: PlainDate,
  }),
  output: z.object({ opened: z.number().int(), items: z.array(ReportingPeriod) }),
  deadline: 15_000,
});

export const reportingPeriodsOpened = event(
  'activity.reporting-periods-opened.v1',
  z.object({
    provinceId: z.uuid(),
    periods: z.array(z.object({ id: z.uuid(), kindCode: ReportKindCode, name: z.string() })),
  }),
);
