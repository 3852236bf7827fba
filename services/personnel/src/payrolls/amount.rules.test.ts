import { type RateTableName, rateTables } from '@antt/contracts';
import { Parameters } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import { valueOf } from './amount.rules.ts';
import { PayReader } from './pay-reader.rules.ts';

test.each(Object.keys(rateTables) as RateTableName[])(
  'a value of the table %s is taken by the hundred where it is told in per cent',
  (table) => {
    const value = { times: '1', of: [{ table, key: '1' }], ofLines: [] };
    const text = valueOf({ when: {}, value, note: '' }, [], new PayReader(new Parameters(), []));
    expect(text.includes('/ 100')).toBe(rateTables[table].measure === 'percent');
  },
);
