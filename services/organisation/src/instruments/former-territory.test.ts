import { listInForce, listInstruments, openFile, reorganise } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { sending } from '../files/test-file.ts';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';
import { documents } from './test-instrument.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);
const record = documents(service);
const send = sending(service);

/** As on 1 July 2025, in small: Bắc Giang and Bắc Ninh become the new Bắc Ninh; one commune comes from both. */
const place = {} as Record<
  | 'bacGiang'
  | 'lucNgan'
  | 'oldBacNinh'
  | 'bacNinh'
  | 'chu'
  | 'kienLao'
  | 'thanhHai'
  | 'venSong'
  | 'gia'
  | 'giaBinh'
  | 'xuanLai'
  | 'thonChu',
  string
>;

const founded = (level: 'province' | 'commune', name: string, parentId: string | null) => ({
  id: randomUUID(),
  level,
  kind: level === 'province' ? ('tỉnh' as const) : ('xã' as const),
  list: '2025',
  code: randomUUID().slice(0, 8),
  name,
  parentId,
});
const whole = (successorId: string, ...predecessors: string[]) =>
  predecessors.map((predecessorId) => ({ predecessorId, successorId, share: 1 }));

beforeAll(async () => {
  place.bacGiang = await unit('province', 'Bắc Giang');
  place.lucNgan = await unit('district', 'Lục Ngạn', place.bacGiang);
  const yenDung = await unit('district', 'Yên Dũng', place.bacGiang);
  place.oldBacNinh = await unit('province', 'Bắc Ninh');
  place.gia = await unit('district', 'Gia Bình', place.oldBacNinh);
  const old = {
    chu: await unit('commune', 'Chũ', place.lucNgan),
    kienLao: await unit('commune', 'Kiên Lao', place.lucNgan),
    thanhHai: await unit('commune', 'Thanh Hải', place.lucNgan),
    dongViet: await unit('commune', 'Đồng Việt', yenDung),
    caoDuc: await unit('commune', 'Cao Đức', place.gia),
    xuanLai: await unit('commune', 'Xuân Lai', place.gia),
  };
  place.thonChu = await unit('village', 'Chũ', old.chu);
  const bacNinh = founded('province', 'Bắc Ninh', null);
  const kienLao = founded('commune', 'Kiên Lao', bacNinh.id);
  const venSong = founded('commune', 'Ven Sông', bacNinh.id);
  const giaBinh = founded('commune', 'Gia Bình', bacNinh.id);
  Object.assign(place, { bacNinh: bacNinh.id, kienLao: kienLao.id, venSong: venSong.id });
  Object.assign(place, { giaBinh: giaBinh.id, chu: old.chu, thanhHai: old.thanhHai });
  await service.call(reorganise, {
    id: randomUUID(),
    on: '2025-07-01',
    instrumentId: await decision(),
    title: 'Sắp xếp đơn vị hành chính',
    founded: [bacNinh, kienLao, venSong, giaBinh],
    // Chũ goes on below the new province, and takes in Thanh Hải.
    changed: [{ id: old.chu, parentId: bacNinh.id }],
    ended: [
      place.bacGiang,
      place.oldBacNinh,
      place.lucNgan,
      yenDung,
      place.gia,
      old.kienLao,
      old.thanhHai,
      old.dongViet,
      old.caoDuc,
      old.xuanLai,
    ],
    lineage: [
      ...whole(bacNinh.id, place.bacGiang, place.oldBacNinh),
      ...whole(kienLao.id, old.kienLao),
      ...whole(old.chu, old.thanhHai),
      ...whole(venSong.id, old.dongViet, old.caoDuc),
      ...whole(giaBinh.id, old.xuanLai),
    ],
  } as unknown as Input<typeof reorganise>);
}, 60_000);

const inForce = async (unitId: string, on: string, subject?: string) => {
  const { items } = await service.call(listInForce, {
    unit: unitId,
    on,
    ...(subject ? { subject } : {}),
  });
  return Object.fromEntries(items.map(({ id, extent }) => [id, extent]));
};

test('a resolution of the former province is still in force in its part of the new one, and nowhere else', async () => {
  const resolution = await record({ territory: [place.bacGiang], number: '22/2024/NQ-HĐND' });
  const extentIn = async (name: keyof typeof place, on = '2025-09-01') =>
    (await inForce(place[name], on))[resolution.id];
  expect(await extentIn('bacGiang', '2025-06-30')).toBe('whole');
  expect(await extentIn('lucNgan', '2025-06-30')).toBe('whole');
  expect(await extentIn('oldBacNinh', '2025-06-30')).toBeUndefined();
  expect(await extentIn('chu')).toBe('whole');
  expect(await extentIn('thonChu')).toBe('whole');
  expect(await extentIn('kienLao')).toBe('whole');
  expect(await extentIn('venSong')).toBe('part');
  expect(await extentIn('giaBinh')).toBeUndefined();
  expect(await extentIn('bacNinh')).toBe('part');
  expect(await extentIn('bacGiang', '2024-07-14')).toBeUndefined();

  const { items } = await service.call(listInForce, { unit: place.kienLao, on: '2025-09-01' });
  expect(items.find(({ id }) => id === resolution.id)!.by).toEqual([
    { id: place.bacGiang, kind: 'tỉnh', name: 'Bắc Giang' },
  ]);
}, 30_000);

test('a document of a former district follows its communes into the new province', async () => {
  const plan = await record({ kind: 'plan', territory: [place.lucNgan] });
  const on = '2026-01-01';
  expect((await inForce(place.kienLao, on))[plan.id]).toBe('whole');
  expect((await inForce(place.venSong, on))[plan.id]).toBeUndefined();
  expect((await inForce(place.bacNinh, on))[plan.id]).toBe('part');
});

test('a document that names a day governs the extent of that day, whatever was taken in later', async () => {
  const before = await record({ territory: [place.chu], territoryOn: '2025-06-30' });
  const now = await record({ territory: [place.chu] });
  const found = await inForce(place.chu, '2025-09-01');
  expect(found[before.id]).toBe('part');
  expect(found[now.id]).toBe('whole');
  expect((await inForce(place.thonChu, '2025-09-01'))[before.id]).toBe('whole');
});

test('rules of the two former provinces stand side by side; one for the whole new province clashes with both', async () => {
  const subjects = ['member-criteria'];
  const one = await record({ subjects, territory: [place.bacGiang], number: '05/BG' });
  await record({ subjects, territory: [place.oldBacNinh], number: '06/BN' });
  const whole = { subjects, territory: [place.bacNinh], effectiveFrom: '2025-10-01' };
  await expect(record({ ...whole, number: '54/BN' })).rejects.toMatchObject({
    body: {
      type: 'instrument-subject-overlaps',
      number: '54/BN',
      subject: 'member-criteria',
      on: '2025-10-01',
    },
  });
  const inOneCommune = { ...whole, territory: [place.kienLao], number: '55/BN' };
  await expect(record(inOneCommune)).rejects.toMatchObject({
    body: { type: 'instrument-subject-overlaps', other: '05/BG', unit: 'xã Kiên Lao' },
  });
  const supplement = await record({ ...inOneCommune, amends: [one.id] });
  const { items } = await service.call(listInForce, {
    unit: place.kienLao,
    on: '2025-10-01',
    subject: 'member-criteria',
  });
  expect(items.map(({ number }) => number)).toEqual(['55/BN', '05/BG']);
  expect(items[0]!.amends).toEqual([one.id]);
  expect(supplement.amends).toEqual([one.id]);
}, 30_000);

test('a document and its files are read where it governs something of one’s area, on whatever day', async () => {
  const { id: fileId } = await send('instrument', 'nq.pdf', Buffer.from('%PDF-1.7'));
  const paper = await record({ territory: [place.lucNgan], fileIds: [fileId] });
  const reads = async (...units: string[]) => {
    const officer = someone('area-officer', units);
    const { items } = await service.call(listInstruments, { limit: 500 }, officer);
    const listed = items.some(({ id }) => id === paper.id);
    const opened = await service.call(openFile, { id: fileId }, officer).then(
      () => true,
      ({ type }) => type,
    );
    expect(opened).toBe(listed || 'file-not-found');
    return listed;
  };
  expect(await reads(place.lucNgan)).toBe(true);
  expect(await reads(place.kienLao)).toBe(true);
  expect(await reads(place.thonChu)).toBe(true);
  expect(await reads(place.bacNinh)).toBe(true);
  expect(await reads(place.giaBinh, place.oldBacNinh)).toBe(false);
  expect(await reads()).toBe(false);
}, 30_000);
