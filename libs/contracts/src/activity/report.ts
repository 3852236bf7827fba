import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Form } from './form.ts';
import { Indicator, IndicatorCode, IndicatorValue } from './indicator.ts';
import { SenderKind } from './report-kind.ts';
import { ReportFinding } from './report.rules.ts';
import { ReportingPeriod } from './reporting-period.ts';

/**
 * How far the report of a sender for a period has come. `missing` is *chưa báo cáo*: owed, and nothing sent. An accepted
 * report is `locked` once its period has closed: from then on only a correction changes it (reporting BR-40).
 */
export const ReportState = z.enum([
  'missing',
  'draft',
  'submitted',
  'returned',
  'verified',
  'accepted',
  'locked',
]);
export type ReportState = z.infer<typeof ReportState>;

/** What is said of an indicator; `percent` where the sender worked it out itself, as a check (reporting BR-26). */
export const SentValue = IndicatorValue.extend({
  code: IndicatorCode,
  percent: z.number().min(-1_000_000).max(1_000_000).nullish(),
});
export type SentValue = z.infer<typeof SentValue>;
export const ReportValue = IndicatorValue.extend({ code: IndicatorCode });
export type ReportValue = z.infer<typeof ReportValue>;

const moment = z.iso.datetime({ offset: true });
const reason = z.string().trim().min(5).max(1_000);

/** A report as sent once: nothing of it is ever written over, what follows is another version. */
export const ReportVersion = z.object({
  id: z.uuid(),
  number: z.number().int().min(1),
  sentAt: moment,
  sentBy: z.string(),
  /** Why it differs from what was there; empty of the first. */
  reason: z.string(),
  /** Sent after the period's end of time, or after a returned report was due again. */
  late: z.boolean(),
  verifiedAt: moment.nullable(),
  verifiedBy: z.string().nullable(),
  acceptedAt: moment.nullable(),
  acceptedBy: z.string().nullable(),
  returnedAt: moment.nullable(),
  returnedBy: z.string().nullable(),
  returnReason: z.string().nullable(),
  /** What was asked about, and sent all the same. */
  warnings: z.array(ReportFinding),
  values: z.array(ReportValue),
});
export type ReportVersion = z.infer<typeof ReportVersion>;

/** Who owes a report in a period, and how far it has come. */
export const ReportRow = z.object({
  /** The report's id follows from period and sender; it is there before anything is sent. */
  id: z.uuid(),
  periodId: z.uuid(),
  periodName: z.string(),
  sender: SenderKind,
  senderId: z.uuid(),
  name: z.string(),
  /** What the sender counts under in the tree of the period: a team's commune, a unit itself. */
  unitId: z.uuid().nullable(),
  unitName: z.string(),
  state: ReportState,
  /** The number of the version that stands; 0 before the first. */
  version: z.number().int(),
  /** Days after the due day of the first version; null where nothing was sent, 0 in time. */
  daysLate: z.number().int().nullable(),
  /** In time, and in time again after each return (reporting BR-38); null where nothing was sent. */
  inTime: z.boolean().nullable(),
  firstSentAt: moment.nullable(),
  sentAt: moment.nullable(),
  /** By when a returned report is to come again. */
  resubmitBy: moment.nullable(),
  returnReason: z.string().nullable(),
  returns: z.number().int(),
  /** What stands is another version than the one that was accepted last. */
  changedSinceAcceptance: z.boolean(),
  warnings: z.number().int(),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const listReports = operation('activity.report.list', {
  http: 'GET /reports',
  allow: 'report.read',
  summary: 'Who owes a report in a period and how far it has come, those who have not reported too',
  input: z.strictObject({
    periodId: z.uuid(),
    sender: SenderKind.optional(),
    within: z.uuid().optional(),
    state: ReportState.optional(),
    timeliness: z.enum(['in-time', 'late']).optional(),
    /** A part of the sender's name. */
    q: z.string().trim().max(100).optional(),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(ReportRow),
  deadline: 5_000,
});

export const getReport = operation('activity.report.get', {
  http: 'GET /reports/:periodId/:senderId',
  allow: 'report.read',
  summary:
    'A report with its form, what was last said and every version: all that filling it in needs',
  input: z.strictObject({ periodId: z.uuid(), senderId: z.uuid() }),
  output: ReportRow.extend({
    period: ReportingPeriod.extend({ kindName: z.string() }),
    form: Form,
    indicators: z.array(Indicator),
    /** What was kept and not sent yet. */
    draft: z.array(ReportValue).nullable(),
    /** Latest first. */
    versions: z.array(ReportVersion),
    /** The number of the version that counts; null before the first acceptance. */
    acceptedVersion: z.number().int().nullable(),
    /** What the sender said for the period before; null where that is not there. */
    former: z.object({ name: z.string(), values: z.array(ReportValue) }).nullable(),
  }),
});

/** How a report stands after a step. */
export const ReportStanding = z.object({
  id: z.uuid(),
  state: ReportState,
  version: z.number().int(),
});
export type ReportStanding = z.infer<typeof ReportStanding>;

const place = { periodId: z.uuid(), senderId: z.uuid() };
const values = z.array(SentValue).max(500);

export const keepReportDraft = operation('activity.report.keep', {
  http: 'POST /report-drafts',
  allow: 'report.write',
  summary: 'Keep what is filled in so far; it counts for nothing until it is sent',
  input: z.strictObject({ ...place, values: z.array(ReportValue).max(500) }),
  output: ReportStanding,
});

export const sendReport = operation('activity.report.send', {
  http: 'POST /reports',
  allow: 'report.write',
  summary: 'Send a report, or a version that corrects it; the same id sent twice is sent once',
  input: z.strictObject({
    /** Of this sending, made by the sender before it leaves. */
    id: z.uuid(),
    ...place,
    /** The number of the version that it follows as the sender saw it; 0: the first. */
    follows: z.number().int().min(0).default(0),
    values,
    /** The sender has looked at what is asked about and means it. */
    confirmed: z.boolean().default(false),
    /** Why a verified or accepted report is changed. */
    reason: reason.or(z.literal('')).default(''),
    /** The day on which it came on paper; said by who receives the sender's reports, and by nobody else. */
    receivedOn: PlainDate.nullable().default(null),
  }),
  output: ReportStanding.extend({
    versionId: z.uuid(),
    sentAt: moment,
    late: z.boolean(),
    warnings: z.array(ReportFinding),
  }),
});

/** A report as the reviewer saw it: what came in the meantime is not judged unseen. */
const seen = z.strictObject({ id: z.uuid(), version: z.number().int().min(1) });
const several = z.strictObject({ reports: z.array(seen).min(1).max(200) });

export const verifyReports = operation('activity.report.verify', {
  http: 'POST /reports/verifications',
  allow: 'report.verify',
  summary: 'Confirm that what reports say is so; all of them or none',
  input: several,
  output: z.object({ items: z.array(ReportStanding) }),
  deadline: 5_000,
});

export const acceptReports = operation('activity.report.accept', {
  http: 'POST /reports/acceptances',
  allow: 'report.accept',
  summary: 'Accept verified reports: from now on they count; all of them or none',
  input: several,
  output: z.object({ items: z.array(ReportStanding) }),
  deadline: 5_000,
});

export const returnReport = operation('activity.report.return', {
  http: 'POST /reports/:id/returns',
  allow: 'report.verify',
  summary: 'Return a report to its sender with the reason; it is due again some working days later',
  input: seen.extend({ reason }),
  output: ReportStanding.extend({ resubmitBy: moment }),
  deadline: 5_000,
});

const told = {
  id: z.uuid(),
  ...place,
  sender: SenderKind,
  version: z.number().int(),
  versionId: z.uuid(),
};
export const reportSent = event(
  'activity.report-sent.v1',
  z.object({ ...told, late: z.boolean(), reason: z.string() }),
);
export const reportVerified = event('activity.report-verified.v1', z.object(told));
export const reportAccepted = event('activity.report-accepted.v1', z.object(told));
export const reportReturned = event(
  'activity.report-returned.v1',
  z.object({ ...told, reason: z.string(), resubmitBy: PlainDate }),
);
