import { scoreMarked, verifyScores } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../reports/test-report.ts';
import { activity } from '../service.ts';
import { content, figure, item, points, scoredProvince, template } from './test-campaign.ts';

const service = useService(activity);
const { unit, commune, campaign, open, verify, ranking, score } = scoredProvince(service);

const weapons = item('W1', { kind: 'zero-tolerance', indicator: 'ND4.03' });
const tips = item('N1', {
  kind: 'ratio-target',
  indicator: 'ND1.01',
  target: { comparison: 'at-least', value: '80' },
});

async function scored(teams = 3) {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { communeId, teamIds } = await commune(provinceId, teams);
  const contents = [content('W', [weapons]), content('N', [tips])];
  const { roundId } = await campaign(provinceId, [template(contents)]);
  await open(roundId);
  const officer = someone('commune-officer', [communeId]);
  const sheet = (subjectId: string, cases = 0) => ({
    ...{ id: randomUUID(), subjectId, marks: [figure('W1', cases), figure('N1', 8, 10)] },
  });
  return { provinceId, roundId, teamIds, officer, sheet };
}

test('a commune verifies its teams together, and sent again it changes nothing', async () => {
  const { roundId, teamIds, officer, sheet } = await scored();
  const sheets = teamIds.map((id, n) => sheet(id, n === 2 ? 1 : 0));
  const sent = { roundId, sheets };
  expect(await service.call(verifyScores, sent, officer)).toEqual({ subjects: 3, marks: 6 });
  expect(await service.call(verifyScores, sent, officer)).toEqual({ subjects: 3, marks: 6 });
  const { items } = await ranking(roundId);
  expect(items.map(({ total, breaches, verified }) => [total, breaches, verified])).toEqual([
    [20, 0, true],
    [20, 0, true],
    [10, 1, true],
  ]);
  expect((await score(roundId, teamIds[0]!)).marks).toHaveLength(2);
  const told = await service.db.query(`select count(*)::int as n from outbox where subject = $1`, [
    scoreMarked.subject,
  ]);
  expect(told[0].n).toBeLessThanOrEqual(3);
});

test('all are verified or none: one sheet that cannot be so, or of another commune, and nothing is', async () => {
  const { provinceId, roundId, teamIds, officer, sheet } = await scored();
  const wrong = { ...sheet(teamIds[1]!), marks: [figure('N1', 11, 10)] };
  const [first] = teamIds as [string];
  const faulty = { roundId, sheets: [sheet(first), wrong] };
  expect(await refusal(service.call(verifyScores, faulty, officer))).toMatchObject({
    type: 'score-figure-incomplete',
  });
  const { teamIds: others } = await commune(provinceId, 1);
  const outside = { roundId, sheets: [sheet(first), sheet(others[0]!)] };
  expect(await refusal(service.call(verifyScores, outside, officer))).toMatchObject({
    ...{ type: 'score-not-found', subjectId: others[0] },
  });
  expect((await ranking(roundId)).items.some(({ verified }) => verified)).toBe(false);
});

test('an id that marked another team is refused', async () => {
  const { roundId, teamIds, sheet } = await scored();
  const one = sheet(teamIds[0]!);
  await service.call(verifyScores, { roundId, sheets: [one] });
  const reused = { roundId, sheets: [{ ...one, subjectId: teamIds[1]! }] };
  expect(await refusal(service.call(verifyScores, reused))).toMatchObject({ type: 'id-reused' });
});

test('figure and points of an item are given at once with the reason, and each is kept', async () => {
  const { roundId, teamIds } = await scored(1);
  const [teamId] = teamIds as [string];
  const both = { ...figure('N1', 4, 10), points: 7 };
  expect(await refusal(verify(roundId, teamId, [both]))).toMatchObject({
    ...{ type: 'score-change-needs-reason', item: 'N1' },
  });
  await verify(roundId, teamId, [{ ...both, reason: 'Đã xét các nguồn tin qua đường dây nóng' }]);
  const told = await score(roundId, teamId);
  expect(told.explanation.find(({ code }) => code === 'N1')).toMatchObject({
    ...{ source: 'typed', numerator: 4, denominator: 10, reckoned: 5, verified: 7, points: 7 },
  });
  expect(told.marks.map((one) => [one.points, one.numerator])).toEqual(
    expect.arrayContaining([
      [7, null],
      [null, 4],
    ]),
  );
  // the figure stays when the points are changed later
  await verify(roundId, teamId, [points('N1', 6, 'Đối chiếu lại sổ trực của Công an xã')]);
  const later = (await score(roundId, teamId)).explanation.find(({ code }) => code === 'N1');
  expect(later).toMatchObject({ numerator: 4, reckoned: 5, points: 6 });
});

test('a figure has two digits after the comma at the most', async () => {
  const { roundId, teamIds } = await scored(1);
  const [teamId] = teamIds as [string];
  await verify(roundId, teamId, [figure('N1', 92.5, 100)]);
  const told = (await score(roundId, teamId)).explanation.find(({ code }) => code === 'N1');
  expect(told).toMatchObject({ numerator: 92.5, points: 10 });
});
