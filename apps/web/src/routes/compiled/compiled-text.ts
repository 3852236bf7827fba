import {
  changeOf,
  type CompiledReport,
  type CompiledWindow,
  type Indicator,
  type IndicatorValue,
} from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { unitName } from '../../unit-name.ts';
import { valueText } from '../reports/value-text.ts';

/** A figure as people read it; what nobody has reported is told as such, and is no zero (reporting BR-25). */
export function figureText(
  intl: IntlShape,
  indicator: Indicator,
  value: IndicatorValue | null,
): string {
  if (value === null) return intl.formatMessage({ id: 'compiled.unreported' });
  // Yes or no of several is how many of them said yes.
  const shape = value.denominator === null ? indicator.shape : 'ratio';
  if (value.denominator === 0) return intl.formatMessage({ id: 'reports.no-case' });
  return valueText(intl, { shape: shape === 'flag' ? 'count' : shape }, value);
}

const signed = { signDisplay: 'exceptZero', maximumFractionDigits: 2 } as const;

/** "+300", "+15 điểm %", and the share of what was before; dashes where there is nothing to compare. */
export function changeText(
  intl: IntlShape,
  { shape }: Indicator,
  now: IndicatorValue | null,
  before: IndicatorValue | null,
): { difference: string; percent: string } {
  const { difference, percent } = changeOf(shape, now, before);
  const amount = difference === null ? '–' : intl.formatNumber(difference, signed);
  const isShare = now !== null && now.denominator !== null;
  return {
    difference:
      difference !== null && isShare
        ? intl.formatMessage({ id: 'compiled.points' }, { amount })
        : amount,
    percent: percent === null ? '–' : `${intl.formatNumber(percent, signed)} %`,
  };
}

/** What a window is called. */
export function windowText(
  intl: IntlShape,
  span: CompiledReport['span'],
  { name }: CompiledWindow,
): string {
  if (span === 'round') return name;
  return intl.formatMessage(
    { id: span === 'year' ? 'compiled.year' : 'compiled.period' },
    { name },
  );
}

export const placeText = (units: CompiledReport['units']) => units.map(unitName).join(', ');
