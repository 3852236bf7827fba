import {
  countWorkByUnit,
  getWorklist,
  listWork,
  openWorkplace,
  recordFigure,
  type Role,
  setQuota,
  WorkKind,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision, team } = territory(service);
const on = '2026-08-01';

async function work(within: string, role: Role = 'provincial-administrator', day = on) {
  const { entries } = await service.call(getWorklist, { on: day, within }, someone(role, [within]));
  return Object.fromEntries(entries.map((entry) => [entry.kind, entry]));
}

async function commune() {
  const province = await unit('province', 'Bắc Ninh');
  const id = await unit('commune', 'Tân Sơn', province);
  const [first, second] = [await unit('village', 'Chằm', id), await unit('village', 'Bầu', id)];
  return { id, first, second, province };
}

test('a commune without teams and quota is work for whom its closing lies with', async () => {
  const { id } = await commune();
  const found = await work(id);
  expect(found['villages-uncovered']).toEqual({
    kind: 'villages-uncovered',
    count: 2,
    oldest: '2024-01-01',
    closedBy: 'team.write',
    mine: true,
  });
  expect(found['quota-missing']).toMatchObject({ count: 1, mine: true });
  const officer = await work(id, 'commune-officer');
  expect(officer['villages-uncovered']).toMatchObject({ count: 2, mine: true });
  expect(officer['quota-missing']).toMatchObject({ count: 1, mine: false });
  expect(await work(id, 'agency-officer')).toEqual({});
});

test('every kind lists exactly what it counts, inside the area only', async () => {
  const { id, first, second } = await commune();
  await commune();
  await team([first]);
  await team([first, second]);
  const instrumentId = await decision();
  await service.call(setQuota, {
    id: randomUUID(),
    unitId: id,
    instrumentId,
    // two teams that share a village are one too many only above what waits for consolidation
    teams: 0,
    members: 5,
    validFrom: '2024-08-01',
  } as never);
  await service.call(recordFigure, {
    id: first,
    kind: 'households',
    value: 120,
    measuredOn: '2026-06-30',
    source: 'Xã',
  } as never);
  const asker = someone('provincial-administrator', [id]);
  const counted = await work(id);
  expect(counted).toMatchObject({
    'teams-over': { count: 1, oldest: '2024-08-01' },
    'workplace-missing': { count: 1, oldest: '2024-08-01' },
    'teams-await-consolidation': { count: 1 },
    'figures-missing': { count: 1 },
    'village-below-standard': { count: 1, oldest: '2026-06-30' },
  });
  for (const kind of WorkKind.options) {
    const { items, total } = await service.call(listWork, { kind, on, limit: 100 }, asker);
    expect([kind, items.length, total]).toEqual([
      kind,
      counted[kind]?.count ?? 0,
      counted[kind]?.count ?? 0,
    ]);
  }
  const question = { kind: 'village-below-standard', on, limit: 100 } as const;
  const { items } = await service.call(listWork, question, asker);
  expect(items).toEqual([
    {
      noun: 'unit',
      id: first,
      unitId: first,
      name: 'thôn Chằm',
      place: 'xã Tân Sơn',
      since: '2026-06-30',
    },
  ]);
});

test('work that is done is on the list of earlier days only', async () => {
  const { id, first, second } = await commune();
  const teamId = await team([first, second]);
  expect(Object.keys(await work(id))).toContain('workplace-missing');
  await service.call(openWorkplace, {
    id: randomUUID(),
    code: randomUUID(),
    name: 'Nhà văn hóa',
    kind: 'culture-house',
    villageId: first,
    lon: 106.2,
    lat: 21.3,
    validFrom: '2026-07-01',
    teamIds: [teamId],
  } as never);
  expect(Object.keys(await work(id))).not.toContain('workplace-missing');
  const before = await work(id, 'commune-officer', '2026-06-30');
  expect(before['workplace-missing']).toMatchObject({ count: 1 });
});

test('a thôn under a phường waits for its conversion from 1 July 2025 on', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const ward = await unit('commune', 'Chũ', province, { kind: 'phường' });
  await unit('village', 'Minh Khai', ward);
  await unit('village', 'Hòa Bình', ward, { kind: 'tổ dân phố' });
  await unit('village', 'Phố Cũ', ward, { kind: 'khu phố' });
  expect((await work(ward))['kind-pending']).toMatchObject({ count: 1, oldest: '2025-07-01' });
  const before = await work(ward, 'provincial-administrator', '2025-06-30');
  expect(before['kind-pending']).toBeUndefined();
});

test('the pages of a list follow one another', async () => {
  const { id } = await commune();
  const question = { kind: 'villages-uncovered', on, within: id, limit: 1 } as const;
  const first = await service.call(listWork, question);
  const next = await service.call(listWork, { ...question, cursor: first.nextCursor! });
  const seen = [...first.items, ...next.items].map(({ name }) => name).sort();
  expect(seen).toEqual(['thôn Bầu', 'thôn Chằm']);
});

test('what a role does not see is refused', async () => {
  const { id } = await commune();
  await expect(
    service.call(
      listWork,
      { kind: 'quota-missing', on, limit: 10 },
      someone('agency-officer', [id]),
    ),
  ).rejects.toMatchObject({ body: { type: 'not-allowed' } });
});

test('what waits in the units of an area adds up to what the list of the area has', async () => {
  const { id, first, second, province } = await commune();
  const other = await unit('commune', 'Sa Lý', province);
  await unit('village', 'Rãng', other);
  await unit('commune', 'Biên Sơn', province);
  await team([first]);
  await team([first, second]);
  const asker = someone('provincial-administrator', [province]);
  const listed = Object.values(await work(province)).reduce((sum, { count }) => sum + count, 0);
  for (const level of ['province', 'commune'] as const) {
    const question = { on, within: province, level };
    const { items, total } = await service.call(countWorkByUnit, question, asker);
    expect([items.reduce((sum, { count }) => sum + count, 0), total]).toEqual([listed, listed]);
    for (const { unitId, count } of items) {
      const own = Object.values(await work(unitId));
      expect(count).toBe(own.reduce((sum, one) => sum + one.count, 0));
    }
    expect(items.map(({ unitId }) => unitId).sort()).toEqual(
      level === 'province' ? [province] : [id, other].sort(),
    );
  }
});

test('work of one kind is counted by unit as its list has it, and what lies in no unit is in the total alone', async () => {
  const { id, first, province } = await commune();
  await team([first]);
  const asker = someone('provincial-administrator', [province]);
  const counted = async (kind: WorkKind, day = on) => {
    const question = { kind, on: day, within: province, level: 'commune' as const };
    return service.call(countWorkByUnit, question, asker);
  };
  expect(await counted('workplace-missing')).toEqual({
    items: [{ unitId: id, count: 1 }],
    total: 1,
  });
  expect(await counted('workplace-missing', '2024-01-01')).toEqual({ items: [], total: 0 });
  await decision();
  const everywhere = someone('provincial-administrator', 'all');
  const question = { kind: 'instrument-without-file', on, level: 'commune' } as const;
  const { items, total } = await service.call(countWorkByUnit, question, everywhere);
  const list = { kind: 'instrument-without-file', on, limit: 1 } as const;
  expect(items).toEqual([]);
  expect(total).toBe((await service.call(listWork, list, everywhere)).total);
  expect(total).toBeGreaterThan(0);
});

test('units are told no more work than their asker may list', async () => {
  const [here, there] = [await commune(), await commune()];
  const officer = someone('commune-officer', [here.id]);
  const { items } = await service.call(countWorkByUnit, { on, level: 'commune' }, officer);
  expect(items.map(({ unitId }) => unitId)).toEqual([here.id]);
  const elsewhere = { on, within: there.id, level: 'commune' } as const;
  expect(await service.call(countWorkByUnit, elsewhere, officer)).toEqual({ items: [], total: 0 });
  const refused = { on, level: 'commune', kind: 'draft-open' } as const;
  await expect(
    service.call(countWorkByUnit, refused, someone('agency-officer', [here.id])),
  ).rejects.toMatchObject({ type: 'not-allowed' });
});
