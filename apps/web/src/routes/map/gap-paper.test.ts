import { expect, test } from '@jest/globals';
import { differenceOf } from './coverage-columns.tsx';
import { grouped } from './gap-paper.tsx';
import { communeRow } from './test-coverage.ts';

test('the printed list groups communes by district, both in Vietnamese order', () => {
  const rows = [
    communeRow(1, 'Đồng Cốc', { parent: 'Lục Ngạn' }),
    communeRow(2, 'Dĩnh Trì', { parent: 'Bắc Giang', parentNumber: 901 }),
    communeRow(3, 'Biên Sơn', { parent: 'Lục Ngạn' }),
  ];
  expect(
    grouped(rows).map(({ name, members }) => [name, members.map(({ unit }) => unit.name)]),
  ).toEqual([
    ['Huyện Bắc Giang', ['Dĩnh Trì']],
    ['Huyện Lục Ngạn', ['Biên Sơn', 'Đồng Cốc']],
  ]);
});

test('districts of one name in two provinces are two groups', () => {
  const parent = 'Châu Thành';
  const rows = [
    communeRow(1, 'Tân Hương', { parent, parentNumber: 901 }),
    communeRow(2, 'Tân Phú', { parent, parentNumber: 902 }),
  ];
  expect(grouped(rows).map(({ name, members }) => [name, members.length])).toEqual([
    ['Huyện Châu Thành', 1],
    ['Huyện Châu Thành', 1],
  ]);
});

test('the printed difference adds up what the rows say', () => {
  const rows = [communeRow(1, 'Biên Sơn', {}), communeRow(2, 'Đồng Cốc', {})];
  const [first] = rows;
  first!.teams = { ...first!.teams, decided: 8, active: 5 };
  rows[1]!.teams = { ...rows[1]!.teams, decided: null, active: 4 };
  expect(differenceOf(rows)).toBe(-3);
  expect(differenceOf(rows.slice(1))).toBeNull();
});
