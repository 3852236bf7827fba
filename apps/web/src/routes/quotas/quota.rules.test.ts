import type { QuotaRow } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  gapsOf,
  groupsOf,
  linesOf,
  reasonsOf,
  shownRows,
  sortedRows,
  sumOf,
} from './quota.rules.ts';

const district = (name: string) => ({ id: `district ${name}`, name, kind: 'huyện' });
const row = (name: string, parent: string | null, more: Partial<QuotaRow> = {}) =>
  ({
    id: name,
    unit: { code: name, name, kind: 'xã' },
    parent: parent ? district(parent) : null,
    villages: 10,
    teams: 10,
    active: 10,
    members: 30,
    leaders: 10,
    deputies: 10,
    ordinary: 10,
    ...more,
  }) as QuotaRow;

const rows = [
  row('Đồng Kỳ', 'Yên Thế', { active: 8 }),
  row('An Thượng', 'Yên Thế'),
  row('Tân Sơn', 'Lục Ngạn', { active: 11, ordinary: null }),
  row('Dĩnh Trì', 'Lục Ngạn', { active: 9 }),
];

test('districts are numbered in Roman, the communes of each anew from one', () => {
  const lines = linesOf(rows, undefined);
  expect(
    lines.map((line) =>
      line.kind === 'group' ? `${line.numeral} ${line.group.name}` : line.number,
    ),
  ).toEqual(['I Huyện Yên Thế', 1, 2, 'II Huyện Lục Ngạn', 1, 2]);
});

test('under one province alone, or in a chosen order, communes make a plain list', () => {
  const successors = rows.map((one) => ({ ...one, parent: district('Bắc Ninh') }));
  expect(linesOf(successors, undefined).map(({ kind }) => kind)).toEqual(Array(4).fill('row'));
  expect(
    linesOf(rows, { column: 'difference', down: false }).map(
      (line) => line.kind === 'row' && line.row.unit.name,
    ),
  ).toEqual(['Đồng Kỳ', 'Dĩnh Trì', 'An Thượng', 'Tân Sơn']);
});

test('a folded district keeps its subtotal and hides its communes', () => {
  const lines = linesOf(rows, undefined, new Set(['district Yên Thế']));
  expect(lines.map(({ kind }) => kind)).toEqual(['group', 'group', 'row', 'row']);
  expect(lines[0]).toMatchObject({ folded: true, group: { sums: { teams: 20, active: 18 } } });
});

test('teams to spare in one commune do not make up for those missing in another', () => {
  expect(gapsOf(rows)).toEqual({ short: 2, shortTeams: 3, over: 1, overTeams: 1 });
});

test('names are found without diacritics, and through their district', () => {
  const found = (q: string) => shownRows(rows, { q, gap: 'all' }).map(({ unit }) => unit.name);
  expect(found('dong ky')).toEqual(['Đồng Kỳ']);
  expect(found('luc ngan')).toEqual(['Tân Sơn', 'Dĩnh Trì']);
  expect(shownRows(rows, { q: '', gap: 'over' })).toHaveLength(1);
});

test('names sort the Vietnamese way, Đ after D', () => {
  expect(sortedRows(rows, { column: 'unit', down: false }).map(({ unit }) => unit.name)).toEqual([
    'An Thượng',
    'Dĩnh Trì',
    'Đồng Kỳ',
    'Tân Sơn',
  ]);
});

test('what no decision splits has no sum, what some split adds what is known', () => {
  expect(sumOf(rows).ordinary).toBe(30);
  expect(sumOf([row('A', null, { leaders: null })]).leaders).toBeNull();
});

test('subtotals of the districts add up to the total', () => {
  const any = fc.array(
    fc.record({ parent: fc.constantFrom('A', 'B', 'C'), teams: fc.nat(40), active: fc.nat(40) }),
  );
  fc.assert(
    fc.property(any, (list) => {
      const made = list.map(({ parent, ...more }, n) => row(`${n}`, parent, more));
      const sums = groupsOf(made).map((group) => group.sums);
      for (const name of ['teams', 'active'] as const) {
        const total = sums.reduce((sum, one) => sum + (one[name] ?? 0), 0);
        expect(total).toBe(sumOf(made)[name] ?? 0);
      }
    }),
  );
});

test('how many serve is said beside how many were given, once somebody has counted them', () => {
  const last = (serving: number | null | undefined) =>
    reasonsOf(row('Sa Lý', null, { serving })).at(-1);
  expect(last(undefined)).toEqual({ id: 'serving-unknown', values: {} });
  expect(last(null)).toEqual({ id: 'serving-unknown', values: {} });
  expect(last(30)).toEqual({ id: 'serving-even', values: {} });
  expect(last(26)).toEqual({ id: 'serving-fewer', values: { count: 4 } });
  expect(last(31)).toEqual({ id: 'serving-more', values: { count: 1 } });
  expect(sumOf(rows).serving).toBeNull();
  expect(sumOf([row('Sa Lý', null, { serving: 0 }), row('Tân Sơn', null)]).serving).toBe(0);
});
