import type { QuotaPart } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { faultOf } from './draft.rules.ts';
import { partsFaults } from './parts-fault.rules.ts';
import {
  partsOf,
  type PartRow,
  readShares,
  sharesOf,
  sumOfPlace,
  withShares,
} from './parts.rules.ts';

const village = (name: string): PartRow => ({ villageId: `v ${name}`, teamId: null, name });
const rows = [village('Thôn Chằm'), village('Thôn Đồng'), village('Thôn Hạ')];
const part = (villageId: string, position: QuotaPart['position'], members: number): QuotaPart => ({
  villageId,
  teamId: null,
  position,
  members,
});
const figures = {
  villages: 2,
  teams: 2,
  members: 6,
  leaders: 2,
  deputies: 2,
  ordinary: 2,
  note: '',
};
const first = { row: 0, place: 'none' } as const;

test('shares by village, team and position come back as the parts they were made of', () => {
  const parts: QuotaPart[] = [
    part('a', 'leader', 1),
    { villageId: null, teamId: 't', position: null, members: 3 },
    { villageId: null, teamId: null, position: 'ordinary', members: 2 },
  ];
  expect(partsOf(sharesOf(parts))).toEqual(parts);
});

test('a division that does not add up says at what, how many were given and how many divided', () => {
  expect(partsFaults(figures, [part('a', null, 3), part('b', null, 2)])).toEqual([
    { what: 'members', given: 6, divided: 5 },
  ]);
  const byPosition = [part('a', 'leader', 1), part('a', 'deputy', 2), part('a', 'ordinary', 3)];
  expect(partsFaults(figures, byPosition)).toEqual([
    { what: 'leader', given: 2, divided: 1 },
    { what: 'ordinary', given: 2, divided: 3 },
  ]);
  expect(partsFaults(figures, [])).toEqual([]);
});

test('the line of a commune is at fault while its division does not add up', () => {
  expect(faultOf({ ...figures, parts: [part('a', null, 5)] })).toBe('parts-differ');
  expect(faultOf({ ...figures, parts: [part('a', null, 6)] })).toBeNull();
  expect(faultOf({ ...figures, parts: [] })).toBeNull();
});

test('counts with names go to their rows, whatever their order; a name that nobody has is told', () => {
  const cells = [
    ['Thôn', 'Tổ trưởng', 'Tổ phó', 'Tổ viên'],
    ['đồng', '1', '1', '3'],
    ['Thôn Chằm', '1', '0', '2'],
    ['Thôn Lạ', '1', '1', '1'],
    ['Tổng cộng', '3', '2', '6'],
  ];
  const { changes, unknown } = readShares(cells, rows, first);
  expect(unknown).toEqual(['Thôn Lạ']);
  const shares = withShares(new Map(), changes);
  expect(sumOfPlace(shares, 'leader')).toBe(2);
  expect(sumOfPlace(shares, 'deputy')).toBe(1);
  expect(sumOfPlace(shares, 'ordinary')).toBe(5);
});

test('counts without names go down and to the right from the chosen cell; what is no count is told', () => {
  const { changes, unknown } = readShares(
    [
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
    rows,
    {
      row: 1,
      place: 'deputy',
    },
  );
  expect(unknown).toEqual([]);
  expect(changes).toEqual([
    { row: rows[1], place: 'deputy', members: 1 },
    { row: rows[1], place: 'ordinary', members: 2 },
    { row: rows[2], place: 'deputy', members: 3 },
    { row: rows[2], place: 'ordinary', members: 4 },
  ]);
  expect(readShares([['Thôn Hạ', 'ba']], [...rows], first).changes).toEqual([]);
});
