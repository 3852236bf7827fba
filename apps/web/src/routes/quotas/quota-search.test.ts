import { expect, test } from '@jest/globals';
import { readQuotaSearch, writeQuotaSearch } from './quota-search.ts';

test('what the quotas page shows survives in its address, beside the day and the area', () => {
  const shown = {
    instrument: '0199a000-0000-7000-8000-000000000001',
    q: 'lục ngạn',
    gap: 'short',
    sort: { column: 'difference', down: true },
    unit: '0199a000-0000-7000-8000-000000000002',
  } as const;
  const search = writeQuotaSearch(new URLSearchParams('on=2025-06-30'), shown);
  expect(search.get('on')).toBe('2025-06-30');
  expect(readQuotaSearch(search)).toEqual(shown);
});

test('an untouched page has a short address, a bad one falls back', () => {
  const untouched = readQuotaSearch(new URLSearchParams('gap=x&sort=-y'));
  expect(untouched).toMatchObject({ gap: 'all', sort: undefined });
  expect(writeQuotaSearch(new URLSearchParams(), untouched).toString()).toBe('');
});
