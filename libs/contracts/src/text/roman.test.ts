import { expect, test } from '@jest/globals';
import { roman } from './roman.ts';

test('groups are numbered as annexes number them', () => {
  expect([1, 4, 9, 10, 14, 19, 40, 63, 99].map(roman)).toEqual([
    'I',
    'IV',
    'IX',
    'X',
    'XIV',
    'XIX',
    'XL',
    'LXIII',
    'XCIX',
  ]);
});
