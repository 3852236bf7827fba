import { isComplete, isNoCase } from './indicator.rules.ts';
import type { IndicatorShape, IndicatorValue } from './indicator.ts';

/**
 * How a figure differs from the one before: of counts the difference and its share of what was before, of shares the
 * difference in points of a hundred. Null where there is nothing to compare: nobody has reported, there was no case, or
 * the share would be one of nothing.
 */
export type FigureChange = { difference: number | null; percent: number | null };

const none: FigureChange = { difference: null, percent: null };
const hundredths = (amount: number) => Math.round(amount * 100) / 100;

export function changeOf(
  shape: IndicatorShape,
  now: IndicatorValue | null,
  before: IndicatorValue | null,
): FigureChange {
  if (!now || !before) return none;
  if ([now, before].some((one) => isNoCase(shape, one) || one.numerator === null)) return none;
  if (now.denominator !== null && before.denominator !== null) {
    return { difference: hundredths(shareOf(now) - shareOf(before)), percent: null };
  }
  if (!isComplete(shape, now) || !isComplete(shape, before)) return none;
  const difference = hundredths(now.numerator! - before.numerator!);
  const percent = before.numerator ? hundredths((difference * 100) / before.numerator) : null;
  return { difference, percent };
}

const shareOf = ({ numerator, denominator }: IndicatorValue) =>
  denominator ? (numerator! * 100) / denominator : 0;
