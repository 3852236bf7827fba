import { addDays } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  asYears,
  halvesOf,
  monthsOf,
  type PaidPeriod,
  type ServiceCount,
  serviceOf,
} from './service-years.rules.ts';

const years = (from: string, to: string) => asYears(halvesOf(monthsOf([{ from, to }])));
const count = (said: Partial<ServiceCount> = {}): ServiceCount => ({
  ...{ allowance: 'last', rounding: 'half-years', continuous: false },
  ...said,
});
const paid = (from: string, to: string, allowance: number | null = 1_000_000): PaidPeriod => ({
  ...{ from, to, allowance },
});

test.each([
  ['2010-01-01', '2024-07-01', '14.5'],
  ['2010-01-01', '2024-08-01', '15'],
  ['2010-01-01', '2010-02-01', '0.5'],
  ['2010-01-01', '2011-01-01', '1'],
  ['2012-02-29', '2013-02-28', '1'],
  ['2010-01-01', '2010-01-10', '0'],
])('service from %s until %s counts %s years', (from, to, expected) => {
  expect(years(from, to)).toBe(expected);
});

test('broken service is added up before it is rounded', () => {
  const periods = [
    { from: '2010-01-01', to: '2010-04-01' },
    { from: '2012-01-01', to: '2012-04-01' },
  ];
  expect(asYears(halvesOf(monthsOf(periods)))).toBe('0.5');
});

test('posts held at the same time are no longer service', () => {
  const periods = [paid('2010-01-01', '2015-01-01'), paid('2012-01-01', '2014-01-01', 1_500_000)];
  expect(serviceOf(periods, count({ allowance: 'highest' }))).toEqual({
    ...{ months: 60, twelfths: 60, allowance: 1_500_000 },
  });
});

test('continuous service is the longest without a break', () => {
  const broken = [paid('2000-01-01', '2010-01-01'), paid('2011-01-01', '2017-01-01')];
  expect(serviceOf(broken, count()).months).toBe(192);
  expect(serviceOf(broken, count({ continuous: true })).months).toBe(120);
  const joint = [paid('2000-01-01', '2010-01-01'), paid('2010-01-01', '2016-01-01')];
  expect(serviceOf(joint, count({ continuous: true })).months).toBe(192);
});

test('years may be rounded down, or counted by the month', () => {
  const service = [paid('2010-01-01', '2024-08-01')];
  const twelfths = (rounding: ServiceCount['rounding']) =>
    serviceOf(service, count({ rounding })).twelfths;
  expect(twelfths('half-years')).toBe(180);
  expect(twelfths('full-years')).toBe(168);
  expect(twelfths('months')).toBe(175);
});

test('the average is of the last months, each at what was paid in it', () => {
  const service = [
    paid('2010-01-01', '2024-01-01', 900_000),
    paid('2024-01-01', '2024-04-01', 1_200_000),
  ];
  const of = (averageMonths?: number) =>
    serviceOf(service, count({ allowance: 'average', ...(averageMonths ? { averageMonths } : {}) }))
      .allowance;
  expect(of(3)).toBe(1_200_000);
  expect(of(6)).toBe(1_050_000);
  expect(of()).toBe(905_263);
  expect(serviceOf([paid('2010-01-01', '2024-01-01', null)], count()).allowance).toBeNull();
});

const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('1990-01-01', days));
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 4_000 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const periods = fc.array(period, { maxLength: 5 });

test('longer service never counts less', () => {
  fc.assert(
    fc.property(periods, period, (some, more) => {
      expect(monthsOf([...some, more])).toBeGreaterThanOrEqual(monthsOf(some));
      expect(halvesOf(monthsOf([...some, more]))).toBeGreaterThanOrEqual(halvesOf(monthsOf(some)));
    }),
  );
});

test('a day counts once however many periods it lies in, and in whatever order they are recorded', () => {
  fc.assert(
    fc.property(periods, fc.nat(4), fc.nat(4_000), (some, which, at) => {
      const one = some[which];
      // the same days again, cut in two
      const cut = one && addDays(one.from, at);
      const again =
        !one || cut! >= one.to
          ? some
          : [
              { ...one, to: cut! },
              { ...one, from: cut! },
            ];
      expect(monthsOf([...some, ...again].reverse())).toBe(monthsOf(some));
    }),
  );
});

test('broken service is worth what its parts are, to the rounding of one month', () => {
  fc.assert(
    fc.property(period, period, (first, second) => {
      const later = addDays(first.to, 1);
      const days = (Date.parse(second.to) - Date.parse(second.from)) / 86_400_000;
      const apart = { from: later, to: addDays(later, days) };
      const sum = monthsOf([first]) + monthsOf([apart]);
      expect(Math.abs(monthsOf([first, apart]) - sum)).toBeLessThanOrEqual(1);
    }),
  );
});

test('whole months are whole on whatever day they begin, and years are near those of the calendar', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 300 }), (from, months) => {
      const [year, number] = from.split('-').map(Number) as [number, number];
      const to = new Date(Date.UTC(year, number - 1 + months, Math.min(28, Number(from.slice(8)))));
      const start = `${from.slice(0, 8)}${String(Math.min(28, Number(from.slice(8)))).padStart(2, '0')}`;
      expect(monthsOf([{ from: start, to: to.toISOString().slice(0, 10) }])).toBe(months);
    }),
  );
});
