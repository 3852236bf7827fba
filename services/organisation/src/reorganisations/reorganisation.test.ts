import {
  beginDraft,
  followUnits,
  getCoverage,
  getReorganisation,
  getUnit,
  getUnitLineage,
  listPoints,
  listQuotas,
  listReorganisations,
  listUnits,
  listWorkplaces,
  openWorkplace,
  reorganise,
  sendProposal,
  setQuota,
  undoReorganisation,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision, team: imported } = territory(service);

const on = '2025-07-01';
const [eve, later] = ['2025-06-30', '2025-09-01'];

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

const founded = (
  name: string,
  parentId: string | null,
  level: 'commune' | 'village' = 'commune',
) => ({
  id: randomUUID(),
  level,
  kind: level === 'commune' ? ('xã' as const) : ('thôn' as const),
  list: level === 'commune' ? 'mới' : 'village',
  code: randomUUID().slice(0, 8),
  name,
  parentId,
});
const whole = (successorId: string, ...predecessors: string[]) =>
  predecessors.map((predecessorId) => ({ predecessorId, successorId, share: 1 }));

const team = (villageIds: string[]) => imported(villageIds, { foundedOn: '2024-07-01' });

const quota = async (unitId: string, teams: number, members: number, validFrom = '2024-07-01') =>
  service.call(setQuota, {
    id: randomUUID(),
    unitId,
    instrumentId: await decision(undefined, validFrom),
    teams,
    members,
    validFrom,
  } as Input<typeof setQuota>);

/** A province with communes of so many villages, each village with a team, and a quota of one team each. */
async function province(...villages: number[]) {
  const id = await unit('province', 'Bắc Giang');
  const communes = [];
  for (const [n, count] of villages.entries()) {
    const commune = await unit('commune', `Xã ${n + 1}`, id);
    const own = [];
    for (let k = 0; k < count; k += 1)
      own.push(await unit('village', `Thôn ${n + 1}.${k + 1}`, commune));
    for (const village of own) await team([village]);
    if (count > 0) await quota(commune, count, count * 3);
    communes.push({ id: commune, villages: own });
  }
  return { id, communes };
}

const coverageOf = async (day: string, within: string, level: 'province' | 'commune' = 'commune') =>
  (await service.call(getCoverage, { on: day, within, level })).items.sort((a, b) =>
    a.unit.name.localeCompare(b.unit.name),
  );
const totals = async (day: string, within: string) => {
  const { total } = await service.call(getCoverage, { on: day, within, level: 'commune' });
  const { villages, coveredVillages, teams, members } = total;
  return { villages, coveredVillages, ...teams, members: members.decided };
};

test('two communes become one: villages, teams and quotas go on in it, and both sides of the day read right', async () => {
  const { id, communes } = await province(2, 3);
  const [first, second] = communes;
  const before = await totals(eve, id);
  const lucNgan = founded('Lục Ngạn', id);
  const { effects } = await act({
    founded: [lucNgan],
    ended: [first!.id, second!.id],
    lineage: whole(lucNgan.id, first!.id, second!.id),
  });
  expect(effects.counts).toMatchObject({ founded: 1, ended: 2, moved: 5, quotas: 1, teams: 0 });
  expect(effects.quotas).toMatchObject([
    { unit: { name: 'Lục Ngạn' }, teams: 5, members: 15, of: ['Xã 1', 'Xã 2'] },
  ]);
  expect(await totals(on, id)).toEqual(before);
  expect(await totals(eve, id)).toEqual(before);
  expect((await coverageOf(eve, id)).map((row) => row.unit.name)).toEqual(['Xã 1', 'Xã 2']);
  expect(await coverageOf(on, id)).toMatchObject([
    { unit: { id: lucNgan.id }, villages: 5, teams: { decided: 5, active: 5 } },
  ]);
});

test('of a divided commune the villages must be placed, or they follow the largest part', async () => {
  const { id, communes } = await province(3);
  const [old] = communes;
  const [big, small] = [founded('Lớn', id), founded('Nhỏ', id)];
  const plan: Plan = {
    founded: [big, small],
    ended: [old!.id],
    lineage: [
      { predecessorId: old!.id, successorId: big.id, share: 0.7 },
      { predecessorId: old!.id, successorId: small.id, share: 0.3 },
    ],
  };
  await expect(act(plan)).rejects.toMatchObject({
    body: {
      type: 'reorganisation-undecided',
      on,
      count: 3,
      units: ['thôn Thôn 1.1', 'thôn Thôn 1.2', 'thôn Thôn 1.3'],
    },
  });
  const placed = { ...plan, changed: [{ id: old!.villages[0]!, parentId: small.id }] };
  const { effects } = await act({ ...placed, undecided: 'largest-share' });
  expect(effects.decisions.filter(({ what }) => what === 'parent-undecided')).toHaveLength(2);
  expect(await coverageOf(on, id)).toMatchObject([
    { unit: { name: 'Lớn' }, villages: 2, teams: { decided: 2 } },
    { unit: { name: 'Nhỏ' }, villages: 1, teams: { decided: 1 } },
  ]);
});

test('a commune gives a village to its neighbour and goes on, and its quota is shared by villages', async () => {
  const { id, communes } = await province(4, 1);
  const [giver, taker] = communes;
  await act({
    changed: [{ id: giver!.villages[0]!, parentId: taker!.id }],
    lineage: [{ predecessorId: giver!.id, successorId: taker!.id, share: 0.2 }],
  });
  expect(await coverageOf(on, id)).toMatchObject([
    { unit: { name: 'Xã 1' }, villages: 3, teams: { decided: 3 }, members: { decided: 9 } },
    { unit: { name: 'Xã 2' }, villages: 2, teams: { decided: 2 }, members: { decided: 6 } },
  ]);
});

test('a commune becomes a ward under another name and stays the same unit', async () => {
  const { communes } = await province(1);
  const { id } = communes[0]!;
  const { effects } = await act({ changed: [{ id, kind: 'phường', name: 'Chũ' }] });
  expect(effects.counts).toMatchObject({ changed: 1, moved: 0, quotas: 0 });
  expect(await service.call(getUnit, { id, on: eve })).toMatchObject({ kind: 'xã', name: 'Xã 1' });
  expect(await service.call(getUnit, { id, on })).toMatchObject({ kind: 'phường', name: 'Chũ' });
});

test('when a level is abolished, what lay below it lies below what lay above', async () => {
  const id = await unit('province', 'Bắc Giang');
  const district = await unit('district', 'Lục Nam', id);
  const commune = await unit('commune', 'Bảo Đài', district);
  const { effects } = await act({ ended: [district] });
  expect(effects.moved).toMatchObject([{ id: commune, from: 'Lục Nam', to: 'Bắc Giang' }]);
  expect(await service.call(getUnit, { id: commune, on: eve })).toMatchObject({
    parentId: district,
  });
  expect(await service.call(getUnit, { id: commune, on })).toMatchObject({ parentId: id });
});

test('drafts and proposals of communes whose villages change are told before and after the act', async () => {
  const { id, communes } = await province(3);
  const [commune] = communes;
  const [one, two] = commune!.villages as [string, string];
  const facts = { title: 'Giao số lượng', issuer: 'UBND tỉnh', effectiveFrom: on };
  const draft = { id: randomUUID(), unitId: id, ...facts, start: { from: 'in-force' } };
  await service.call(beginDraft, draft as never);
  const figures = {
    villages: 3,
    teams: 3,
    members: 9,
    leaders: null,
    deputies: null,
    ordinary: null,
  };
  const asked = { ...figures, effectiveFrom: on, reason: 'Thôn mới', paperNumber: '', fileIds: [] };
  const officer = someone('commune-officer', [commune!.id]);
  await service.call(sendProposal, { id: randomUUID(), unitId: commune!.id, ...asked }, officer);
  const joined = founded('Hợp Nhất', commune!.id, 'village');
  const { effects } = await act({
    founded: [joined],
    ended: [one, two],
    lineage: whole(joined.id, one, two),
  });
  expect(effects.decisions.filter(({ what }) => what.endsWith('-open'))).toMatchObject([
    { what: 'draft-open', unit: { id: commune!.id }, count: 1 },
    { what: 'proposal-open', unit: { id: commune!.id }, count: 1 },
  ]);
});

test('the teams of merged villages share the new village and wait for consolidation', async () => {
  const { id, communes } = await province(3);
  const [commune] = communes;
  const [one, two] = commune!.villages as [string, string];
  const joined = founded('Hợp Nhất', commune!.id, 'village');
  const { effects } = await act({
    founded: [joined],
    ended: [one, two],
    lineage: whole(joined.id, one, two),
  });
  expect(effects.counts).toMatchObject({ teams: 2, quotas: 0 });
  expect(effects.decisions).toMatchObject([
    { what: 'quota-decision-due', unit: { id: commune!.id } },
    { what: 'teams-await-consolidation', unit: { id: joined.id }, count: 2 },
  ]);
  expect(await totals(eve, id)).toMatchObject({ villages: 3, active: 3 });
  expect(await totals(on, id)).toMatchObject({
    villages: 2,
    coveredVillages: 2,
    active: 3,
    decided: 3,
  });
});

test('a workplace belongs to what its village became, through every act', async () => {
  const { id, communes } = await province(0);
  const [commune] = communes;
  const old = await unit('village', 'Cũ', commune!.id);
  const workplace = {
    id: randomUUID(),
    code: randomUUID().slice(0, 8),
    name: 'Nhà văn hóa',
    kind: 'culture-house',
    villageId: old,
    lon: 106.2,
    lat: 21.3,
    validFrom: '2024-07-01',
  };
  await service.call(openWorkplace, workplace as Input<typeof openWorkplace>);
  const [first, second] = [
    founded('Một', commune!.id, 'village'),
    founded('Hai', commune!.id, 'village'),
  ];
  const { effects } = await act({ founded: [first], ended: [old], lineage: whole(first.id, old) });
  expect(effects.counts).toMatchObject({ workplaces: 1 });
  await act({
    on: later,
    founded: [second],
    ended: [first.id],
    lineage: whole(second.id, first.id),
  });
  const village = async (day: string) =>
    (await service.call(listWorkplaces, { on: day, within: id, limit: 10 })).items[0]?.villageId;
  expect([await village(eve), await village(on), await village(later)]).toEqual([
    old,
    first.id,
    second.id,
  ]);
  const points = (day: string) =>
    service
      .call(listPoints, { on: day, layer: 'workplaces', within: id })
      .then(({ items }) => items.length);
  expect([await points(eve), await points(later)]).toEqual([1, 1]);
  expect(await coverageOf(later, id)).toMatchObject([{ workplaces: { total: 1 } }]);
});

test('a village cannot be ended over its team', async () => {
  const { communes } = await province(1);
  await expect(act({ ended: [communes[0]!.villages[0]!] })).rejects.toMatchObject({
    body: { type: 'reorganisation-leaves-a-team-without-village', on, parent: 'Thôn 1.1' },
  });
});

test('an act that would stretch a team over two communes is refused', async () => {
  const { communes } = await province(0, 0);
  const [first, second] = communes.map((commune) => commune.id) as [string, string];
  const villages = [await unit('village', 'Một', first), await unit('village', 'Hai', first)];
  const id = await team(villages);
  const given = { predecessorId: first, successorId: second, share: 0.5 };
  await expect(
    act({ changed: [{ id: villages[0]!, parentId: second }], lineage: [given] }),
  ).rejects.toMatchObject({ body: { type: 'team-covers-one-commune', teamId: id, on } });
});

test('a dry run tells the same as the act and leaves nothing behind', async () => {
  const { id, communes } = await province(2, 2);
  const joined = founded('Mới', id);
  const ended = communes.map((commune) => commune.id);
  const plan: Plan = {
    id: randomUUID(),
    instrumentId: await decision(),
    founded: [joined],
    ended,
    lineage: whole(joined.id, ...ended),
  };
  const { effects, pictures } = await act({ ...plan, dryRun: true });
  expect(pictures!.before.units.map(({ name }) => name)).toEqual(['Xã 1', 'Xã 2']);
  expect(pictures!.after.units.map(({ name }) => name)).toEqual(['Mới']);
  expect((await coverageOf(on, id)).map((row) => row.unit.name)).toEqual(['Xã 1', 'Xã 2']);
  await expect(service.call(getReorganisation, { id: plan.id! })).rejects.toMatchObject({
    body: { type: 'reorganisation-not-found' },
  });
  expect((await act(plan)).effects).toEqual(effects);
});

test('an act sent twice happens once; another one under its id is refused', async () => {
  const { id, communes } = await province(1);
  const plan: Plan = {
    id: randomUUID(),
    instrumentId: await decision(),
    changed: [{ id: communes[0]!.id, name: 'Chũ' }],
  };
  expect(await act(plan)).toEqual(await act(plan));
  await expect(act({ ...plan, title: 'Khác' })).rejects.toMatchObject({
    body: { type: 'id-reused' },
  });
  expect(
    await service.call(listUnits, { on, within: id, level: 'commune', limit: 10 }),
  ).toMatchObject({
    total: 1,
  });
});

test('an act is undone without a trace while nothing stands on it', async () => {
  const { id, communes } = await province(2, 3);
  const tree = () => service.db.query('select * from unit_parent order by 1, 3');
  const [before, quotas] = [
    await tree(),
    await service.call(listQuotas, { on: later, within: id }),
  ];
  const joined = founded('Mới', id);
  const ended = communes.map((commune) => commune.id);
  const plan: Plan = { id: randomUUID(), instrumentId: await decision(), founded: [joined], ended };
  plan.lineage = whole(joined.id, ...ended);
  const done = await act(plan);
  expect(await tree()).not.toEqual(before);

  expect(await service.call(undoReorganisation, { id: done.id })).toMatchObject({
    status: 'undone',
  });
  expect(await tree()).toEqual(before);
  expect(await service.call(listQuotas, { on: later, within: id })).toEqual(quotas);
  await expect(service.call(getUnit, { id: joined.id, on })).rejects.toMatchObject({
    body: { type: 'unit-not-found' },
  });
  await expect(act(plan)).rejects.toMatchObject({ body: { type: 'reorganisation-was-undone' } });
  // Twice is once.
  expect(await service.call(undoReorganisation, { id: done.id })).toMatchObject({
    status: 'undone',
  });
  const { items } = await service.call(listReorganisations, { limit: 50 });
  expect(items.find((item) => item.id === done.id)).toMatchObject({ on, status: 'undone' });
});

test.each([
  ['a quota', (commune: string) => quota(commune, 9, 27, later)],
  [
    'a later act',
    (commune: string) => act({ on: later, changed: [{ id: commune, name: 'Tên sau' }] }),
  ],
])('%s that came later keeps an act from being undone', async (_, happens) => {
  const { id, communes } = await province(1, 1);
  const joined = founded('Mới', id);
  const ended = communes.map((commune) => commune.id);
  const done = await act({ founded: [joined], ended, lineage: whole(joined.id, ...ended) });
  await happens(joined.id);
  await expect(service.call(undoReorganisation, { id: done.id })).rejects.toMatchObject({
    body: { type: 'reorganisation-has-followers' },
  });
  expect(await service.call(getUnit, { id: joined.id, on })).toMatchObject({ name: 'Mới' });
});

test('what was decided for later is not overruled by an act before it', async () => {
  const { communes } = await province(1);
  const { id } = communes[0]!;
  await act({ on: later, changed: [{ id, name: 'Tên sau' }] });
  await expect(act({ changed: [{ id, name: 'Tên trước' }] })).rejects.toMatchObject({
    body: { type: 'reorganisation-has-later-versions', on, name: 'Tên sau' },
  });
});

test('a plan that contradicts itself is refused with every contradiction', async () => {
  const { communes } = await province(1, 1);
  const [first, second] = communes.map((commune) => commune.id) as [string, string];
  const plan: Plan = {
    ended: [first],
    changed: [{ id: first, name: 'Vẫn còn' }],
    lineage: [{ predecessorId: first, successorId: second, share: 0.5 }],
  };
  await expect(act(plan)).rejects.toMatchObject({
    body: {
      type: 'invalid-input',
      errors: [
        { path: 'changed.0.id', message: 'ends-that-day' },
        { path: `lineage[${first}]`, message: 'shares-not-whole' },
      ],
    },
  });
});

test('nobody reorganises what lies outside the own area', async () => {
  const [mine, other] = [await province(1), await province(1)];
  const administrator = someone('provincial-administrator', [mine.id]);
  const rename = (id: string) => act({ changed: [{ id, name: 'Chũ' }] }, administrator);
  await expect(rename(other.communes[0]!.id)).rejects.toMatchObject({
    body: { type: 'outside-area' },
  });
  expect(await rename(mine.communes[0]!.id)).toMatchObject({ status: 'applied' });
});

test('a unit tells from what it came and what it became', async () => {
  const { id, communes } = await province(0, 0);
  const joined = founded('Mới', id);
  const ended = communes.map((commune) => commune.id);
  await act({ founded: [joined], ended, lineage: whole(joined.id, ...ended) });
  expect(await service.call(getUnitLineage, { id: joined.id })).toMatchObject({
    predecessors: [
      { unit: { name: 'Xã 1' }, share: 1, on },
      { unit: { name: 'Xã 2' }, share: 1, on },
    ],
    successors: [],
  });
  expect(await service.call(getUnitLineage, { id: ended[0]! })).toMatchObject({
    predecessors: [],
    successors: [{ unit: { id: joined.id, name: 'Mới' }, share: 1 }],
  });
});

test('a set of units becomes what is made of nothing else', async () => {
  const id = await unit('province', 'Bắc Giang');
  const [lucNgan, other] = [
    await unit('district', 'Lục Ngạn', id),
    await unit('district', 'Chũ', id),
  ];
  const [one, two, stays] = [
    await unit('commune', 'Một', lucNgan),
    await unit('commune', 'Hai', lucNgan),
    await unit('commune', 'Giữ', lucNgan),
  ];
  const neighbour = await unit('commune', 'Bên', other);
  const [own, mixed] = [founded('Riêng', id), founded('Chung', id)];
  const done = await act({
    founded: [own, mixed],
    ended: [lucNgan, other, one, two, neighbour],
    lineage: [...whole(own.id, one), ...whole(mixed.id, two, neighbour)],
  });
  const group = (...unitIds: string[]) => ({ key: randomUUID(), unitIds });
  const [district, both, untouched] = [group(lucNgan), group(lucNgan, neighbour), group(stays)];
  const { items } = await service.call(followUnits, {
    reorganisationId: done.id,
    groups: [district, both, untouched],
  });
  const sorted = (ids: string[]) => [...ids].sort();
  expect(items.map((item) => ({ ...item, heirs: sorted(item.heirs) }))).toEqual([
    { key: district.key, ended: [lucNgan], heirs: sorted([own.id, stays]), parts: [mixed.id] },
    {
      key: both.key,
      ended: expect.arrayContaining([lucNgan, neighbour]),
      heirs: sorted([own.id, stays, mixed.id]),
      parts: [],
    },
  ]);
});

test('however communes are joined and divided, villages, teams and decided numbers stay what they were', async () => {
  const goals = fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(goals, async (plans) => {
      const { id, communes } = await province(...plans.map((_, n) => n + 1));
      const before = await totals(eve, id);
      const heirs = [0, 1, 2, 3].map((n) => founded(`Mới ${n}`, id));
      const lineage = plans.flatMap((plan, n) => {
        const parts = [...new Set(plan)];
        return parts.map((goal) => ({
          predecessorId: communes[n]!.id,
          successorId: heirs[goal]!.id,
          share: 1 / parts.length,
        }));
      });
      const used = new Set(lineage.map(({ successorId }) => successorId));
      await act({
        founded: heirs.filter((heir) => used.has(heir.id)),
        ended: communes.map((commune) => commune.id),
        lineage,
        undecided: 'largest-share',
      });
      expect(await totals(on, id)).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 60_000);
