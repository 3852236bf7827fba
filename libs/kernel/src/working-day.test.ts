import { expect, test } from '@jest/globals';
import { addDays } from './calendar.ts';
import fc from 'fast-check';
import {
  addWorkingDays,
  isWorkingDay,
  sameOrNextWorkingDay,
  weekdaysOnly,
  workingDaysBetween,
} from './working-day.ts';

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2024-01-01', days));
const calendar = fc.record({
  off: fc.uniqueArray(day, { maxLength: 60 }).map((days) => new Set(days)),
  worked: fc.uniqueArray(day, { maxLength: 10 }).map((days) => new Set(days)),
});
const term = fc.integer({ min: 1, max: 40 });

test('a term of five working days from a Thursday ends on the next Thursday', () => {
  expect(addWorkingDays('2026-03-05', 5, weekdaysOnly)).toBe('2026-03-12');
});

test('days of Tết are not counted, a Saturday worked in exchange is', () => {
  const off = new Set(['2025-05-01', '2025-04-30', '2025-05-02']);
  const worked = new Set(['2025-04-26']);
  expect(addWorkingDays('2025-04-25', 1, { off, worked })).toBe('2025-04-26');
  expect(addWorkingDays('2025-04-25', 4, { off, worked })).toBe('2025-05-05');
  expect(workingDaysBetween('2025-04-25', '2025-05-05', { off, worked })).toBe(4);
});

test('a term ends on a working day, after as many working days as it has', () => {
  fc.assert(
    fc.property(day, term, calendar, (from, days, holidays) => {
      const end = addWorkingDays(from, days, holidays);
      expect(isWorkingDay(end, holidays)).toBe(true);
      expect(workingDaysBetween(from, end, holidays)).toBe(days);
      expect(workingDaysBetween(from, addDays(end, -1), holidays)).toBe(days - 1);
    }),
  );
});

test('two terms one after the other are one long term', () => {
  fc.assert(
    fc.property(day, term, term, calendar, (from, first, second, holidays) => {
      const split = addWorkingDays(addWorkingDays(from, first, holidays), second, holidays);
      expect(split).toBe(addWorkingDays(from, first + second, holidays));
    }),
  );
});

test('a term taken back leads to the working day it began on', () => {
  fc.assert(
    fc.property(day, term, calendar, (from, days, holidays) => {
      const start = sameOrNextWorkingDay(from, holidays);
      expect(addWorkingDays(addWorkingDays(start, days, holidays), -days, holidays)).toBe(start);
    }),
  );
});

test('one holiday more never makes a term end earlier', () => {
  fc.assert(
    fc.property(day, day, term, calendar, (from, extra, days, holidays) => {
      const worked = new Set([...holidays.worked].filter((one) => one !== extra));
      const fewer = { off: holidays.off, worked };
      const more = { off: new Set([...holidays.off, extra]), worked };
      expect(addWorkingDays(from, days, more) >= addWorkingDays(from, days, fewer)).toBe(true);
    }),
  );
});

test('from a day to itself there are none, and backwards they are counted with a minus', () => {
  expect(workingDaysBetween('2026-03-05', '2026-03-05', weekdaysOnly)).toBe(0);
  expect(workingDaysBetween('2026-03-12', '2026-03-05', weekdaysOnly)).toBe(-5);
});
