import {
  endTransition,
  getCoverage,
  getWorklist,
  grantTransition,
  listGaps,
  listQuotas,
  listTransitions,
  reorganise,
  setQuota,
} from '@antt/contracts';
import { useService } from '@antt/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision, team: founded } = territory(service);

let commune: string;
let instrumentId: string;
let team: string;

beforeEach(async () => {
  const province = await unit('province', 'Bắc Giang');
  commune = await unit('commune', 'Tân Lập', province);
  instrumentId = await decision();
  for (const name of ['Chằm', 'Bầu']) {
    const village = await unit('village', name, commune);
    team = await founded([village], { name: `Tổ ${name}` });
  }
  await service.call(setQuota, {
    id: randomUUID(),
    unitId: commune,
    instrumentId,
    teams: 1,
    members: 3,
    validFrom: '2024-07-01',
  } as never);
});

const granted = (more: object = {}) =>
  ({
    id: randomUUID(),
    unitId: commune,
    teamId: null,
    instrumentId,
    reason: 'Sáp nhập thôn, giảm dần đến hết năm',
    teams: 1,
    members: 3,
    validFrom: '2026-07-01',
    validTo: '2027-01-01',
    ...more,
  }) as never;

const gaps = async (on: string) =>
  (await service.call(getCoverage, { on, within: commune, level: 'commune' })).items[0]!.gaps;

test('a surplus on a roadmap is no gap until its day, and one from then on', async () => {
  expect(await gaps('2026-07-02')).toContain('teams-over');
  await service.call(grantTransition, granted());
  expect(await gaps('2026-06-30')).toContain('teams-over');
  expect(await gaps('2026-07-01')).not.toContain('teams-over');
  expect(await gaps('2026-12-31')).not.toContain('teams-over');
  expect(await gaps('2027-01-01')).toContain('teams-over');
  const on = '2026-08-01';
  expect((await service.call(listQuotas, { on, within: commune })).items[0]).toMatchObject({
    surplus: { teams: 1, until: '2027-01-01' },
  });
  expect((await service.call(listTransitions, { on, within: commune })).items).toMatchObject([
    { unitName: 'Tân Lập', teams: 1, validTo: '2027-01-01' },
  ]);
});

test('the map, the list of gaps and the work list agree on what is lawful above the quota', async () => {
  await service.call(grantTransition, granted());
  const over = async (on: string) => {
    const { items } = await service.call(listGaps, {
      on,
      within: commune,
      kind: 'teams-over',
    } as never);
    const { entries } = await service.call(getWorklist, { on, within: commune });
    return [
      (await gaps(on)).includes('teams-over'),
      items.map(({ since }) => since),
      entries.some(({ kind, count }) => kind === 'teams-over' && count > 0),
    ];
  };
  expect(await over('2026-06-30')).toEqual([true, ['2024-08-01'], true]);
  expect(await over('2026-12-31')).toEqual([false, [], false]);
  expect(await over('2027-01-01')).toEqual([true, ['2027-01-01'], true]);
});

test('restated to the units of another day, a surplus is as lawful as on its own', async () => {
  await service.call(grantTransition, granted());
  const restated = async (on: string) => {
    const question = { on, within: commune, level: 'commune', restate: '2025-01-01' } as const;
    return (await service.call(getCoverage, question)).items[0]!.gaps.includes('teams-over');
  };
  expect(await restated('2026-06-30')).toBe(true);
  expect(await restated('2026-07-01')).toBe(false);
  expect(await restated('2026-12-31')).toBe(false);
  expect(await restated('2027-01-01')).toBe(true);
});

test('a surplus follows its commune into the one that it became', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const merged = randomUUID();
  const founded = { level: 'commune', kind: 'xã', list: 'mới', name: 'Mới', parentId: province };
  await service.call(reorganise, {
    id: randomUUID(),
    on: '2026-10-01',
    title: 'Sắp xếp xã',
    instrumentId,
    founded: [{ id: merged, code: merged.slice(0, 8), ...founded }],
    ended: [commune],
    lineage: [{ predecessorId: commune, successorId: merged }],
  } as never);
  const over = async () => {
    const question = { on: '2026-08-01', level: 'commune', restate: '2026-11-01' } as const;
    const { items } = await service.call(getCoverage, { ...question, within: merged });
    return items.map(({ unit: one, gaps: found }) => [one.id, found.includes('teams-over')]);
  };
  expect(await over()).toEqual([[merged, true]]);
  await service.call(grantTransition, granted({ validTo: '2026-10-01' }));
  expect(await over()).toEqual([[merged, false]]);
});

test('a roadmap is ended early, but not outside its days', async () => {
  const command = granted();
  const { id } = await service.call(grantTransition, command);
  expect(await service.call(grantTransition, command)).toMatchObject({ id });
  for (const on of ['2026-07-01', '2027-02-01']) {
    await expect(service.call(endTransition, { id, on })).rejects.toMatchObject({
      body: { type: 'transition-ends-outside' },
    });
  }
  await service.call(endTransition, { id, on: '2026-10-01' });
  expect(await gaps('2026-10-01')).toContain('teams-over');
});

test('one surplus of a commune at a time, beside that of its team', async () => {
  await service.call(grantTransition, granted());
  await service.call(grantTransition, granted({ teamId: team, teams: 0, members: 1 }));
  await expect(service.call(grantTransition, granted())).rejects.toMatchObject({
    body: { type: 'surplus-is-granted-once-a-day' },
  });
});

test('the team of a surplus is of its commune, and its end comes after its start', async () => {
  const other = await unit('commune', 'Sa Lý');
  await expect(
    service.call(grantTransition, granted({ unitId: other, teamId: team })),
  ).rejects.toMatchObject({ body: { type: 'transition-team-elsewhere' } });
  await expect(
    service.call(grantTransition, granted({ validTo: '2026-07-01' })),
  ).rejects.toMatchObject({ body: { type: 'transition-ends-outside' } });
});

test("a team's roadmap is changed from a day on: the old one ends there, and no day is without", async () => {
  const own = { teamId: team, teams: 0, members: 3 };
  const first = await service.call(grantTransition, granted(own));
  const change = granted({
    ...own,
    members: 1,
    validFrom: '2026-10-01',
    validTo: '2027-03-01',
    replaces: first.id,
  });
  const second = await service.call(grantTransition, change);
  expect(await service.call(grantTransition, change)).toEqual(second);
  const on = async (day: string) =>
    (await service.call(listTransitions, { on: day, within: commune })).items;
  expect(await on('2026-09-30')).toMatchObject([{ id: first.id, members: 3 }]);
  expect(await on('2026-10-01')).toMatchObject([{ id: second.id, members: 1, teamId: team }]);
  expect(await on('2027-03-01')).toEqual([]);
});

test("one team's roadmap does not change another's, and both stay as they were", async () => {
  const first = await service.call(grantTransition, granted({ teamId: team, teams: 0 }));
  const wrong = granted({ validFrom: '2026-10-01', replaces: first.id });
  await expect(service.call(grantTransition, wrong)).rejects.toMatchObject({
    body: { type: 'transition-not-found' },
  });
  const { items } = await service.call(listTransitions, { on: '2026-12-01', within: commune });
  expect(items).toMatchObject([{ id: first.id, validTo: '2027-01-01' }]);
});
