import { operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { workCountQuestion, workEntryOf, type WorkRights } from '../work.ts';

/** What waits about reports: a reminder before and after the due day, what came back, and what is to be judged. */
export const ReportWorkKind = z.enum([
  /** The window is over, and the due day is not. */
  'report-due',
  'report-overdue',
  'report-returned',
  'report-to-verify',
  'report-to-accept',
]);
export type ReportWorkKind = z.infer<typeof ReportWorkKind>;

export const reportWorkRights: Readonly<Record<ReportWorkKind, WorkRights>> = {
  'report-due': { seenBy: 'report.read', closedBy: 'report.write' },
  'report-overdue': { seenBy: 'report.read', closedBy: 'report.write' },
  'report-returned': { seenBy: 'report.read', closedBy: 'report.write' },
  'report-to-verify': { seenBy: 'report.read', closedBy: 'report.verify' },
  'report-to-accept': { seenBy: 'report.read', closedBy: 'report.accept' },
};

export const ReportWorkEntry = workEntryOf(ReportWorkKind).extend({
  periodId: z.uuid(),
  periodName: z.string(),
  dueOn: PlainDate,
});
export type ReportWorkEntry = z.infer<typeof ReportWorkEntry>;

export const getReportWork = operation('activity.work.count', {
  http: 'GET /report-work',
  allow: 'report.read',
  summary:
    'Reports that are mine to send or to judge, by period; reminders before and after the due day',
  input: workCountQuestion,
  output: z.object({ entries: z.array(ReportWorkEntry) }),
  deadline: 5_000,
});
