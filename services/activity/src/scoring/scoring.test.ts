import {
  barSubject,
  changeScore,
  listScores,
  scoreSelf,
  type ScoreContent,
  verifyScore,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { past, refusal } from '../reports/test-report.ts';
import { activity } from '../service.ts';
import { content, figure, item, points, scoredProvince, template } from './test-campaign.ts';

const service = useService(activity);
const province = scoredProvince(service);
const { unit, commune, period, campaign, open, accepted, verify, ranking, score } = province;

const patrol = item('P1', {
  kind: 'ratio-target',
  indicator: 'ND6.01',
  target: { comparison: 'exactly', value: '100' },
});
const weapons = item('W1', { kind: 'zero-tolerance', indicator: 'ND4.03' });

/** Teams of a commune in an open round that is scored by these contents. */
async function scored(contents: ScoreContent[], teams = 1, changes = {}) {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { communeId, teamIds, villageIds } = await commune(provinceId, teams);
  const made = await campaign(provinceId, [template(contents, changes)]);
  await open(made.roundId);
  const officer = someone('commune-officer', [communeId]);
  return { ...made, provinceId, communeId, villageIds, teamIds, teamId: teamIds[0]!, officer };
}
const itemOf = async (roundId: string, teamId: string, code: string) =>
  (await score(roundId, teamId)).explanation.find((one) => one.code === code)!;

test('points follow from accepted reports, and open to their figures', async () => {
  const { provinceId, roundId, teamIds } = await scored([content('P', [patrol])], 2);
  const [first, second] = teamIds as [string, string];
  const periodId = await period(provinceId);
  await accepted(periodId, first);
  // sent and not accepted: it says nothing yet
  await province.send(periodId, second);
  expect(await itemOf(roundId, first, 'P1')).toMatchObject({
    ...{ source: 'reports', numerator: 1, denominator: 2, reports: 1, reckoned: 5, points: 5 },
  });
  expect(await itemOf(roundId, second, 'P1')).toMatchObject({
    ...{ source: null, numerator: null, reckoned: null, points: 0, isMissing: true },
  });
  const { items } = await ranking(roundId);
  expect(items.map(({ total, missing, rank }) => [total, missing, rank])).toEqual([
    [5, 0, 1],
    [0, 1, 2],
  ]);
});

test('BR-23 a period counts in the round that has at least 15 of its days, and in one only', async () => {
  const { provinceId, roundId, teamId } = await scored([content('P', [patrol])]);
  // 29 days of it before the round, then one with 14 in it
  await accepted(await period(provinceId, { to: '2026-05-14' }), teamId);
  expect((await itemOf(roundId, teamId, 'P1')).source).toBeNull();
  await accepted(await period(provinceId, { to: '2026-06-14' }), teamId);
  expect(await itemOf(roundId, teamId, 'P1')).toMatchObject({ reports: 1 });
});

test('BR-65 what the subject, the verifier and the ratifier say is kept apart, a change with its reason', async () => {
  const { roundId, teamId, villageIds, officer } = await scored([
    content('T', [item('T1', { max: 10 })]),
  ]);
  const leader = someone('team-leader', villageIds);
  const self = { id: randomUUID(), roundId, subjectId: teamId, marks: [points('T1', 9)] };
  await service.call(scoreSelf, self, leader);
  expect((await score(roundId, teamId)).total).toBe(0);
  const verified = { ...self, id: randomUUID(), marks: [points('T1', 7)] };
  await service.call(verifyScore, verified, officer);
  const change = (reason: string) =>
    service.call(changeScore, {
      ...{ id: randomUUID(), roundId, subjectId: teamId, marks: [points('T1', 8, reason)] },
    });
  expect(await refusal(change(''))).toMatchObject({ type: 'score-change-needs-reason' });
  await change('Hội đồng thống nhất nâng điểm');
  const told = await score(roundId, teamId);
  expect(told.explanation[0]).toMatchObject({ self: 9, verified: 7, ratified: 8, points: 8 });
  expect(told.marks.map(({ step, by, reason }) => [step, by.split('-')[0], reason])).toEqual([
    ['ratified', expect.any(String), 'Hội đồng thống nhất nâng điểm'],
    ['verified', 'commune', ''],
    ['self', 'team', ''],
  ]);
});

test('a changed reckoned score needs a reason, what reports say is not typed anew', async () => {
  const { provinceId, roundId, teamId } = await scored([content('P', [patrol])]);
  await accepted(await period(provinceId), teamId);
  const type = async (mark: Parameters<typeof verify>[2]) =>
    (await refusal(verify(roundId, teamId, mark)))?.type ?? null;
  expect(await type([points('P1', 10)])).toBe('score-change-needs-reason');
  expect(await type([points('P1', 11, 'Vượt điểm tối đa')])).toBe('score-above-maximum');
  expect(await type([figure('P1', 2, 2)])).toBe('score-figure-is-reported');
  expect(await type([points('X1', 1)])).toBe('score-item-not-found');
  expect(await type([points('P1', 10, 'Đã đối chiếu sổ tuần tra')])).toBeNull();
});

test('figures that teams cannot give are typed by who verifies, never by the team', async () => {
  const tips = item('N1', {
    kind: 'ratio-target',
    indicator: 'ND1.01',
    target: { comparison: 'at-least', value: '80' },
  });
  const { roundId, teamId } = await scored([content('N', [tips, weapons])]);
  const self = { id: randomUUID(), roundId, subjectId: teamId, marks: [figure('N1', 9, 10)] };
  await service.call(scoreSelf, self);
  expect(await itemOf(roundId, teamId, 'N1')).toMatchObject({ source: null, points: 0 });
  expect(await refusal(verify(roundId, teamId, [figure('N1', 11, 10)]))).toMatchObject({
    type: 'score-figure-incomplete',
  });
  await verify(roundId, teamId, [figure('N1', 40, 100), figure('W1', 0)]);
  expect(await itemOf(roundId, teamId, 'N1')).toMatchObject({ source: 'typed', points: 5 });
  expect(await itemOf(roundId, teamId, 'W1')).toMatchObject({ points: 10, breach: false });
});

test('who only reaches "trên 90%" lacks a hundredth, who is above has all', async () => {
  const above = item('R1', {
    kind: 'ratio-target',
    indicator: 'ND4.02',
    target: { comparison: 'above', value: '90' },
  });
  const { roundId, teamIds } = await scored([content('R', [above])], 3);
  const figures = [90, 91, 45];
  for (const [n, teamId] of teamIds.entries())
    await verify(roundId, teamId, [figure('R1', figures[n]!, 100)]);
  const reached = [];
  for (const teamId of teamIds) reached.push((await itemOf(roundId, teamId, 'R1')).points);
  expect(reached).toEqual([9.99, 10, 5]);
});

test('one case against zero tolerance takes all points of the item and is flagged', async () => {
  const { roundId, teamId } = await scored([content('W', [weapons, item('T1', {})])]);
  await verify(roundId, teamId, [figure('W1', 1), points('T1', 10)]);
  expect(await score(roundId, teamId)).toMatchObject({ total: 10, breaches: 1, disqualified: [] });
});

test('BR-17 one concluded violation of a business is a breach, ten tips about businesses are none', async () => {
  const business = item('B1', { kind: 'zero-tolerance', indicator: 'ND4.01' });
  const { roundId, teamIds } = await scored([content('B', [business])], 2);
  await verify(roundId, teamIds[0]!, [figure('B1', 1)]);
  await verify(roundId, teamIds[1]!, [figure('B1', 0)]);
  const told = await Promise.all(teamIds.map((teamId) => itemOf(roundId, teamId, 'B1')));
  expect(told.map(({ breach, points: given }) => [breach, given])).toEqual([
    [true, 0],
    [false, 10],
  ]);
});

test('BR-67 an item without anything to do has full points', async () => {
  const { roundId, teamId } = await scored([content('P', [patrol])]);
  const none = { numerator: null, denominator: null, noCase: true };
  await verify(roundId, teamId, [{ item: 'P1', points: null, figure: none, reason: '' }]);
  expect(await itemOf(roundId, teamId, 'P1')).toMatchObject({ points: 10, noCase: true });
});

test('BR-66 92 points with one content at 84 % are not the highest grade', async () => {
  const grades = [
    { code: 'excellent', name: 'Xuất sắc', nameEn: '', least: 90, floorPercent: 85 },
    { code: 'good', name: 'Khá', nameEn: '', least: 80, floorPercent: 80 },
  ];
  const contents = [
    content('A', [item('A1', { max: 75 })]),
    content('B', [item('B1', { max: 25 })]),
  ];
  const { roundId, teamIds } = await scored(contents, 2, { grades });
  await verify(roundId, teamIds[0]!, [points('A1', 71), points('B1', 21)]);
  await verify(roundId, teamIds[1]!, [points('A1', 70), points('B1', 22)]);
  expect(await score(roundId, teamIds[0]!)).toMatchObject({ total: 92, grade: 'good' });
  expect(await score(roundId, teamIds[1]!)).toMatchObject({ total: 92, grade: 'excellent' });
});

test('BR-68 bonus goes on top of 100, or never past it; penalties are taken away', async () => {
  const contents = [
    content('A', [item('A1', { max: 100 })]),
    content('B', [item('B1', { max: 10 })], { column: 'bonus' }),
    content('C', [item('C1', { max: 10 })], { column: 'penalty' }),
  ];
  const total = async (bonusInside: boolean, minus: number) => {
    const { roundId, teamId } = await scored(contents, 1, { bonusInside });
    await verify(roundId, teamId, [points('A1', 97), points('B1', 10), points('C1', minus)]);
    return (await score(roundId, teamId)).total;
  };
  expect(await total(false, 0)).toBe(107);
  expect(await total(true, 0)).toBe(100);
  expect(await total(true, 9)).toBe(98);
});

test('BR-69 a row that must be at its maximum and is not puts the team out, whatever its total', async () => {
  const contents = [content('A', [item('A1', { max: 90 }), item('A2', { mustMax: true })])];
  const { roundId, teamIds } = await scored(contents, 2);
  await verify(roundId, teamIds[0]!, [points('A1', 90), points('A2', 9)]);
  await verify(roundId, teamIds[1]!, [points('A1', 10), points('A2', 10)]);
  const { items } = await ranking(roundId);
  expect(items.map(({ total, rank, disqualified }) => [total, rank, disqualified])).toEqual([
    [20, 1, []],
    [99, null, [{ why: 'must-max', about: 'A2' }]],
  ]);
});

test('a team with false data is out, with what was said of it', async () => {
  const { roundId, teamId } = await scored([content('A', [item('A1', {})])]);
  const bar = { id: randomUUID(), roundId, subjectId: teamId, why: 'false-data' as const };
  await service.call(barSubject, { ...bar, note: 'Khai khống số ca tuần tra' });
  // sent again by a phone that lost the answer; another reason under the id is refused
  await service.call(barSubject, { ...bar, note: 'Khai khống số ca tuần tra' });
  const again = service.call(barSubject, { ...bar, note: 'Lý do khác hẳn' });
  expect(await refusal(again)).toMatchObject({ type: 'id-reused', field: 'note' });
  expect(await score(roundId, teamId)).toMatchObject({
    rank: null,
    disqualified: [{ why: 'false-data', about: 'Khai khống số ca tuần tra' }],
  });
});

test('BR-70 ranks are inside the group; who is equal after all ties shares one, and the next is left out', async () => {
  const contents = [content('A', [item('A1', { max: 50 }), weapons])];
  const tieBreaks = [{ by: 'breaches', prefer: 'fewer' } as const];
  const { id, provinceId, communeId, roundId, teamIds } = await scored(contents, 4, { tieBreaks });
  const other = await commune(provinceId, 1);
  await service.db.query(
    `insert into emulation_group_unit (campaign_id, unit_id, name) values ($1, $2, 'Cụm 1'), ($1, $3, 'Cụm 2')`,
    [id, communeId, other.communeId],
  );
  // the second has a breach and makes up for it
  const given = [
    [40, 0],
    [50, 1],
    [40, 0],
    [30, 0],
  ] as const;
  for (const [n, [typed, cases]] of given.entries())
    await verify(roundId, teamIds[n]!, [points('A1', typed), figure('W1', cases)]);
  await verify(roundId, other.teamIds[0]!, [points('A1', 1), figure('W1', 0)]);
  const { items, groups } = await ranking(roundId);
  expect(groups).toEqual(['Cụm 1', 'Cụm 2']);
  const rankOf = new Map(items.map((one) => [one.subjectId, [one.rank, one.rankOverall]]));
  expect(teamIds.map((teamId) => rankOf.get(teamId))).toEqual([
    [1, 1],
    [3, 3],
    [1, 1],
    [4, 4],
  ]);
  expect(rankOf.get(other.teamIds[0]!)).toEqual([1, 5]);
});

test('reports in time are counted by the platform among those that were due', async () => {
  const inTime = item('TC1', {
    kind: 'ratio-target',
    indicator: 'TC.01',
    target: { comparison: 'at-least', value: '100' },
  });
  const { provinceId, roundId, teamId } = await scored([content('TC', [inTime])]);
  const may = await period(provinceId, { to: '2026-05-20', lateFrom: past });
  await service.db.query(
    `insert into report (id, period_id, sender, sender_id, unit_id, state, version, version_id, first_sent_at)
     select gen_random_uuid(), $1, 'team', $2, commune_id, 'submitted', 1, gen_random_uuid(), $3::timestamptz - interval '1 hour'
       from team_commune where team_id = $2`,
    [may, teamId, past],
  );
  await period(provinceId, { to: '2026-06-19', lateFrom: past });
  expect(await itemOf(roundId, teamId, 'TC1')).toMatchObject({
    ...{ source: 'platform', numerator: 1, denominator: 2, points: 5 },
  });
  expect(await refusal(verify(roundId, teamId, [figure('TC1', 2, 2)]))).toMatchObject({
    type: 'score-figure-is-reported',
  });
});

test('nobody scores outside their area, and no leader verifies', async () => {
  const { roundId, teamId, provinceId } = await scored([content('A', [item('A1', {})])]);
  const other = await commune(provinceId, 1);
  const stranger = someone('commune-officer', [other.communeId]);
  const self = { id: randomUUID(), roundId, subjectId: teamId, marks: [points('A1', 1)] };
  expect(await refusal(service.call(verifyScore, self, stranger))).toMatchObject({
    type: 'score-not-found',
  });
  expect(await refusal(service.call(scoreSelf, self, stranger))).toMatchObject({
    type: 'score-not-found',
  });
  expect((await ranking(roundId)).total).toBe(2);
  const asked = { roundId, subject: 'team', sort: 'rank', limit: 10 } as const;
  expect(await service.call(listScores, asked, stranger)).toMatchObject({ total: 1 });
});
