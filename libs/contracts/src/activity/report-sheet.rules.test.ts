import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IndicatorShape, IndicatorValue } from './indicator.ts';
import { cellsOf, sheetColumns, valueOf } from './report-sheet.rules.ts';

const amount = fc.integer({ min: 0, max: 99_999_999 }).map((hundredths) => hundredths / 100);
const nothing = { numerator: null, denominator: null, noCase: false };
const noCase = { ...nothing, noCase: true };

const valueIn = (shape: IndicatorShape): fc.Arbitrary<IndicatorValue> => {
  if (shape === 'flag') {
    return fc.constantFrom(0, 1).map((numerator) => ({ ...nothing, numerator }));
  }
  if (shape === 'count') return amount.map((numerator) => ({ ...nothing, numerator }));
  return fc.oneof(
    fc.constant(noCase),
    fc.tuple(amount, amount).map(([a, b]) => ({
      ...{ numerator: Math.min(a, b), denominator: Math.max(a, b), noCase: false },
    })),
  );
};
const shaped = fc
  .constantFrom<IndicatorShape>('count', 'ratio', 'flag', 'months')
  .chain((shape) => valueIn(shape).map((value) => ({ shape, value })));

test('what is written into the cells of a workbook is read back as the same value', () => {
  fc.assert(
    fc.property(shaped, ({ shape, value }) => {
      const read = valueOf(shape, cellsOf(shape, value));
      expect(read).toMatchObject({ value });
    }),
  );
});

test('what is not said stays unsaid', () => {
  expect(valueOf('ratio', cellsOf('ratio', undefined))).toEqual({
    value: { ...nothing, percent: null },
  });
  expect(valueOf('count', { numerator: '  ' })).toEqual({ value: { ...nothing, percent: null } });
});

test('numbers are read as they are written here and as programs write them', () => {
  const numerator = (cell: string | number) => {
    const read = valueOf('count', { numerator: cell });
    return 'value' in read ? read.value.numerator : read.faults;
  };
  expect(['1.234', '1.234,5', '12,25', '12.5', ' 7 ', 8].map(numerator)).toEqual([
    ...[1234, 1234.5, 12.25, 12.5, 7, 8],
  ]);
  expect(['nhiều', '12a', 1.234].map(numerator)).toEqual([
    ...[['numerator'], ['numerator'], ['numerator']],
  ]);
});

test('a cell of percents keeps what it says: 89,88 % is meant however the program stored it', () => {
  const percent = (cell: string | number, [numerator, denominator] = [3482, 3874]) => {
    const read = valueOf('ratio', { numerator, denominator, percent: cell });
    return 'value' in read ? read.value.percent : null;
  };
  expect(percent('89,88 %')).toBeCloseTo(89.88);
  expect(percent(0.8988)).toBeCloseTo(89.88);
  expect(percent(99.17)).toBeCloseTo(99.17);
  expect(percent(0.5, [1, 200])).toBeCloseTo(0.5);
});

test('a share has its two numbers and a check, a count one number', () => {
  const item = (code: string) => ({
    ...{ code, mandatory: true, min: null, max: null, outlierPercent: null },
  });
  const document = {
    groups: [{ name: 'a', nameEn: '', items: [item('ND1.03'), item('ND5.05'), item('ND7.01')] }],
    checks: [],
  };
  const shapes = new Map([
    ['ND1.03', { shape: 'count' as const }],
    ['ND5.05', { shape: 'ratio' as const }],
    ['ND7.01', { shape: 'months' as const }],
  ]);
  expect(sheetColumns(document, shapes).map(({ key }) => key)).toEqual([
    ...['ND1.03', 'ND5.05', 'ND5.05/MS', 'ND5.05/TL', 'ND7.01', 'ND7.01/MS'],
  ]);
});
