import { operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { IndicatorCode, IndicatorValue } from './indicator.ts';
import { ReportKindCode, SenderKind } from './report-kind.ts';

/** How complete the reports of a unit are: each of those who owe one is counted in exactly one of the states. */
export const ReportCounts = z.object({
  /** Who stands in the unit on the last day of its province's period. */
  owed: z.number().int(),
  /** *Chưa báo cáo*. */
  missing: z.number().int(),
  submitted: z.number().int(),
  returned: z.number().int(),
  verified: z.number().int(),
  accepted: z.number().int(),
  /** Of those who have reported: in time, and late. */
  inTime: z.number().int(),
  late: z.number().int(),
  /** What stands is another version than the one that counts. */
  changedSinceAcceptance: z.number().int(),
});
export type ReportCounts = z.infer<typeof ReportCounts>;

export const CompletenessLevel = z.enum(['province', 'district', 'commune']);
export type CompletenessLevel = z.infer<typeof CompletenessLevel>;

const asked = {
  kindCode: ReportKindCode,
  sender: SenderKind,
  /** A day in the window: each province's period that has it. */
  on: PlainDate,
  within: z.uuid().optional(),
  level: CompletenessLevel,
};
const row = {
  unitId: z.uuid(),
  name: z.string(),
  kind: z.string(),
  /** What it lies in, in the tree of the period. */
  parentName: z.string(),
  periodId: z.uuid(),
  periodName: z.string(),
  dueOn: PlainDate,
};

export const CompletenessRow = ReportCounts.extend(row);
export type CompletenessRow = z.infer<typeof CompletenessRow>;

export const listCompleteness = operation('activity.completeness.list', {
  http: 'GET /report-completeness',
  allow: 'report.read',
  summary:
    'Who has reported and in time, by unit, in the tree of the period; the least complete first',
  input: z.strictObject({
    ...asked,
    limit: z.coerce.number().int().min(1).max(5_000).default(1_000),
  }),
  output: pageOf(CompletenessRow).extend({ whole: ReportCounts }),
  deadline: 5_000,
});

/** What is accepted of an indicator in a unit, and of how many anything is known. */
export const IndicatorTotal = z.object({
  code: IndicatorCode,
  value: IndicatorValue.nullable(),
  reported: z.number().int(),
});
export type IndicatorTotal = z.infer<typeof IndicatorTotal>;

export const listReportTotals = operation('activity.report-total.list', {
  http: 'GET /report-totals',
  allow: 'report.read',
  summary:
    'What accepted reports come to by unit, in the tree of the period; missing ones are no zero',
  input: z.strictObject({ ...asked, codes: z.string().max(1_000).optional() }),
  output: pageOf(
    z.object({
      ...row,
      owed: z.number().int(),
      accepted: z.number().int(),
      /** Reports with a version that is not accepted yet, or that changed after the period had closed. */
      corrected: z.number().int(),
      totals: z.array(IndicatorTotal),
    }),
  ),
  deadline: 10_000,
});
