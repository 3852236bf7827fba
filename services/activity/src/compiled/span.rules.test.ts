import type { CompiledPeriod } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { periodSpan, roundSpan, yearSpan } from './span.rules.ts';

const month = (name: string, from: string, to: string): CompiledPeriod => ({
  ...{ id: name, name, from, to },
});
const months = [
  month('2024-08', '2024-07-15', '2024-08-14'),
  month('2024-09', '2024-08-15', '2024-09-14'),
  month('2024-12', '2024-11-15', '2024-12-14'),
  month('2025-01', '2024-12-15', '2025-01-14'),
  month('2025-02', '2025-01-15', '2025-02-14'),
  month('2025-09', '2025-08-15', '2025-09-14'),
  month('2025-12', '2025-11-15', '2025-12-14'),
  month('2026-01', '2025-12-15', '2026-01-14'),
];
const names = (one: { periods: { name: string }[] } | null | undefined) =>
  one?.periods.map(({ name }) => name);

test('a period stands beside the one before, and the first beside none', () => {
  const { window, former } = periodSpan(months, '2025-01')!;
  expect([names(window), names(former)]).toEqual([['2025-01'], ['2024-12']]);
  expect(periodSpan(months, '2024-08')!.former).toBeNull();
  expect(periodSpan(months, 'x')).toBeNull();
});

test('BR-37: a year is the windows that end in it, from 15/12 to 14/12', () => {
  const { window, former } = yearSpan(months, 2025, '2026-06-01')!;
  expect(names(window)).toEqual(['2025-01', '2025-02', '2025-09', '2025-12']);
  expect(window).toMatchObject({ name: '2025', from: '2024-12-15', to: '2025-12-14' });
  expect(names(former)).toEqual(['2024-08', '2024-09', '2024-12']);
});

test('a year that is not over is compared with as much of the year before', () => {
  const { window, former } = yearSpan(months, 2025, '2025-10-01')!;
  expect(names(window)).toEqual(['2025-01', '2025-02', '2025-09']);
  expect(names(former)).toEqual(['2024-08', '2024-09']);
  expect(yearSpan(months, 2026, '2026-01-14')).toBeNull();
});

test('BR-23: a period counts in the round that has most of its days', () => {
  const rounds = [
    { id: 'two', name: 'Đợt 2', from: '2025-02-04', to: '2025-05-19' },
    { id: 'one', name: 'Đợt 1', from: '2024-08-19', to: '2025-02-03' },
  ];
  const asked = { leastDays: 15, today: '2026-06-01' };
  // 27 of 31 days from 19/8/2024; 20 of 31 days to 3/2/2025
  const first = roundSpan(months, rounds, 'one', asked)!;
  expect(names(first.window)).toEqual(['2024-09', '2024-12', '2025-01', '2025-02']);
  expect(first).toMatchObject({ window: { name: 'Đợt 1' }, former: null });
  expect(roundSpan(months, rounds, 'two', asked)).toBeNull();
  const later = [...months, month('2025-03', '2025-02-15', '2025-03-14')];
  const second = roundSpan(later, rounds, 'two', asked)!;
  expect([names(second.window), names(second.former)]).toEqual([
    ['2025-03'],
    ['2024-09', '2024-12', '2025-01', '2025-02'],
  ]);
});
