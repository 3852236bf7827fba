import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aggregate, isComplete, outcomeOf, percentOf } from './indicator.rules.ts';
import type { IndicatorValue, Target } from './indicator.ts';

const share = (numerator: number, denominator: number): IndicatorValue => ({
  numerator,
  denominator,
  noCase: false,
});
const count = (numerator: number): IndicatorValue => ({
  numerator,
  denominator: null,
  noCase: false,
});
const ratio = (comparison: Target['comparison'], value: string) => ({
  shape: 'ratio' as const,
  target: { comparison, value },
});
const [nd101, nd102, nd402] = [
  ratio('at-least', '80'),
  ratio('exactly', '100'),
  ratio('above', '90'),
];
const ofRatio = { shape: 'ratio', aggregation: 'ratio' } as const;

test('reporting BR-09: 80 of 100 tips meet ND1.01, 79 and 799 of 1000 do not, however they are shown', () => {
  expect(outcomeOf(nd101, share(80, 100))).toBe('met');
  expect(outcomeOf(nd101, share(79, 100))).toBe('not-met');
  expect(outcomeOf(nd101, share(799, 1000))).toBe('not-met');
  expect(percentOf(share(799, 1000), 0)).toBe('80');
  expect(percentOf(share(80, 100))).toBe('80.00');
  expect(outcomeOf(nd101, share(799_999_999_999, 1_000_000_000_000))).toBe('not-met');
});

test('reporting BR-11: ND1.02 is met by 12 of 12, not by 11, and without any incident there is no case', () => {
  expect(outcomeOf(nd102, share(12, 12))).toBe('met');
  expect(outcomeOf(nd102, share(11, 12))).toBe('not-met');
  expect(outcomeOf(nd102, share(0, 0))).toBe('no-case');
  expect(percentOf(share(0, 0))).toBeNull();
  const said = { numerator: null, denominator: null, noCase: true };
  expect([outcomeOf(nd102, said), isComplete('ratio', said)]).toEqual(['no-case', true]);
});

test('reporting BR-15: ND4.02 has to exceed 90 %', () => {
  expect(outcomeOf(nd402, share(900, 1000))).toBe('not-met');
  expect(outcomeOf(nd402, share(901, 1000))).toBe('met');
});

test('a zero tolerance is breached by one case and met by none', () => {
  const none = { shape: 'count', target: { comparison: 'exactly', value: '0' } } as const;
  expect([0, 1].map((cases) => outcomeOf(none, count(cases)))).toEqual(['met', 'not-met']);
});

test('law BR-71: without a case a share shows no number, and without a target nothing is judged', () => {
  expect(outcomeOf({ shape: 'count', target: null }, count(5))).toBe('no-target');
  expect(percentOf({ numerator: null, denominator: null, noCase: true })).toBeNull();
});

test('months met are compared with the months that count', () => {
  const months = { shape: 'months', target: { comparison: 'exactly', value: '100' } } as const;
  expect([4, 5].map((met) => outcomeOf(months, share(met, 5)))).toEqual(['not-met', 'met']);
});

test('reporting BR-24: 9 of 10 and 1 of 90 are 10 of 100, not 45.6 %', () => {
  const { value } = aggregate(ofRatio, [share(9, 10), share(1, 90)]);
  expect(value).toEqual(share(10, 100));
  expect(percentOf(value)).toBe('10.00');
});

test('reporting BR-25: who has not reported is no zero: 2 of 3 are known, of none nothing is', () => {
  const counts = { shape: 'count', aggregation: 'sum' } as const;
  expect(aggregate(counts, [count(4), null, count(0)])).toEqual({
    value: count(4),
    reported: 2,
    of: 3,
  });
  expect(aggregate(counts, [null, null])).toEqual({ value: null, reported: 0, of: 2 });
  expect(outcomeOf(nd101, null)).toBe('missing');
  expect(outcomeOf(nd101, { numerator: 3, denominator: null, noCase: false })).toBe('missing');
});

test('who had no case counts as having reported and changes no share', () => {
  const said = { numerator: null, denominator: null, noCase: true };
  expect(aggregate(ofRatio, [said, share(1, 2)])).toEqual({
    value: share(1, 2),
    reported: 2,
    of: 2,
  });
  expect(aggregate(ofRatio, [said, share(0, 0)]).value).toEqual(said);
});

test('the last, the largest, and how many said yes', () => {
  const counts = [count(2), count(7), count(3)];
  expect(aggregate({ shape: 'count', aggregation: 'last' }, counts).value).toEqual(count(3));
  expect(aggregate({ shape: 'count', aggregation: 'max' }, counts).value).toEqual(count(7));
  expect(
    aggregate({ shape: 'ratio', aggregation: 'max' }, [share(9, 10), share(19, 20)]).value,
  ).toEqual(share(19, 20));
  expect(
    aggregate({ shape: 'flag', aggregation: 'ratio' }, [count(1), count(0), count(1)]).value,
  ).toEqual(share(2, 3));
  expect(isComplete('flag', count(2))).toBe(false);
});

const shares = fc.array(
  fc.nat(1000).chain((below) => fc.nat(below).map((above) => share(above, below))),
  { minLength: 1, maxLength: 20 },
);
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

test('reporting BR-24: a share of any senders is Σ numerator by Σ denominator, in whatever order and grouping', () => {
  fc.assert(
    fc.property(shares, fc.nat(20), (values, cut) => {
      const { value } = aggregate(ofRatio, values);
      const below = sum(values.map((one) => one.denominator!));
      if (below === 0) return expect(value!.noCase).toBe(true);
      expect(value).toEqual(share(sum(values.map((one) => one.numerator!)), below));
      const groups = [values.slice(0, cut), values.slice(cut)].map(
        (group) => aggregate(ofRatio, group).value,
      );
      expect(aggregate(ofRatio, groups).value).toEqual(value);
      expect(aggregate(ofRatio, values.toReversed()).value).toEqual(value);
    }),
  );
});

test('a target is met by numbers, not by what they look like: n of d against t as whole numbers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.nat(10_000_000),
      fc.nat(100),
      (below, above, target) => {
        const met = outcomeOf(ratio('at-least', String(target)), share(above, below)) === 'met';
        expect(met).toBe(BigInt(above) * 100n >= BigInt(target) * BigInt(below));
      },
    ),
  );
});
