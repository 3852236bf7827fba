import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';

/** What a report says of an indicator: a number, a share of cases, yes or no, or months met of months counted. */
export const IndicatorShape = z.enum(['count', 'ratio', 'flag', 'months']);
export type IndicatorShape = z.infer<typeof IndicatorShape>;

/**
 * How the values of several senders become one: added; Σ numerators by Σ denominators; the last one; the largest;
 * or added where each sender counts distinct things of its own area.
 */
export const Aggregation = z.enum(['sum', 'ratio', 'last', 'max', 'distinct']);
export type Aggregation = z.infer<typeof Aggregation>;

export const IndicatorCycle = z.enum([
  'week',
  'month',
  'quarter',
  'round',
  'campaign',
  'year',
  'once',
]);
export type IndicatorCycle = z.infer<typeof IndicatorCycle>;

/** What an indicator is reckoned for; `agency` is a department, enterprise, school, newspaper or station. */
export const IndicatorLevel = z.enum([
  'member',
  'team',
  'village',
  'commune',
  'district',
  'province',
  'agency',
]);
export type IndicatorLevel = z.infer<typeof IndicatorLevel>;

/** Words of the source: "80 %" and "ít nhất 01" are at least, "trên 90 %" is above, "không để xảy ra" is exactly 0. */
export const TargetComparison = z.enum(['at-least', 'above', 'exactly', 'at-most']);
export type TargetComparison = z.infer<typeof TargetComparison>;

/** How sure a text is: read in a primary document (A), cited (B), reported (C), default of the product (D), unverified. */
export const SourceCertainty = z.enum(['A', 'B', 'C', 'D', 'U']);
export type SourceCertainty = z.infer<typeof SourceCertainty>;

/** A decimal: of a ratio or of months in per cent ("80"), of a count in its unit, of a flag 1 for yes. */
const Decimal = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/);

export const Target = z.strictObject({ comparison: TargetComparison, value: Decimal });
export type Target = z.infer<typeof Target>;

/** Number of a content and of an indicator in it ("ND1.01"), with a figure of its own where it has several ("ND6.03.2"). */
export const IndicatorCode = z.string().regex(/^[A-Z]{2,4}\d?(\.\d{1,2}){1,2}$/);
export type IndicatorCode = z.infer<typeof IndicatorCode>;

const label = z.string().trim().min(1).max(300);

/** What is measured, how, and what is wanted of it. */
export const IndicatorDefinition = z.strictObject({
  code: IndicatorCode,
  name: label,
  nameEn: z.string().trim().max(300),
  /** "%", "vụ", "người". */
  measure: z.string().trim().min(1).max(40),
  shape: IndicatorShape,
  /** What is counted; of a ratio or of months what stands above the line. */
  numerator: label,
  /** What stands below the line of a ratio or of months; null otherwise. */
  denominator: label.nullable(),
  aggregation: Aggregation,
  cycles: z.array(IndicatorCycle).min(1).max(7),
  levels: z.array(IndicatorLevel).min(1).max(7),
  /** Null where nothing is asked for. */
  target: Target.nullable(),
  direction: z.enum(['up', 'down', 'none']),
  /** One case breaches it: its figures come from who verifies, never from the team itself. */
  zeroTolerance: z.boolean(),
  /** Who gives the figure: the team, the police or steering committee, or the platform from records. */
  source: z.enum(['team', 'police', 'computed']),
  /** Null where a province lays it down itself. */
  certainty: SourceCertainty.nullable(),
  /** The document that says so, with its passage. */
  citation: z.string().trim().min(1).max(500),
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** A definition for days, as shipped or as a province laid it down for itself. */
export const Indicator = IndicatorDefinition.extend({
  ...Validity.shape,
  id: z.uuid(),
  /** The province that laid it down; null: as shipped. */
  unitId: z.uuid().nullable(),
  /** False where a province does without it on these days. */
  inUse: z.boolean(),
});
export type Indicator = z.infer<typeof Indicator>;

/** Whole numbers, money and hours; two digits after the point are the most that is reported. */
export const Amount = z.number().min(0).max(999_999_999_999_999).multipleOf(0.01);

/**
 * What was reported of an indicator. A count has its number as numerator, a flag 1 or 0. `noCase`: there was nothing to
 * count among (ratios), which is neither 0 % nor 100 %.
 */
export const IndicatorValue = z.strictObject({
  numerator: Amount.nullable(),
  denominator: Amount.nullable(),
  noCase: z.boolean(),
});
export type IndicatorValue = z.infer<typeof IndicatorValue>;

export const listIndicators = operation('activity.indicator.list', {
  http: 'GET /indicators',
  allow: 'report.read',
  summary: 'Indicators of a day: for a unit those that hold there, else all as laid down',
  input: z.strictObject({
    on: PlainDate,
    /** What holds for this unit: its province's own before what is shipped. */
    within: z.uuid().optional(),
    level: IndicatorLevel.optional(),
  }),
  output: pageOf(Indicator),
});

export const listIndicatorVersions = operation('activity.indicator.list-versions', {
  http: 'GET /indicators/:code/versions',
  allow: 'report.read',
  summary: 'Everything ever laid down of an indicator, latest first',
  input: z.strictObject({ code: IndicatorCode }),
  output: pageOf(Indicator.extend({ unitName: z.string() })),
});

export const getIndicator = operation('activity.indicator.get', {
  http: 'GET /indicators/:code',
  allow: 'report.read',
  summary: 'An indicator as it holds for a unit on a day',
  input: z.strictObject({ code: IndicatorCode, on: PlainDate, within: z.uuid().optional() }),
  output: Indicator,
});

const own = { id: z.uuid(), unitId: z.uuid().nullable(), validFrom: PlainDate };

export const setIndicator = operation('activity.indicator.set', {
  http: 'POST /indicators',
  allow: 'indicator.write',
  summary: 'Lay down an indicator for a province from a day on; what held before ends there',
  input: IndicatorDefinition.extend({
    ...own,
    certainty: SourceCertainty.nullable().default(null),
  }),
  output: Indicator,
});

export const endIndicator = operation('activity.indicator.end', {
  http: 'POST /indicators/:code/ends',
  allow: 'indicator.write',
  summary: 'A province does without an indicator from a day on',
  input: z.strictObject({
    ...own,
    code: IndicatorCode,
    citation: IndicatorDefinition.shape.citation,
  }),
  output: Indicator,
});

export const indicatorSet = event('activity.indicator-set.v1', Indicator);
export const indicatorEnded = event('activity.indicator-ended.v1', Indicator);
