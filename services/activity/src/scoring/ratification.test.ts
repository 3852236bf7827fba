import { correctRound, listCampaignScores, setCampaign } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { refusal } from '../reports/test-report.ts';
import { activity } from '../service.ts';
import { mostWithHighest } from './cap.rules.ts';
import { content, item, points, scoredProvince, template } from './test-campaign.ts';

const service = useService(activity);
const { unit, commune, campaign, open, verify, ranking, score, ratify } = scoredProvince(service);

const grades = [
  { code: 'excellent', name: 'Xuất sắc', nameEn: '', least: 90, floorPercent: 0 },
  { code: 'good', name: 'Khá', nameEn: '', least: 80, floorPercent: 0 },
];
const contents = [content('A', [item('A1', { max: 100 })])];
const cap = { percent: 20, of: 'second' as const };

/** Teams with these points in an open round, each verified. */
async function verified(given: number[], changes = {}) {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { teamIds } = await commune(provinceId, given.length);
  const made = await campaign(provinceId, [template(contents, { grades, ...changes })]);
  await open(made.roundId);
  for (const [n, typed] of given.entries())
    await verify(made.roundId, teamIds[n]!, [points('A1', typed)]);
  return { ...made, teamIds };
}
const raise = (roundId: string, subjectId: string, to: number) =>
  verify(roundId, subjectId, [points('A1', to, 'Bổ sung kết quả đã xác minh')]);

test('BR-60 the highest grade is a share of the second one, rounded down', () => {
  const most = (second: number, highest: number, of: 'second' | 'second-or-better' = 'second') =>
    mostWithHighest(
      { cap: { percent: 20, of }, grades },
      new Map([
        ['good', second],
        ['excellent', highest],
      ]),
    );
  expect(most(10, 2)).toBe(2);
  expect(most(4, 0)).toBe(0);
  expect(most(8, 2, 'second-or-better')).toBe(2);
  // who is lowered counts for the base: of 12, 2 of 10
  expect(most(8, 4)).toBe(2);
  expect(mostWithHighest({ cap: null, grades }, new Map())).toBeNull();
});

test('whoever is lowered, the cap holds afterwards, and nobody is lowered without need', () => {
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.nat(300),
      fc.integer({ min: 1, max: 100 }),
      (second, highest, percent) => {
        const counts = new Map([
          ['good', second],
          ['excellent', highest],
        ]);
        const most = mostWithHighest({ cap: { percent, of: 'second' }, grades }, counts)!;
        const kept = Math.min(most, highest);
        expect(kept * 100).toBeLessThanOrEqual(percent * (second + highest - kept));
        if (kept < highest)
          expect((kept + 1) * 100).toBeGreaterThan(percent * (second + highest - kept - 1));
      },
    ),
  );
});

test('BR-71 the cap is tested when a round is ratified: refused with how many, or the lowest are lowered', async () => {
  const { roundId, teamIds } = await verified([99, 98, 85, 84, 83, 82], { cap });
  expect(await ranking(roundId)).toMatchObject({ capAllows: 1, ratified: false });
  expect(await refusal(ratify(roundId))).toMatchObject({
    ...{ type: 'grade-cap-exceeded', grade: 'excellent', has: 2, most: 1 },
  });
  expect(await score(roundId, teamIds[1]!)).toMatchObject({ grade: 'excellent' });
  expect(await ratify(roundId, { lowerOverCap: true })).toMatchObject({ subjects: 6, lowered: 1 });
  expect(await score(roundId, teamIds[0]!)).toMatchObject({ grade: 'excellent', lowered: false });
  expect(await score(roundId, teamIds[1]!)).toMatchObject({
    grade: 'good',
    lowered: true,
    rank: 2,
  });
});

test('a round with teams that nobody verified is ratified only when that is meant', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  await commune(provinceId, 2);
  const { roundId } = await campaign(provinceId, [template(contents)]);
  expect(await refusal(ratify(roundId))).toMatchObject({ type: 'campaign-round-not-open' });
  await open(roundId);
  expect(await refusal(ratify(roundId))).toMatchObject({
    ...{ type: 'scores-not-verified', waiting: 2, of: 2 },
  });
  expect(await ratify(roundId, { withoutVerification: true })).toMatchObject({ subjects: 2 });
});

test('what was ratified stands until a named correction, and the former result is kept', async () => {
  const { roundId, teamIds } = await verified([90, 80]);
  const [first, second] = teamIds as [string, string];
  const done = await ratify(roundId);
  // sent again by a client that lost the answer
  expect(await ratify(roundId)).toEqual(done);
  expect(await refusal(raise(roundId, second, 95))).toMatchObject({
    type: 'campaign-round-not-open',
  });
  await service.db.query(
    `update score_mark set points = 95 where round_id = $1 and subject_id = $2`,
    [roundId, second],
  );
  expect((await ranking(roundId)).items.map(({ total }) => total)).toEqual([90, 80]);
  const reason = 'Kết luận xác minh ngày 01/7/2026';
  expect(
    await service.call(correctRound, { id: roundId, reason, lowerOverCap: false }),
  ).toMatchObject({ revision: 2, subjects: 2, changed: 2 });
  const { items, revision } = await ranking(roundId);
  expect([revision, ...items.map(({ total, rank }) => [total, rank])]).toEqual([
    2,
    [95, 1],
    [90, 2],
  ]);
  const [was] = await service.db.query(
    'select total::float8 as total, rank from round_result where round_id = $1 and revision = 1 and subject_id = $2',
    [roundId, first],
  );
  expect(was).toEqual({ total: 90, rank: 1 });
  // how it came about is kept with it
  expect((await score(roundId, first)).explanation).toMatchObject([{ code: 'A1', points: 90 }]);
});

test('rounds come to one result by their days, and out of one round is out of the whole', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { teamIds } = await commune(provinceId, 2);
  const must = [
    content('A', [item('A1', { max: 100 })]),
    content('B', [item('B1', { max: 1, gate: true })]),
  ];
  const { id, plan } = await campaign(provinceId, [template(must)]);
  const rounds = [
    { ...plan.rounds[0]!, from: '2026-05-01', to: '2026-05-10' },
    { id: randomUUID(), number: 2, name: 'Đợt 2', theme: '', from: '2026-05-11', to: '2026-06-09' },
  ];
  await service.call(setCampaign, { ...plan, rounds });
  const given = [
    [80, 1, 90, 1],
    [100, 1, 100, 0],
  ] as const;
  for (const [n, round] of rounds.entries()) {
    await open(round.id);
    for (const [team, marks] of given.entries()) {
      const typed = [points('A1', marks[2 * n]!), points('B1', marks[2 * n + 1]!)];
      await verify(round.id, teamIds[team]!, typed);
    }
    await ratify(round.id);
  }
  const { items } = await service.call(listCampaignScores, {
    ...{ campaignId: id, subject: 'team', limit: 10 },
  });
  expect(items.map(({ total, rank, isDisqualified }) => [total, rank, isDisqualified])).toEqual([
    // (81 × 10 + 91 × 30) / 40
    [88.5, 1, false],
    [100.25, null, true],
  ]);
  expect(items[0]!.rounds).toEqual([
    { number: 1, total: 81, rank: 2, grade: null },
    { number: 2, total: 91, rank: 1, grade: null },
  ]);
});
