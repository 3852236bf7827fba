import {
  endVillageStandard,
  listVillageStandards,
  listWork,
  recordFigure,
  setVillageStandard,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);

let province: string;
let commune: string;
let village: string;

beforeEach(async () => {
  province = await unit('province', 'Bắc Ninh');
  commune = await unit('commune', 'Tân Sơn', province);
  village = await unit('village', 'Chằm', commune);
  await service.call(recordFigure, {
    id: village,
    kind: 'households',
    value: 160,
    measuredOn: '2026-06-30',
    source: 'Xã',
  } as never);
});

const standard = (more: object = {}) =>
  ({
    id: randomUUID(),
    kind: 'thôn',
    unitId: province,
    households: 200,
    source: '12/2026/NQ-HĐND',
    validFrom: '2026-09-01',
    ...more,
  }) as never;

/** Since when the village counts as small, on a day; null while it does not. */
const small = async (on: string) => {
  const question = { kind: 'village-below-standard', on, limit: 10 } as const;
  const asker = someone('provincial-administrator', [commune]);
  return (await service.call(listWork, question, asker)).items[0]?.since ?? null;
};

const ofProvince = async (on?: string) =>
  (await service.call(listVillageStandards, on ? { on } : {})).items.filter(
    ({ unitId }) => unitId === province,
  );

test('the decree says for all villages 150 and 300 households, from 26 May 2026', async () => {
  const on = async (day: string) =>
    (await service.call(listVillageStandards, { on: day })).items
      .filter(({ unitId }) => unitId === null)
      .map(({ kind, households, source }) => [kind, households, source]);
  expect(await on('2026-05-25')).toEqual([]);
  expect(await on('2026-05-26')).toEqual([
    ['thôn', 150, '185/2026/NĐ-CP'],
    ['tổ dân phố', 300, '185/2026/NĐ-CP'],
  ]);
});

test("a province's own standard counts for its villages before the decree's, from its day to its end", async () => {
  const instrumentId = await decision();
  const { id } = await service.call(setVillageStandard, standard({ instrumentId }));
  expect([await small('2026-08-31'), await small('2026-09-01')]).toEqual([null, '2026-09-01']);
  expect(await ofProvince()).toMatchObject([
    { id, unitName: 'tỉnh Bắc Ninh', instrumentId, validTo: null },
  ]);
  await service.call(endVillageStandard, { id, validTo: '2026-10-01' });
  expect([await small('2026-09-30'), await small('2026-10-01')]).toEqual(['2026-09-01', null]);
});

test("a commune's standard counts before its province's", async () => {
  await service.call(setVillageStandard, standard());
  await service.call(setVillageStandard, standard({ unitId: commune, households: 100 }));
  expect(await small('2026-09-01')).toBeNull();
});

test('a standard of another kind, or of another commune, is none for the village', async () => {
  const other = await unit('commune', 'Sa Lý', province);
  await service.call(setVillageStandard, standard({ kind: 'tổ dân phố', unitId: commune }));
  await service.call(setVillageStandard, standard({ unitId: other }));
  expect(await small('2026-09-01')).toBeNull();
});

test('a village of a local kind is a thôn or a tổ dân phố by law, unless its own kind has a standard', async () => {
  const named = (kind: string) =>
    service.db.query(`update unit_version set kind = $2 where unit_id = $1`, [village, kind]);
  await named('khối phố');
  expect(await small('2026-08-31')).toBe('2026-06-30');
  await named('bản');
  expect(await small('2026-08-31')).toBeNull();
  await service.call(setVillageStandard, standard({ kind: 'bản', households: 170 }));
  await service.call(setVillageStandard, standard({ households: 100 }));
  expect(await small('2026-09-01')).toBe('2026-09-01');
});

test('a new standard ends the former one, and said again it is the same', async () => {
  const first = standard();
  await service.call(setVillageStandard, first);
  const second = standard({ households: 150, validFrom: '2027-01-01' });
  const set = await service.call(setVillageStandard, second);
  expect(await service.call(setVillageStandard, second)).toEqual(set);
  expect(await ofProvince()).toMatchObject([
    { households: 150, validFrom: '2027-01-01', validTo: null },
    { households: 200, validFrom: '2026-09-01', validTo: '2027-01-01' },
  ]);
  expect([await small('2026-12-31'), await small('2027-01-01')]).toEqual(['2026-09-01', null]);
  await expect(
    service.call(setVillageStandard, standard({ validFrom: '2027-01-01' })),
  ).rejects.toMatchObject({ body: { type: 'village-kind-has-one-standard-a-day', status: 409 } });
});

test('a standard set before a later one ends where that one begins', async () => {
  await service.call(setVillageStandard, standard({ validFrom: '2027-01-01' }));
  await service.call(setVillageStandard, standard());
  expect(await ofProvince('2026-12-31')).toMatchObject([{ validTo: '2027-01-01' }]);
});

test('a standard that ends on the day it began never was; it ends on no day outside its own', async () => {
  const { id } = await service.call(setVillageStandard, standard());
  for (const validTo of ['2026-08-31']) {
    await expect(service.call(endVillageStandard, { id, validTo })).rejects.toMatchObject({
      body: { type: 'village-standard-ends-outside' },
    });
  }
  await service.call(endVillageStandard, { id, validTo: '2026-12-01' });
  await expect(
    service.call(endVillageStandard, { id, validTo: '2027-01-01' }),
  ).rejects.toMatchObject({ body: { type: 'village-standard-ends-outside' } });
  const ended = await service.call(endVillageStandard, { id, validTo: '2026-09-01' });
  expect(ended).toMatchObject({ removed: true });
  expect(await ofProvince()).toEqual([]);
  await expect(
    service.call(endVillageStandard, { id, validTo: '2026-09-01' }),
  ).rejects.toMatchObject({ body: { type: 'village-standard-not-found' } });
});

test('only a kind of village has a size standard', async () => {
  await expect(service.call(setVillageStandard, standard({ kind: 'xã' }))).rejects.toMatchObject({
    body: { type: 'village-standard-not-of-village', kind: 'xã' },
  });
});

test('who has a part of the installation sets no standard for all, and none for another part', async () => {
  const other = await unit('province', 'Thái Nguyên');
  const partly = someone('provincial-administrator', [province]);
  await service.call(setVillageStandard, standard(), partly);
  for (const unitId of [null, other]) {
    await expect(
      service.call(setVillageStandard, standard({ unitId }), partly),
    ).rejects.toMatchObject({ body: { type: 'outside-area' } });
  }
  const { items } = await service.call(listVillageStandards, { on: '2026-09-01' });
  const ofAll = items.find(({ unitId, kind }) => unitId === null && kind === 'thôn')!;
  await expect(
    service.call(endVillageStandard, { id: ofAll.id, validTo: '2026-12-01' }, partly),
  ).rejects.toMatchObject({ body: { type: 'outside-area' } });
});
