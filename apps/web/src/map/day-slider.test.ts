import { expect, test } from '@jest/globals';
import { standingStop, ticksOf, withToday } from './day-slider.tsx';

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

test('days on which units changed are named, not every day a team was founded', () => {
  const many = Array.from({ length: 21 }, (_, index) => ({
    on: `2025-01-${String(index + 1).padStart(2, '0')}`,
    what: index === 10 || index === 11 ? ['boundary'] : ['team'],
  }));
  expect(ticksOf(many)).toEqual([0, 11, 20]);
  expect(ticksOf(many.slice(0, 1))).toEqual([0]);
  expect(ticksOf([])).toEqual([]);
});
