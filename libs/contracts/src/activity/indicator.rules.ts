import type {
  Aggregation,
  IndicatorDefinition,
  IndicatorShape,
  IndicatorValue,
  Target,
} from './indicator.ts';

/** What a value comes to beside its target. `missing` is *chưa báo cáo*: nobody has said anything, which is no zero. */
export type TargetOutcome = 'met' | 'not-met' | 'no-case' | 'no-target' | 'missing';

/** Amounts have at most two digits after the point, targets at most four: as whole numbers they compare exactly. */
const scale = 10_000n;
const whole = (amount: number) => BigInt(Math.round(amount * 100)) * (scale / 100n);
function wholeOf(decimal: string): bigint {
  const [units, fraction = ''] = decimal.split('.');
  return BigInt(units!) * scale + BigInt(fraction.padEnd(4, '0'));
}

const isShare = (shape: IndicatorShape) => shape === 'ratio' || shape === 'months';

/** Nothing to count among: said so, or a denominator of 0 (reporting BR-11, law BR-71). */
export function isNoCase(shape: IndicatorShape, { noCase, denominator }: IndicatorValue): boolean {
  return noCase || (isShare(shape) && denominator === 0);
}

/** Are the parts there that the shape needs? A count or flag has no denominator, a share has both. */
export function isComplete(shape: IndicatorShape, value: IndicatorValue): boolean {
  if (isNoCase(shape, value)) return true;
  if (value.numerator === null) return false;
  if (isShare(shape)) return value.denominator !== null;
  return value.denominator === null && (shape !== 'flag' || value.numerator <= 1);
}

/** Whether a value meets its target, compared before any rounding (reporting BR-09, BR-15). */
export function outcomeOf(
  { shape, target }: Pick<IndicatorDefinition, 'shape' | 'target'>,
  value: IndicatorValue | null,
): TargetOutcome {
  if (value === null || !isComplete(shape, value)) return 'missing';
  if (isNoCase(shape, value)) return 'no-case';
  if (target === null) return 'no-target';
  const reached = whole(value.numerator!) * (value.denominator === null ? 1n : 100n);
  const wanted = wholeOf(target.value);
  // n/d × 100 against t: multiplied out, so that nothing is ever divided.
  const [left, right] =
    value.denominator === null
      ? [reached, wanted]
      : [reached * scale, wanted * whole(value.denominator)];
  return compares(left, right, target) ? 'met' : 'not-met';
}

function compares(left: bigint, right: bigint, { comparison }: Target): boolean {
  if (comparison === 'at-least') return left >= right;
  if (comparison === 'above') return left > right;
  if (comparison === 'at-most') return left <= right;
  return left === right;
}

/** The share in per cent for people to read, half up; null where there was no case or nothing was said. */
export function percentOf(value: IndicatorValue | null, decimals = 2): string | null {
  if (!value || value.numerator === null || !value.denominator || value.noCase) return null;
  const [above, below] = [whole(value.numerator), whole(value.denominator)];
  const step = 10n ** BigInt(decimals);
  const rounded = (above * 100n * step * 2n + below) / (below * 2n);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** What several senders come to together, and of how many anything is known. */
export type Aggregated = { value: IndicatorValue | null; reported: number; of: number };

/**
 * One value of many, in their order (reporting BR-24). Who has not reported adds nothing, least of all a zero: how many
 * of how many have stands beside (BR-25). Without anybody there is no value.
 */
export function aggregate(
  { shape, aggregation }: { shape: IndicatorShape; aggregation: Aggregation },
  values: readonly (IndicatorValue | null)[],
): Aggregated {
  const given = values.filter((one) => one !== null && isComplete(shape, one)) as IndicatorValue[];
  const counts = { reported: given.length, of: values.length };
  if (given.length === 0) return { value: null, ...counts };
  const cases = given.filter((one) => !isNoCase(shape, one));
  if (cases.length === 0) return { value: nothing, ...counts };
  return { value: together(shape, aggregation, cases), ...counts };
}

const nothing: IndicatorValue = { numerator: null, denominator: null, noCase: true };

function together(
  shape: IndicatorShape,
  aggregation: Aggregation,
  cases: readonly IndicatorValue[],
): IndicatorValue {
  if (aggregation === 'last') return cases.at(-1)!;
  if (aggregation === 'max') return cases.reduce((a, b) => (isMore(b, a) ? b : a));
  const numerator = added(cases.map((one) => one.numerator!));
  // Yes or no of several: how many said yes.
  if (aggregation === 'ratio' && !isShare(shape)) {
    return { numerator, denominator: cases.length, noCase: false };
  }
  const denominator = isShare(shape) ? added(cases.map((one) => one.denominator!)) : null;
  return { numerator, denominator, noCase: false };
}

/** By hundredths, since 0.1 + 0.2 is no 0.3. */
function added(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

function isMore(a: IndicatorValue, b: IndicatorValue): boolean {
  const below = (value: IndicatorValue) => whole(value.denominator ?? 1);
  return whole(a.numerator!) * below(b) > whole(b.numerator!) * below(a);
}
