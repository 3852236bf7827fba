import type { ReportKindDefinition } from '@antt/contracts';
import { addDays, weekdaysOnly } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { endOf, termsOf, timingFault, timingWarnings } from './term.rules.ts';
import { windowsOf } from './window.rules.ts';

type Timing = Pick<ReportKindDefinition, 'nature'> & Parameters<typeof termsOf>[0];

const monthly: Timing = {
  nature: 'periodic',
  ...{ cycle: 'month', window: { startDay: 15, startMonth: null }, dates: [] },
  cutOff: { by: 'window-end' },
  due: { by: 'working-days', days: 3 },
  ...{ strict: false, rollOver: false, graceDays: 0 },
};
const movement: Timing = {
  ...monthly,
  window: { startDay: 11, startMonth: null },
  due: { by: 'day', day: 15, months: 0 },
  strict: true,
};
const round = (from: string, to: string, due: string): Timing => ({
  ...monthly,
  ...{ cycle: 'dates', window: null, cutOff: null, due: null, strict: true },
  dates: [{ name: 'Đợt', from, to, cutOffOn: to, due }],
});
const [first, second] = [
  round('2024-08-19', '2025-02-03', '2025-02-08'),
  round('2025-02-04', '2025-05-19', '2025-05-20'),
];
const termsIn = (timing: Timing, month: string) => {
  const [window] = windowsOf(timing, `${month}-01`, addDays(`${month}-28`, 4));
  return termsOf(timing, window!, weekdaysOnly);
};
const isLate = (moment: string, dueOn: string) => new Date(moment) >= new Date(endOf(dueOn));

test('reporting BR-37, law BR-69: a month is the 15th to the 14th and a year 15/12 to 14/12, unless laid down otherwise', () => {
  expect(windowsOf(monthly, '2026-01-01', '2026-03-01')).toMatchObject([
    { name: '2026-01', from: '2025-12-15', to: '2026-01-14' },
    { name: '2026-02', from: '2026-01-15', to: '2026-02-14' },
  ]);
  const yearly = { ...monthly, cycle: 'year', window: { startDay: 15, startMonth: 12 } } as const;
  expect(windowsOf(yearly, '2026-01-01', '2027-01-01')).toMatchObject([
    { name: '2026', from: '2025-12-15', to: '2026-12-14' },
  ]);
  const calendar = { ...monthly, window: { startDay: 1, startMonth: null } };
  expect(windowsOf(calendar, '2024-02-01', '2024-03-01')).toMatchObject([
    { from: '2024-02-01', to: '2024-02-29' },
  ]);
  const quarter = { ...monthly, cycle: 'quarter' } as const;
  expect(windowsOf(quarter, '2026-01-01', '2026-04-01')).toMatchObject([
    { name: '2026-Q1', from: '2025-12-15', to: '2026-03-14' },
  ]);
});

test('a year that begins in another month ends before it, and has the name of the year it ends in', () => {
  const of = (startMonth: number, startDay: number) =>
    windowsOf(
      { ...monthly, cycle: 'year', window: { startDay, startMonth } },
      '2026-01-01',
      '2027-01-01',
    );
  expect(of(11, 1)).toMatchObject([{ name: '2026', from: '2025-11-01', to: '2026-10-31' }]);
  expect(of(11, 16)).toMatchObject([{ name: '2026', from: '2025-11-16', to: '2026-11-15' }]);
  expect(of(1, 1)).toMatchObject([{ name: '2026', from: '2026-01-01', to: '2026-12-31' }]);
});

test('reporting BR-33: what is sent on the 14th at 23:59 is in time, on the 15th at 0:00 late', () => {
  const { dueOn } = termsIn(movement, '2026-09');
  expect(dueOn).toBe('2026-09-14');
  expect(isLate('2026-09-14T23:59:59+07:00', dueOn)).toBe(false);
  expect(isLate('2026-09-15T00:00:00+07:00', dueOn)).toBe(true);
  // the same moment, told in UTC
  expect(isLate('2026-09-14T17:00:00Z', dueOn)).toBe(true);
  const inclusive = termsIn({ ...movement, strict: false }, '2026-09');
  expect(isLate('2026-09-15T23:59:59+07:00', inclusive.dueOn)).toBe(false);
});

test('reporting BR-35: round 1 ends with 07/02/2025, round 2 with 19/5/2025', () => {
  expect(termsIn(first, '2025-02')).toMatchObject({ cutOffOn: '2025-02-03', dueOn: '2025-02-07' });
  expect(termsIn(second, '2025-05')).toMatchObject({ cutOffOn: '2025-05-19', dueOn: '2025-05-19' });
});

test('reporting BR-36: no working day between cut-off and due is a warning, but of thematic kinds', () => {
  const year = { from: '2025-01-01', to: '2026-01-01' };
  expect(timingWarnings(second, year, weekdaysOnly)).toEqual([
    { name: 'Đợt', cutOffOn: '2025-05-19', dueOn: '2025-05-19', workingDays: 0 },
  ]);
  expect(timingWarnings({ ...second, nature: 'thematic' }, year, weekdaysOnly)).toEqual([]);
  expect(timingWarnings(first, year, weekdaysOnly)).toEqual([]);
  expect(timingWarnings(movement, year, weekdaysOnly)).toEqual([]);
  // cut off on day 12: where the 13th and 14th are a weekend nothing is left
  const later = { ...movement, cutOff: { by: 'day', day: 12, months: 0 } } as const;
  const names = timingWarnings(later, year, weekdaysOnly).map(({ name }) => name);
  expect(names).toEqual(['2025-09', '2025-12']);
});

test('the force form is due on the third working day after its window', () => {
  // 14/8/2026 is a Friday
  expect(termsIn(monthly, '2026-08')).toEqual({
    ...{ cutOffOn: '2026-08-14', dueOn: '2026-08-19', closesOn: '2026-08-19', workingDays: 3 },
  });
  const holiday = { off: new Set(['2026-08-18']), worked: new Set<string>() };
  const [window] = windowsOf(monthly, '2026-08-01', '2026-09-01');
  expect(termsOf(monthly, window!, holiday).dueOn).toBe('2026-08-20');
});

test('a due day off is moved only where that is laid down, and grace follows the due day', () => {
  // 14/9/2025 is a Sunday
  expect(termsIn(movement, '2025-09').dueOn).toBe('2025-09-14');
  expect(termsIn({ ...movement, rollOver: true, graceDays: 2 }, '2025-09')).toMatchObject({
    ...{ dueOn: '2025-09-15', closesOn: '2025-09-17' },
  });
});

test('windows of any cycle follow each other without a day lost or counted twice', () => {
  const cycle = fc.constantFrom('month', 'quarter', 'half-year', 'year');
  fc.assert(
    fc.property(
      cycle,
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      (name, startDay, month) => {
        const window = { startDay, startMonth: name === 'year' ? month : null };
        const windows = windowsOf(
          { cycle: name as 'month', window, dates: [] },
          '2023-01-01',
          '2029-01-01',
        );
        expect(windows.length).toBeGreaterThanOrEqual(5);
        for (const [n, { from }] of windows.slice(1).entries()) {
          expect(from).toBe(addDays(windows[n]!.to, 1));
        }
        expect(new Set(windows.map((one) => one.name)).size).toBe(windows.length);
      },
    ),
  );
});

test('a timing that cannot be reckoned is named by what is missing', () => {
  expect(timingFault(monthly)).toBeNull();
  expect(timingFault({ ...monthly, cutOff: null })).toBe('cutOff');
  expect(timingFault({ ...monthly, due: null })).toBe('due');
  expect(timingFault({ ...monthly, window: null })).toBe('window');
  expect(timingFault({ ...monthly, cycle: 'year' })).toBe('window');
  expect(timingFault({ ...first, dates: [] })).toBe('dates');
  expect(timingFault(round('2025-02-03', '2024-08-19', '2025-02-08'))).toBe('dates');
  expect(timingFault({ ...monthly, cycle: 'unset', window: null, cutOff: null, due: null })).toBe(
    null,
  );
});
