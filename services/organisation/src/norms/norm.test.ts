import { explainNorm, getCoverage, listNorms, previewCriteria } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { criteria, exactly } from '../criteria/test-criteria.ts';
import { organisation } from '../service.ts';
import { norms } from './test-norm.ts';

const service = useService(organisation);
const { commune, measured, members, adopted, inForce } = norms(service);

const byHouseholds = criteria({
  members: [
    {
      name: 'Theo số hộ',
      metric: 'households',
      classes: [exactly(3, undefined, 350), exactly(4, 350)],
    },
  ],
});

test('households put a village into its class', async () => {
  const sizes = [0, 349, 350, 1000].map((households) => ({ households }));
  expect(await members(byHouseholds, sizes)).toEqual([3, 3, 4, 4]);
});

test('a step too small to be meant does not take the norms of a province away', async () => {
  const step = { of: 1e-300, parts: 1_000 };
  const increment = { metric: 'households' as const, from: 0, step, add: 100 };
  const absurd = criteria({
    members: [
      {
        name: 'Bước quá nhỏ',
        classes: [exactly(3)],
        increments: [{ ...increment, count: 'started' as const }],
        cap: 20,
      },
    ],
  });
  expect(await members(absurd, [{ households: 350 }])).toEqual([20]);
});

test('a commune adds up its villages; one without a figure leaves the sum open and is named', async () => {
  const whole = await commune([{ households: 100 }, { households: 400 }]);
  const part = await commune([{ households: 100 }, {}]);
  for (const { communeId } of [whole, part]) await adopted(byHouseholds, [communeId]);
  const [row] = (await inForce(whole.communeId, '2024-08-01')).items;
  expect(row).toMatchObject({
    villages: 2,
    teams: { min: 2, max: 2 },
    members: { min: 7, max: 7 },
    positions: { leaders: 2, deputies: 2, ordinary: 3 },
    binding: 'exact',
    missing: [],
  });
  const [open] = (await inForce(part.communeId, '2024-08-01')).items;
  expect(open).toMatchObject({
    teams: { min: 2, max: 2 },
    members: null,
    open: [{ gap: 'figure-missing', villages: 1 }],
    missing: [{ metric: 'households', villages: 1 }],
    known: { villages: 1, members: { min: 3, max: 3 } },
  });
  const before = (await inForce(whole.communeId, '2024-06-30')).items[0];
  expect(before).toMatchObject({ members: null, open: [{ gap: 'no-criteria', villages: 2 }] });
});

test('the norm of a village is explained from its figure to the number', async () => {
  const { communeId, ids } = await commune([{ households: 400, name: 'Chằm' }]);
  const id = await adopted(byHouseholds, [communeId]);
  const answer = await service.call(explainNorm, { id: ids[0]!, on: '2024-08-01' });
  expect(answer).toMatchObject({
    members: { min: 4, max: 4 },
    criteria: { id, validFrom: '2024-07-01' },
    steps: [
      { step: 'snapshot', of: 'latest', day: '2024-08-01' },
      {
        step: 'figure',
        metric: 'households',
        figure: { value: 400, measuredOn: '2024-06-01', source: 'Công an xã' },
      },
      { step: 'rule', index: 1, name: 'Theo số hộ' },
      { step: 'class', index: 2, from: 350, to: null, min: 4, max: 4, binding: 'exact' },
    ],
  });
});

test('coverage shows the norm of a commune beside what is decided, and none where one is open', async () => {
  const whole = await commune([{ households: 100 }, { households: 400 }]);
  const part = await commune([{ households: 100 }, {}]);
  for (const { communeId } of [whole, part]) await adopted(byHouseholds, [communeId]);
  const covered = async (within: string, on: string, level: 'commune' | 'village' = 'commune') =>
    service.call(getCoverage, { on, within, level });
  const { items, total } = await covered(whole.communeId, '2024-08-01');
  expect(items[0]).toMatchObject({ teams: { norm: 2 }, members: { norm: 7 } });
  expect(total).toMatchObject({ teams: { norm: 2 }, members: { norm: 7 } });
  const open = await covered(part.communeId, '2024-08-01');
  expect(open.items[0]).toMatchObject({ teams: { norm: 2 }, members: { norm: null } });
  const villages = await covered(part.communeId, '2024-08-01', 'village');
  expect(villages.items.map(({ members: { norm } }) => norm).sort()).toEqual([3, null]);
  const before = await covered(whole.communeId, '2024-06-30');
  expect(before.items[0]).toMatchObject({ teams: { norm: null }, members: { norm: null } });
});

test('asked for everywhere at once, each commune has the norm that it has asked alone', async () => {
  const places = [
    await commune([{ households: 100 }, { households: 400 }]),
    await commune([{ households: 349 }, {}]),
  ];
  const document = { ...byHouseholds, snapshot: { ...byHouseholds.snapshot, of: 'effect-day' } };
  await adopted(byHouseholds, [places[0]!.communeId]);
  await adopted(document as typeof byHouseholds, [places[1]!.communeId]);
  await measured(places[1]!.ids[0]!, { households: 900 }, '2024-07-20');
  const question = { on: '2024-08-01', level: 'commune', limit: 5000 } as const;
  const everywhere = await service.call(listNorms, question);
  for (const { communeId } of places) {
    const [alone] = (await inForce(communeId, '2024-08-01')).items;
    expect(everywhere.items.find(({ unit }) => unit.id === communeId)).toEqual(alone);
  }
});

test('pages of a preview hold each village once, however many begin alike', async () => {
  const { communeId } = await commune(Array.from({ length: 23 }, () => ({ households: 100 })));
  const asked = { document: byHouseholds, on: '2024-08-01', units: [communeId], changed: false };
  const page = (limit: number, cursor?: string) =>
    service.call(previewCriteria, { ...asked, within: communeId, level: 'village', limit, cursor });
  const whole = (await page(100)).items.map(({ unit }) => unit.id);
  expect(new Set(whole).size).toBe(23);
  for (const limit of [1, 4, 7]) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor, total } = await page(limit, cursor);
      expect(total).toBe(23);
      seen.push(...items.map(({ unit }) => unit.id));
      cursor = nextCursor ?? undefined;
    } while (cursor && seen.length < 50);
    expect(seen).toEqual(whole);
  }
});
