import { expect, test } from '@jest/globals';
import { dayOfMoment, formatMoment, startOfDay } from './moment.ts';

test('instants are told in Vietnamese time', () => {
  expect(formatMoment('2026-11-21T18:30:05Z')).toBe('22/11/2026 01:30');
  expect(formatMoment('2026-11-21T18:30:05Z', true)).toBe('22/11/2026 01:30:05');
  expect(formatMoment(null)).toBe('');
});

test('an instant of the night belongs to the day that has begun in Viet Nam', () => {
  expect(dayOfMoment('2026-11-21T16:59:59Z')).toBe('2026-11-21');
  expect(dayOfMoment('2026-11-21T18:30:05Z')).toBe('2026-11-22');
});

test('a day begins at midnight in Viet Nam', () => {
  expect(startOfDay('2026-11-22')).toBe('2026-11-21T17:00:00.000Z');
});
