import { Instrument } from '@antt/contracts';
import type { IntlShape } from 'react-intl';

export const instrumentKinds = Instrument.shape.kind.options;

/** "Quyết định số 01/2024/QĐ-UBND": what it is called in a sentence. */
export function instrumentName(
  intl: IntlShape,
  { kind, number }: Pick<Instrument, 'kind' | 'number'>,
): string {
  const word = intl.formatMessage({ id: `instrument.kind.${kind}` });
  return intl.formatMessage({ id: 'instrument.name' }, { kind: word, number });
}
