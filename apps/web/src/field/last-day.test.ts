import { expect, test } from '@jest/globals';
import { formatLastDay } from '../day.ts';
import { lastDayItem } from './last-day.ts';

test('of what is kept to the first day after it, the last day is shown and asked for', () => {
  expect(formatLastDay('2025-07-01')).toBe('30/06/2025');
  expect(formatLastDay('')).toBe('');
  expect(lastDayItem.getValueProps('2025-07-01')).toEqual({ value: '2025-06-30' });
  expect(lastDayItem.normalize('2025-06-30')).toBe('2025-07-01');
  expect([lastDayItem.normalize(null), lastDayItem.getValueProps(null).value]).toEqual([
    null,
    null,
  ]);
});
