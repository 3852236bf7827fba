import {
  Apportioning,
  getCoverage,
  listQuotas,
  listRestatements,
  reorganise,
  setQuota,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { criteria, exactly } from '../criteria/test-criteria.ts';
import { norms } from '../norms/test-norm.ts';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, moved, decision, team: imported } = territory(service);
const { adopted } = norms(service);

const [old, first, second, today] = ['2024-08-01', '2025-07-01', '2026-07-01', '2026-11-01'];

const act = async (plan: Partial<Input<typeof reorganise>>) =>
  service.call(reorganise, {
    id: randomUUID(),
    on: first,
    title: 'Sắp xếp đơn vị hành chính',
    instrumentId: await decision(),
    ...plan,
  } as Input<typeof reorganise>);

const founded = (name: string, parentId: string, level: 'commune' | 'village' = 'commune') => ({
  id: randomUUID(),
  level,
  kind: level === 'commune' ? ('xã' as const) : ('thôn' as const),
  list: level === 'commune' ? 'mới' : 'village',
  code: randomUUID().slice(0, 8),
  name,
  parentId,
});
const part = (predecessorId: string, successorId: string, share = 1) => ({
  predecessorId,
  successorId,
  share,
});

const team = (...villageIds: string[]) => imported(villageIds, { foundedOn: '2024-07-01' });

const quota = async (unitId: string, teams: number, members: number) =>
  service.call(setQuota, {
    id: randomUUID(),
    unitId,
    instrumentId: await decision(undefined, '2024-07-01'),
    teams,
    members,
    validFrom: '2024-07-01',
  } as Input<typeof setQuota>);

const households = (unitId: string, value: number) =>
  service.db.query(`insert into unit_figure values ($1, 'households', '2024-03-01', $2, 'sổ')`, [
    unitId,
    value,
  ]);

/** A province of communes with so many villages; a team on each village, as many in the quota. */
async function province(...villages: number[]) {
  const id = await unit('province', 'Bắc Giang');
  const communes: { id: string; villages: string[] }[] = [];
  for (const [n, count] of villages.entries()) {
    const commune = await unit('commune', `Xã ${n + 1}`, id);
    const own: string[] = [];
    for (let k = 0; k < count; k += 1)
      own.push(await unit('village', `Thôn ${n + 1}.${k + 1}`, commune));
    for (const village of own) await team(village);
    if (count > 0) await quota(commune, count, count * 3);
    communes.push({ id: commune, villages: own });
  }
  return { id, communes };
}

type Asked = Partial<Input<typeof getCoverage>>;
const coverage = async (within: string, asked: Asked = {}) =>
  service.call(getCoverage, { on: old, within, level: 'commune', ...asked } as never);
const read = async (within: string, asked: Asked = {}) => {
  const { items, total } = await coverage(within, { restate: today, ...asked });
  const told = items.map(({ unit: { name }, villages, teams, members, apportioned }) => [
    name,
    villages,
    teams.active,
    teams.decided,
    members.decided,
    apportioned,
  ]);
  return { told: told.sort((a, b) => String(a[0]).localeCompare(String(b[0]))), total };
};
const sum = async (within: string, asked: Asked = {}) => {
  const { total } = await coverage(within, asked);
  return [
    total.villages,
    total.coveredVillages,
    total.teams.active,
    total.teams.decided,
    total.members.decided,
  ];
};

test('quotas are read in the units of another day, by whichever apportioning, and every sum is kept', async () => {
  const { id, communes } = await province(5, 3);
  const [one, two] = communes.map((commune) => commune.id) as [string, string];
  const [left, right] = [founded('Bên Trái', id), founded('Bên Phải', id)];
  await act({
    founded: [left, right],
    ended: [one, two],
    lineage: [part(one, left.id, 0.6), part(one, right.id, 0.4), part(two, right.id)],
    undecided: 'largest-share',
  });
  const plain = await service.call(listQuotas, { on: old, within: id });
  for (const apportioning of [undefined, ...Apportioning.options]) {
    const asked = { on: old, within: id, restate: today, ...(apportioning && { apportioning }) };
    const { items, totals, unplaced, total } = await service.call(listQuotas, asked);
    expect(total).toBe(2);
    expect(unplaced).toEqual([]);
    expect(totals).toMatchObject({ teams: plain.totals.teams, members: plain.totals.members });
    const sum = (of: (row: (typeof items)[number]) => number) =>
      items.reduce((all, row) => all + of(row), 0);
    expect([sum((row) => row.teams), sum((row) => row.members), sum((row) => row.active)]).toEqual([
      8, 24, 8,
    ]);
    const { restated } = items.find(({ unit: { name } }) => name === 'Bên Phải')!;
    expect(restated!.of.filter(({ whole }) => whole).map(({ name }) => name)).toEqual(['Xã 2']);
    // What is made of a part says so.
    for (const row of items.filter(({ restated: made }) => made!.of.some(({ whole }) => !whole))) {
      expect(row.restated!.apportioned.length).toBeGreaterThan(0);
    }
  }
  const page = await service.call(listQuotas, { on: old, within: id, restate: today, limit: 1 });
  const rest = await service.call(listQuotas, {
    ...{ on: old, within: id, restate: today, limit: 1, cursor: page.nextCursor! },
  });
  expect(new Set([...page.items, ...rest.items].map(({ unitId }) => unitId))).toEqual(
    new Set([left.id, right.id]),
  );
  expect(rest.nextCursor).toBeNull();
});

const bySize = criteria({
  members: [
    {
      name: 'Theo số hộ',
      metric: 'households',
      classes: [exactly(3, undefined, 350), exactly(5, 350)],
    },
  ],
});
const normsOf = async (within: string, asked: Partial<Input<typeof listQuotas>> = {}) => {
  const { items } = await service.call(listQuotas, { on: old, within, restate: today, ...asked });
  const told = items.map(({ unit: { name }, norm, restated }) => [
    name,
    norm && [norm.teams, norm.members],
    restated?.apportioned.includes('norm') ?? null,
  ]);
  return told.sort((a, b) => String(a[0]).localeCompare(String(b[0])));
};

test('norms are those of the villages, and stand where each village lies on the other day', async () => {
  const { id, communes } = await divided();
  await adopted(bySize, [id]);
  // 100 and 100 households went to the left, 400 to the right; no share and no apportioning changes that.
  for (const apportioning of [undefined, ...Apportioning.options]) {
    const told = await normsOf(id, apportioning ? { apportioning } : {});
    const rows = told.filter(([, norm]) => norm !== null);
    expect(rows).toContainEqual(['Trái', [2, 6], false]);
    // All to the largest part leaves the other commune without a quota, and so without a row.
    if (apportioning !== 'largest') expect(rows).toContainEqual(['Phải', [1, 5], false]);
  }
  const { items, total } = await coverage(id, { restate: today });
  expect(
    items.map(({ unit: { name }, teams, members }) => [name, teams.norm, members.norm]),
  ).toEqual(
    expect.arrayContaining([
      ['Trái', 2, 6],
      ['Phải', 1, 5],
    ]),
  );
  expect([total.teams.norm, total.members.norm]).toEqual([3, 11]);
  const plain = await coverage(id);
  expect([plain.total.teams.norm, plain.total.members.norm]).toEqual([3, 11]);
  // Today's villages in the commune of before.
  expect(await normsOf(id, { on: today, restate: old })).toEqual([['Xã 1', [3, 11], false]]);
  expect(communes).toHaveLength(1);
});

test('a norm that a missing figure leaves open stays open in the commune that the village went to', async () => {
  const { id, communes } = await divided();
  await service.db.query(`delete from unit_figure where unit_id = $1`, [communes[0]!.villages[2]]);
  await adopted(bySize, [id]);
  expect(await normsOf(id)).toEqual([
    ['Phải', [1, null], false],
    ['Trái', [2, 6], false],
  ]);
  expect((await coverage(id, { restate: today })).total.members.norm).toBeNull();
});

test('quotas of one decision are restated alone, and cite it', async () => {
  const { id, communes } = await province(2, 3);
  const [one, two] = communes.map((commune) => commune.id) as [string, string];
  const joined = founded('Chung', id);
  await act({
    founded: [joined],
    ended: [one, two],
    lineage: [part(one, joined.id), part(two, joined.id)],
  });
  const both = await service.call(listQuotas, { on: old, within: id, restate: today });
  expect(both.items).toMatchObject([{ instrumentId: null, teams: 5 }]);
  const { items: plain } = await service.call(listQuotas, { on: old, within: one });
  const { instrumentId } = plain[0]!;
  const alone = await service.call(listQuotas, {
    ...{ on: old, within: id, restate: today, instrumentId: instrumentId! },
  });
  expect(alone).toMatchObject({
    items: [{ instrumentId, teams: 2, members: 6, active: 5, restated: { of: [{ id: one }] } }],
    totals: { teams: 2, members: 6 },
  });
});

test('what communes had before they were joined is read in the commune they became, and nothing is shared out', async () => {
  const { id, communes } = await province(2, 3, 1);
  const [one, two] = communes.map((commune) => commune.id) as [string, string];
  const joined = founded('Lục Ngạn', id);
  await act({
    founded: [joined],
    ended: [one, two],
    lineage: [part(one, joined.id), part(two, joined.id)],
  });
  expect(await read(id)).toMatchObject({
    told: [
      ['Lục Ngạn', 5, 5, 5, 15, []],
      ['Xã 3', 1, 1, 1, 3, []],
    ],
    total: { villages: 6, teams: { active: 6, decided: 6 }, members: { decided: 18 } },
  });
  // Asked for the former commune alone, only what was its own is told.
  expect((await read(one)).told).toEqual([['Lục Ngạn', 2, 2, 2, 6, []]]);
});

/** A commune of three villages of 100, 100 and 400 households, of which the last goes to another commune. */
async function divided() {
  const { id, communes } = await province(3);
  const [commune] = communes as [{ id: string; villages: string[] }];
  for (const [n, village] of commune.villages.entries())
    await households(village, n === 2 ? 400 : 100);
  const [left, right] = [founded('Trái', id), founded('Phải', id)];
  await act({
    founded: [left, right],
    ended: [commune.id],
    lineage: [part(commune.id, left.id, 0.9), part(commune.id, right.id, 0.1)],
    changed: [
      { id: commune.villages[0]!, parentId: left.id },
      { id: commune.villages[1]!, parentId: left.id },
      { id: commune.villages[2]!, parentId: right.id },
    ],
  });
  return { id, left: left.id, right: right.id, commune: commune.id, communes };
}
const shared = ['members.decided', 'teams.decided'];

test.each([
  [undefined, [2, 6], [1, 3]],
  ['villages', [2, 6], [1, 3]],
  ['households', [1, 3], [2, 6]],
  ['lineage', [3, 8], [0, 1]],
  ['largest', [3, 9], [null, null]],
] as const)(
  'the numbers of a divided commune are shared out by %s and marked, its villages and teams counted where they lie',
  async (apportioning, left, right) => {
    const { id } = await divided();
    const { told, total } = await read(id, apportioning ? { apportioning } : {});
    expect(told).toEqual([
      ['Phải', 1, 1, ...right, right[0] === null ? [] : shared],
      ['Trái', 2, 2, ...left, shared],
    ]);
    expect(total).toMatchObject({
      villages: 3,
      teams: { active: 3, decided: 3 },
      members: { decided: 9 },
    });
  },
);

test('today is read in the units of before as well', async () => {
  const { id, commune } = await divided();
  const { told } = await read(id, { on: today, restate: old });
  expect(told).toEqual([['Xã 1', 3, 3, 3, 9, []]]);
  expect((await coverage(commune, { on: today, restate: old })).total.villages).toBe(3);
});

test('parts of a joined commune go back by the villages that came from each', async () => {
  const { id, communes } = await province(1, 3);
  const [one, two] = communes.map((commune) => commune.id) as [string, string];
  const joined = founded('Chung', id);
  await act({
    founded: [joined],
    ended: [one, two],
    lineage: [part(one, joined.id), part(two, joined.id)],
  });
  expect((await read(id, { on: today, restate: old })).told).toEqual([
    ['Xã 1', 1, 1, 1, 3, shared],
    ['Xã 2', 3, 3, 3, 9, shared],
  ]);
});

test('one who gave a part and took another reads right through two acts', async () => {
  const { id, communes } = await province(4, 2);
  const [one, two] = communes as [{ id: string; villages: string[] }, { id: string }];
  await act({
    changed: [{ id: one.villages[0]!, parentId: two.id }],
    lineage: [part(one.id, two.id, 0.25)],
  });
  const heir = founded('Sau', id);
  await act({ on: second, founded: [heir], ended: [two.id], lineage: [part(two.id, heir.id)] });
  expect((await read(id)).told).toEqual([
    ['Sau', 3, 3, 3, 9, shared],
    ['Xã 1', 3, 3, 3, 9, shared],
  ]);
  expect((await read(id, { restate: '2025-09-01' })).told).toEqual([
    ['Xã 1', 3, 3, 3, 9, shared],
    ['Xã 2', 3, 3, 3, 9, shared],
  ]);
});

test('teams of joined villages are read in the village they look after together', async () => {
  const { communes } = await province(3);
  const [commune] = communes as [{ id: string; villages: [string, string, string] }];
  const [one, two] = commune.villages;
  const joined = founded('Hợp Nhất', commune.id, 'village');
  await act({
    on: second,
    founded: [joined],
    ended: [one, two],
    lineage: [part(one, joined.id), part(two, joined.id)],
  });
  const { told } = await read(commune.id, { level: 'village' });
  expect(told).toEqual([
    ['Hợp Nhất', 2, 2, null, null, []],
    ['Thôn 1.3', 1, 1, null, null, []],
  ]);
});

test('where a list ended communes without an act, their villages say what they became', async () => {
  const { id, communes } = await province(1, 2);
  const heir = await unit('commune', 'Tân Lập', id, { from: first });
  for (const commune of communes) {
    for (const village of commune.villages) await moved(village, heir, first);
    await service.db.query(
      `with ended as (update unit_parent set valid_to = $2 where unit_id = $1),
            closed as (update quota set valid_to = $2 where unit_id = $1)
       update unit_version set valid_to = $2 where unit_id = $1`,
      [commune.id, first],
    );
  }
  expect((await read(id)).told).toEqual([['Tân Lập', 3, 3, 3, 9, []]]);
  expect((await read(communes[0]!.id)).told).toEqual([['Tân Lập', 1, 1, 1, 3, []]]);
});

test('where all villages of an ended commune were joined since, what they became says where it went', async () => {
  const { id, communes } = await province(2, 2);
  const heir = await unit('commune', 'Tân Lập', id, { from: first });
  for (const commune of communes) {
    for (const village of commune.villages) await moved(village, heir, first);
    await service.db.query(
      `with ended as (update unit_parent set valid_to = $2 where unit_id = $1),
            closed as (update quota set valid_to = $2 where unit_id = $1)
       update unit_version set valid_to = $2 where unit_id = $1`,
      [commune.id, first],
    );
  }
  const joined = founded('Hợp Nhất', heir, 'village');
  await act({
    on: second,
    founded: [joined],
    ended: communes[0]!.villages,
    lineage: communes[0]!.villages.map((village) => part(village, joined.id)),
  });
  expect((await read(id)).told).toEqual([['Tân Lập', 4, 4, 4, 12, []]]);
  expect((await read(communes[0]!.id)).told).toEqual([['Tân Lập', 2, 2, 2, 6, []]]);
});

test('nobody reads in other units what lies outside the own area on either day', async () => {
  const { id, communes } = await province(2, 1);
  const [one, two] = communes.map((commune) => commune.id) as [string, string];
  const joined = founded('Chung', id);
  await act({
    founded: [joined],
    ended: [one, two],
    lineage: [part(one, joined.id), part(two, joined.id)],
  });
  const ask = (units: string[], within?: string) =>
    service.call(
      getCoverage,
      { on: old, restate: today, level: 'commune', ...(within && { within }) } as never,
      someone('area-officer', units),
    );
  // Held one of the parts only, and not what they became.
  expect(await ask([one])).toMatchObject({ items: [], total: { villages: 0 } });
  expect(await ask([one], joined.id)).toMatchObject({ items: [], total: { villages: 0 } });
  expect(await ask([one, joined.id])).toMatchObject({ items: [{ villages: 2 }] });
  expect(await ask([joined.id])).toMatchObject({ total: { villages: 0, teams: { active: 0 } } });
});

test('figures and decided numbers say what they are made of, and whether they were shared out', async () => {
  const { id, left, commune } = await divided();
  await households(commune, 601);
  const { items, total, unplaced } = await service.call(listRestatements, {
    on: old,
    restate: today,
    within: id,
  } as never);
  expect(items.find((item) => item.unit.id === left)).toMatchObject({
    households: { value: 200, exact: false },
    members: { value: 6, exact: false },
    population: null,
    of: [{ name: 'Xã 1', whole: false }],
  });
  expect(total).toMatchObject({ households: { value: 601 }, members: { value: 9 } });
  expect(unplaced).toEqual([]);
});

/** The totals of the list of quotas; its rows add up to them. */
const quotaSum = async (within: string, asked: Input<typeof listQuotas>) => {
  const { items, totals } = await service.call(listQuotas, { within, ...asked });
  const sum = (of: (row: (typeof items)[number]) => number) =>
    items.reduce((all, row) => all + of(row), 0);
  const added = [sum((row) => row.teams), sum((row) => row.members)];
  expect(added).toEqual([totals.teams, totals.members]);
  return added;
};

test('whatever is joined and divided in two acts, every total stays the same in the units of any day', async () => {
  const goals = fc.array(fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: 3,
  });
  const divide = async (on: string, province: string, from: string[], plans: number[][]) => {
    const heirs = [0, 1, 2].map((n) => founded(`Mới ${n} ${on}`, province));
    const lineage = from.flatMap((id, n) => {
      const parts = [...new Set(plans[n % plans.length])];
      return parts.map((goal, k) =>
        part(
          id,
          heirs[goal]!.id,
          parts.length === 1 ? 1 : [0.17, 0.83, 0.5][k]! / (parts.length === 2 ? 1 : 1.5),
        ),
      );
    });
    const used = new Set(lineage.map(({ successorId }) => successorId));
    const begun = heirs.filter((heir) => used.has(heir.id));
    await act({ on, founded: begun, ended: from, lineage, undecided: 'largest-share' });
    return begun.map((heir) => heir.id);
  };
  await fc.assert(
    fc.asyncProperty(goals, goals, async (plans, next) => {
      const { id, communes } = await province(...plans.map((_, n) => 2 * n + 1));
      const heirs = await divide(
        first,
        id,
        communes.map((commune) => commune.id),
        plans,
      );
      await divide(second, id, heirs, next);
      const expected = await sum(id);
      const expectedQuotas = await quotaSum(id, { on: old });
      for (const apportioning of [undefined, ...Apportioning.options]) {
        const asked = apportioning ? { apportioning } : {};
        for (const [on, restate] of [
          [old, today],
          [old, '2025-09-01'],
          [today, old],
        ]) {
          expect(await sum(id, { on, restate, ...asked } as never)).toEqual(expected);
          expect(await quotaSum(id, { on: on!, restate: restate!, ...asked })).toEqual(
            expectedQuotas,
          );
        }
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);
