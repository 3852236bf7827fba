import type { Incident, IncidentKind } from '@antt/contracts';
import type { IntlShape } from 'react-intl';

type Named = Pick<IncidentKind, 'name' | 'nameEn'>;

/** Kinds and their fields are data in both languages. */
export const nameIn = ({ locale }: IntlShape, { name, nameEn }: Named): string =>
  locale.startsWith('en') ? nameEn : name;

export const kindIn = (intl: IntlShape, { kindName, kindNameEn }: Incident): string =>
  nameIn(intl, { name: kindName, nameEn: kindNameEn });

/** A figure as people read it: a number, what a choice is called, yes or no. */
export function valueIn(intl: IntlShape, detail: Incident['details'][number]): string {
  const { value, label, labelEn } = detail;
  if (typeof value === 'number') return intl.formatNumber(value);
  if (typeof value === 'boolean') {
    return intl.formatMessage({ id: value ? 'incidents.yes' : 'incidents.no' });
  }
  return nameIn(intl, { name: label ?? value, nameEn: labelEn ?? value });
}
