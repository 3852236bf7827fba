import type { QuotaDraftRow } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { readCount, remarksOf, sumsOf, surplusOf } from './draft.rules.ts';
import { readPasted } from './paste.rules.ts';

const line = (unitId: string, name: string, more: Partial<QuotaDraftRow> = {}): QuotaDraftRow => ({
  unitId,
  villages: null,
  teams: 7,
  members: 21,
  leaders: null,
  deputies: null,
  ordinary: null,
  note: '',
  parts: [],
  version: 1,
  changedBy: '',
  standing: true,
  unit: { code: `07${unitId}`, name, kind: 'xã' },
  parent: null,
  norm: null,
  decided: { teams: 7, members: 21, note: '' },
  active: 7,
  serving: null,
  surplus: 0,
  ...more,
});
const lines = [line('1', 'Tân Lập'), line('2', 'Cẩm Giang'), line('3', 'Cẩm Giàng')];

test('rows with a heading are read by it, with or without diacritics and kind', () => {
  const pasted = readPasted(
    'STT\tĐơn vị\tSố thôn\tSố Tổ\tTổng số thành viên\n1\txa tan lap\t9\t8\t1.024\nTổng cộng\t\t9\t8\t1024',
    lines,
  );
  expect(pasted).toMatchObject([
    { place: 2, unitId: '1', problem: null, after: { villages: 9, teams: 8, members: 1024 } },
  ]);
});

test('two numbers after a name are teams and members', () => {
  expect(readPasted('Tân Lập\t6\t18', lines)).toMatchObject([
    { after: { teams: 6, members: 18, villages: null } },
  ]);
});

test('names that differ by one diacritic are told apart as they are written', () => {
  const [giang, both] = readPasted('Cẩm Giàng\t6\t18\nCam Giang\t6\t18', lines)!;
  expect(giang).toMatchObject({ unitId: '3', problem: null });
  expect(both).toMatchObject({ unitId: null, problem: 'two-communes' });
});

test('each bad row is named and the others stand', () => {
  const pasted = readPasted('Tân Lập\tsáu\t18\nTân Lập\t5\t15\nTân Lập\t5\t15\nLạ\t1\t3', lines)!;
  expect(pasted.map(({ place, problem }) => [place, problem])).toEqual([
    [1, 'not-a-number'],
    [2, null],
    [3, 'twice'],
    [4, 'unknown-commune'],
  ]);
});

test('figures without a name are no list of communes', () => {
  expect(readPasted('6\t18', lines)).toBeNull();
});

test('counts are read as people write them', () => {
  expect(['1.234', '1,234', '7', '', '–', '-3', '7,5'].map(readCount)).toEqual([
    1234,
    1234,
    7,
    null,
    null,
    undefined,
    undefined,
  ]);
});

test('a surplus on a roadmap is said, and counted only beyond it', () => {
  const row = line('1', 'Tân Lập', { active: 9, surplus: 1, norm: { teams: 6, members: 18 } });
  expect(surplusOf(row)).toBe(1);
  expect(remarksOf(row)).toEqual([
    { id: 'over', count: 1 },
    { id: 'on-roadmap', count: 1 },
    { id: 'above-norm', count: 1 },
  ]);
  expect(sumsOf([row, line('2', 'Cẩm Giang', { teams: null })])).toMatchObject({
    teams: 7,
    active: 16,
    villages: null,
  });
});

test('other leaders than teams are said, before how the teams differ', () => {
  const row = line('1', 'Tân Lập', { active: 7, teams: 7, leaders: 6, deputies: 7, ordinary: 8 });
  expect(remarksOf(row)[0]).toEqual({ id: 'leaders-fewer', count: 1 });
  expect(remarksOf({ ...row, leaders: 9 })[0]).toEqual({ id: 'leaders-more', count: 2 });
  expect(remarksOf({ ...row, leaders: null }).map(({ id }) => id)).not.toContain('leaders-fewer');
});
