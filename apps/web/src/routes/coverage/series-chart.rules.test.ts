import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber, dayTicks, pathOf, valueTicks } from './series-chart.rules.ts';

test('the axis of values begins with nothing and ends at or above the largest, in a few round steps', () => {
  fc.assert(
    fc.property(fc.nat(5_000_000), (most) => {
      const ticks = valueTicks(most);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }),
  );
});

test('days of the axis are first days of months, and there is room for them', () => {
  const days = dayTicks('2024-07-01', '2026-11-22', 6).map(({ day }) => day);
  expect(days).toEqual(['01/07/2024', '01/01/2025', '01/07/2025', '01/01/2026', '01/07/2026']);
  expect(dayTicks('2025-07-03', '2025-07-20', 6).map(({ day }) => day)).toEqual([
    '03/07/2025',
    '20/07/2025',
  ]);
  expect(dayTicks('2025-07-03', '2025-07-03', 6)).toEqual([
    { day: '03/07/2025', at: dayNumber('2025-07-03') },
  ]);
});

test('steps hold a value until it changes, lines do not, and what is not known leaves a hole', () => {
  const spots = [{ x: 0, y: 9 }, { x: 5, y: 4 }, null, { x: 9, y: 1 }];
  expect(pathOf(spots, true, 12)).toBe('M0 9H5V4M9 1H12');
  expect(pathOf(spots, false, 12)).toBe('M0 9L5 4M9 1');
});
