import type { IntlShape } from 'react-intl';
import { unitName } from '../../unit-name.ts';
import type { NewUnit } from './draft.ts';

/** How a unit that comes of an act is called while it is written down; a nameless one by its place. */
export function nextName(intl: IntlShape, { goesOn, kind, name }: NewUnit, n: number): string {
  if (goesOn) return unitName(goesOn);
  if (kind && name) return unitName({ kind, name });
  return intl.formatMessage({ id: 'reorganisations.new.new-unit' }, { n: n + 1 });
}
