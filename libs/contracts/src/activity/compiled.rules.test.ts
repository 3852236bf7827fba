import { expect, test } from '@jest/globals';
import { changeOf } from './compiled.rules.ts';
import type { IndicatorValue } from './indicator.ts';

const count = (numerator: number): IndicatorValue => ({
  ...{ numerator, denominator: null, noCase: false },
});
const share = (numerator: number, denominator: number): IndicatorValue => ({
  ...{ numerator, denominator, noCase: false },
});
const noCase: IndicatorValue = { numerator: null, denominator: null, noCase: true };
const nothing = { difference: null, percent: null };

test('a count is compared by its difference and by its share of what was before', () => {
  expect(changeOf('count', count(15), count(12))).toEqual({ difference: 3, percent: 25 });
  expect(changeOf('count', count(10), count(12))).toEqual({ difference: -2, percent: -16.67 });
  expect(changeOf('count', count(0.3), count(0.1))).toEqual({ difference: 0.2, percent: 200 });
});

test('of nothing before there is a difference and no share', () => {
  expect(changeOf('count', count(4), count(0))).toEqual({ difference: 4, percent: null });
});

test('a share is compared in points of a hundred', () => {
  expect(changeOf('ratio', share(9, 10), share(3, 4))).toEqual({ difference: 15, percent: null });
  expect(changeOf('flag', share(1, 2), share(2, 2))).toEqual({ difference: -50, percent: null });
});

test('BR-25: who has not reported is compared with nothing, and nothing with it', () => {
  expect(changeOf('count', null, count(4))).toEqual(nothing);
  expect(changeOf('count', count(4), null)).toEqual(nothing);
  expect(changeOf('ratio', noCase, share(1, 2))).toEqual(nothing);
  expect(changeOf('ratio', share(0, 0), share(1, 2))).toEqual(nothing);
});
