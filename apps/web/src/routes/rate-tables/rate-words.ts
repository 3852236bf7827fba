import { type RateTableName, rateTables } from '@antt/contracts';
import type { IntlShape } from 'react-intl';

/** A value of a table as papers write it: đồng in groups of three, per cent with a decimal comma. */
export function rateWords(
  intl: IntlShape,
  { table, value }: { table: RateTableName; value: string },
): string {
  const number = intl.formatNumber(Number(value), { maximumFractionDigits: 4 });
  return rateTables[table].measure === 'vnd' ? `${number} đ` : `${number} %`;
}
