import { useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { useTags } from '../units/tag-text.ts';
import { choiceText } from './value-choice.ts';

/** A parameter's value in words: a figure as figures are written, marks of units by their names. */
export function useValueText() {
  const intl = useIntl();
  const { nameOf } = useTags();
  return (value: unknown): string => {
    if (typeof value === 'number') return intl.formatNumber(value);
    if (Array.isArray(value)) return value.map((one) => nameOf(String(one))).join(', ') || '–';
    if (typeof value === 'boolean') return intl.formatMessage({ id: `settings.value.${value}` });
    const choice = choiceText(value);
    if (choice) return intl.formatMessage({ id: choice });
    return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDay(String(value)) : String(value);
  };
}
