import { type CriteriaDocumentInput, setQuota } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { criteria, exactly } from '../criteria/test-criteria.ts';
import { organisation } from '../service.ts';
import { norms } from './test-norm.ts';

// One test for each shape of policy-shapes.md 1–26 that speaks of teams and members.
const service = useService(organisation);
const { decision, commune, tried, members, adopted, inForce } = norms(service);

type Rule = CriteriaDocumentInput['members'][number];
const rules = (...given: (Partial<Rule> & Pick<Rule, 'classes'>)[]) =>
  criteria({ members: given.map((rule) => ({ name: 'Quy định', ...rule })) });
const households = (...sizes: number[]) => sizes.map((size) => ({ households: size }));
const flat = (number: number) => rules({ classes: [exactly(number)] });

test('1 after a merger each former area keeps its own criteria', async () => {
  const [east, west] = [await commune(households(100)), await commune(households(100))];
  await adopted(flat(3), [east.communeId]);
  await adopted(flat(5), [west.communeId]);
  const of = async (id: string) => (await inForce(id, '2024-08-01')).items[0]!.members?.max;
  expect([await of(east.communeId), await of(west.communeId)]).toEqual([3, 5]);
});

test('2 a later document takes the place of an earlier one from its day on', async () => {
  const place = await commune(households(100));
  await adopted(flat(3), [place.communeId], '2024-07-01');
  await service.db.query(
    `update criteria set valid_to = '2025-01-01' where id in
    (select criteria_id from criteria_unit where unit_id = $1)`,
    [place.communeId],
  );
  await adopted(flat(4), [place.communeId], '2025-01-01');
  const on = async (day: string) => (await inForce(place.communeId, day)).items[0]!.members?.max;
  expect([await on('2024-12-31'), await on('2025-01-01')]).toEqual([3, 4]);
});

test('3 criteria signed later may hold from an earlier day', async () => {
  const place = await commune(households(100));
  await adopted(flat(3), [place.communeId], '2024-02-01');
  expect((await inForce(place.communeId, '2024-02-01')).items[0]!.members?.max).toBe(3);
});

test('4 a draft is tried out beside what is in force, and is not in force itself', async () => {
  const place = await commune(households(100));
  await adopted(flat(3), [place.communeId]);
  const { totals, now } = await tried(flat(5), place);
  expect([totals.members?.max, now.members?.max]).toEqual([5, 3]);
  expect((await inForce(place.communeId, '2024-08-01')).items[0]!.members?.max).toBe(3);
});

test('5, 11 the kind of the village decides, whatever it is called', async () => {
  const document = rules(
    { when: { kinds: ['tổ dân phố', 'khu phố', 'khóm'] }, classes: [exactly(5)] },
    { classes: [exactly(3)] },
  );
  const villages = (['thôn', 'bản', 'khóm', 'khu phố'] as const).map((kind) => ({ kind }));
  expect(await members(document, villages)).toEqual([3, 3, 5, 5]);
});

test('6, 10 one team in each village with a flat number', async () => {
  const { totals } = await tried(flat(3), await commune([{}, {}, {}]));
  expect(totals).toMatchObject({ teams: { max: 3 }, members: { max: 9 } });
});

test('7 a village above a number of households has two teams', async () => {
  const split = (each: 'each-team' | 'whole-unit') =>
    criteria({
      teams: {
        mode: 'split-over',
        metric: 'households',
        steps: [{ over: 800, teams: 2 }],
        members: each,
      },
      members: [{ name: 'Tổ', classes: [exactly(4)] }],
    });
  const place = await commune(households(800, 801));
  const [each, whole] = [
    await tried(split('each-team'), place),
    await tried(split('whole-unit'), place),
  ];
  expect(each.rows.map(({ teams }) => teams?.max)).toEqual([1, 2]);
  expect(each.rows.map((row) => row.members?.max)).toEqual([4, 8]);
  expect(whole.rows.map((row) => row.members?.max)).toEqual([4, 4]);
});

const clusters = criteria({
  teams: {
    mode: 'clusters',
    alone: [{ ranges: [{ metric: 'households', from: 150 }] }],
    units: { from: 3, to: 6 },
    prefer: 'many',
    leftOver: ['undecided'],
  },
  members: [
    {
      name: 'Tổ ghép',
      when: { ranges: [{ metric: 'units', from: 2 }] },
      classes: [exactly(0)],
      increments: [{ metric: 'units', from: 0, step: { of: 1 }, add: 1, count: 'full' }],
    },
    { name: 'Tổ riêng', classes: [exactly(3)] },
  ],
});

test('8 small neighbouring villages share a team, and the same villages always the same one', async () => {
  const near = [
    [106, 21],
    [106.001, 21],
    [106.002, 21],
  ] as const;
  const far = [
    [106.5, 21.5],
    [106.501, 21.5],
    [106.502, 21.5],
  ] as const;
  const villages = [...near, ...far].map((at) => ({ households: 90, at }));
  const place = await commune([...villages, { households: 200 }]);
  const first = await tried(clusters, place);
  expect(first.totals).toMatchObject({ teams: { max: 3 }, members: { max: 9 } });
  const numbers = first.rows.map(({ cluster }) => cluster);
  expect(new Set(numbers.slice(0, 3)).size).toBe(1);
  expect(new Set(numbers.slice(3, 6)).size).toBe(1);
  expect(numbers[6]).toBeNull();
  expect((await tried(clusters, place)).rows.map(({ cluster }) => cluster)).toEqual(numbers);
});

test('9, 25 the decision overrides the norm, and both are shown', async () => {
  const place = await commune(households(100, 100));
  await adopted(flat(3), [place.communeId]);
  const instrumentId = await decision();
  const quota = {
    id: randomUUID(),
    unitId: place.communeId,
    instrumentId,
    validFrom: '2024-07-15',
  };
  await service.call(setQuota, { ...quota, teams: 1, members: 5 } as never);
  const [row] = (await inForce(place.communeId, '2024-08-01')).items;
  expect(row).toMatchObject({ members: { max: 6 }, decided: { teams: 1, members: 5 } });
});
