import { expect, test } from '@jest/globals';
import { dayByKey, monthOf, typedDay, weeksOf } from './month.rules.ts';

test('a month is shown in whole weeks from Monday', () => {
  const weeks = weeksOf('2025-07-01');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]![0]).toBe('2025-06-30');
  expect(weeks[0]![1]).toBe('2025-07-01');
  expect(weeks[5]![6]).toBe('2025-08-10');
});

test('months pass over the end of the year', () => {
  expect([monthOf('2025-12-31', 1), monthOf('2025-01-31', -1), monthOf('2024-02-29')]).toEqual([
    '2026-01-01',
    '2024-12-01',
    '2024-02-01',
  ]);
});

test('a month later than the 31st is the last day of a shorter month', () => {
  expect(dayByKey('2025-01-31', 'PageDown')).toBe('2025-02-28');
  expect(dayByKey('2025-07-01', 'ArrowLeft')).toBe('2025-06-30');
  expect(dayByKey('2025-07-01', 'x')).toBeNull();
});

test('a day is typed as it is written', () => {
  expect(['1/7/2025', '01-07-2025', '01072025', ' 1.7.2025 '].map(typedDay)).toEqual(
    Array(4).fill('2025-07-01'),
  );
  expect(['31/2/2025', '7/2025', '', '1/13/2025', '1/1/0005'].map(typedDay)).toEqual(
    Array(5).fill(null),
  );
});
