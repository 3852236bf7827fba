import { event, operation } from '@antt/kernel';
import { z } from 'zod';
import { StoredFile } from '../job.ts';
import { Form } from './form.ts';
import { Indicator, IndicatorCode } from './indicator.ts';
import { SenderKind } from './report-kind.ts';
import { ReportFinding } from './report.rules.ts';
import { ReportRow, ReportState, ReportValue } from './report.ts';
import { ReportingPeriod } from './reporting-period.ts';

/** Reports in one workbook at most, and bytes of it. */
export const mostSheetRows = 500;
export const sheetLimit = 5 * 1024 * 1024;

const asked = {
  periodId: z.uuid(),
  sender: SenderKind,
  /** Whose senders have a row; left out: all that may be seen. */
  within: z.uuid().optional(),
};
export const SheetQuestion = z.strictObject(asked);

export const getReportSheet = operation('activity.report-sheet.get', {
  allow: 'report.read',
  summary: 'What a workbook of the reports of a period is written from: a row for each sender',
  input: SheetQuestion,
  output: z.object({
    period: ReportingPeriod.extend({ kindName: z.string() }),
    form: Form,
    indicators: z.array(Indicator),
    rows: z.array(
      ReportRow.pick({ senderId: true, name: true, unitName: true, state: true, version: true })
        // what stands, or what was kept and not sent yet
        .extend({ values: z.array(ReportValue) }),
    ),
  }),
  deadline: 10_000,
});

/** What is wrong with a workbook itself; `problem` is one of the platform's, named by `said`. */
export const SheetFault = z.enum([
  'unreadable',
  'no-codes',
  'unknown-column',
  'unknown-sender',
  'sender-twice',
  'not-an-amount',
  'problem',
]);

/** What is wrong or odd about a workbook, by row and cell. */
export const SheetFinding = ReportFinding.omit({ code: true, fault: true }).extend({
  /** "Báo cáo!F12"; null of the whole file. */
  at: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  /** The sender of the row, as far as it is known. */
  name: z.string(),
  code: IndicatorCode.nullable(),
  fault: z.enum([...ReportFinding.shape.fault.options, ...SheetFault.options]),
});
export type SheetFinding = z.infer<typeof SheetFinding>;

export const takeReportSheet = operation('activity.report-sheet.take', {
  allow: 'report.write',
  summary:
    'Check a filled-in workbook, or send the reports in it: all of them or none; rows that say nothing new are left',
  input: SheetQuestion.extend({
    /** Of this sending: the same id sent twice is sent once. */
    id: z.uuid(),
    file: StoredFile,
    dryRun: z.boolean(),
    /** What is asked about was looked at and is meant. */
    confirmed: z.boolean().default(false),
    /** Why verified or accepted reports among them are changed. */
    reason: z.string().trim().min(5).max(1_000).or(z.literal('')).default(''),
  }),
  output: z.object({
    /** Rows with a sender: those to send (or sent), those that say what stands, and those with nothing in them. */
    read: z.number().int(),
    sent: z.number().int(),
    unchanged: z.number().int(),
    empty: z.number().int(),
    findings: z.array(SheetFinding),
    reports: z.array(z.object({ senderId: z.uuid(), name: z.string(), state: ReportState })),
  }),
  deadline: 60_000,
});

export const reportSheetTaken = event(
  'activity.report-sheet-taken.v1',
  z.object({ id: z.uuid(), ...asked, sent: z.number().int() }),
);
