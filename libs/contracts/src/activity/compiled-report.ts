import { operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { ReportCounts } from './completeness.ts';
import { Indicator, IndicatorCode, IndicatorValue } from './indicator.ts';
import { Obstacle } from './obstacle.ts';
import { ReportKindCode, SenderKind } from './report-kind.ts';

/** What a compiled report is of: one reporting period, the periods of a year, or those of a campaign's round. */
export const CompiledSpan = z.enum(['period', 'year', 'round']);
export type CompiledSpan = z.infer<typeof CompiledSpan>;

const asked = {
  kindCode: ReportKindCode,
  sender: SenderKind,
  /** The unit, or the area, that it is compiled for. */
  within: z.uuid(),
  periodId: z.uuid().optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  roundId: z.uuid().optional(),
};
type Asked = {
  periodId?: string | undefined;
  year?: number | undefined;
  roundId?: string | undefined;
};
const isOne = ({ periodId, year, roundId }: Asked) =>
  [periodId, year, roundId].filter((one) => one !== undefined).length === 1;
const fault = { path: ['periodId'], message: 'one-of-period-year-round' };

export const CompiledQuestion = z.strictObject(asked).refine(isOne, fault);
export type CompiledQuestion = z.infer<typeof CompiledQuestion>;

/** A window whose reports are in it. */
export const CompiledPeriod = z.object({
  id: z.uuid(),
  name: z.string(),
  from: PlainDate,
  to: PlainDate,
});
export type CompiledPeriod = z.infer<typeof CompiledPeriod>;

/** Windows that are compiled together, as one is called. */
export const CompiledWindow = z.object({
  /** "2026-06", "2026", or the name of the round. */
  name: z.string(),
  from: PlainDate,
  to: PlainDate,
  periods: z.array(CompiledPeriod),
});
export type CompiledWindow = z.infer<typeof CompiledWindow>;

/** What is accepted of an indicator, and of what is compared with it; null is *chưa báo cáo* and no zero (reporting BR-25). */
export const CompiledFigure = z.object({
  code: IndicatorCode,
  value: IndicatorValue.nullable(),
  /** Reports that say something of it. */
  reported: z.number().int(),
  former: IndicatorValue.nullable(),
  formerReported: z.number().int(),
});
export type CompiledFigure = z.infer<typeof CompiledFigure>;

/** How many reports count, of how many that are owed. */
const counting = {
  counts: ReportCounts,
  /** Reports of which a version is accepted. */
  counting: z.number().int(),
  /** Reports with a version that is not accepted yet, or that changed after the period had closed. */
  corrected: z.number().int(),
};

export const CompiledReport = z.object({
  units: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string(), level: z.string() })),
  /** What the units lie in; null of a province. */
  above: z.object({ kind: z.string(), name: z.string() }).nullable(),
  kindCode: ReportKindCode,
  kindName: z.string(),
  sender: SenderKind,
  span: CompiledSpan,
  window: CompiledWindow,
  /** The period before, the same periods of the year before, or the round before; null where there is none. */
  former: CompiledWindow.nullable(),
  ...counting,
  formerCounts: ReportCounts.nullable(),
  /** The contents of the form, in its order. */
  groups: z.array(
    z.object({ name: z.string(), nameEn: z.string(), codes: z.array(IndicatorCode) }),
  ),
  indicators: z.array(Indicator),
  figures: z.array(CompiledFigure),
  missing: z.object({
    items: z.array(
      z.object({
        periodId: z.uuid(),
        periodName: z.string(),
        senderId: z.uuid(),
        name: z.string(),
        unitName: z.string(),
      }),
    ),
    total: z.number().int(),
  }),
  /** Raised with reports of the kind up to the last day, and not solved. */
  obstacles: z.object({ items: z.array(Obstacle), total: z.number().int() }),
});
export type CompiledReport = z.infer<typeof CompiledReport>;

export const getCompiledReport = operation('activity.compiled-report.get', {
  http: 'GET /compiled-report',
  allow: 'report.read',
  summary:
    'What accepted reports come to in a unit, beside the time before, with who is missing and what obstacles are open',
  input: CompiledQuestion,
  output: CompiledReport,
  deadline: 15_000,
});

/** What lies directly in a unit and adds to its figure: a unit, or in a commune a team. */
export const CompiledPart = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  /** Who reports itself, and nothing below it. */
  isSender: z.boolean(),
  owed: z.number().int(),
  missing: z.number().int(),
  counting: z.number().int(),
  value: IndicatorValue.nullable(),
  reported: z.number().int(),
  former: IndicatorValue.nullable(),
  formerReported: z.number().int(),
});
export type CompiledPart = z.infer<typeof CompiledPart>;

export const listCompiledParts = operation('activity.compiled-report.list-parts', {
  http: 'GET /compiled-report-parts',
  allow: 'report.read',
  summary: 'What makes up a figure of a compiled report, by what lies directly in the unit',
  input: z.strictObject({ ...asked, code: IndicatorCode }).refine(isOne, fault),
  output: pageOf(CompiledPart).extend({
    units: CompiledReport.shape.units,
    above: CompiledReport.shape.above,
    window: CompiledWindow,
    former: CompiledWindow.nullable(),
    indicator: Indicator,
    whole: CompiledFigure,
    ...counting,
  }),
  deadline: 15_000,
});
