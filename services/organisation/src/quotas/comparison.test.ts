import { compareQuotas, quotaChanges, reorganise, setQuota } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';
import { compared, type SideRow, totalOf } from './comparison.rules.ts';

const service = useService(organisation);
const { unit, decision, moved } = territory(service);

async function given(unitId: string, instrumentId: string, teams: number, validFrom: string) {
  const counts = { villages: teams, teams, members: teams * 3, leaders: null };
  const rest = { deputies: null, ordinary: null, note: '' };
  await service.call(setQuota, {
    id: randomUUID(),
    unitId,
    instrumentId,
    ...counts,
    ...rest,
    validFrom,
  });
}

test('two decisions stand side by side, each with what it gave', async () => {
  const province = await unit('province', 'Bắc Giang');
  const [a, b] = [
    await unit('commune', 'Tân Lập', province),
    await unit('commune', 'Sa Lý', province),
  ];
  const [first, second] = [await decision(), await decision(randomUUID(), '2025-01-01')];
  await given(a, first, 7, '2024-07-01');
  await given(b, first, 5, '2024-07-01');
  await given(a, second, 6, '2025-01-01');
  const answer = await service.call(compareQuotas, { from: first, to: second, within: province });
  expect(answer.from.total).toEqual({ villages: 12, teams: 12, members: 36 });
  expect(answer.to.total).toEqual({ villages: 6, teams: 6, members: 18 });
  const rows = new Map(answer.items.map((row) => [row.before.units[0]!.name, row]));
  expect(rows.get('Tân Lập')).toMatchObject({
    before: { figures: { teams: 7 } },
    after: { figures: { teams: 6 } },
  });
  expect(rows.get('Sa Lý')).toMatchObject({ after: { units: [], figures: null } });
});

test('communes that were merged stand in one row beside what they became', async () => {
  const province = await unit('province', 'Bắc Giang');
  const names = ['Tân Lập', 'Sa Lý'];
  const old = await Promise.all(names.map((name) => unit('commune', name, province)));
  const instrumentId = await decision();
  for (const one of old) await given(one, instrumentId, 6, '2024-07-01');
  const merged = randomUUID();
  await service.call(reorganise, {
    id: randomUUID(),
    on: '2025-07-01',
    instrumentId,
    title: 'Sắp xếp xã',
    founded: [
      {
        id: merged,
        level: 'commune',
        kind: 'xã',
        name: 'Sa Lý mới',
        list: 'test',
        code: randomUUID().slice(0, 13),
        parentId: province,
      },
    ],
    ended: old,
    lineage: old.map((predecessorId) => ({ predecessorId, successorId: merged })),
  } as never);
  const next = await decision(randomUUID(), '2026-01-01');
  await given(merged, next, 9, '2026-01-01');
  const question = { from: '2025-06-30', to: '2026-01-01', within: province };
  const { items, from, to } = await service.call(compareQuotas, question);
  expect(items).toMatchObject([
    {
      before: { figures: { teams: 12, members: 36 } },
      after: { units: [{ name: 'Sa Lý mới' }], figures: { teams: 9, members: 27 } },
    },
  ]);
  expect(items[0]!.before.units.map(({ name }) => name).sort()).toEqual(['Sa Lý', 'Tân Lập']);
  expect([from.total.teams, to.total.teams]).toEqual([12, 9]);
});

test('a decision that names only some of the communes that were merged says nothing of the others', async () => {
  const province = await unit('province', 'Bắc Giang');
  const names = ['Tân Lập', 'Sa Lý'];
  const [one, two] = await Promise.all(names.map((name) => unit('commune', name, province)));
  const [whole, partial] = [await decision(), await decision(randomUUID(), '2025-01-01')];
  for (const id of [one!, two!]) await given(id, whole, 6, '2024-07-01');
  await given(one!, partial, 7, '2025-01-01');
  const merged = randomUUID();
  const joined = { level: 'commune', kind: 'xã', name: 'Sa Lý mới', list: 'test' };
  await service.call(reorganise, {
    id: randomUUID(),
    on: '2025-07-01',
    instrumentId: whole,
    title: 'Sắp xếp xã',
    founded: [{ id: merged, ...joined, code: randomUUID().slice(0, 13), parentId: province }],
    ended: [one, two],
    lineage: [one, two].map((predecessorId) => ({ predecessorId, successorId: merged })),
  } as never);
  const next = await decision(randomUUID(), '2026-01-01');
  await given(merged, next, 9, '2026-01-01');
  const rowOf = async (from: string, to: string) => {
    const answer = await service.call(compareQuotas, { from, to, within: province });
    expect(answer.items).toHaveLength(1);
    return { row: answer.items[0]!, change: quotaChanges(answer, 'teams') };
  };
  const { row, change } = await rowOf(partial, next);
  expect(row).toMatchObject({
    before: { units: [{ name: 'Tân Lập' }], figures: { teams: 7 }, unnamed: [{ name: 'Sa Lý' }] },
    after: { units: [{ name: 'Sa Lý mới' }], figures: { teams: 9 } },
  });
  expect(row.after.unnamed).toBeUndefined();
  expect(change).toEqual({ change: 0, unsaid: 1 });
  // Turned round, and against a day, on which all that is in force is told.
  expect((await rowOf(next, partial)).change).toEqual({ change: 0, unsaid: 1 });
  expect((await rowOf('2025-06-30', next)).change).toEqual({ change: -4, unsaid: 0 });
});

test('communes whose reform was only imported are joined by their villages', async () => {
  const province = await unit('province', 'Bắc Giang');
  const ended = { to: '2025-07-01' };
  const old = await Promise.all(
    ['Tân Lập', 'Sa Lý'].map((name) => unit('commune', name, province, ended)),
  );
  const begun = await unit('commune', 'Sa Lý', province, { from: '2025-07-01' });
  const stands = await unit('commune', 'Tân Sơn', province);
  const instrumentId = await decision();
  for (const one of old) {
    await given(one, instrumentId, 6, '2024-07-01');
    await moved(await unit('village', 'Chằm', one), begun, '2025-07-01');
  }
  // A village that goes from one standing commune to another makes neither of the other.
  await given(stands, instrumentId, 4, '2024-07-01');
  await moved(await unit('village', 'Bầu', stands), begun, '2025-08-01');
  await given(begun, await decision(randomUUID(), '2025-07-01'), 11, '2025-07-01');
  const question = { from: '2025-06-30', to: '2025-09-01', within: province };
  const { items } = await service.call(compareQuotas, question);
  const teams = items.map(({ before, after }) => [before.figures?.teams, after.figures?.teams]);
  expect(teams.sort()).toEqual([
    [12, 11],
    [4, 4],
  ]);
});

test('however communes became one another, the rows add up to both totals and name each unit once', () => {
  const all = Array.from({ length: 13 }, (_, n) => String(n));
  const standing = { kind: 'xã', validFrom: '2024-01-01', validTo: null };
  const ids = fc.constantFrom(...all);
  const side = fc.uniqueArray(ids, { maxLength: 12 }).chain((units) =>
    fc.tuple(
      ...units.map((unitId) =>
        fc.nat(50).map((teams): SideRow => ({
          unitId,
          teams,
          members: teams * 3,
          villages: teams % 2 ? teams : null,
          on: '2025-07-01',
          code: unitId,
          name: unitId,
          kind: 'xã',
          parent: null,
        })),
      ),
    ),
  );
  const steps = fc.array(fc.record({ predecessorId: ids, successorId: ids }), { maxLength: 15 });
  fc.assert(
    fc.property(side, side, steps, (before, after, lineage) => {
      const joined = all.map((unitId) => ({ ...standing, unitId, code: unitId, name: unitId }));
      const rows = compared(before, after, lineage, { before: joined, after: joined });
      for (const [name, list] of [
        ['before', before],
        ['after', after],
      ] as const) {
        const teams = rows.reduce((sum, row) => sum + (row[name].figures?.teams ?? 0), 0);
        expect(teams).toBe(totalOf(list).teams);
        const named = rows.flatMap((row) => row[name].units.map(({ id }) => id)).sort();
        expect(named).toEqual(list.map(({ unitId }) => unitId).sort());
        for (const row of rows) {
          const own = new Set(row[name].units.map(({ id }) => id));
          expect(row[name].unnamed?.filter(({ id }) => own.has(id)) ?? []).toEqual([]);
        }
      }
    }),
  );
});
