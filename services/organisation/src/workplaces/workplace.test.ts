import {
  assignWorkplace,
  changeWorkplace,
  closeWorkplace,
  dissolveTeam,
  getWorkplace,
  getWorkplaceHistory,
  listPoints,
  listWorkplaces,
  openWorkplace,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, team: founded, chair } = territory(service);
const upload = importing(service);

async function place() {
  const commune = await unit('commune', 'Tân Lập');
  const villageId = await unit('village', 'Chằm', commune);
  const team = () => founded([villageId]);
  const open = (teamIds: string[], validFrom = '2024-09-01', id = randomUUID() as string) =>
    service.call(openWorkplace, {
      id,
      code: id.slice(0, 8),
      name: 'Nhà văn hóa',
      kind: 'culture-house',
      address: '',
      villageId,
      lon: 106.2,
      lat: 21.3,
      validFrom,
      teamIds,
    } as unknown as Input<typeof openWorkplace>);
  const change = (id: string, validFrom: string, facts: object) =>
    service.call(changeWorkplace, { id, validFrom, ...facts } as Input<typeof changeWorkplace>);
  const on = (id: string, day: string) => service.call(getWorkplace, { id, on: day });
  const teamsOn = async (id: string, day: string) => (await on(id, day)).teams.map((t) => t.id);
  return { commune, villageId, team, open, change, on, teamsOn };
}

test('a workplace serves no team that does not exist, or is not active on its first day', async () => {
  const { team, open } = await place();
  const id = await team();
  const nobody = randomUUID();
  await expect(open([nobody])).rejects.toMatchObject({
    body: { type: 'team-not-found', id: nobody, on: '2024-09-01' },
  });
  await expect(open([id], '2024-07-31')).rejects.toMatchObject({
    body: { type: 'team-not-active', status: 422, id, on: '2024-07-31', foundedOn: '2024-08-01' },
  });
  await service.call(dissolveTeam, { id, dissolvedOn: '2025-01-01', decision: await chair() });
  await expect(open([id], '2025-01-01')).rejects.toMatchObject({
    body: { type: 'team-not-active', id, on: '2025-01-01', dissolvedOn: '2025-01-01' },
  });
  await open([id], '2024-12-31');
  const [stay] = await service.db.query(`select valid_to from team_workplace where team_id = $1`, [
    id,
  ]);
  expect(stay.valid_to).toBe('2025-01-01');
});

test('an opening that is repeated with other teams is refused, the same one is answered again', async () => {
  const { team, open } = await place();
  const [one, two] = [await team(), await team()];
  const id = randomUUID();
  const first = await open([one, two], '2024-09-01', id);
  expect(await open([two, one], '2024-09-01', id)).toEqual(first);
  await expect(open([one], '2024-09-01', id)).rejects.toMatchObject({
    body: { type: 'id-reused', status: 409, id, field: 'teamIds' },
  });
});

test('a workplace that moves stands at its old point on earlier days, on the map too', async () => {
  const { commune, open, change, on } = await place();
  const { id } = await open([]);
  await change(id, '2025-01-01', { lon: 106.25, lat: 21.35 });
  expect(await on(id, '2024-12-31')).toMatchObject({ lon: 106.2, lat: 21.3, since: '2024-09-01' });
  expect(await on(id, '2025-01-01')).toMatchObject({ lon: 106.25, since: '2025-01-01' });
  const pointOn = async (day: string) => {
    const question = { on: day, within: commune, layer: 'workplaces' as const };
    return (await service.call(listPoints, question)).items[0];
  };
  expect(await pointOn('2024-12-31')).toMatchObject({ lon: 106.2, lat: 21.3 });
  expect(await pointOn('2025-01-01')).toMatchObject({ lon: 106.25, lat: 21.35 });
});

test('facts change from their day on; those of the same day are corrected; earlier days stay', async () => {
  const { commune, open, change, on } = await place();
  const { id } = await open([]);
  await change(id, '2025-01-01', { kind: 'police-office', tenure: 'borrowed', areaM2: 24.5 });
  await change(id, '2025-01-01', { areaM2: 25.5 });
  expect(await on(id, '2024-12-31')).toMatchObject({ kind: 'culture-house', areaM2: null });
  expect(await on(id, '2025-01-01')).toMatchObject({
    kind: 'police-office',
    tenure: 'borrowed',
    areaM2: 25.5,
  });
  await expect(change(id, '2024-10-01', { name: 'Khác' })).rejects.toMatchObject({
    body: { type: 'workplace-has-later-changes', day: '2025-01-01' },
  });
  const { items } = await service.call(getWorkplaceHistory, { id });
  expect(items.map(({ what, changed }) => [what, changed])).toEqual([
    ['changed', ['kind', 'tenure', 'areaM2']],
    ['opened', []],
  ]);
  const listed = async (day: string) =>
    (await service.call(listWorkplaces, { on: day, within: commune, q: 'van hoa', limit: 9 }))
      .items;
  expect(await listed('2024-12-31')).toMatchObject([{ kind: 'culture-house' }]);
  expect(await listed('2025-01-01')).toMatchObject([{ kind: 'police-office', areaM2: 25.5 }]);
});

test('a row of a file about an earlier day corrects that day and leaves what changed later', async () => {
  const { villageId, open, change, on } = await place();
  const { id, code } = await open([]);
  await change(id, '2025-01-01', { name: 'Trụ sở công an', lon: 106.25 });
  const row = `${code},Nhà văn hóa thôn Chằm,nhà văn hóa,${villageId.slice(0, 13)},106.2,21.3,2024-09-01`;
  const file = `code,name,kind,village_code,lon,lat,valid_from\n${row}`;
  const sent = { name: 'x.csv', bytes: new TextEncoder().encode(file) };
  expect(await upload('workplaces', sent)).toMatchObject({ counts: { changed: 1 } });
  expect(await upload('workplaces', sent)).toMatchObject({ counts: { unchanged: 1 } });
  expect(await on(id, '2024-12-31')).toMatchObject({ name: 'Nhà văn hóa thôn Chằm', lon: 106.2 });
  expect(await on(id, '2025-01-01')).toMatchObject({ name: 'Trụ sở công an', lon: 106.25 });
});

test('when a workplace closes its teams leave, and nobody moves in any more', async () => {
  const { team, open, teamsOn } = await place();
  const id = await team();
  const first = await open([id]);
  await service.call(closeWorkplace, { id: first.id, closedOn: '2025-01-01' });
  await service.call(closeWorkplace, { id: first.id, closedOn: '2025-01-01' });
  expect(await teamsOn(first.id, '2025-06-01')).toEqual([id]);
  const move = { id, workplaceId: first.id, validFrom: '2025-02-01' };
  await expect(service.call(assignWorkplace, move)).rejects.toMatchObject({
    body: { type: 'workplace-not-in-use', on: '2025-02-01', validTo: '2025-01-01' },
  });
});

test('a workplace closes after what changed last about it', async () => {
  const { open, change, on } = await place();
  const { id } = await open([]);
  await change(id, '2025-01-01', { name: 'Trụ sở công an' });
  for (const closedOn of ['2024-12-01', '2025-01-01']) {
    await expect(service.call(closeWorkplace, { id, closedOn })).rejects.toMatchObject({
      body: { type: 'workplace-closes-after-its-last-change', day: '2025-01-01' },
    });
  }
  await service.call(closeWorkplace, { id, closedOn: '2025-01-02' });
  expect(await on(id, '2025-06-01')).toMatchObject({ on: '2025-01-01', name: 'Trụ sở công an' });
});

test('a team moves to another workplace, and to none, from a day on', async () => {
  const { team, open, teamsOn } = await place();
  const id = await team();
  const [one, two] = [await open([id]), await open([])];
  await service.call(assignWorkplace, { id, workplaceId: two.id, validFrom: '2025-01-01' });
  await service.call(assignWorkplace, { id, workplaceId: null, validFrom: '2025-06-01' });
  expect(await teamsOn(one.id, '2024-12-31')).toEqual([id]);
  expect(await teamsOn(one.id, '2025-01-01')).toEqual([]);
  expect(await teamsOn(two.id, '2025-05-31')).toEqual([id]);
  expect(await teamsOn(two.id, '2025-06-01')).toEqual([]);
  const { items } = await service.call(getWorkplaceHistory, { id: two.id });
  expect(items.map(({ what }) => what)).toEqual(['team-out', 'team-in', 'opened']);
});

test('a point outside its commune is recorded and told (law BR-65)', async () => {
  const { commune, open, change, on } = await place();
  await service.db.query(
    `insert into boundary (unit_id, level, valid_from, source, geom, shape, shape_low, point)
     select $1, 'commune', '2024-01-01', 'test', g, st_transform(g, 3857), st_transform(g, 3857), st_centroid(g)
       from st_multi(st_makeenvelope(106.1, 21.2, 106.3, 21.4, 4326)) g`,
    [commune],
  );
  const { id } = await open([]);
  expect(await on(id, '2025-01-01')).toMatchObject({ isOutside: false });
  expect(await change(id, '2025-01-01', { lon: 106.9 })).toMatchObject({ isOutside: true });
  expect(await on(id, '2025-01-01')).toMatchObject({ isOutside: true });
});
