import { listAreas, reorganisationUndone, unitsReorganised } from '@antt/contracts';
import { publish } from '@antt/service-kit';
import { eventually, useService } from '@antt/testing';
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
