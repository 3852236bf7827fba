import {
  changeWorkplace,
  type FeatureCollection,
  listFeatures,
  openWorkplace,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { BoundaryEntity, UnitPointEntity } from '../boundaries/boundary.entity.ts';
import { organisation } from '../service.ts';
import { TeamFormerNameEntity } from '../teams/team-act.entity.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, team } = territory(service);
const on = '2024-09-01';

async function outlined(unitId: string, west: number): Promise<void> {
  await service.db.query(
    `insert into boundary (unit_id, level, valid_from, source, geom, shape, shape_low, point)
     select $1, 'commune', '2024-01-01', 'test', geom, st_transform(geom, 3857),
            st_transform(geom, 3857), st_centroid(geom)
       from (select st_multi(st_makeenvelope($2, 21, $2::float8 + 0.1, 21.1, 4326)) as geom) g`,
    [unitId, west],
  );
}

async function communes() {
  const province = await unit('province', 'Bắc Giang');
  const first = await unit('commune', 'Tân Lập', province);
  const second = await unit('commune', 'Tân Sơn', province);
  await outlined(first, 106);
  await outlined(second, 107);
  const village = await unit('village', 'Chằm', first);
  const point = { type: 'Point' as const, coordinates: [106.05, 21.05] };
  await service.given(UnitPointEntity, { unitId: village, point });
  return { province, first, second, village };
}

const ask = (collection: FeatureCollection, more: object, who?: ReturnType<typeof someone>) =>
  service.call(listFeatures, { collection, on, ...more } as never, who);

test('communes come as outlines in degrees, those alone that meet the box', async () => {
  const { province, first } = await communes();
  const all = await ask('communes', { within: province });
  const west = await ask('communes', { within: province, box: [105.9, 20.9, 106.5, 21.5] });
  expect(all.items).toHaveLength(2);
  expect(west).toMatchObject({
    total: 1,
    nextCursor: null,
    items: [
      {
        id: first,
        geometry: { type: 'MultiPolygon' },
        properties: { name: 'Tân Lập', kind: 'xã' },
      },
    ],
  });
  expect(west.items[0]!.geometry!.coordinates).toEqual([
    [
      [
        [106, 21],
        [106, 21.1],
        [106.1, 21.1],
        [106.1, 21],
        [106, 21],
      ],
    ],
  ]);
});

test('page after page gives each feature once', async () => {
  const { province, first, second } = await communes();
  const one = await ask('communes', { within: province, limit: 1 });
  const two = await ask('communes', { within: province, limit: 1, cursor: one.nextCursor! });
  expect([one.total, two.total, two.nextCursor]).toEqual([2, 2, null]);
  expect([one.items[0]!.id, two.items[0]!.id].sort()).toEqual([first, second].sort());
});

test('villages and figures are of the own area, outlines and names of everywhere', async () => {
  const { province, first, second, village } = await communes();
  const officer = someone('area-officer', [first]);
  const elsewhere = someone('area-officer', [second]);
  const ids = async (collection: FeatureCollection, who: ReturnType<typeof someone>) =>
    (await ask(collection, { within: province }, who)).items.map(({ id }) => id);
  expect(await ids('villages', officer)).toEqual([village]);
  expect(await ids('villages', elsewhere)).toEqual([]);
  expect(await ids('coverage', elsewhere)).toEqual([second]);
  expect((await ids('communes', elsewhere)).length).toBe(2);
});

test('a commune of the coverage carries its figures', async () => {
  const { first } = await communes();
  const { items } = await ask('coverage', { ids: [first] });
  expect(items).toMatchObject([
    {
      id: first,
      properties: { villages: 1, coveredVillages: 0, teamsDecided: null, teamsActive: 0 },
    },
  ]);
});

test('an outline is not there before its day', async () => {
  const { first } = await communes();
  await service.db.getRepository(BoundaryEntity).delete({ unitId: first });
  const { items } = await ask('communes', { ids: [first] });
  expect(items).toMatchObject([{ id: first, geometry: null }]);
});

test('teams and workplaces are told as they were on the day', async () => {
  const { province, village } = await communes();
  const teamId = await team([village], { name: 'Tổ mới' });
  const renamed = { teamId, validFrom: '2024-08-01', validTo: '2024-10-01', name: 'Tổ cũ' };
  await service.given(TeamFormerNameEntity, renamed);
  const workplace = { id: randomUUID(), name: 'Nhà cũ', lon: 106.05, lat: 21.05 };
  await service.call(openWorkplace, {
    ...workplace,
    code: workplace.id,
    kind: 'office',
    villageId: village,
    validFrom: '2024-08-15',
    teamIds: [teamId],
  } as never);
  const moved = { id: workplace.id, validFrom: '2024-10-01', name: 'Nhà mới', lat: 21.06 };
  await service.call(changeWorkplace, moved as never);
  const told = async (collection: FeatureCollection, day: string) => {
    const [one] = (await ask(collection, { within: province, on: day })).items;
    return [one!.properties.name, one!.geometry!.coordinates];
  };
  expect(await told('teams', '2024-09-01')).toEqual(['Tổ cũ', [106.05, 21.05]]);
  expect(await told('workplaces', '2024-09-01')).toEqual(['Nhà cũ', [106.05, 21.05]]);
  expect(await told('teams', '2024-11-01')).toEqual(['Tổ mới', [106.05, 21.06]]);
  expect(await told('workplaces', '2024-11-01')).toEqual(['Nhà mới', [106.05, 21.06]]);
});
