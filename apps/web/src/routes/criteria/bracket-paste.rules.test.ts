import { describe, expect, test } from '@jest/globals';
import { cellsOf } from '../drafts/paste.rules.ts';
import { readBounds, readBrackets, readPeople } from './bracket-paste.rules.ts';
import { type Row, tables } from './table-column.ts';

const three = { binding: 'exact', members: 3 };
const blank: Row = { value: three };
const paste = (text: string, rows: Row[] = [], at = { row: 0, column: 'from' }) =>
  readBrackets(cellsOf(text), rows, tables.classes!, at, blank);

describe('bounds as a resolution words them', () => {
  test.each<[string, Row | null]>([
    ['Dưới 350 hộ', { to: 350 }],
    ['Từ 350 hộ đến dưới 500 hộ', { from: 350, to: 500 }],
    ['Từ 350 đến 500 hộ', { from: 350, to: 500, toIncluded: true }],
    ['Trên 500 hộ đến 1.000 hộ', { from: 500, fromIncluded: false, to: 1000, toIncluded: true }],
    ['Từ 500 hộ trở lên', { from: 500 }],
    ['1.500 hộ trở lên', { from: 1500 }],
    ['Trên 800 hộ', { from: 800, fromIncluded: false }],
    ['Không quá 800 hộ', { to: 800, toIncluded: true }],
    ['≥ 500', { from: 500 }],
    ['< 350', { to: 350 }],
    ['Từ 2,5 km2', { from: 2.5 }],
    ['Thôn biên giới', null],
  ])('%s', (text, bounds) => {
    expect(readBounds(text)).toEqual(bounds);
  });
});

test.each<[string, Row | null]>([
  ['04 người', { binding: 'exact', members: 4 }],
  ['tối đa 5', { binding: 'maximum', members: 5 }],
  ['3-5 người', { binding: 'range', from: 3, to: 5 }],
  ['từ 3 đến 5', { binding: 'range', from: 3, to: 5 }],
  ['bốn', null],
])('a number of people as offices write it: %s', (text, value) => {
  expect(readPeople(text)).toEqual(value);
});

test('an annex in words takes the place of all brackets, its heading left out', () => {
  const pasted = paste(
    'Quy mô\tSố người\nDưới 350 hộ\t3\nTừ 350 hộ đến dưới 500 hộ\ttối đa 4\nTừ 500 hộ trở lên\t5',
    [{ value: three }],
  );
  expect(pasted).toEqual({
    unread: [],
    rows: [
      { to: 350, value: three },
      { from: 350, to: 500, value: { binding: 'maximum', members: 4 } },
      { from: 500, value: { binding: 'exact', members: 5 } },
    ],
  });
});

test('a line that says no number of people is told and not guessed', () => {
  expect(paste('Dưới 350 hộ\tba\nTừ 350 hộ\t4')).toMatchObject({
    unread: ['Dưới 350 hộ ba'],
    rows: [{ from: 350 }],
  });
});

test('plain numbers go from the chosen cell on and make new rows', () => {
  expect(paste('\t350\t3\n350\t1.000\t4\n1000\t\t5').rows).toEqual([
    { to: 350, value: three },
    { from: 350, to: 1000, value: { binding: 'exact', members: 4 } },
    { from: 1000, value: { binding: 'exact', members: 5 } },
  ]);
  const range = { value: { binding: 'range', from: 1, to: 2 } };
  expect(paste('3\t5', [range], { row: 0, column: 'least' }).rows).toEqual([
    { value: { binding: 'range', from: 3, to: 5 } },
  ]);
});
