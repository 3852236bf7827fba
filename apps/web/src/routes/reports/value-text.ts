import { type Indicator, isEmpty, type IndicatorValue, percentOf } from '@antt/contracts';
import type { IntlShape } from 'react-intl';

/** A value as people read it: "12", "8/10 (80,00 %)", "không phát sinh"; nothing said is a dash and no zero. */
export function valueText(
  intl: IntlShape,
  { shape }: Pick<Indicator, 'shape'>,
  value: IndicatorValue | undefined,
): string {
  if (!value || isEmpty(value)) return '–';
  if (value.noCase) return intl.formatMessage({ id: 'reports.no-case' });
  const above = intl.formatNumber(value.numerator ?? 0, { maximumFractionDigits: 2 });
  if (shape === 'flag') {
    return intl.formatMessage({ id: value.numerator ? 'reports.yes' : 'reports.no' });
  }
  if (value.denominator === null) return above;
  const below = intl.formatNumber(value.denominator, { maximumFractionDigits: 2 });
  const percent = percentOf(value);
  if (shape === 'months' || percent === null) return `${above}/${below}`;
  return `${above}/${below} (${intl.formatNumber(Number(percent), { maximumFractionDigits: 2 })} %)`;
}

/** How far a number is from the last one, as "+3" or "−2"; empty where there is nothing to compare. */
export function differenceText(
  intl: IntlShape,
  now: IndicatorValue | undefined,
  before: IndicatorValue | undefined,
): string {
  if (now?.numerator == null || before?.numerator == null) return '';
  const difference = now.numerator - before.numerator;
  if (difference === 0) return '=';
  return intl.formatNumber(difference, { signDisplay: 'always', maximumFractionDigits: 2 });
}
