import {
  decideAreaPart,
  listAreaParts,
  listAreas,
  reorganisationUndone,
  unitsReorganised,
} from '@antt/contracts';
import { publish } from '@antt/service-kit';
import { eventually, someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { identity } from '../service.ts';
import { acts, organisation, unit } from '../test-organisation.ts';
import { people } from '../test-people.ts';

const service = useService(identity, organisation);
const { area } = people(service);

const on = '2025-07-01';
const counts = {
  founded: 1,
  changed: 0,
  ended: 1,
  moved: 0,
  outlines: 0,
  quotas: 0,
  teams: 0,
  workplaces: 0,
};
const act = (id: string) => ({
  id,
  on,
  instrumentId: randomUUID(),
  lineage: null,
  ended: null,
  counts,
});
const tell = (event: typeof unitsReorganised | typeof reorganisationUndone, id: string) =>
  service.db.transaction((tx) => publish(tx, event, act(id)));

const unitsOf = async (id: string) => {
  const { items } = await service.call(listAreas, {});
  const units = items.find((one) => one.id === id)!.units;
  return units.map(({ unitId, from, to }) => `${unitId} ${from} ${to}`).sort();
};
const becomes = (id: string, wanted: string[]) =>
  eventually(async () => {
    const units = await unitsOf(id);
    return JSON.stringify(units) === JSON.stringify([...wanted].sort()) ? units : null;
  });

test('an area goes on with what its units became, and comes back where the act is undone', async () => {
  const [district, elsewhere, commune, shared] = ['Lục Ngạn', 'Chũ', 'Biên Sơn', 'Chung'].map(
    (name) => unit(name),
  );
  const [mine, other] = [await area(district!), await area(elsewhere!)];
  const id = randomUUID();
  acts.set(id, (unitIds) =>
    unitIds.includes(district!)
      ? { ended: [district!], heirs: [commune!], parts: [shared!] }
      : null,
  );
  const before = await unitsOf(mine);

  await tell(unitsReorganised, id);
  const after = [`${district} 2024-01-01 ${on}`, `${commune} ${on} null`];
  expect(await becomes(mine, after)).toBeTruthy();
  expect(await unitsOf(other)).toEqual([`${elsewhere} 2024-01-01 null`]);
  const facts: { payload: object }[] = await service.db.query(
    `select payload from outbox where subject like '%area-changed%' and payload ->> 'areaId' = $1`,
    [mine],
  );
  expect(facts).toMatchObject([
    {
      payload: {
        added: expect.arrayContaining([
          { unitId: commune, from: on, to: null, name: 'xã Biên Sơn' },
        ]),
        removed: [{ unitId: district, from: '2024-01-01', to: null, name: 'xã Lục Ngạn' }],
      },
    },
  ]);

  await tell(reorganisationUndone, id);
  expect(await becomes(mine, before)).toBeTruthy();
});

test('an area that somebody has already prepared for the day stays as it was prepared', async () => {
  const [district, commune] = ['Sơn Động', 'An Châu'].map((name) => unit(name));
  const prepared = await area(
    { unitId: district!, from: '2024-01-01', to: on },
    { unitId: commune!, from: on, to: null },
  );
  const witness = await area(district!);
  const id = randomUUID();
  acts.set(id, () => ({ ended: [district!], heirs: [commune!], parts: [] }));
  const before = await unitsOf(prepared);
  await tell(unitsReorganised, id);
  expect(await becomes(witness, before)).toBeTruthy();
  expect(await unitsOf(prepared)).toEqual(before);
});

const partsOf = async (reorganisationId: string, who?: ReturnType<typeof someone>) =>
  (await service.call(listAreaParts, { reorganisationId }, who)).items;
const waiting = (reorganisationId: string, count: number) =>
  eventually(async () => {
    const items = await partsOf(reorganisationId);
    return items.length === count ? items : null;
  });

/** An act that ended a district of an area; two communes were made partly of it. */
async function divided({ until = null as string | null } = {}) {
  const [district, shared, other] = ['Lục Ngạn', 'Chung', 'Khác'].map((name) => unit(name)) as [
    string,
    string,
    string,
  ];
  const areaId = await area({ unitId: district, from: '2024-01-01', to: until });
  const id = randomUUID();
  acts.set(id, (unitIds) =>
    unitIds.includes(district) ? { ended: [district], heirs: [], parts: [shared, other] } : null,
  );
  await tell(unitsReorganised, id);
  const items = (await waiting(id, 2))!;
  const partOf = (unitId: string) => items.find((part) => part.unit.id === unitId)!;
  return { id, areaId, district, shared, other, partOf };
}

test('what an act made partly of an area waits in a list until somebody takes it in or leaves it out', async () => {
  const { id, areaId, district, shared, other, partOf } = await divided();
  expect(partOf(shared)).toMatchObject({
    area: { id: areaId },
    unit: { name: 'Chung', kind: 'xã' },
    on,
    reorganisationId: id,
  });
  expect(await unitsOf(areaId)).toEqual([`${district} 2024-01-01 ${on}`]);

  const take = { id: partOf(shared).id, decision: 'take' as const };
  expect(await service.call(decideAreaPart, take)).toEqual(take);
  expect(await service.call(decideAreaPart, take)).toEqual(take);
  const held = [`${district} 2024-01-01 ${on}`, `${shared} ${on} null`].sort();
  expect(await unitsOf(areaId)).toEqual(held);
  expect((await partsOf(id)).map((part) => part.unit.id)).toEqual([other]);
  await expect(service.call(decideAreaPart, { ...take, decision: 'leave' })).rejects.toMatchObject({
    body: { type: 'area-part-is-decided' },
  });

  await service.call(decideAreaPart, { id: partOf(other).id, decision: 'leave' });
  expect(await partsOf(id)).toEqual([]);
  expect(await unitsOf(areaId)).toEqual(held);
  const told = await service.db.query(
    `select payload ->> 'decision' as decision from outbox
      where subject like '%area-part-decided%' and payload ->> 'areaId' = $1 order by id`,
    [areaId],
  );
  expect(told).toEqual([{ decision: 'take' }, { decision: 'leave' }]);

  await tell(reorganisationUndone, id);
  expect(await becomes(areaId, [`${district} 2024-01-01 null`])).toBeTruthy();
  await expect(service.call(decideAreaPart, take)).rejects.toMatchObject({
    body: { type: 'area-part-not-found' },
  });
});

test('a unit taken in is held as long as what it was made of', async () => {
  const { areaId, district, shared, partOf } = await divided({ until: '2026-01-01' });
  await service.call(decideAreaPart, { id: partOf(shared).id, decision: 'take' });
  expect(await unitsOf(areaId)).toEqual(
    [`${district} 2024-01-01 ${on}`, `${shared} ${on} 2026-01-01`].sort(),
  );
});

test('what an administrator put into the area by hand waits no longer', async () => {
  const { id, areaId, shared, other } = await divided();
  await service.db.query(
    `insert into area_unit (area_id, unit_id, valid_from) values ($1, $2, '2025-07-15')`,
    [areaId, shared],
  );
  expect((await partsOf(id)).map((part) => part.unit.id)).toEqual([other]);
});

test('nobody sees or decides what waits for an area outside the own one', async () => {
  const { id, district, shared, partOf } = await divided();
  const stranger = someone('provincial-administrator', [unit('Xa lạ')]);
  expect(await partsOf(id, stranger)).toEqual([]);
  const take = { id: partOf(shared).id, decision: 'take' as const };
  await expect(service.call(decideAreaPart, take, stranger)).rejects.toMatchObject({
    body: { type: 'grant-beyond-own-area' },
  });
  // Who administers what the area was, and not what it would become, does not enlarge it.
  const former = someone('provincial-administrator', [district]);
  await expect(service.call(decideAreaPart, take, former)).rejects.toMatchObject({
    body: { type: 'grant-beyond-own-area' },
  });
});
