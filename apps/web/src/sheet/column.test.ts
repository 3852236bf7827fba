import { expect, test } from '@jest/globals';
import { asTabs, readSort, sorted, writeSort, type Column } from './column.ts';

type Row = { name: string; teams: number | null };
const columns: Column<Row>[] = [
  {
    id: 'name',
    title: 'Tên',
    cell: () => null,
    order: ({ name }) => name,
    text: ({ name }) => name,
  },
  {
    id: 'teams',
    title: 'Tổ',
    cell: () => null,
    order: ({ teams }) => teams,
    text: ({ teams }) => teams,
  },
];
const rows: Row[] = [
  { name: 'Đồng Kỳ', teams: 3 },
  { name: 'Dĩnh Trì', teams: null },
  { name: 'An Lạc', teams: 12 },
];
const names = (sort: string) => sorted(rows, columns, readSort(sort)).map(({ name }) => name);

test('names sort the Vietnamese way, Đ after D', () => {
  expect(names('name')).toEqual(['An Lạc', 'Dĩnh Trì', 'Đồng Kỳ']);
  expect(names('-name')).toEqual(['Đồng Kỳ', 'Dĩnh Trì', 'An Lạc']);
});

test('a unit without a figure comes last, whichever way figures sort', () => {
  expect(names('teams')).toEqual(['Đồng Kỳ', 'An Lạc', 'Dĩnh Trì']);
  expect(names('-teams')).toEqual(['An Lạc', 'Đồng Kỳ', 'Dĩnh Trì']);
});

test('a sort is written as it was read', () => {
  expect(['name', '-teams'].map((text) => writeSort(readSort(text)))).toEqual(['name', '-teams']);
});

test('copied rows are a table a spreadsheet takes', () => {
  expect(asTabs([{ name: 'An\tLạc', teams: null }], columns)).toBe('Tên\tTổ\nAn Lạc\t');
});
