import {
  getUnit,
  getUnitHistory,
  listUnits,
  placeUnits,
  renameUnit,
  type Role,
  setQuota,
  listInstruments,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';
import { UnitEntity, UnitVersionEntity } from './unit.entity.ts';

const service = useService(organisation);

async function commune(
  name: string,
  code = randomUUID().slice(0, 8),
  searchKey = 'tan lap',
): Promise<string> {
  const id = randomUUID();
  await service.given(UnitEntity, { id, level: 'commune' });
  await service.given(UnitVersionEntity, {
    unitId: id,
    level: 'commune',
    kind: 'xã',
    list: 'test',
    code,
    name,
    searchKey,
    validFrom: '2020-01-01',
    validTo: null,
  });
  return id;
}

test('a renamed unit keeps its old name on earlier days', async () => {
  const id = await commune('Tân Lập');
  await service.call(renameUnit, { id, name: 'Tân Tiến', kind: 'phường', validFrom: '2025-07-01' });

  const before = await service.call(getUnit, { id, on: '2025-06-30' });
  const after = await service.call(getUnit, { id, on: '2025-07-01' });

  expect(before).toMatchObject({ name: 'Tân Lập', kind: 'xã', validTo: '2025-07-01' });
  expect(after).toMatchObject({ name: 'Tân Tiến', kind: 'phường', validTo: null });
});

test('a unit that did not stand on the day is not found', async () => {
  const id = await commune('Tân Lập');
  await expect(service.call(getUnit, { id, on: '2019-12-31' })).rejects.toMatchObject({
    body: { type: 'unit-not-found', status: 404, id, on: '2019-12-31' },
  });
});

test('an officer of another area may not rename the unit', async () => {
  const [mine, other] = [await commune('Tân Lập'), await commune('Tân Sơn')];
  const officer = someone('provincial-administrator', [mine]);
  const rename = { id: other, name: 'Tân Mới', validFrom: '2025-07-01' };
  await expect(service.call(renameUnit, rename, officer)).rejects.toMatchObject({
    body: { type: 'unit-not-found', status: 404 },
  });
});

test('units are found by typing without diacritics', async () => {
  const code = randomUUID().slice(0, 8);
  const id = await commune('Tân Lập', code);
  const { items } = await service.call(listUnits, { on: '2024-08-01', q: 'Tân lập', limit: 1000 });
  expect(items.map((unit) => unit.id)).toContain(id);
});

test('units are found by the beginning of their code, without blanks, and with their kind', async () => {
  const letters = randomUUID().replace(/[^a-f]/g, '');
  const code = `${randomUUID().slice(0, 8)}7`;
  const id = await commune(`Phì ${letters}`, code, `phi ${letters}`);
  const found = async (q: string) => {
    const { items } = await service.call(listUnits, { on: '2024-08-01', q, limit: 10 });
    return items.map((unit) => unit.id);
  };
  for (const q of [
    code,
    `${code.slice(0, 8).toUpperCase()}`,
    `phi${letters}`,
    `Xã Phì ${letters}`,
  ]) {
    expect([q, await found(q)]).toEqual([q, [id]]);
  }
  expect(await found(`phường phì ${letters}`)).toEqual([]);
});

test('what is called so comes before what begins so', async () => {
  const word = randomUUID().replace(/[^a-f]/g, '');
  const longer = await commune(`${word} Thượng`, `0${word}`, `${word} thuong`);
  const exact = await commune(word, `9${word}`, word);
  const { items } = await service.call(listUnits, { on: '2024-08-01', q: word, limit: 10 });
  expect(items.map((unit) => unit.id)).toEqual([exact, longer]);
});

test('a unit or name that stood on another day is found when all days are searched', async () => {
  const word = randomUUID().replace(/[^a-f]/g, '');
  const id = await commune(word, `1${word}`, word);
  await service.call(renameUnit, { id, name: 'Khác hẳn', validFrom: '2025-07-01' });
  const question = { on: '2025-08-01', q: word, limit: 10 };
  expect(await service.call(listUnits, question)).toMatchObject({ items: [], total: 0 });
  const all = await service.call(listUnits, { ...question, days: 'all' });
  expect(all.items).toMatchObject([{ id, name: word, validTo: '2025-07-01' }]);
  const before = await service.call(listUnits, { ...question, on: '2019-01-01', days: 'all' });
  expect(before.items).toMatchObject([{ id, name: word, validFrom: '2020-01-01' }]);
});

test('two versions of one unit on one day are refused by name', async () => {
  const id = await commune('Tân Lập');
  await expect(
    service.call(renameUnit, { id, name: 'Khác', validFrom: '2020-01-01' }),
  ).rejects.toMatchObject({ body: { type: 'unit-has-one-name-a-day', status: 409 } });
});

test('an officer reads the history of a commune that is older than the own area', async () => {
  const id = await commune('Tân Lập');
  const officer = someone('area-officer', [{ unitId: id, from: '2025-07-01', to: null }]);
  const history = await service.call(getUnitHistory, { id }, officer);
  expect(history).toMatchObject({ nextCursor: null, total: 1 });
  expect(history.items).toMatchObject([{ on: '2020-01-01', what: 'named' }]);
});

test('who asks where units lie is told what they are called, with their kinds', async () => {
  const id = await commune('Tân Sơn');
  const question = { unitIds: [id], roots: 'all' as const, on: '2024-08-01' };
  expect(await service.call(placeUnits, question)).toEqual({
    within: [id],
    names: { [id]: 'Tân Sơn' },
    kinds: { [id]: 'xã' },
  });
});

test('text that no column can hold is refused as bad input', async () => {
  const question = { on: '2024-08-01', q: 'Tân\0Lập', limit: 10 };
  await expect(service.call(listUnits, question)).rejects.toMatchObject({
    body: { type: 'invalid-input', status: 422 },
  });
});

test('a question that cannot be read is not answered as one without conditions', async () => {
  for (const text of ['Tân\0Lập', 'Tân\ud800Lập']) {
    await expect(service.call(listInstruments, { q: text } as never)).rejects.toMatchObject({
      body: { type: 'invalid-input', status: 422 },
    });
  }
});

test('names given at once for several days follow one another, none is lost', async () => {
  const id = await commune('Tân Lập');
  const days = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01'];
  const command = (validFrom: string) => ({ id, name: `Tên ${validFrom}`, validFrom });
  await Promise.all(days.map((day) => service.call(renameUnit, command(day))));
  for (const on of days) {
    expect(await service.call(getUnit, { id, on })).toMatchObject({ name: `Tên ${on}` });
  }
});

test('who may not read quotas does not find them in the history of a commune', async () => {
  const id = await commune('Tân Lập');
  const instrumentId = await territory(service).decision();
  await service.call(setQuota, {
    id: randomUUID(),
    unitId: id,
    instrumentId,
    teams: 7,
    members: 21,
    validFrom: '2025-07-01',
  } as never);
  const told = async (role: Role) => {
    const { items } = await service.call(getUnitHistory, { id }, someone(role, [id]));
    return items.map(({ what }) => what);
  };
  expect(await told('area-officer')).toEqual(['quota', 'named']);
  expect(await told('team-leader')).toEqual(['named']);
  expect(await told('agency-officer')).toEqual(['named']);
});
