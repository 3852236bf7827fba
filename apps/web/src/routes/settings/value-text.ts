import { useIntl } from 'react-intl';
import { useTags } from '../units/tag-text.ts';

/** A parameter's value in words: a figure as figures are written, marks of units by their names. */
export function useValueText() {
  const intl = useIntl();
  const { nameOf } = useTags();
  return (value: unknown): string => {
    if (typeof value === 'number') return intl.formatNumber(value);
    if (Array.isArray(value)) return value.map((one) => nameOf(String(one))).join(', ') || '–';
    return String(value);
  };
}
