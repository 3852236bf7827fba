import { PayRate, PolicyDocument } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import {
  duplicatedLine,
  moved,
  newDraft,
  pastedAmounts,
  readAmount,
  withCondition,
  withoutLine,
} from './draft.rules.ts';

const rates = [1, 2].map((vnd) => PayRate.parse({ value: { vnd } }));

test('a new policy waits for its name and its first amount, and lacks nothing else', () => {
  const draft = newDraft('Hỗ trợ hằng tháng');
  const read = PolicyDocument.safeParse(draft);
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'name',
    'lines.0.rates.0.value',
  ]);
});

test('amounts are read as offices write them', () => {
  expect(readAmount('1.400.000')).toBe(1_400_000);
  expect(readAmount(' 1 400 000 đ ')).toBe(1_400_000);
  expect(readAmount('1400000 đồng')).toBe(1_400_000);
  expect(readAmount('Tổ trưởng')).toBeUndefined();
  expect(readAmount('1.4')).toBeUndefined();
});

test('a column of amounts goes down from where it is pasted, and makes rates where there are none', () => {
  const pasted = pastedAmounts(rates, 1, 'Tổ phó\t1.300.000\nTổ viên\t1.200.000\n');
  expect(pasted.map(({ value }) => value)).toEqual([
    { vnd: 1 },
    { vnd: 1_300_000 },
    { vnd: 1_200_000 },
  ]);
});

test('the order of rates is changed a place at a time', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
});

test('a part of a condition that says nothing is no part of it', () => {
  expect(withCondition({ positions: ['leader'] }, 'positions', [])).toEqual({});
  expect(withCondition({}, 'days', {})).toEqual({});
  expect(withCondition({}, 'concurrent', false)).toEqual({ concurrent: false });
});

test('a line that is copied has a code of its own; one that goes is named by no other', () => {
  const draft = PolicyDocument.parse({
    name: 'Mức chi',
    certainty: 'gazette',
    lines: ['a', 'b', 'c'].map((code) => ({
      code,
      item: 'night-duty',
      label: code,
      includes: code === 'c' ? ['a'] : [],
      rates,
    })),
    exclusive: [
      { lines: ['a', 'b'], keep: 'first' },
      { lines: ['a', 'b', 'c'], keep: 'first' },
    ],
  });
  expect(duplicatedLine(draft, 0).lines.map(({ code }) => code)).toEqual([
    'a',
    'night-duty',
    'b',
    'c',
  ]);
  const left = withoutLine(draft, 0);
  expect(left.lines.map(({ includes }) => includes)).toEqual([[], []]);
  expect(left.exclusive.map(({ lines }) => lines)).toEqual([['b', 'c']]);
});
