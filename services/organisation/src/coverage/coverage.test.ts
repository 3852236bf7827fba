import { dissolveTeam, getCoverage, openWorkplace, setQuota } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, moved, decision, team: founded, chair } = territory(service);

const team = (villageIds: string[], foundedOn = '2024-08-01') => founded(villageIds, { foundedOn });

async function workplace(villageId: string, teamIds: string[], validFrom = '2024-09-01') {
  const id = randomUUID();
  const command = { id, code: id.slice(0, 8), name: 'Nhà văn hóa', kind: 'culture-house' };
  const place = { villageId, teamIds, validFrom, lon: 106.2, lat: 21.3 };
  await service.call(openWorkplace, { ...command, ...place } as never);
}

async function quota(unitId: string, teams: number, validFrom = '2024-07-15') {
  const instrumentId = await decision();
  const command = { id: randomUUID(), unitId, instrumentId, teams, members: teams * 3, validFrom };
  await service.call(setQuota, command as never);
}

async function district() {
  const province = await unit('province', 'Bắc Giang');
  const district = await unit('district', 'Lục Ngạn', province);
  const commune = await unit('commune', 'Tân Lập', district);
  const villages = [
    await unit('village', 'Chằm', commune),
    await unit('village', 'Bầu', commune),
    await unit('village', 'Sàn', commune),
  ] as const;
  return { province, district, commune, villages };
}

const rowOf = async (on: string, within: string, level: 'commune' | 'district' | 'province') =>
  (await service.call(getCoverage, { on, within, level })).items[0];

test('a commune counts its villages, teams, quota and workplaces of the day', async () => {
  const { commune, villages } = await district();
  await quota(commune, 3);
  const first = await team([villages[0]]);
  await team([villages[1]], '2024-10-01');
  await workplace(villages[0], [first]);

  const august = await rowOf('2024-08-15', commune, 'commune');
  const october = await rowOf('2024-10-15', commune, 'commune');

  expect(august).toMatchObject({
    villages: 3,
    coveredVillages: 1,
    teams: { norm: null, decided: 3, active: 1 },
    members: { norm: null, decided: 9, serving: null, paid: null },
    workplaces: { teamsWith: 0, total: 0 },
    gaps: ['villages-uncovered', 'teams-short', 'workplace-missing'],
  });
  expect(october).toMatchObject({
    coveredVillages: 2,
    teams: { active: 2 },
    workplaces: { teamsWith: 1, total: 1 },
  });
});

test('a team over two villages is one team that covers both', async () => {
  const { commune, villages } = await district();
  await team([villages[0], villages[1]]);
  expect(await rowOf('2024-09-01', commune, 'commune')).toMatchObject({
    coveredVillages: 2,
    teams: { active: 1, decided: null },
    gaps: ['villages-uncovered', 'workplace-missing', 'quota-missing'],
  });
});

test('districts and provinces add up their communes, and the total equals their sum', async () => {
  const { province, district: lucNgan, commune, villages } = await district();
  const other = await unit('commune', 'Tân Sơn', lucNgan);
  const village = await unit('village', 'Đám', other);
  await quota(commune, 1);
  await quota(other, 2);
  await team([villages[0]]);
  await team([village]);

  const { items, total } = await service.call(getCoverage, {
    on: '2024-09-01',
    within: lucNgan,
    level: 'commune',
  });
  const [row] = (
    await service.call(getCoverage, { on: '2024-09-01', within: lucNgan, level: 'district' })
  ).items;

  expect(items).toHaveLength(2);
  expect(total).toMatchObject({ villages: 4, teams: { decided: 3, active: 2 } });
  expect(row).toMatchObject({
    unit: { id: lucNgan },
    villages: 4,
    teams: { decided: 3, active: 2 },
    communes: { total: 2, teamsShort: 1 },
  });
  expect(await rowOf('2024-09-01', lucNgan, 'province')).toMatchObject({
    unit: { id: province },
    teams: { active: 2 },
  });
});

test('a dissolved team no longer covers its village from that day on', async () => {
  const { commune, villages } = await district();
  const id = await team([villages[0]]);
  await service.call(dissolveTeam, { id, dissolvedOn: '2025-01-01', decision: await chair() });
  expect(await rowOf('2024-12-31', commune, 'commune')).toMatchObject({ teams: { active: 1 } });
  expect(await rowOf('2025-01-01', commune, 'commune')).toMatchObject({
    teams: { active: 0 },
    coveredVillages: 0,
  });
});

test('villages and their teams follow the village to its new commune on the day', async () => {
  const { province, commune, villages } = await district();
  const ward = await unit('commune', 'Lục Ngạn', province, { from: '2025-07-01', kind: 'phường' });
  await team([villages[0]]);
  for (const village of villages) await moved(village, ward, '2025-07-01');
  expect(await rowOf('2025-06-30', commune, 'commune')).toMatchObject({ coveredVillages: 1 });
  expect(await rowOf('2025-07-01', ward, 'commune')).toMatchObject({
    villages: 3,
    coveredVillages: 1,
  });
});

test('an officer sees the communes of the own district on the days it was theirs', async () => {
  const { district: mine, commune } = await district();
  await district();
  const officer = someone('area-officer', [{ unitId: mine, from: '2024-01-01', to: '2025-07-01' }]);
  const ask = (on: string) =>
    service.call(getCoverage, { on, level: 'commune' }, officer).then(({ items }) => items);
  expect((await ask('2024-08-01')).map((row) => row.unit.id)).toEqual([commune]);
  expect(await ask('2025-07-01')).toEqual([]);
});

test('a quota needs an instrument in force on its first day', async () => {
  const { commune } = await district();
  const instrumentId = await decision('07/QĐ-UBND', '2024-08-01');
  const command = { id: randomUUID(), unitId: commune, instrumentId, teams: 1, members: 3 };
  await expect(
    service.call(setQuota, { ...command, validFrom: '2024-07-31' } as never),
  ).rejects.toMatchObject({ body: { type: 'instrument-not-in-force', number: '07/QĐ-UBND' } });
});

test('a later quota ends the standing one on its day, and the past stays as it was', async () => {
  const { commune } = await district();
  await quota(commune, 3, '2024-07-15');
  await quota(commune, 5, '2025-01-01');
  expect(await rowOf('2024-12-31', commune, 'commune')).toMatchObject({ teams: { decided: 3 } });
  expect(await rowOf('2025-01-01', commune, 'commune')).toMatchObject({ teams: { decided: 5 } });
});

test('the same quota command twice is one quota, with other figures it is refused', async () => {
  const { commune } = await district();
  const instrumentId = await decision();
  const command = { id: randomUUID(), unitId: commune, instrumentId, teams: 2, members: 6 };
  const once = { ...command, validFrom: '2024-08-01' } as never;
  expect(await service.call(setQuota, once)).toEqual(await service.call(setQuota, once));
  await expect(
    service.call(setQuota, { ...command, teams: 3, validFrom: '2024-08-01' } as never),
  ).rejects.toMatchObject({ body: { type: 'id-reused', field: 'teams' } });
});

test('a quota of a commune that is known to end ends with it', async () => {
  const commune = await unit('commune', 'Tân Lập', null, { to: '2025-07-01' });
  const instrumentId = await decision();
  const command = { id: randomUUID(), unitId: commune, instrumentId, teams: 2, members: 6 };
  expect(
    await service.call(setQuota, { ...command, validFrom: '2024-08-01' } as never),
  ).toMatchObject({ validTo: '2025-07-01' });
});

test('a team of two villages is one team in their total, and a village lacks no quota', async () => {
  const { commune, villages } = await district();
  await team([villages[0], villages[1]]);
  const question = { on: '2024-09-01', within: commune, level: 'village' } as const;
  const { items, total } = await service.call(getCoverage, question);
  const active = new Map(items.map((row) => [row.unit.id, row.teams.active]));
  expect(villages.map((id) => active.get(id))).toEqual([1, 1, 0]);
  expect(items.flatMap((row) => row.gaps)).not.toContain('quota-missing');
  expect(total).toMatchObject({ villages: 3, coveredVillages: 2, teams: { active: 1 } });
});

test('above the communes one without a quota is a gap, and no surplus of the others', async () => {
  const { district: mine, commune, villages } = await district();
  await quota(await unit('commune', 'Tân Sơn', mine), 0);
  await team([villages[0]]);
  const row = await rowOf('2024-09-01', mine, 'district');
  expect(row!.gaps).toContain('quota-missing');
  expect(row!.gaps).not.toContain('teams-over');
  expect((await rowOf('2024-09-01', commune, 'commune'))!.gaps).toContain('quota-missing');
});
