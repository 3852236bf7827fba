import { getCoverage, reorganise, setQuota, undoReorganisation } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision, team } = territory(service);

const on = '2025-07-01';
const later = '2025-09-01';

const act = async (plan: Partial<Input<typeof reorganise>>) =>
  service.call(reorganise, {
    id: randomUUID(),
    on,
    title: 'Sắp xếp đơn vị hành chính',
    instrumentId: await decision(),
    ...plan,
  } as Input<typeof reorganise>);
const undo = (id: string) => service.call(undoReorganisation, { id });
const whole = (successorId: string, predecessorId: string) => [
  { predecessorId, successorId, share: 1 },
];

const quota = async (unitId: string, teams: number, validFrom = '2024-07-01') =>
  service.call(setQuota, {
    id: randomUUID(),
    unitId,
    instrumentId: await decision(undefined, validFrom),
    teams,
    members: teams * 3,
    validFrom,
  } as Input<typeof setQuota>);

/** Two communes of a province, a village in each. */
async function neighbours() {
  const id = await unit('province', 'Bắc Giang');
  const [one, two] = [await unit('commune', 'Một', id), await unit('commune', 'Hai', id)];
  const [first, second] = [await unit('village', 'Xuân', one), await unit('village', 'Hạ', two)];
  return { id, one, two, first, second };
}

const decidedTeams = async (within: string, day: string) =>
  (await service.call(getCoverage, { on: day, within, level: 'commune' })).total.teams.decided;

test('of a sum each part holds as long as the quota that it comes from', async () => {
  const { id, one, two } = await neighbours();
  await quota(one, 2);
  await quota(two, 3);
  await service.db.query('update quota set valid_to = $2 where unit_id = $1', [one, later]);
  const { id: actId, effects } = await act({ ended: [one], lineage: whole(two, one) });
  expect(effects.counts.quotas).toBe(1);
  expect(await decidedTeams(id, on)).toBe(5);
  expect(await decidedTeams(id, '2025-08-31')).toBe(5);
  expect(await decidedTeams(id, later)).toBe(3);
  await undo(actId);
  expect(await decidedTeams(id, on)).toBe(5);
  expect(await decidedTeams(id, later)).toBe(3);
});

test('a commune that gives two parts away on one day gives the quota of both', async () => {
  const { id, one, two, first } = await neighbours();
  const three = await unit('commune', 'Ba', id);
  const villages = [first, await unit('village', 'Thu', one), await unit('village', 'Đông', one)];
  for (const village of villages) await team([village]);
  await quota(one, 3);
  await quota(two, 1);
  const give = (village: string, successorId: string) =>
    act({
      changed: [{ id: village, parentId: successorId }],
      lineage: [{ predecessorId: one, successorId, share: 0.33 }],
    });
  await give(villages[0]!, two);
  const second = await give(villages[1]!, three);
  const decided = async () => {
    const { items } = await service.call(getCoverage, { on, within: id, level: 'commune' });
    return Object.fromEntries(items.map((item) => [item.unit.name, item.teams.decided]));
  };
  expect(await decided()).toEqual({ Một: 1, Hai: 2, Ba: 1 });
  expect(second.effects.quotas.map(({ unit: { name }, teams }) => [name, teams])).toEqual([
    ['Ba', 1],
    ['Một', 1],
  ]);
  await undo(second.id);
  expect(await decided()).toEqual({ Một: 2, Hai: 2, Ba: null });
});

test('two parts given to one commune on one day are added up', async () => {
  const { id, one, two, first } = await neighbours();
  const second = await unit('village', 'Thu', one);
  const third = await unit('village', 'Đông', one);
  for (const village of [first, second, third]) await team([village]);
  await quota(one, 3);
  for (const village of [first, second]) {
    await act({
      changed: [{ id: village, parentId: two }],
      lineage: [{ predecessorId: one, successorId: two, share: 0.33 }],
    });
  }
  expect(await decidedTeams(id, on)).toBe(3);
  const { items } = await service.call(getCoverage, { on, within: id, level: 'commune' });
  expect(items.map(({ teams }) => teams.decided).sort()).toEqual([1, 2]);
});
