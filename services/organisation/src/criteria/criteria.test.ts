import {
  adoptCriteria,
  changeCriteria,
  getCriteria,
  listCriteria,
  previewCriteria,
  recordCriteria,
  withdrawCriteria,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';
import { criteria, exactly, ofThree } from './test-criteria.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);

const draft = (given: { id?: string; units?: string[]; instrumentId?: string | null }) => ({
  id: randomUUID(),
  instrumentId: null,
  units: [],
  document: ofThree,
  ...given,
});

async function adopted(units: string[], validFrom: string, number?: string, from?: string) {
  const instrumentId = await decision(number, from);
  const { id } = await service.call(recordCriteria, draft({ units, instrumentId }));
  return service.call(adoptCriteria, { id, validFrom });
}

test('criteria are drafted, changed and adopted, and then stay as they are', async () => {
  const commune = await unit('commune', 'Tân Lập');
  const instrumentId = await decision('05/2024/NQ-HĐND');
  const first = draft({ units: [commune], instrumentId });
  const recorded = await service.call(recordCriteria, first);
  expect(recorded).toMatchObject({ status: 'draft', validFrom: null });
  expect(await service.call(recordCriteria, first)).toEqual(recorded);

  const four = criteria({ members: [{ name: 'Mọi nơi', classes: [exactly(4)] }] });
  await service.call(changeCriteria, { ...first, document: four });
  const inForce = await service.call(adoptCriteria, { id: first.id, validFrom: '2024-07-01' });
  expect(inForce).toMatchObject({ status: 'adopted', validFrom: '2024-07-01', document: four });
  await expect(service.call(changeCriteria, first)).rejects.toMatchObject({
    body: { type: 'criteria-are-no-draft', status: 409 },
  });

  const read = await service.call(getCriteria, { id: first.id });
  expect(read).toMatchObject({
    instrumentNumber: '05/2024/NQ-HĐND',
    territory: [{ id: commune, name: 'Tân Lập' }],
    document: four,
  });
  const on = (day: string) =>
    service
      .call(listCriteria, { on: day, limit: 100 })
      .then(({ items }) => items.map(({ id }) => id).includes(first.id));
  expect([await on('2024-06-30'), await on('2024-07-01')]).toEqual([false, true]);
});

test('criteria without a document cannot be adopted', async () => {
  const units = [await unit('commune', 'Tân Lập')];
  const { id } = await service.call(recordCriteria, draft({ units }));
  await expect(service.call(adoptCriteria, { id, validFrom: '2024-07-01' })).rejects.toMatchObject({
    body: { type: 'adopted-criteria-cite-an-instrument', status: 422 },
  });
});

test('criteria cannot hold before their document does', async () => {
  const units = [await unit('commune', 'Tân Lập')];
  await expect(adopted(units, '2024-07-01', '07/NQ', '2024-08-01')).rejects.toMatchObject({
    body: { type: 'instrument-not-in-force', number: '07/NQ' },
  });
});

test('a village has one set of criteria a day: the second names both documents and the day', async () => {
  const province = await unit('province', 'Bắc Giang');
  const commune = await unit('commune', 'Tân Lập', province);
  await unit('village', 'Chằm', commune);
  await adopted([province], '2024-07-01', '01/NQ');
  await expect(adopted([commune], '2024-09-01', '02/NQ')).rejects.toMatchObject({
    body: {
      type: 'unit-has-one-criteria-a-day',
      otherNumber: '01/NQ',
      number: '02/NQ',
      on: '2024-09-01',
    },
  });
});

test('criteria of a former province hold on for its villages until they are withdrawn', async () => {
  const old = await unit('province', 'Bắc Giang', null, { to: '2025-07-01' });
  const oldCommune = await unit('commune', 'Tân Lập', old, { to: '2025-07-01' });
  const next = await unit('province', 'Bắc Ninh', null, { from: '2025-07-01' });
  const ward = await unit('commune', 'Lục Ngạn', next, { from: '2025-07-01' });
  const village = await unit('village', 'Chằm', oldCommune);
  await service.db.query(`update unit_parent set valid_to = '2025-07-01' where unit_id = $1`, [
    village,
  ]);
  await service.db.query(
    `insert into unit_parent (unit_id, parent_id, valid_from) values ($1, $2, '2025-07-01')`,
    [village, ward],
  );
  const former = await adopted([old], '2024-07-01', '11/NQ');
  await expect(adopted([next], '2025-07-01', '12/NQ')).rejects.toMatchObject({
    body: { type: 'unit-has-one-criteria-a-day', otherNumber: '11/NQ', on: '2025-07-01' },
  });
  await service.call(withdrawCriteria, { id: former.id, on: '2025-07-01' });
  expect(await adopted([next], '2025-07-01', '13/NQ')).toMatchObject({ status: 'adopted' });
});

test('new criteria end the ones before them in the same act, or neither happens', async () => {
  const commune = await unit('commune', 'Tân Lập');
  await unit('village', 'Chằm', commune);
  const first = await adopted([commune], '2024-07-01', '31/NQ');
  const drafted = async (number: string) => {
    const instrumentId = await decision(number);
    return service.call(recordCriteria, draft({ units: [commune], instrumentId }));
  };
  const next = await drafted('32/NQ');
  const adopt = (validFrom: string, ends: string[]) =>
    service.call(adoptCriteria, { id: next.id, validFrom, ends });
  await expect(adopt('2023-01-01', [first.id])).rejects.toMatchObject({
    body: { type: 'instrument-not-in-force' },
  });
  expect(await service.call(getCriteria, { id: first.id })).toMatchObject({
    status: 'adopted',
    validTo: null,
  });
  expect(await adopt('2025-01-01', [first.id])).toMatchObject({ status: 'adopted' });
  expect(await service.call(getCriteria, { id: first.id })).toMatchObject({
    status: 'adopted',
    validTo: '2025-01-01',
  });
  // Those that have ended before keep their day.
  const third = await drafted('33/NQ');
  await service.call(adoptCriteria, {
    id: third.id,
    validFrom: '2026-01-01',
    ends: [first.id, next.id],
  });
  expect(await service.call(getCriteria, { id: first.id })).toMatchObject({
    validTo: '2025-01-01',
  });
  expect(await service.call(getCriteria, { id: next.id })).toMatchObject({ validTo: '2026-01-01' });
});

test('criteria end with the document that they stand in', async () => {
  const commune = await unit('commune', 'Tân Lập');
  await unit('village', 'Chằm', commune);
  const { id, instrumentId } = await adopted([commune], '2024-07-01', '21/NQ');
  await service.db.query(`update instrument set effective_to = '2025-01-01' where id = $1`, [
    instrumentId,
  ]);
  expect(await service.call(getCriteria, { id })).toMatchObject({ endsOn: '2025-01-01' });
  expect(await adopted([commune], '2025-01-01', '22/NQ')).toMatchObject({ status: 'adopted' });
});

test('criteria withdrawn by their first day have never held, and their place is free', async () => {
  const commune = await unit('commune', 'Tân Lập');
  await unit('village', 'Chằm', commune);
  const { id } = await adopted([commune], '2024-07-01');
  expect(await service.call(withdrawCriteria, { id, on: '2024-07-01' })).toMatchObject({
    status: 'withdrawn',
  });
  expect(await adopted([commune], '2024-07-01')).toMatchObject({ status: 'adopted' });
});

test('two sets for one village adopted at once: one of them is refused', async () => {
  const commune = await unit('commune', 'Tân Lập');
  await unit('village', 'Chằm', commune);
  const both = await Promise.allSettled([
    adopted([commune], '2024-07-01'),
    adopted([commune], '2024-08-01'),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('an administrator of one province drafts for it alone', async () => {
  const [mine, other] = [await unit('province', 'Bắc Giang'), await unit('province', 'Hà Nam')];
  const asker = someone('provincial-administrator', [mine]);
  const own = await service.call(recordCriteria, draft({}), asker);
  expect(own.units).toEqual([mine]);
  await expect(
    service.call(recordCriteria, draft({ units: [other] }), asker),
  ).rejects.toMatchObject({ body: { type: 'outside-area' } });
});

test('a reading that cannot be put into the document is refused by name', async () => {
  const document = criteria({
    readings: [
      {
        id: 'cap',
        question: 'Tối đa bao nhiêu?',
        chosen: 'seven',
        options: [
          { id: 'seven', text: 'Bảy', set: [{ path: 'members.0.cap', value: 7 }] },
          { id: 'none', text: 'Không', set: [{ path: 'members.4.cap', value: null }] },
        ],
      },
    ],
  });
  await expect(service.call(recordCriteria, { ...draft({}), document })).rejects.toMatchObject({
    body: { type: 'criteria-reading-does-not-fit', option: 'Không', question: 'Tối đa bao nhiêu?' },
  });
});

test('criteria whose brackets overlap are refused by rule and bracket, however they are asked', async () => {
  const overlapping = criteria({
    members: [
      { name: 'Thôn', metric: 'households', classes: [exactly(3, 0, 400), exactly(4, 350)] },
    ],
  });
  const told = {
    body: {
      type: 'criteria-brackets-overlap',
      status: 422,
      step: 'Thôn',
      bracket: 2,
      other: 1,
      errors: [{ path: 'document.members.0.classes.1.from' }],
    },
  };
  const first = draft({});
  await service.call(recordCriteria, first);
  const document = overlapping;
  await expect(service.call(recordCriteria, { ...draft({}), document })).rejects.toMatchObject(
    told,
  );
  await expect(service.call(changeCriteria, { ...first, document })).rejects.toMatchObject(told);
  const question = { document, on: '2024-08-01', level: 'commune', changed: false } as const;
  const asked = service.call(previewCriteria, { ...question, units: [], limit: 10 });
  await expect(asked).rejects.toMatchObject(told);
});

test('a reading that makes brackets overlap is refused', async () => {
  const set = (value: boolean) => [{ path: 'members.0.classes.0.toIncluded', value }];
  const document = criteria({
    members: [
      { name: 'Thôn', metric: 'households', classes: [exactly(3, 0, 350), exactly(4, 350)] },
    ],
    readings: [
      {
        id: 'border',
        question: 'Đúng 350 hộ thuộc mức nào?',
        options: [
          { id: 'upper', text: 'Mức trên', set: set(false) },
          { id: 'both', text: 'Cả hai', set: set(true) },
        ],
        chosen: 'upper',
      },
    ],
  });
  await expect(service.call(recordCriteria, { ...draft({}), document })).rejects.toMatchObject({
    body: { type: 'criteria-reading-does-not-fit', option: 'Cả hai' },
  });
});
