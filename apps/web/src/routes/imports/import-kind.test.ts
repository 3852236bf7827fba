import { ImportKind, ImportOptions } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { kinds, largest, missingOptions, optionsFor, refusalOf } from './import-kind.ts';
import { degreesAndMinutes, meridians } from './meridian.ts';
import { templateOf } from './template.ts';

test('a file is refused before it is sent when it is empty, too large or of another kind', () => {
  expect(refusalOf('quotas', { name: 'phu-luc.xlsx', size: 10 })).toBeNull();
  expect(refusalOf('quotas', { name: 'PHU LUC.XLSX', size: largest })).toBeNull();
  expect(refusalOf('quotas', { name: 'phu-luc.xlsx', size: largest + 1 })).toBe('too-large');
  expect(refusalOf('quotas', { name: 'phu-luc.xls', size: 10 })).toBe('wrong-ending');
  expect(refusalOf('boundaries', { name: 'xa.zip', size: 10 })).toBeNull();
  expect(refusalOf('teams', { name: 'to.csv', size: 0 })).toBe('empty');
});

test('only what a kind knows goes along with its file', () => {
  const given = { validFrom: '2025-07-01', list: '2025', crs: 'wgs84', instrumentId: undefined };
  expect(optionsFor('teams', given)).toEqual({});
  expect(optionsFor('units', given)).toEqual({ validFrom: '2025-07-01', list: '2025' });
  expect(missingOptions('quotas', given)).toEqual(['instrumentId']);
});

test.each(ImportKind.options)('the options asked for %s are those the contract takes', (kind) => {
  const { options, required } = kinds[kind];
  expect(Object.keys(ImportOptions.shape)).toEqual(expect.arrayContaining([...options]));
  expect(options).toEqual(expect.arrayContaining([...required]));
});

// The roster's template is made for its sender, with the teams there are.
test.each(ImportKind.exclude(['roster']).options)('there is a template of %s', (kind) => {
  const { name, text } = templateOf(kind);
  if (kind === 'boundaries') return expect(JSON.parse(text).features).toHaveLength(2);
  // Excel takes a file for UTF-8 by this mark alone.
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows = text.trim().split('\r\n');
  expect(rows.length).toBeGreaterThanOrEqual(3);
  expect(name).toMatch(/\.csv$/);
});

test('the template of teams names villages by code and by name, each in its column', () => {
  const [head = '', ...rows] = templateOf('teams').text.trim().slice(1).split('\r\n');
  expect(head).toContain('Mã xã,Mã thôn,"Thôn, tổ dân phố"');
  expect(rows[0]).toContain('00001,00001001,,');
  expect(rows[1]).toContain('00001,,B; C,');
});

test('every province of old has one central meridian, written as maps print it', () => {
  const provinces = meridians.flatMap((zone) => zone.provinces);
  expect(new Set(provinces).size).toBe(63);
  expect(provinces).toHaveLength(63);
  expect(degreesAndMinutes('107.25')).toBe('107°15′');
  expect(degreesAndMinutes('105.00')).toBe('105°00′');
  for (const { degrees } of meridians) {
    expect(ImportOptions.safeParse({ crs: `vn2000-tm3-${degrees}` }).success).toBe(true);
  }
});
