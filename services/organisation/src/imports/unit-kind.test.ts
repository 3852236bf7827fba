import { type ImportOptions, type Level, renameUnit, reorganise } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);
const upload = importing(service);

const on = '2025-07-01';
const key = () => randomUUID().slice(0, 8);
const csv = (...rows: string[]) => ({
  name: 'x.csv',
  bytes: new TextEncoder().encode(rows.join('\n')),
});

/** A province that is there, and the code of its list. */
async function province() {
  const id = await unit('province', 'Bắc Giang');
  return { id, code: id.slice(0, 13) };
}

async function take(options: ImportOptions, ...rows: string[]) {
  return upload('units', csv(...rows), { validFrom: '2024-07-01', list: 'test', ...options });
}

test('communes sent as districts are refused row by row: what, where, and what to do', async () => {
  const { code } = await province();
  const rows = ['Tân Lập', 'Tân Sơn'].map((name) => `${key()},${name},Xã,${code}`);
  const job = await take({ level: 'district' }, 'code,name,type,province_code', ...rows);
  expect(job).toMatchObject({ status: 'rejected', errors: 2 });
  expect(job.problems[0]).toMatchObject({
    code: 'kind-not-of-level',
    at: 'C2',
    unit: 'Tân Lập',
    kind: 'xã',
    level: 'district',
    chosen: 'page',
    allowed: expect.stringContaining('thị xã'),
  });
});

test.each<[Level, string, string, string | undefined]>([
  ['province', 'tỉnh', 'Bắc Giang', undefined],
  ['province', 'thành phố', 'Hà Nội', undefined],
  ['province', 'quận', 'Ba Đình', 'kind-not-of-level'],
  ['district', 'thị xã', 'Việt Yên', undefined],
  ['district', 'huyện đảo', 'Cô Tô', undefined],
  ['district', 'thành phố', 'Bắc Giang', undefined],
  ['district', 'tỉnh', 'Bắc Giang', 'kind-not-of-level'],
  ['commune', 'đặc khu', 'Cô Tô', undefined],
  ['commune', 'thị trấn', 'Chũ', undefined],
  ['commune', 'huyện', 'Lục Ngạn', 'kind-not-of-level'],
  ['village', 'tổ dân phố', 'Số 1', undefined],
  ['village', 'phường', 'Thọ Xương', 'kind-not-of-level'],
  ['commune', 'lãnh địa', 'Tân Lập', 'value-unknown'],
  ['commune', '', 'Tân Lập', 'kind-missing'],
  ['commune', '', 'Bản Mù', 'kind-missing'],
])('at the level %s “%s %s” is taken or refused by its kind', async (level, kind, name, code) => {
  const { id } = await province();
  const over = level === 'village' ? await unit('commune', 'Trên', id) : id;
  const row = `${level},${key()},${name},${kind},${level === 'province' ? '' : over.slice(0, 13)}`;
  // a đặc khu is of the two-level government
  const validFrom = kind === 'đặc khu' ? '2025-07-01' : '2024-07-01';
  const job = await take({ validFrom }, 'level,code,name,kind,parent_code', row);
  expect(job.problems.map((problem) => problem.code)).toEqual(code ? [code] : []);
});

test('a list without a kind that is sent as villages is not made villages of', async () => {
  const over = await unit('commune', 'Trên', (await province()).id);
  const row = `${key()},Xã Tân Lập,${over.slice(0, 13)}`;
  const job = await take({ level: 'village' }, 'code,name,parent_code', row);
  expect(job.problems).toMatchObject([{ code: 'kind-not-of-level', kind: 'xã', level: 'village' }]);
});

test('a file without the level is told of once, and not counted as read', async () => {
  const { code } = await province();
  const rows = Array.from({ length: 192 }, (_, n) => `${key()},Tân ${n},xã,${code}`);
  const job = await take({}, 'code,name,kind,parent_code', ...rows);
  expect(job).toMatchObject({
    status: 'rejected',
    errors: 1,
    counts: {},
    problems: [{ code: 'level-missing', count: 192 }],
  });
  const [first = ''] = rows;
  const gap = await take({}, 'level,code,name,kind,parent_code', `,${first}`, `xã,${rows[1]}`);
  expect(gap.problems).toMatchObject([{ code: 'value-missing', at: 'A2', column: 'Cấp' }]);
});

const renamed = { status: 422, type: 'unit-kind-not-of-level', kind: 'huyện', level: 'commune' };

test('a commune is not given the kind of a district', async () => {
  const { id: over } = await province();
  const id = await unit('commune', 'Tân Lập', over);
  const command = { id, name: 'Tân Lập', kind: 'huyện' as const, validFrom: on };
  await expect(service.call(renameUnit, command)).rejects.toMatchObject({
    body: { ...renamed, name: 'Tân Lập', on },
  });
});

test('nothing becomes a thị trấn or a district after the reform of 1 July 2025', async () => {
  const { id: over, code: parent } = await province();
  const id = await unit('commune', 'Chũ', over);
  const town = { id, name: 'Chũ', kind: 'thị trấn' as const };
  const refused = { body: { type: 'unit-kind-not-of-day', status: 422, kind: 'thị trấn' } };
  const late = { ...town, validFrom: '2025-07-01' };
  await expect(service.call(renameUnit, late)).rejects.toMatchObject(refused);
  expect(await service.call(renameUnit, { ...town, validFrom: '2025-06-30' })).toMatchObject(town);
  const place = { id: randomUUID(), level: 'commune', list: 'mới', code: key(), parentId: over };
  const act = {
    ...{ id: randomUUID(), on: '2025-07-01', title: 'Sắp xếp', instrumentId: await decision() },
    founded: [{ ...place, kind: 'thị trấn', name: 'Đồi Ngô' }],
  };
  await expect(service.call(reorganise, act as Input<typeof reorganise>)).rejects.toMatchObject(
    refused,
  );
  const file = csv('level,code,name,kind,parent_code', `commune,${key()},Vôi,thị trấn,${parent}`);
  const job = await upload('units', file, { validFrom: '2026-01-01', list: 'test' });
  expect(job.problems).toMatchObject([
    { code: 'kind-not-of-day', at: 'D2', unit: 'Vôi', on: '2026-01-01' },
  ]);
});

test('a reorganisation founds no commune, and changes none, into the kind of a district', async () => {
  const { id: parentId } = await province();
  const id = await unit('commune', 'Tân Lập', parentId);
  const act = async (plan: object) =>
    service.call(reorganise, {
      id: randomUUID(),
      on,
      title: 'Sắp xếp',
      instrumentId: await decision(),
      ...plan,
    } as Input<typeof reorganise>);
  const place = { level: 'commune', list: 'mới', code: key(), parentId };
  const founded = [{ ...place, id: randomUUID(), kind: 'huyện', name: 'Lục Ngạn' }];
  await expect(act({ founded })).rejects.toMatchObject({ body: { ...renamed, name: 'Lục Ngạn' } });
  await expect(act({ changed: [{ id, kind: 'huyện' }] })).rejects.toMatchObject({
    body: { ...renamed, name: 'Tân Lập' },
  });
});

test('a file of old and new communes names the row whose new kind is of another level', async () => {
  const { id: over, code: parent } = await province();
  const ids = [await unit('commune', 'Tân Lập', over), await unit('commune', 'Tân Sơn', over)];
  const [first = '', second = ''] = ids.map((id) => id.slice(0, 13));
  const file = csv(
    'level,old_code,new_code,new_name,new_parent_code',
    `xã,${first},${key()},Huyện Lục Ngạn,${parent}`,
    `xã,${second},${key()},Lục Ngạn,${parent}`,
    `xã,khong-co,${key()},Xã Lục Ngạn,${parent}`,
  );
  const instrumentId = await decision(undefined, on);
  const options = { validFrom: on, list: 'mới', closes: 'test', instrumentId };
  const job = await upload('reorganisations', file, options);
  expect(job.problems).toMatchObject([
    { code: 'kind-not-of-level', at: 'A2', unit: 'Huyện Lục Ngạn', kind: 'huyện' },
    { code: 'kind-missing', at: 'A3', unit: 'Lục Ngạn' },
    { code: 'unit-code-unknown', at: 'A4', unitCode: 'khong-co', on: '2025-06-30' },
  ]);
  const blind = csv('old_code,new_code,new_name', `${first},${key()},Xã Mới`, `${second},,`);
  expect(await upload('reorganisations', blind, options)).toMatchObject({
    counts: {},
    problems: [{ code: 'level-missing', count: 2 }],
  });
});

test('a file gives a village its area and its residents with the temporary ones', async () => {
  const { code } = await province();
  const commune = key();
  const village = key();
  await take({}, 'level,code,name,kind,parent_code', `commune,${commune},Tân Lập,xã,${code}`);
  const header = 'level,code,name,parent_code,population,population_with_temporary,area_km2';
  await take({}, header, `village,${village},Chằm,${commune},900,1100,2.5`);
  const figures = await service.db.query(
    `select f.kind, f.value::float8 as value, f.measured_on from unit_figure f
       join unit_version v on v.unit_id = f.unit_id and v.code = $1 order by 1`,
    [village],
  );
  expect(figures).toEqual([
    { kind: 'area-km2', value: 2.5, measured_on: '2024-07-01' },
    { kind: 'population', value: 900, measured_on: '2024-07-01' },
    { kind: 'population-with-temporary', value: 1100, measured_on: '2024-07-01' },
  ]);
});
