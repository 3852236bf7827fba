import type { CriteriaDocumentInput } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { atMost, criteria, exactly } from '../criteria/test-criteria.ts';
import {
  ReorganisationEntity,
  UnitLineageEntity,
} from '../reorganisations/reorganisation.entity.ts';
import { organisation } from '../service.ts';
import { norms } from './test-norm.ts';

// The shapes of policy-shapes.md that speak of the number of members; shape.test.ts has the others.
const service = useService(organisation);
const { unit, decision, commune, measured, tried, members } = norms(service);

type Rule = CriteriaDocumentInput['members'][number];
const rules = (...given: (Partial<Rule> & Pick<Rule, 'classes'>)[]) =>
  criteria({ members: given.map((rule) => ({ name: 'Quy định', ...rule })) });
const households = (...sizes: number[]) => sizes.map((size) => ({ households: size }));
const flat = (number: number) => rules({ classes: [exactly(number)] });

test('12 classes of households', async () => {
  const document = rules({
    metric: 'households',
    classes: [exactly(3, undefined, 800), exactly(4, 800, 1000), exactly(5, 1000)],
  });
  expect(await members(document, households(799, 800, 999, 1000))).toEqual([3, 4, 4, 5]);
});

test('13 permanent population, or with temporary residents', async () => {
  const of = (metric: 'population' | 'population-with-temporary') =>
    rules({ metric, classes: [exactly(3, undefined, 3000), exactly(5, 3000)] });
  const village = { population: 2800, 'population-with-temporary': 3200 };
  expect(await members(of('population'), [village])).toEqual([3]);
  expect(await members(of('population-with-temporary'), [village])).toEqual([5]);
});

test('14 one more for each full step, and a step may be a third of a number', async () => {
  const step = (count: 'full' | 'started') =>
    rules({
      classes: [exactly(3)],
      increments: [{ metric: 'households', from: 500, step: { of: 500, parts: 3 }, add: 1, count }],
    });
  const sizes = households(499, 500, 666, 667, 833, 834, 1000);
  expect(await members(step('full'), sizes)).toEqual([3, 3, 3, 4, 4, 5, 6]);
  expect(await members(step('started'), sizes)).toEqual([3, 4, 4, 5, 5, 6, 7]);
});

test('15 alternatives joined by OR: the highest class that is met applies', async () => {
  const document = rules({
    metric: 'population',
    classes: [
      exactly(3, undefined, 3000),
      { ...exactly(5, 3000), anyOf: [{ ranges: [{ metric: 'area-km2', from: 3 }] }] },
      { value: { binding: 'exact', members: 7 }, from: 9000, anyOf: [{ tags: ['key-commune'] }] },
    ],
  });
  const villages = [
    { population: 2000, 'area-km2': 2 },
    { population: 2000, 'area-km2': 3 },
    { population: 2000 },
    { tags: ['key-commune'] },
  ];
  expect(await members(document, villages)).toEqual([3, 5, 'figure-missing', 7]);
});

test('16 flags of the commune or the village add members, up to a cap over all', async () => {
  const document = criteria({
    members: [{ name: 'Quy định', classes: [exactly(3)] }],
    modifiers: ['border', 'island', 'key-defence'].map((tag) => ({
      name: tag,
      anyOf: [{ tags: [tag] }],
      add: 1,
    })),
    cap: 5,
  });
  const villages = [{}, { tags: ['island'] }, { tags: ['island', 'key-defence'] }];
  expect(await members(document, villages, { tags: ['border'] })).toEqual([4, 5, 5]);
  expect(await members(document, villages)).toEqual([3, 4, 5]);
});

test('17 a flag replaces the value of the class', async () => {
  const instead = [{ when: { tags: ['hot'] }, value: { binding: 'maximum' as const, members: 5 } }];
  const document = rules({
    metric: 'population',
    classes: [{ ...exactly(3), to: 2000, toIncluded: true, instead }, exactly(4, 2001)],
  });
  const villages = [{ population: 2000 }, { population: 2000, tags: ['hot'] }];
  expect(await members(document, villages)).toEqual([3, '1–5']);
});

test('18 a range by the kind of the commune', async () => {
  const range = (from: number, to: number) => ({ value: { binding: 'range' as const, from, to } });
  const document = rules(
    { when: { communeKinds: ['phường'] }, classes: [range(5, 9)] },
    { classes: [range(3, 5)] },
  );
  expect(await members(document, [{}], { kind: 'phường' })).toEqual(['5–9']);
  expect(await members(document, [{}])).toEqual(['3–5']);
});

test('19 the class of the village', async () => {
  const document = rules(
    { when: { classes: [1] }, classes: [exactly(5)] },
    { when: { classes: [2, 3] }, classes: [exactly(3)] },
  );
  const villages = ['class-1', 'class-2', 'class-3'].map((tag) => ({ tags: [tag] }));
  expect(await members(document, [...villages, {}])).toEqual([5, 3, 3, 'no-rule']);
});

test('20 exact, at most, or between; each bound inclusive or not', async () => {
  const document = rules({
    metric: 'households',
    classes: [
      exactly(3, undefined, 350),
      { ...atMost(4, 350, 700), toIncluded: true },
      { value: { binding: 'range', from: 4, to: 6 }, from: 700, fromIncluded: false },
    ],
  });
  const { rows, totals } = await tried(document, await commune(households(349, 700, 701)));
  expect(rows.map(({ binding }) => binding)).toEqual(['exact', 'maximum', 'range']);
  expect(rows.map((row) => [row.members?.min, row.members?.max])).toEqual([
    [3, 3],
    [1, 4],
    [4, 6],
  ]);
  expect(totals).toMatchObject({ binding: 'mixed', members: { min: 8, max: 13 } });
});

test('21 values need not follow one another: 3 then 5', async () => {
  const document = rules({
    metric: 'households',
    classes: [exactly(3, undefined, 350), exactly(5, 350)],
  });
  expect(await members(document, households(349, 350))).toEqual([3, 5]);
});

test('22 a leader and a deputy come first; a team of one has a leader only', async () => {
  const split = async (number: number) =>
    (await tried(flat(number), await commune([{}]))).totals.positions;
  expect(await split(1)).toEqual({ leaders: 1, deputies: 0, ordinary: 0 });
  expect(await split(3)).toEqual({ leaders: 1, deputies: 1, ordinary: 1 });
});

test('23 villages that have just merged have a table of their own, for a time', async () => {
  const place = await commune(households(300, 300));
  const [id, validFrom] = [randomUUID(), '2024-07-01'];
  const act = { id, validFrom, title: 'Nhập', status: 'applied' as const, plan: {} as never };
  await service.given(ReorganisationEntity, { ...act, instrumentId: await decision() });
  for (const name of ['Một', 'Hai']) {
    const predecessorId = await unit('village', name, null, { to: validFrom });
    const line = { reorganisationId: id, predecessorId, share: '1', validFrom };
    await service.given(UnitLineageEntity, { ...line, successorId: place.ids[0]! });
  }
  const document = rules(
    { when: { merged: { months: 24 } }, classes: [exactly(5)] },
    { classes: [exactly(3)] },
  );
  const on = async (day: string) =>
    (await tried(document, place, day)).rows.map((row) => row.members?.max);
  expect(await on('2024-08-01')).toEqual([5, 3]);
  expect(await on('2026-07-01')).toEqual([3, 3]);
});

test('24 figures of the day of effect count until the next review', async () => {
  const place = await commune([{ households: 300 }]);
  await measured(place.ids[0]!, { households: 400 }, '2025-06-01');
  const document = criteria({
    members: [
      {
        name: 'Quy định',
        metric: 'households',
        classes: [exactly(3, undefined, 350), exactly(4, 350)],
      },
    ],
    snapshot: { of: 'effect-day', reviewYears: 5 },
  });
  const on = async (day: string) => (await tried(document, place, day)).rows[0]!.members?.max;
  expect(await on('2026-01-01')).toBe(3);
  expect(await on('2029-06-30')).toBe(3);
  expect(await on('2029-07-01')).toBe(4);
});

test('26 the rounding is data: two readings of one text differ by a member', async () => {
  const path = 'members.0.increments.0.count';
  const reading = (chosen: string) =>
    criteria({
      members: [
        {
          name: 'Ấp',
          classes: [exactly(5)],
          increments: [
            { metric: 'households', from: 350, step: { of: 100 }, add: 1, count: 'full' },
          ],
          cap: 7,
        },
      ],
      readings: [
        {
          id: 'steps',
          question: 'Phần lẻ dưới 100 hộ có tính không?',
          chosen,
          options: [
            { id: 'full', text: 'Không', set: [{ path, value: 'full' }] },
            { id: 'started', text: 'Có', set: [{ path, value: 'started' }] },
          ],
        },
      ],
    });
  const sizes = households(349, 449, 450, 2000);
  expect(await members(reading('full'), sizes)).toEqual([5, 5, 6, 7]);
  expect(await members(reading('started'), sizes)).toEqual([5, 6, 7, 7]);
});
