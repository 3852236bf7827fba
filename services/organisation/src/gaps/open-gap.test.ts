import {
  endTransition,
  Gap,
  getCoverage,
  getWorklist,
  grantTransition,
  listGaps,
  listWork,
  reorganise,
  setConsolidationTerm,
  setQuota,
} from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision, team } = territory(service);

const ageOf = (since: string, on: string) => (Date.parse(on) - Date.parse(since)) / 86_400_000;
const merger = '2026-07-01';

async function quota(unitId: string, teams: number, validFrom: string): Promise<void> {
  const instrumentId = await decision(undefined, validFrom);
  const command = { id: randomUUID(), unitId, instrumentId, teams, members: teams * 3, validFrom };
  await service.call(setQuota, command as never);
}

/** A commune of so many villages; the first of `joined` become one, with their teams. */
async function merged(province: string, villages: number, joined: number) {
  const id = await unit('commune', `Xã ${villages}.${joined}`, province);
  const ids: string[] = [];
  for (let n = 0; n < villages; n += 1) ids.push(await unit('village', `Thôn ${n}`, id));
  const whole = randomUUID();
  const act = async () =>
    service.call(reorganise, {
      id: randomUUID(),
      on: merger,
      title: 'Thôn 2026',
      instrumentId: await decision(undefined, '2026-06-20'),
      founded: [
        {
          ...{ id: whole, level: 'village', kind: 'thôn', list: 'village', name: 'Chung' },
          ...{ code: whole.slice(0, 8), parentId: id },
        },
      ],
      ended: ids.slice(0, joined),
      lineage: ids.slice(0, joined).map((one) => ({ predecessorId: one, successorId: whole })),
    } as never);
  return { id, villages: ids, whole, act };
}

const term = (unitId: string, endsOn: string, validFrom: string) =>
  service.call(setConsolidationTerm, {
    ...{ id: randomUUID(), unitId, endsOn, validFrom, instrumentId: null },
  });

const rows = async (within: string, on: string, kind: Gap) =>
  (await service.call(listGaps, { on, within, kind } as never)).items.map((row) => [
    row.unit.id,
    row.since,
    row.ageDays,
  ]);

test('the work list and the list of gaps tell the same units, day and age of every kind', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const over = await merged(province, 3, 2);
  const [first, second, third] = over.villages as [string, string, string];
  await team([first], { foundedOn: '2024-08-01' });
  await team([second], { foundedOn: '2024-09-01' });
  await team([third], { foundedOn: '2024-10-01' });
  await quota(over.id, 2, '2024-07-15');
  // The same number again makes nothing younger.
  await quota(over.id, 2, '2026-08-01');
  await over.act();
  await term(province, '2026-09-30', merger);
  const short = await merged(province, 2, 0);
  await team([short.villages[0]!], { foundedOn: '2025-01-01' });
  await quota(short.id, 2, '2024-07-15');
  await quota(short.id, 2, '2025-06-01');
  await merged(province, 1, 0);
  const on = '2026-11-01';
  const { entries } = await service.call(getWorklist, { on, within: province });
  for (const kind of Gap.options) {
    const gaps = await rows(province, on, kind);
    expect([kind, gaps.length]).not.toEqual([kind, 0]);
    const { items } = await service.call(listWork, { kind, on, within: province, limit: 100 });
    const work = items.map(({ id, since }) => [id, since, ageOf(since!, on)]);
    expect([kind, work.sort()]).toEqual([kind, gaps.sort()]);
    const entry = entries.find((one) => one.kind === kind);
    const oldest = gaps.map(([, since]) => since as string).sort()[0];
    expect([kind, entry?.count, entry?.oldest]).toEqual([kind, gaps.length, oldest]);
  }
  const { items } = await service.call(getCoverage, { on, within: province, level: 'commune' });
  const told = items.flatMap((row) => row.gaps);
  expect([...new Set(told)].sort()).toEqual([...Gap.options].sort());
});

test('a merged village whose teams still wait is a gap from the day after the last one allowed (law BR-85)', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const { id, villages, whole, act } = await merged(province, 3, 2);
  const teams: string[] = [];
  for (const village of villages) teams.push(await team([village], { foundedOn: '2024-08-01' }));
  await act();
  const overdue = (on: string) => rows(province, on, 'consolidation-overdue');
  expect(await overdue('2026-12-31')).toEqual([]);
  await term(province, '2026-09-30', merger);
  expect(await overdue('2026-09-30')).toEqual([]);
  expect(await overdue('2026-10-01')).toEqual([[whole, '2026-10-01', 0]]);
  expect(await overdue('2026-10-11')).toEqual([[whole, '2026-10-01', 10]]);
  const gaps = async (on: string, level: 'commune' | 'village') =>
    (await service.call(getCoverage, { on, within: id, level })).items
      .filter((row) => row.gaps.includes('consolidation-overdue'))
      .map((row) => row.unit.id);
  expect(await gaps('2026-09-30', 'commune')).toEqual([]);
  expect(await gaps('2026-10-01', 'commune')).toEqual([id]);
  expect(await gaps('2026-10-01', 'village')).toEqual([whole]);
  const { total } = await service.call(getCoverage, {
    on: '2026-10-01',
    within: province,
    level: 'commune',
    restate: merger,
  });
  expect(total.gaps).toContain('consolidation-overdue');
  // More time breaks the gap: it begins anew after it.
  await term(id, '2026-12-31', '2026-10-20');
  expect(await overdue('2026-10-19')).toEqual([[whole, '2026-10-01', 18]]);
  expect(await overdue('2026-11-30')).toEqual([]);
  expect(await overdue('2027-01-01')).toEqual([[whole, '2027-01-01', 0]]);
  await service.db.query(`update team set dissolved_on = '2027-02-01' where id = $1`, [teams[0]]);
  await service.db.query(
    `update team_village set valid_to = '2027-02-01' where team_id = $1 and valid_to is null`,
    [teams[0]],
  );
  expect(await overdue('2027-01-31')).toHaveLength(1);
  expect(await overdue('2027-02-01')).toEqual([]);
});

test('villages that teams share without a merger are no overdue consolidation', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const { villages } = await merged(province, 1, 0);
  await team([villages[0]!]);
  await team([villages[0]!]);
  await term(province, '2026-09-30', merger);
  expect(await rows(province, '2026-11-01', 'consolidation-overdue')).toEqual([]);
});

test('a surplus begins when it stops being lawful: after the term, or after the roadmap', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const { id, villages, act } = await merged(province, 3, 2);
  for (const village of villages) await team([village], { foundedOn: '2024-08-01' });
  await quota(id, 3, '2024-07-15');
  await act();
  await quota(id, 2, '2026-08-01');
  await term(province, '2026-09-30', merger);
  const over = (on: string) => rows(province, on, 'teams-over');
  const restated = async (on: string) => {
    const question = { on, within: province, level: 'commune', restate: '2026-07-15' } as const;
    return (await service.call(getCoverage, question)).total.gaps.includes('teams-over');
  };
  expect([await restated('2026-09-30'), await restated('2026-10-01')]).toEqual([false, true]);
  expect(await over('2026-09-30')).toEqual([]);
  expect(await over('2026-10-10')).toEqual([[id, '2026-10-01', 9]]);
  const roadmap = { id: randomUUID(), unitId: id, teamId: null, teams: 1, members: 3 };
  const dated = { reason: 'Giảm dần', validFrom: '2026-10-20', validTo: '2027-01-01' };
  const instrumentId = await decision();
  await service.call(grantTransition, { ...roadmap, ...dated, instrumentId } as never);
  expect(await over('2026-10-19')).toEqual([[id, '2026-10-01', 18]]);
  expect(await over('2026-12-31')).toEqual([]);
  expect(await over('2027-01-06')).toEqual([[id, '2027-01-01', 5]]);
  await service.call(endTransition, { id: roadmap.id, on: '2026-12-01' });
  expect(await over('2027-01-06')).toEqual([[id, '2026-12-01', 36]]);
});
