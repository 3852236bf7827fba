import {
  compareCoverage,
  getCoverage,
  listCoverageGroups,
  listCoverageSeries,
  reorganise,
  setQuota,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';
import { originsOf, pointOf } from './coverage-comparison.rules.ts';

const service = useService(organisation);
const { unit, moved, decision } = territory(service);

async function team(villageIds: string[], from: string, to: string | null = null): Promise<void> {
  const id = randomUUID();
  await service.db.query(
    `insert into team (id, code, name, search_key, founded_on, dissolved_on)
     values ($1, $1::uuid::text, 'Tổ', '', $2, $3)`,
    [id, from, to],
  );
  for (const village of villageIds) {
    await service.db.query(
      `insert into team_village (team_id, village_id, valid_from, valid_to) values ($1, $2, $3, $4)`,
      [id, village, from, to],
    );
  }
}

async function quota(unitId: string, teams: number, validFrom: string): Promise<void> {
  const instrumentId = await decision();
  const command = { id: randomUUID(), unitId, instrumentId, teams, members: teams * 3, validFrom };
  await service.call(setQuota, command as never);
}

/** Two communes of two districts become one, and a third goes on. */
async function reformed() {
  const province = await unit('province', 'Bắc Giang');
  const districts = [
    await unit('district', 'Lục Ngạn', province, { to: '2025-07-01' }),
    await unit('district', 'Sơn Động', province, { to: '2025-07-01' }),
  ] as const;
  const [first, second] = [
    await unit('commune', 'Tân Lập', districts[0]),
    await unit('commune', 'An Lạc', districts[1]),
  ];
  const third = await unit('commune', 'Lệ Viễn', districts[1], { to: null });
  const villages = [
    await unit('village', 'A', first),
    await unit('village', 'B', second),
    await unit('village', 'C', third),
  ] as const;
  await quota(first, 2, '2024-07-15');
  await quota(second, 1, '2024-07-15');
  await team([villages[0]], '2024-08-01');
  await team([villages[2]], '2024-10-01', '2025-02-01');
  const merged = randomUUID();
  const instrumentId = await decision();
  await service.db.query(
    `update unit_parent set valid_to = '2025-07-01' where unit_id = any ($1)`,
    [[third]],
  );
  await service.db.query(
    `insert into unit_parent (unit_id, parent_id, valid_from) values ($1, $2, '2025-07-01')`,
    [third, province],
  );
  await service.call(reorganise, {
    id: randomUUID(),
    on: '2025-07-01',
    instrumentId,
    title: 'Sắp xếp',
    founded: [
      {
        id: merged,
        level: 'commune',
        kind: 'xã',
        list: 'test',
        code: merged.slice(0, 12),
        name: 'Tân An',
        parentId: province,
      },
    ],
    ended: [first, second],
    lineage: [
      { predecessorId: first, successorId: merged },
      { predecessorId: second, successorId: merged },
    ],
    outlines: 'none',
  } as never);
  return { province, districts, first, second, third, merged };
}

test('a series says of each day what the coverage of that day says', async () => {
  const { province, districts } = await reformed();
  for (const within of [province, districts[1]]) {
    const to = within === province ? '2025-12-01' : '2025-06-30';
    const { items } = await service.call(listCoverageSeries, {
      from: '2024-06-01',
      to,
      within,
      step: 'change',
    });
    expect(items.length).toBeGreaterThan(2);
    for (const { on, ...point } of items) {
      const { total } = await service.call(getCoverage, { on, within, level: 'commune' });
      expect([on, point]).toEqual([on, pointOf(total)]);
    }
  }
});

test('month by month begins and ends on the days asked for', async () => {
  const { province } = await reformed();
  const { items } = await service.call(listCoverageSeries, {
    from: '2024-07-10',
    to: '2024-10-15',
    within: province,
    step: 'month',
  });
  expect(items.map(({ on, teamsActive }) => [on, teamsActive])).toEqual([
    ['2024-07-10', 0],
    ['2024-08-01', 1],
    ['2024-09-01', 1],
    ['2024-10-01', 2],
    ['2024-10-15', 2],
  ]);
});

test('a series of more days than anybody reads is refused by name', async () => {
  const asked = { from: '1900-01-01', to: '2199-12-31', step: 'month' as const };
  await expect(service.call(listCoverageSeries, asked)).rejects.toMatchObject({
    body: { type: 'invalid-input', errors: [{ path: 'from', message: 'too_big' }] },
  });
});

test('two days are compared in the units of the later one, with what they were made of', async () => {
  const { province, third, merged, first, second } = await reformed();
  const { items } = await service.call(compareCoverage, {
    from: '2024-12-01',
    to: '2025-08-01',
    within: province,
    level: 'commune',
  });
  const byId = new Map(items.map((row) => [row.unit.id, row]));
  expect(byId.get(merged)).toMatchObject({
    standing: 'restated',
    before: { villages: 2, coveredVillages: 1, teamsDecided: 3, teamsActive: 1 },
    after: { villages: 2 },
  });
  expect(
    byId
      .get(merged)!
      .predecessors.map(({ id }) => id)
      .sort(),
  ).toEqual([first, second].sort());
  expect(byId.get(third)).toMatchObject({
    standing: 'both',
    before: { teamsActive: 1 },
    after: { teamsActive: 0 },
  });
  expect(items).toHaveLength(2);
});

test('former districts count every commune once, and add up to the whole', async () => {
  const { province, districts, merged, third } = await reformed();
  const { items, whole } = await service.call(listCoverageGroups, {
    on: '2025-08-01',
    within: province,
    by: 'former-district',
  });
  expect(items.flatMap(({ units }) => units).sort()).toEqual([merged, third].sort());
  expect(items.every(({ group }) => (districts as readonly string[]).includes(group.id))).toBe(
    true,
  );
  expect(items.reduce((sum, row) => sum + row.villages, 0)).toBe(whole.villages);
  expect(items.reduce((sum, row) => sum + row.teams.active, 0)).toBe(whole.teams.active);
});

test('communes of a file, whose villages go on, are told by those villages', async () => {
  const province = await unit('province', 'Bắc Giang');
  const district = await unit('district', 'Lục Ngạn', province, { to: '2025-07-01' });
  const old = await unit('commune', 'Tân Lập', district, { to: '2025-07-01' });
  const villages = [await unit('village', 'A', old), await unit('village', 'B', old)];
  const next = await unit('commune', 'Tân Sơn', province, { from: '2025-07-01' });
  for (const village of villages) await moved(village, next, '2025-07-01');
  await team([villages[0]!], '2024-08-01');
  const { items } = await service.call(listCoverageGroups, {
    on: '2025-08-01',
    within: province,
    by: 'former-district',
  });
  expect(items).toMatchObject([{ group: { id: district }, units: [next], villages: 2 }]);
  const compared = await service.call(compareCoverage, {
    from: '2025-06-01',
    to: '2025-08-01',
    within: province,
    level: 'commune',
  });
  expect(compared.items).toMatchObject([
    {
      unit: { id: next },
      standing: 'restated',
      before: { villages: 2, teamsActive: 1 },
      predecessors: [{ id: old, share: 1 }],
    },
  ]);
});

test('my area is read as one', async () => {
  const { merged, province } = await reformed();
  const officer = someone('area-officer', [merged]);
  const asked = { on: '2025-08-01', within: province, by: 'area' as const };
  const { items, whole } = await service.call(listCoverageGroups, asked, officer);
  expect(items).toMatchObject([{ units: [merged], villages: 2 }]);
  expect(whole.villages).toBe(2);
});

test('a share of a share is what was given on', () => {
  const step = (predecessorId: string, successorId: string, share: number) => ({
    predecessorId,
    successorId,
    share,
  });
  expect([
    ...originsOf('c', [step('a', 'b', 0.5), step('b', 'c', 0.5), step('x', 'c', 1)]),
  ]).toEqual([
    ['a', 0.25],
    ['x', 1],
  ]);
  expect([...originsOf('a', [step('a', 'b', 0.5)])]).toEqual([['a', 1]]);
});
