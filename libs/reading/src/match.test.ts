import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { nameKey } from '@antt/kernel';
import { readAnnex } from './annex.rules.ts';
import { matchUnits, type NamingRow, type UnitOfDay, unitsLeftOut } from './match.rules.ts';
import { sharedFile, testOn } from './shared-fixture.ts';
import { readWorkbook } from './workbook.ts';

let made = 0;
const unit = (kind: string, name: string, parentName: string | null, code = ''): UnitOfDay => {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return { id, code: code || String(10_000 + made), kind, name, parentName };
};
const tanLap = unit('xã', 'Tân Lập', 'Lục Ngạn');
const otherTanLap = unit('xã', 'Tân Lập', 'Chi Lăng');
const thang = unit('thị trấn', 'Thắng', 'Hiệp Hòa');
const thangXa = unit('xã', 'Thắng', 'Hiệp Hòa');
const camGiang = unit('xã', 'Cẩm Giàng', 'Bạch Thông', '01969');
const hoaBinh = unit('xã', 'Hòa Bình', 'Văn Quan');
const phuongDuc = unit('phường', 'Phường Đúc', 'Huế');
const pRao = unit('xã', 'P Rao', 'Đông Giang');
const units = [tanLap, otherTanLap, thang, thangXa, camGiang, hoaBinh, phuongDuc, pRao];

const match = (row: Partial<NamingRow> & { name: string }, choices = {}) => {
  const { units: found, problems } = matchUnits([{ at: 'PL!B2', ...row }], units, choices);
  return found.get('PL!B2') ?? problems.map(({ code, candidates }) => ({ code, candidates }));
};
const offered = (...candidates: UnitOfDay[]) =>
  candidates.map(({ id }) => expect.objectContaining({ id }));

test.each([
  ['with its kind', { name: 'Xã Tân Lập', group: 'HUYỆN LỤC NGẠN' }, tanLap],
  ['without its kind', { name: 'Tân Lập', group: 'Huyện Chi Lăng' }, otherTanLap],
  ['with a shortened kind', { name: 'TT. Thắng', group: 'H. Hiệp Hoà' }, thang],
  ['with the other tone placement', { name: 'Xã Hoà Bình' }, hoaBinh],
  ['in NFD and capitals', { name: 'XÃ CẨM GIÀNG'.normalize('NFD') }, camGiang],
  ['under a sheet called after the district', { name: 'Tân Lập', sheet: 'Lục Ngạn' }, tanLap],
  ['where the kind is part of the name', { name: 'Phường Đúc' }, phuongDuc],
  ['where the kind is written twice', { name: 'Phường Phường Đúc' }, phuongDuc],
  ['where a lone letter is no kind', { name: 'P Rao' }, pRao],
  ['by its code', { name: 'Xã Cẩm Giàng', code: '01969' }, camGiang],
  ['by its code without the zero', { name: 'Cẩm Giàng', code: '1969' }, camGiang],
])('a commune is found %s', (_, row, found) => {
  expect(match(row)).toBe(found);
});

test('names that differ by a diacritic are never matched, only offered', () => {
  expect(match({ name: 'Xã Cẩm Giang' })).toEqual([
    { code: 'unit-unknown', candidates: offered(camGiang) },
  ]);
  expect(match({ name: 'xa cam giang' })).toEqual([
    { code: 'unit-unknown', candidates: offered(camGiang) },
  ]);
});

test('one name in two districts, or of two kinds in one, is ambiguous', () => {
  expect(match({ name: 'Xã Tân Lập' })).toEqual([
    { code: 'unit-ambiguous', candidates: offered(tanLap, otherTanLap) },
  ]);
  expect(match({ name: 'Thắng', group: 'Huyện Hiệp Hòa' })).toEqual([
    { code: 'unit-ambiguous', candidates: offered(thang, thangXa) },
  ]);
});

test('another kind, another district and a name from nowhere are told apart', () => {
  expect(match({ name: 'Phường Hòa Bình' })).toEqual([
    { code: 'unit-kind-differs', candidates: offered(hoaBinh) },
  ]);
  expect(match({ name: 'Xã Hòa Bình', group: 'Huyện Chi Lăng' })).toEqual([
    { code: 'unit-elsewhere', candidates: offered(hoaBinh) },
  ]);
  expect(match({ name: 'Xã Vô Danh' })).toEqual([{ code: 'unit-unknown', candidates: [] }]);
  expect(match({ name: 'Xã Hòa Bìn' })).toEqual([
    { code: 'unit-unknown', candidates: offered(hoaBinh) },
  ]);
});

test('a code must not contradict the name', () => {
  expect(match({ name: 'Xã Tân Lập', code: '01969' })).toEqual([
    { code: 'unit-code-differs', candidates: offered(camGiang) },
  ]);
  expect(match({ name: 'Xã Cẩm Giàng', code: '99999' })).toEqual([
    { code: 'unit-code-unknown', candidates: offered(camGiang) },
  ]);
});

test("the user's choice settles a row, but must be a unit of the day", () => {
  expect(match({ name: 'Xã Cẩm Giang' }, { 'PL!B2': camGiang.id })).toBe(camGiang);
  expect(match({ name: 'Xã Cẩm Giàng' }, { 'PL!B2': 'x' })).toMatchObject([
    { code: 'choice-unknown' },
  ]);
});

test('text typed in a TCVN3 font is named as such', () => {
  expect(match({ name: 'X· Hßa B×nh ®¸' })).toMatchObject([{ code: 'text-in-old-encoding' }]);
});

test('two rows that mean one commune are named, and a district unknown that day is told once', () => {
  const rows = [
    { at: 'B2', name: 'Tân Lập', group: 'Huyện Lục Ngan' },
    { at: 'B3', name: 'Xã Hòa Bình', group: 'Huyện Lục Ngan' },
    { at: 'B4', name: 'Hòa Bình', group: null },
  ];
  const { problems } = matchUnits(rows, units);
  expect(problems).toMatchObject([
    { code: 'group-unknown', at: 'B2', severity: 'warning', suggestions: 'Lục Ngạn' },
    { code: 'unit-ambiguous', at: 'B2' },
    { code: 'unit-twice', at: 'B4', other: 'B3' },
  ]);
});

test('districts and villages are matched like communes', () => {
  const yenThe = unit('huyện', 'Yên Thế', 'Bắc Giang');
  const city = unit('thành phố', 'Bắc Giang', 'Bắc Giang');
  const districts = matchUnits(
    [
      { at: '#1', name: 'H. Yên Thế', group: 'Tỉnh Bắc Giang' },
      { at: '#2', name: 'TP Bắc Giang', group: 'Bắc Giang' },
      { at: '#3', name: '', code: yenThe.code },
    ],
    [yenThe, city],
    {},
    'district',
  );
  expect([...districts.units.values()]).toEqual([yenThe, city]);
  expect(districts.problems).toMatchObject([{ code: 'unit-twice', at: '#3', other: '#1' }]);
  const village = unit('bản', 'Mới', 'Bản Mù');
  const villages = matchUnits(
    [{ at: 'A1', name: 'bản Mới', group: 'xã Bản Mù' }],
    [village],
    {},
    'village',
  );
  expect(villages.units.get('A1')).toBe(village);
});

test('units that no row names are listed in one warning', () => {
  const matches = matchUnits([{ at: 'B2', name: 'P Rao' }], units.slice(-2));
  expect(unitsLeftOut(matches, units.slice(-2))).toMatchObject([
    { code: 'units-left-out', count: 1, names: 'Phường Đúc (Huế)' },
  ]);
});

test('units of a province that an annex does not touch are not missed in it', () => {
  const inProvince = (provinceId: string, name: string, parentName: string) => ({
    ...unit('phường', name, parentName),
    parentKind: 'thành phố',
    provinceId,
  });
  const wards = (provinceId: string, city: string, count: number) =>
    Array.from({ length: count }, (_, n) => inProvince(provinceId, String(n + 1), city));
  const country = [...wards('24', 'Bắc Giang', 3), ...wards('79', 'Thủ Đức', 30)];
  const row = { at: 'B2', name: 'Phường 1', group: 'Thành phố Bắc Giang' };
  expect(unitsLeftOut(matchUnits([row], country), country)).toMatchObject([
    { count: 2, names: 'Phường 2 (thành phố Bắc Giang); Phường 3 (thành phố Bắc Giang)' },
  ]);
  const other = { at: 'B3', name: 'Phường 1', group: 'Thủ Đức' };
  const [warning] = unitsLeftOut(matchUnits([other], country), country);
  expect(warning).toMatchObject({ count: 29 });
  expect(String(warning?.names).split('; ')).toHaveLength(11);
  expect(String(warning?.names)).toMatch(/; …$/);
});

interface Feature {
  properties: { code: string; name: string; type: string; district: string };
}

testOn(
  ['samples/phu-luc-so-luong-to-192-xa.xlsx', 'geo/bac_giang_communes_pre2025.geojson'],
  'each of the 192 rows of the sample annex finds its own commune of Bắc Giang',
  async () => {
    const geo = readFileSync(sharedFile('geo/bac_giang_communes_pre2025.geojson'), 'utf8');
    const { features } = JSON.parse(geo) as { features: Feature[] };
    const communes = features.map(({ properties: { code, name, type, district } }) => ({
      id: code,
      code,
      name,
      kind: type.toLowerCase(),
      parentName: district,
    }));
    const bytes = readFileSync(sharedFile('samples/phu-luc-so-luong-to-192-xa.xlsx'));
    const annex = readAnnex((await readWorkbook(bytes, 'annex')).sheets);
    const matches = matchUnits(annex.rows, communes);
    expect(matches.problems).toEqual([]);
    expect(matches.units.size).toBe(192);
    expect(unitsLeftOut(matches, communes)).toEqual([]);
    for (const row of annex.rows) {
      expect(nameKey(row.name)).toContain(nameKey(matches.units.get(row.at)?.name ?? '?'));
    }
  },
);

testOn(
  ['geo/communes_pre2025.geojson'],
  'all communes of the country match themselves by name and district',
  async () => {
    const geo = readFileSync(sharedFile('geo/communes_pre2025.geojson'), 'utf8');
    const { features } = JSON.parse(geo) as {
      features: (Feature & { properties: { full_name: string; province: string } })[];
    };
    const provinces = new Map<string, typeof features>();
    for (const feature of features) {
      const { province, type } = feature.properties;
      // five islands had no commune; the list gives the district in its place
      if (type === 'Huyện đảo') continue;
      provinces.set(province, [...(provinces.get(province) ?? []), feature]);
    }
    for (const [, communes] of provinces) {
      const register = communes.map(({ properties: { code, name, type, district } }) => ({
        id: code,
        code,
        name,
        kind: type.toLowerCase(),
        parentName: district,
      }));
      const rows = communes.map(({ properties }) => ({
        at: properties.code,
        name: properties.full_name,
        group: properties.district,
      }));
      const matches = matchUnits(rows, register);
      expect(matches.problems).toEqual([]);
      for (const [at, { id }] of matches.units) expect(id).toBe(at);
    }
  },
);
