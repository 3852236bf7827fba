import {
  getCoverage,
  getReorganisation,
  getUnit,
  reorganise,
  setQuota,
  undoReorganisation,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, moved, decision, team } = territory(service);

const on = '2025-07-01';
const later = '2025-09-01';

type Plan = Partial<Input<typeof reorganise>>;
const act = async (plan: Plan, who?: ReturnType<typeof someone>) =>
  service.call(
    reorganise,
    {
      id: randomUUID(),
      on,
      title: 'Sắp xếp đơn vị hành chính',
      instrumentId: plan.instrumentId ?? (await decision()),
      ...plan,
    } as Input<typeof reorganise>,
    who,
  );
const undo = (id: string, who?: ReturnType<typeof someone>) =>
  service.call(undoReorganisation, { id }, who);

const founded = (name: string, parentId: string | null) => ({
  id: randomUUID(),
  level: 'commune' as const,
  kind: 'xã' as const,
  list: 'mới',
  code: randomUUID().slice(0, 8),
  name,
  parentId,
});
const whole = (successorId: string, ...predecessors: string[]) =>
  predecessors.map((predecessorId) => ({ predecessorId, successorId, share: 1 }));

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

const end = (id: string, day: string) =>
  Promise.all(
    ['unit_version', 'unit_parent'].map((table) =>
      service.db.query(`update ${table} set valid_to = $2 where unit_id = $1`, [id, day]),
    ),
  );

const outline = (id: string, from: string, west: number, to: string | null = null) =>
  service.db.query(
    `insert into boundary (unit_id, level, valid_from, valid_to, source, geom, shape, shape_low, point)
     select $1, 'commune', $2, $3, 'bản đồ', g, st_transform(g, 3857), st_transform(g, 3857),
            st_pointonsurface(g)
       from (select st_multi(st_makeenvelope($4::float8, 21, $4::float8 + 1, 22, 4326)) as g) drawn`,
    [id, from, to, west],
  );

test('no unit is put below itself, below what lies under it or below another level than its own', async () => {
  const { id, one, first } = await neighbours();
  const district = await unit('district', 'Lục Nam', id);
  const below = await unit('commune', 'Bảo Đài', district);
  for (const [unitId, parentId] of [
    [one, one],
    [district, below],
    [one, first],
    [first, id],
    [id, district],
  ] as const) {
    await expect(act({ changed: [{ id: unitId, parentId }] })).rejects.toMatchObject({
      body: {
        type: 'invalid-input',
        errors: [{ path: 'changed.0.parentId', message: 'wrong-level' }],
      },
    });
  }
  const [chicken, egg] = [founded('Gà', null), founded('Trứng', null)];
  [chicken.parentId, egg.parentId] = [egg.id, chicken.id];
  await expect(act({ founded: [chicken, egg] })).rejects.toMatchObject({
    body: { type: 'invalid-input' },
  });
});

test('a part of a unit becomes part of a unit of its own level', async () => {
  const { one, two, first, second } = await neighbours();
  for (const lineage of [whole(two, first), whole(second, one)]) {
    const ended = [lineage[0]!.predecessorId];
    await expect(act({ ended, lineage })).rejects.toMatchObject({
      body: { errors: [{ path: 'lineage.0.successorId', message: 'wrong-level' }] },
    });
  }
});

test('a commune is not dissolved over its villages', async () => {
  const { one } = await neighbours();
  await expect(act({ ended: [one] })).rejects.toMatchObject({
    body: { type: 'reorganisation-leaves-a-unit-without-parent', name: 'Xuân' },
  });
});

test('who may act in one area only neither sees nor undoes what was founded in another', async () => {
  const [mine, other] = [await neighbours(), await neighbours()];
  const administrator = someone('provincial-administrator', [mine.id]);
  const { id } = await act({ founded: [founded('Mới', other.id)] });
  const outside = { body: { type: 'outside-area' } };
  await expect(service.call(getReorganisation, { id }, administrator)).rejects.toMatchObject(
    outside,
  );
  await expect(undo(id, administrator)).rejects.toMatchObject(outside);
});

test('an act that is sent twice at once happens once, and both are told so', async () => {
  const { one } = await neighbours();
  const plan: Plan = {
    id: randomUUID(),
    instrumentId: await decision(),
    changed: [{ id: one, name: 'Chũ' }],
  };
  const [left, right] = await Promise.all([act(plan), act(plan)]);
  expect(left).toEqual(right);
});

test('a founded unit does not take the id of one that stands', async () => {
  const { id, one, two } = await neighbours();
  const plan = { founded: [{ ...founded('Mới', id), id: two }], ended: [one] };
  await expect(act({ ...plan, lineage: whole(two, one) })).rejects.toMatchObject({
    body: { type: 'id-reused', id: two },
  });
});

test.each([
  ['a village', (one: string) => unit('village', 'Sau', one, { from: later })],
  ['a quota', (one: string) => quota(one, 5, later)],
  ['a quota of the day itself', (one: string) => quota(one, 5, on)],
  ['a team', (_: string, village: string) => team([village], { foundedOn: later })],
])('a unit does not end before %s that is its own from later on', async (_, begins) => {
  const { one, two, first, second } = await neighbours();
  await begins(one, first);
  const ended = [one, first];
  const lineage = [...whole(two, one), ...whole(second, first)];
  await expect(act({ ended, lineage })).rejects.toMatchObject({
    body: { type: 'reorganisation-has-later-versions' },
  });
});

test('a unit whose end is known is not renamed in silence, and moves only until that day', async () => {
  const { first, two } = await neighbours();
  await end(first, later);
  await expect(act({ changed: [{ id: first, name: 'Thu' }] })).rejects.toMatchObject({
    body: { type: 'reorganisation-has-later-versions' },
  });
  await act({ changed: [{ id: first, parentId: two }] });
  await expect(service.call(getUnit, { id: first, on: later })).rejects.toMatchObject({
    body: { type: 'unit-not-found' },
  });
  const rows = await service.db.query(
    'select valid_to from unit_parent where unit_id = $1 and parent_id = $2',
    [first, two],
  );
  expect(rows).toEqual([{ valid_to: later }]);
});

test('a village that moves on by itself later does so although its commune became another', async () => {
  const { one, two, first } = await neighbours();
  const third = await unit('village', 'Thu', one);
  await moved(third, two, later);
  const province = (await service.call(getUnit, { id: one, on })).parentId!;
  const heir = founded('Ba', province);
  await act({ founded: [heir], ended: [one], lineage: whole(heir.id, one) });
  expect(await service.call(getUnit, { id: third, on })).toMatchObject({ parentId: heir.id });
  expect(await service.call(getUnit, { id: third, on: later })).toMatchObject({ parentId: two });
  expect(await service.call(getUnit, { id: first, on: later })).toMatchObject({
    parentId: heir.id,
  });
});

test('nobody is put below what will not stand as long', async () => {
  const { two, first, second } = await neighbours();
  await end(two, later);
  await end(second, later);
  await expect(act({ changed: [{ id: first, parentId: two }] })).rejects.toMatchObject({
    body: { type: 'reorganisation-leaves-a-unit-without-parent', name: 'Xuân', on: later },
  });
});

test('an act is not undone below what has ended since', async () => {
  const { one, two, first } = await neighbours();
  const { id } = await act({ changed: [{ id: first, parentId: two }] });
  await act({ on: later, ended: [one] });
  await expect(undo(id)).rejects.toMatchObject({
    body: { type: 'reorganisation-leaves-a-unit-without-parent', name: 'Xuân', on: later },
  });
});

test('two acts of one day: what the first moved away stays where it was put', async () => {
  const { id, one, two, first } = await neighbours();
  const third = await unit('commune', 'Ba', id);
  await act({ changed: [{ id: first, parentId: two }] });
  await act({ ended: [one], lineage: whole(third, one) });
  expect(await service.call(getUnit, { id: first, on })).toMatchObject({ parentId: two });
  await expect(act({ changed: [{ id: first, parentId: third }] })).rejects.toMatchObject({
    body: { type: 'reorganisation-has-later-versions', name: 'Xuân' },
  });
});

test('until the day of a quota that was decided for later the sum of both holds', async () => {
  const { id, one, two } = await neighbours();
  await quota(one, 2);
  await quota(two, 3);
  await quota(two, 7, later);
  await act({ ended: [one], lineage: whole(two, one) });
  expect(await decidedTeams(id, on)).toBe(5);
  expect(await decidedTeams(id, later)).toBe(7);
});

test('an outline that is known for the day stands, and one for later begins then', async () => {
  for (const day of [on, later]) {
    const { one, two } = await neighbours();
    await outline(one, '2024-01-01', 105);
    await outline(two, '2024-01-01', 106, day);
    await outline(two, day, 106);
    const { effects } = await act({ ended: [one], lineage: whole(two, one) });
    expect(effects.counts.outlines).toBe(day === on ? 0 : 1);
    const rows = await service.db.query(
      `select valid_to, st_area(geom)::int as area from boundary
        where unit_id = $1 and valid_from = $2`,
      [two, on],
    );
    expect(rows).toEqual([day === on ? { valid_to: null, area: 1 } : { valid_to: later, area: 2 }]);
  }
});

test('who gives a part away keeps the rest of its people, and its outline is due', async () => {
  const { one, two } = await neighbours();
  for (const id of [one, two]) {
    await outline(id, '2024-01-01', 105);
    await service.db.query(
      `insert into unit_figure values ($1, 'households', '2024-01-01', 100, 'sổ')`,
      [id],
    );
  }
  const lineage = [{ predecessorId: one, successorId: two, share: 0.3 }];
  const { effects } = await act({ lineage });
  expect(effects.decisions.map(({ what, unit }) => [what, unit.name])).toEqual([
    ['outline-missing', 'Hai'],
    ['outline-missing', 'Một'],
  ]);
  const figures = async (id: string) => (await service.call(getUnit, { id, on })).figures;
  expect(await figures(one)).toMatchObject([{ kind: 'households', value: 70 }]);
  expect(await figures(two)).toMatchObject([{ kind: 'households', value: 130 }]);
});

test('households that the instrument says go before those that were known for the day', async () => {
  const { one } = await neighbours();
  await service.db.query(`insert into unit_figure values ($1, 'households', $2, 100, 'sổ')`, [
    one,
    on,
  ]);
  const { id } = await act({ changed: [{ id: one, households: 333 }] });
  const figures = async () => (await service.call(getUnit, { id: one, on })).figures;
  expect(await figures()).toMatchObject([{ value: 333 }]);
  await undo(id);
  expect(await figures()).toMatchObject([{ value: 100, source: 'sổ' }]);
});

test('where the units of an act lie is told, also of one with too many units for pictures', async () => {
  const { id, one, two } = await neighbours();
  const whereOf = async (plan: Plan) => {
    const applied = await act(plan);
    return service.call(getReorganisation, { id: applied.id });
  };
  const few = await whereOf({ changed: [{ id: one, name: 'Một Mới' }] });
  expect(few.bounds).toBeNull();
  await outline(one, '2024-01-01', 106);
  await outline(two, '2024-01-01', 108);
  const joined = founded('Mới', id);
  const merged = await whereOf({
    founded: [joined],
    ended: [two],
    lineage: whole(joined.id, two),
  });
  expect(merged.bounds).toEqual([108, 21, 109, 22]);
  const villages = await Promise.all(
    Array.from({ length: 81 }, (_, n) => unit('village', `Thôn ${n}`, one)),
  );
  const many = await whereOf({
    changed: villages.map((village, n) => ({ id: village, name: `Thôn Mới ${n}` })),
  });
  expect(many.pictures).toBeUndefined();
  expect(many.bounds).toEqual([106, 21, 107, 22]);
});
