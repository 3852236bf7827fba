import { expect, test } from '@jest/globals';
import { standingStop, withToday } from './day-slider.tsx';

const stops = ['2024-07-01', '2025-07-01', '2027-01-01'].map((on) => ({ on, what: ['unit'] }));

test('a day shows the map of the last change not after it', () => {
  expect(standingStop(stops, '2025-06-30')).toBe(0);
  expect(standingStop(stops, '2025-07-01')).toBe(1);
  expect(standingStop(stops, '2020-01-01')).toBe(-1);
});

test('today is a stop among the others, once', () => {
  expect(withToday(stops, '2026-11-22').map(({ on }) => on)).toEqual([
    '2024-07-01',
    '2025-07-01',
    '2026-11-22',
    '2027-01-01',
  ]);
  expect(withToday(stops, '2025-07-01')).toHaveLength(3);
});
