import { groupOfItem, PayItem, type RunGroup } from '@antt/contracts';
import { useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { useTags } from '../units/tag-text.ts';
import { choiceText } from './value-choice.ts';

type Groups = Partial<Record<PayItem, RunGroup>>;

/** A parameter's value in words: a figure as figures are written, marks of units by their names. */
export function useValueText() {
  const intl = useIntl();
  const { nameOf } = useTags();
  return (value: unknown): string => {
    if (typeof value === 'number') return intl.formatNumber(value);
    const named = (one: unknown) => {
      const choice = choiceText(one);
      return choice ? intl.formatMessage({ id: choice }) : nameOf(String(one));
    };
    if (Array.isArray(value)) return value.map(named).join(', ') || '–';
    if (typeof value === 'boolean') return intl.formatMessage({ id: `settings.value.${value}` });
    if (typeof value === 'object' && value !== null) {
      const moved = PayItem.options.filter((item) => {
        const group = (value as Groups)[item];
        return group !== undefined && group !== groupOfItem[item];
      });
      if (moved.length === 0) return intl.formatMessage({ id: 'settings.value.groups-as-default' });
      return moved
        .map((item) => {
          const group = intl.formatMessage({ id: `pay.group.${(value as Groups)[item]!}` });
          return `${intl.formatMessage({ id: `pay.item.${item}` })} → ${group}`;
        })
        .join('; ');
    }
    const choice = choiceText(value);
    if (choice) return intl.formatMessage({ id: choice });
    return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDay(String(value)) : String(value);
  };
}
