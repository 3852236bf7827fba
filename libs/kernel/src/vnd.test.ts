import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate, share, sum } from './vnd.ts';

const amount = fc.integer({ min: -1e12, max: 1e12 });
const weights = fc
  .array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((weight) => weight > 0));

test('what is allocated adds up to the whole', () => {
  fc.assert(
    fc.property(amount, weights, (whole, list) => {
      expect(sum(allocate(whole, list))).toBe(whole);
    }),
  );
});

test('nobody is allocated more than a đồng away from the exact share', () => {
  fc.assert(
    fc.property(amount, weights, (whole, list) => {
      const total = list.reduce((a, b) => a + b, 0);
      allocate(whole, list).forEach((part, index) => {
        expect(Math.abs(part - (whole * (list[index] ?? 0)) / total)).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('a half đồng is rounded up, away from zero', () => {
  expect(share(5, 1, 2)).toBe(3);
  expect(share(-5, 1, 2)).toBe(-3);
  expect(share(1_000_000, 22, 30)).toBe(733_333);
});

test('the base wage of July 2026 times 0.70 is 1,771,000 đồng', () => {
  expect(share(2_530_000, 70, 100)).toBe(1_771_000);
});

test('an amount beyond safe đồng is refused, not rounded', () => {
  expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
});
