import { createArea, grantRole, listAreas, setAreaUnits } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { identity } from '../service.ts';
import { organisation, unit } from '../test-organisation.ts';
import { factsAbout, people } from '../test-people.ts';
import { wholeArea } from './whole-area.ts';

const service = useService(identity, organisation);
const { account, signIn, principalOf, area } = people(service);

const problem = (type: string, members = {}) => ({ body: { type, ...members } });

const province = unit('Bắc Giang');
const district = unit('Lục Ngạn', province);
const other = unit('Sơn Động', province);
const commune = unit('Phì Điền', district);

const always = (unitId: string) => ({ unitId, from: '2024-01-01', to: null });
const named = (...units: { unitId: string; from: string; to: string | null }[]) => ({
  id: randomUUID(),
  name: `Cụm ${randomUUID()}`,
  units,
});

test('an area is a former district until its end and its communes from then on', async () => {
  const wanted = named(
    { unitId: district, from: '2024-07-01', to: '2025-07-01' },
    { unitId: commune, from: '2025-07-01', to: null },
  );
  const made = await service.call(createArea, wanted);
  expect(made).toMatchObject({ id: wanted.id, name: wanted.name, whole: false });
  expect(await service.call(createArea, wanted)).toEqual(made);
  const { items } = await service.call(listAreas, {});
  expect(items[0]).toMatchObject({ id: wholeArea.id, whole: true });
  expect(items.find(({ id }) => id === wanted.id)).toEqual({
    ...made,
    unitNames: { [district]: 'Lục Ngạn', [commune]: 'Phì Điền' },
    unitKinds: { [district]: 'xã', [commune]: 'xã' },
  });
});

test('an area has a name of its own, known units, and each unit once a day', async () => {
  const wanted = named(always(commune));
  await service.call(createArea, wanted);
  const make = (change: object) =>
    service.call(createArea, { ...wanted, id: randomUUID(), ...change });
  await expect(make({})).rejects.toMatchObject(problem('area-name-is-taken', { status: 409 }));
  const ghost = randomUUID();
  await expect(make({ units: [always(ghost)] })).rejects.toMatchObject(
    problem('unit-not-found', { id: ghost }),
  );
  const twice = [always(commune), { unitId: commune, from: '2025-01-01', to: '2026-01-01' }];
  await expect(make({ name: 'Hai lần', units: twice })).rejects.toMatchObject(
    problem('area-holds-a-unit-once-a-day', { status: 409 }),
  );
  const same = [always(commune), always(commune)];
  await expect(make({ name: 'Cùng ngày', units: same })).rejects.toMatchObject(
    problem('area-holds-a-unit-once-a-day', { status: 409 }),
  );
  const backwards = [{ unitId: commune, from: '2025-01-01', to: '2025-01-01' }];
  await expect(make({ name: 'Ngược ngày', units: backwards })).rejects.toMatchObject(
    problem('unit-valid-to-follows-valid-from', { status: 422 }),
  );
  await expect(service.call(createArea, { ...wanted, name: 'Tên khác' })).rejects.toMatchObject(
    problem('id-reused', { field: 'name' }),
  );
});

test('who holds a role in an area gets its new units at once, and is told', async () => {
  const wanted = named(always(commune));
  await service.call(createArea, wanted);
  const { id, username } = await account();
  await service.call(grantRole, {
    id: randomUUID(),
    accountId: id,
    role: 'area-officer',
    areaId: wanted.id,
    from: '2024-07-01',
    to: null,
  });
  const { accessToken } = await signIn(username);
  await service.call(setAreaUnits, { id: wanted.id, units: [always(other)] });
  const principal = await principalOf(accessToken);
  expect(principal.grants[0]?.units).toEqual([always(other)]);
  expect((await factsAbout(service, id)).at(-1)).toEqual({
    event: 'access-changed',
    accountId: id,
    why: 'area',
  });
});

test('the log names the units that came to an area or left it, with their days', async () => {
  const until = { unitId: commune, from: '2024-01-01', to: '2025-07-01' };
  const wanted = named(always(district), always(commune));
  await service.call(createArea, wanted);
  await service.call(setAreaUnits, { id: wanted.id, units: [always(district), until] });
  const told = await service.db.query(
    `select payload from outbox where payload ->> 'areaId' = $1 order by id`,
    [wanted.id],
  );
  const called = (name: string) => expect.stringMatching(new RegExp(`${name}$`));
  const { id: areaId, name } = wanted;
  const [first, second] = told.map(({ payload }: { payload: object }) => payload);
  expect(first).toMatchObject({ areaId, name, units: 2, removed: [] });
  expect(first.added).toHaveLength(2);
  expect(first.added).toContainEqual({ ...always(district), name: called('Lục Ngạn') });
  expect(second).toEqual({
    areaId,
    name,
    units: 2,
    added: [{ ...until, name: called('Phì Điền') }],
    removed: [{ ...always(commune), name: called('Phì Điền') }],
  });
});

test('an administrator of an area makes and changes areas inside it only', async () => {
  const officer = someone('provincial-administrator', [district]);
  const mine = named(always(commune));
  await expect(service.call(createArea, mine, officer)).resolves.toMatchObject({ id: mine.id });
  for (const beyond of [other, province]) {
    await expect(service.call(createArea, named(always(beyond)), officer)).rejects.toMatchObject(
      problem('grant-beyond-own-area', { status: 403 }),
    );
    await expect(
      service.call(setAreaUnits, { id: mine.id, units: [always(beyond)] }, officer),
    ).rejects.toMatchObject(problem('grant-beyond-own-area'));
  }
  const foreign = await area(other);
  await expect(
    service.call(setAreaUnits, { id: foreign, units: [always(commune)] }, officer),
  ).rejects.toMatchObject(problem('grant-beyond-own-area'));
  const { items } = await service.call(listAreas, {}, officer);
  const ids = items.map(({ id }) => id);
  expect(ids).toContain(mine.id);
  expect(ids).not.toContain(foreign);
  expect(ids).not.toContain(wholeArea.id);
});

test('the whole installation is no list of units', async () => {
  await expect(
    service.call(setAreaUnits, { id: wholeArea.id, units: [always(commune)] }),
  ).rejects.toMatchObject(problem('not-allowed', { status: 403 }));
  await expect(
    service.call(setAreaUnits, { id: randomUUID(), units: [always(commune)] }),
  ).rejects.toMatchObject(problem('area-not-found'));
});
