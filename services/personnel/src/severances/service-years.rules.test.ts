import { addDays } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asYears, halvesOf, monthsOf } from './service-years.rules.ts';

const years = (from: string, to: string) => asYears(halvesOf(monthsOf([{ from, to }])));

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

test('longer service never counts less', () => {
  const start = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('1990-01-01', days));
  fc.assert(
    fc.property(start, fc.nat(9000), fc.nat(400), (from, length, more) => {
      const short = halvesOf(monthsOf([{ from, to: addDays(from, length) }]));
      expect(
        halvesOf(monthsOf([{ from, to: addDays(from, length + more) }])),
      ).toBeGreaterThanOrEqual(short);
      expect(Math.abs(short / 2 - length / 365.25)).toBeLessThan(0.6);
    }),
  );
});
