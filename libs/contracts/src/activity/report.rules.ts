import { z } from 'zod';
import type { FormCheck, FormDocument, FormItem } from './form.ts';
import { isComplete, isNoCase, percentOf } from './indicator.rules.ts';
import {
  type IndicatorDefinition,
  type IndicatorValue,
  IndicatorCode,
  type TargetComparison,
} from './indicator.ts';

/** What is wrong or odd about a value of a report, and by what it was told. */
export const ReportFinding = z.object({
  code: IndicatorCode,
  fault: z.enum([
    'not-in-form',
    'twice',
    'missing',
    'incomplete',
    'too-small',
    'too-large',
    'part-exceeds-whole',
    'percent-differs',
    'contradicts',
    'differs-from-last',
  ]),
  /** What was said: a number, or a share as it reads. */
  said: z.string().nullable(),
  /** The bound, the share as reckoned, the sum that it contradicts, the last period's value. */
  expected: z.string().nullable(),
  comparison: z.enum(['at-least', 'above', 'exactly', 'at-most']).nullable(),
  /** The indicators it was compared with. */
  others: z.array(IndicatorCode),
});
export type ReportFinding = z.infer<typeof ReportFinding>;
export type ReportFault = ReportFinding['fault'];

type Said = IndicatorValue & { code: string; percent?: number | null | undefined };
type Shape = Pick<IndicatorDefinition, 'shape'>;
export type ReportQuestion = {
  document: FormDocument;
  /** By code, as they hold for the period. */
  indicators: ReadonlyMap<string, Shape>;
  values: readonly Said[];
  /** What was said for the period before, by code. */
  former: ReadonlyMap<string, IndicatorValue>;
};
export type ReportVerdict = { refusals: ReportFinding[]; warnings: ReportFinding[] };

/** A declared share may be rounded; further off it is wrong (reporting BR-26). */
const mostOff = 0.5;

const hundredths = (amount: number) => Math.round(amount * 100);
const finding = (
  code: string,
  fault: ReportFault,
  more: Partial<ReportFinding> = {},
): ReportFinding => ({
  ...{ code, fault, said: null, expected: null, comparison: null, others: [], ...more },
});

/**
 * What is to be said of a report before it is taken. Refusals keep it from being stored; warnings are asked about once. The same
 * on the phone, without a connection, as in the service.
 */
export function judgeReport({
  document,
  indicators,
  values,
  former,
}: ReportQuestion): ReportVerdict {
  const items = document.groups.flatMap((group) => group.items);
  const refusals = strangers(items, values);
  const warnings: ReportFinding[] = [];
  const said = new Map(values.map((one) => [one.code, one]));
  for (const item of items) {
    const { shape } = indicators.get(item.code) ?? { shape: 'count' };
    const fault = faultOf(item, shape, said.get(item.code));
    if (fault) refusals.push(fault);
    const odd = !fault && oddOf(item, shape, said.get(item.code), former.get(item.code));
    if (odd) warnings.push(odd);
  }
  if (refusals.length > 0) return { refusals, warnings };
  for (const check of document.checks) {
    const fault = contradiction(check, said);
    if (fault) (check.severity === 'refuse' ? refusals : warnings).push(fault);
  }
  return { refusals, warnings };
}

function strangers(items: readonly FormItem[], values: readonly Said[]): ReportFinding[] {
  const asked = new Set(items.map(({ code }) => code));
  const codes = values.map(({ code }) => code);
  return codes.flatMap((code, n) => {
    if (!asked.has(code)) return [finding(code, 'not-in-form')];
    return codes.indexOf(code) === n ? [] : [finding(code, 'twice')];
  });
}

/** Nothing was said: no number, and not that there was no case either. */
export function isEmpty(value: IndicatorValue | undefined): boolean {
  return !value || (!value.noCase && value.numerator === null && value.denominator === null);
}

function faultOf(
  { code, mandatory, min, max }: FormItem,
  shape: IndicatorDefinition['shape'],
  value: Said | undefined,
): ReportFinding | null {
  if (!value || isEmpty(value)) return mandatory ? finding(code, 'missing') : null;
  const { numerator, denominator, percent } = value;
  const isShare = shape === 'ratio' || shape === 'months';
  // "No case" is said of a share that has nothing to count among, and then nothing else is said.
  if (value.noCase && (!isShare || numerator !== null || denominator !== null)) {
    return finding(code, 'incomplete');
  }
  if (!isComplete(shape, value)) return finding(code, 'incomplete');
  if (numerator === null) return null;
  const amount = String(numerator);
  if (numerator < 0 || (denominator ?? 0) < 0) {
    return finding(code, 'too-small', { said: amount, expected: '0' });
  }
  if (isShare && denominator !== null && numerator > denominator) {
    const expected = String(denominator);
    return finding(code, 'part-exceeds-whole', { said: amount, expected });
  }
  if (min !== null && numerator < min) {
    return finding(code, 'too-small', { said: amount, expected: String(min) });
  }
  if (max !== null && numerator > max) {
    return finding(code, 'too-large', { said: amount, expected: String(max) });
  }
  return percentFault(value, percent ?? null);
}

function percentFault(value: Said, percent: number | null): ReportFinding | null {
  if (percent === null) return null;
  const { code, numerator, denominator } = value;
  const said = String(percent);
  // There is no share of nothing.
  if (!denominator) return finding(code, 'percent-differs', { said, expected: null });
  if (Math.abs((numerator! * 100) / denominator - percent) <= mostOff) return null;
  return finding(code, 'percent-differs', { said, expected: percentOf(value) });
}

/** Further from the last period than the form lets pass unasked; a share by its points of a hundred. */
function oddOf(
  { code, outlierPercent }: FormItem,
  shape: IndicatorDefinition['shape'],
  value: Said | undefined,
  last: IndicatorValue | undefined,
): ReportFinding | null {
  if (outlierPercent === null || !value || !last) return null;
  if (isEmpty(value) || isNoCase(shape, value) || isNoCase(shape, last)) return null;
  const [now, before] = [value.numerator!, last.numerator ?? 0];
  // From nothing every number is infinitely far: a few are no outlier.
  const far = Math.max(before, 1) * (outlierPercent / 100);
  if (Math.abs(now - before) <= far || Math.abs(now - before) < 5) return null;
  return finding(code, 'differs-from-last', { said: String(now), expected: String(before) });
}

function contradiction(
  { left, comparison, right }: FormCheck,
  said: ReadonlyMap<string, Said>,
): ReportFinding | null {
  const amounts = [left, ...right].map((code) => said.get(code)?.numerator ?? null);
  // Only what was said can contradict.
  if (amounts.includes(null)) return null;
  const [of, ...others] = amounts.map((amount) => hundredths(amount!));
  const sum = others.reduce((a, b) => a + b, 0);
  if (compares(of!, sum, comparison)) return null;
  return finding(left, 'contradicts', {
    ...{ said: String(of! / 100), expected: String(sum / 100), comparison, others: right },
  });
}

function compares(left: number, right: number, comparison: TargetComparison): boolean {
  if (comparison === 'at-least') return left >= right;
  if (comparison === 'above') return left > right;
  if (comparison === 'at-most') return left <= right;
  return left === right;
}
