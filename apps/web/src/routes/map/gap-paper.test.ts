import { expect, test } from '@jest/globals';
import { grouped } from './gap-paper.tsx';
import { roman } from './roman.ts';
import { communeRow } from './test-coverage.ts';

test('the printed list groups communes by district, both in Vietnamese order', () => {
  const rows = [
    communeRow(1, 'Đồng Cốc', { parent: 'Lục Ngạn' }),
    communeRow(2, 'Dĩnh Trì', { parent: 'Bắc Giang' }),
    communeRow(3, 'Biên Sơn', { parent: 'Lục Ngạn' }),
  ];
  expect(
    grouped(rows).map(([name, members]) => [name, members.map(({ unit }) => unit.name)]),
  ).toEqual([
    ['Bắc Giang', ['Dĩnh Trì']],
    ['Lục Ngạn', ['Biên Sơn', 'Đồng Cốc']],
  ]);
});

test('groups are numbered as annexes number them', () => {
  expect([1, 4, 9, 14, 40, 99].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'XCIX']);
});
