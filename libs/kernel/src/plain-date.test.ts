import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears, today } from './calendar.ts';
import { holdsOn, PlainDate } from './plain-date.ts';
import { daysOf } from './period.ts';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('the thirtieth of February is no day', () => {
  expect(PlainDate.safeParse('2025-02-30').success).toBe(false);
  expect(PlainDate.safeParse('2024-02-29').success).toBe(true);
  expect(PlainDate.safeParse('01/07/2025').success).toBe(false);
});

test('a day beyond 2199 is a slip of the pen, and nobody counts into years of five digits', () => {
  expect(PlainDate.safeParse('2199-12-31').success).toBe(true);
  expect(PlainDate.safeParse('2200-01-01').success).toBe(false);
  expect(PlainDate.safeParse('9999-12-31').success).toBe(false);
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
});

test('the same day of another year is the 28th where there is no 29 February', () => {
  expect(addYears('1956-02-29', 69)).toBe('2025-02-28');
  expect(addYears('1956-02-29', 68)).toBe('2024-02-29');
  expect(addYears('2026-08-20', -70)).toBe('1956-08-20');
});

test('days added and taken away again give the day back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      expect(addDays(addDays(from, days), -days)).toBe(from);
    }),
  );
});

test('a version holds on its first day and not on the day it ends', () => {
  const version = { validFrom: '2024-07-01', validTo: '2025-07-01' };
  expect(holdsOn(version, '2024-07-01')).toBe(true);
  expect(holdsOn(version, '2025-06-30')).toBe(true);
  expect(holdsOn(version, '2025-07-01')).toBe(false);
  expect(holdsOn({ ...version, validTo: null }, '2099-01-01')).toBe(true);
});

test('today begins at midnight in Viet Nam, five in the afternoon before in Greenwich', () => {
  expect(today(() => Date.parse('2025-06-30T16:59:59Z'))).toBe('2025-06-30');
  expect(today(() => Date.parse('2025-06-30T17:00:00Z'))).toBe('2025-07-01');
});

test('a month runs to the first day of the next', () => {
  expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-03-01' });
  expect(daysOf('2025-12')).toEqual({ from: '2025-12-01', to: '2026-01-01' });
});
