import {
  defineTag,
  endUnitTag,
  getUnit,
  getUnitHistory,
  listFigures,
  listTags,
  listUnits,
  listUnitTags,
  recordFigure,
  tagUnit,
  withdrawFigure,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);

const counted = { kind: 'households', value: 240, source: 'Công an xã' } as const;

test('a figure holds from the day it was measured on, and the earlier one stays', async () => {
  const id = await unit('village', 'Chằm');
  await service.call(recordFigure, { id, ...counted, measuredOn: '2024-06-30' } as never);
  await service.call(recordFigure, {
    id,
    ...counted,
    value: 251,
    measuredOn: '2025-06-30',
  } as never);
  const on = async (day: string) =>
    (await service.call(getUnit, { id, on: day })).figures[0]?.value;
  expect([await on('2024-06-29'), await on('2025-06-29'), await on('2025-06-30')]).toEqual([
    undefined,
    240,
    251,
  ]);
  const { items } = await service.call(listFigures, { id });
  expect(items.map(({ measuredOn }) => measuredOn)).toEqual(['2025-06-30', '2024-06-30']);
});

test('another figure for the same day is a correction, and said to be one', async () => {
  const id = await unit('village', 'Bầu');
  const figure = { id, ...counted, measuredOn: '2024-06-30' };
  await service.call(recordFigure, figure as never);
  await service.call(recordFigure, figure as never);
  await expect(service.call(recordFigure, { ...figure, value: 99 } as never)).rejects.toMatchObject(
    {
      body: { type: 'figure-is-recorded-otherwise', status: 409, on: '2024-06-30', value: 240 },
    },
  );
  await service.call(recordFigure, { ...figure, value: 99, corrects: true });
  expect((await service.call(listFigures, { id })).items).toMatchObject([{ value: 99 }]);
});

test('a figure recorded by mistake is taken back, once', async () => {
  const id = await unit('village', 'Gàng');
  const key = { id, kind: 'households', measuredOn: '2024-06-30' } as const;
  await service.call(recordFigure, { ...key, ...counted } as never);
  expect(await service.call(withdrawFigure, key)).toEqual({ withdrawn: true });
  expect(await service.call(withdrawFigure, key)).toEqual({ withdrawn: false });
  expect((await service.call(getUnit, { id, on: '2025-01-01' })).figures).toEqual([]);
});

test('a unit bears a tag from a day on until it ends, by a document', async () => {
  const [id, instrumentId] = [await unit('commune', 'Tân Sơn'), await decision()];
  const tag = { id, tag: 'border', validFrom: '2024-07-01', instrumentId };
  await service.call(tagUnit, tag);
  await service.call(tagUnit, tag);
  await service.call(endUnitTag, { id, tag: 'border', validTo: '2025-07-01' });
  const on = async (day: string) => (await service.call(getUnit, { id, on: day })).tags;
  expect([await on('2024-06-30'), await on('2024-07-01'), await on('2025-07-01')]).toEqual([
    [],
    ['border'],
    [],
  ]);
  const { items } = await service.call(listUnitTags, { id });
  expect(items).toMatchObject([{ tag: 'border', instrumentId, validTo: '2025-07-01' }]);
  const history = await service.call(getUnitHistory, { id });
  expect(history.items.find(({ what }) => what === 'tagged')).toMatchObject({
    on: '2024-07-01',
    name: 'Biên giới',
    instrumentId,
  });
});

test('a village has one class a day: a new one ends the old', async () => {
  const id = await unit('village', 'Đồng');
  await service.call(tagUnit, { id, tag: 'class-2', validFrom: '2024-07-01' } as never);
  await service.call(tagUnit, { id, tag: 'class-1', validFrom: '2026-07-01' } as never);
  expect((await service.call(getUnit, { id, on: '2026-06-30' })).tags).toEqual(['class-2']);
  expect((await service.call(getUnit, { id, on: '2026-07-01' })).tags).toEqual(['class-1']);
});

test('a tag that ends on the day it began never was', async () => {
  const id = await unit('commune', 'Hộ Đáp');
  await service.call(tagUnit, { id, tag: 'mountain', validFrom: '2024-07-01' } as never);
  const ended = await service.call(endUnitTag, { id, tag: 'mountain', validTo: '2024-07-01' });
  expect(ended).toMatchObject({ removed: true });
  expect((await service.call(listUnitTags, { id })).items).toEqual([]);
});

test('a tag outside the vocabulary, or of another level, is refused by name', async () => {
  const id = await unit('district', 'Lục Ngạn');
  const tag = (code: string) =>
    service.call(tagUnit, { id, tag: code, validFrom: '2024-07-01' } as never);
  await expect(tag('unheard-of')).rejects.toMatchObject({ body: { type: 'tag-not-found' } });
  await expect(tag('class-1')).rejects.toMatchObject({
    body: { type: 'tag-not-of-level' },
  });
  await expect(
    service.call(endUnitTag, { id, tag: 'border', validTo: '2024-08-01' }),
  ).rejects.toMatchObject({ body: { type: 'unit-tag-not-found' } });
});

test('a province names a tag of its own, and units are listed by it with their figures', async () => {
  const code = `t-${randomUUID().slice(0, 8)}`;
  const own = { code, name: 'Vùng hồ', nameEn: 'Lake area', levels: ['commune'], family: null };
  await service.call(defineTag, own as never);
  expect((await service.call(listTags, {})).items).toContainEqual(own);
  const [id] = [await unit('commune', 'Cấm Sơn'), await unit('commune', 'Kiên Lao')];
  await service.call(tagUnit, { id, tag: code, validFrom: '2024-07-01' } as never);
  await service.call(recordFigure, { id, ...counted, measuredOn: '2024-06-30' } as never);
  const question = { on: '2024-08-01', tag: code, facts: 'all', limit: 10 } as const;
  const { items } = await service.call(listUnits, question);
  expect(items).toMatchObject([
    { id, facts: { tags: [code], figures: [{ value: 240, measuredOn: '2024-06-30' }] } },
  ]);
  const elsewhere = someone('area-officer', [await unit('commune', 'Phong Vân')]);
  expect((await service.call(listUnits, question, elsewhere)).items[0]).not.toHaveProperty('facts');
  await expect(
    service.call(defineTag, own as never, someone('provincial-administrator', [id])),
  ).rejects.toMatchObject({ body: { type: 'outside-area' } });
});
