import { correctRound, creditAward, listScores, listSuggestedValues } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { teamLog } from '../incidents/test-log.ts';
import { refusal } from '../reports/test-report.ts';
import { content, item, points, scoredProvince, template } from '../scoring/test-campaign.ts';
import { activity } from '../service.ts';
import { awarding } from './test-award.ts';

const service = useService(activity);
const { unit, commune, campaign, open, verify, score, ratify } = scoredProvince(service);
const { plain, unit: _, place } = teamLog(service);
const { stand, achievement, given, revoke, read } = awarding(service);

const reason = 'Quyết định khen thưởng đã bị hủy';
const model = { kind: 'model' } as const;

/** What awards and records of a month come to for an indicator of a team. */
async function suggested(teamId: string, code: string, from = '2026-06-01', to = '2026-06-30') {
  const { items } = await service.call(listSuggestedValues, { teamId, from, to });
  const value = items.find(({ indicatorCode }) => indicatorCode === code);
  return value && `${value.numerator}${value.denominator === null ? '' : `/${value.denominator}`}`;
}

test('reporting BR-13: a model that the commune alone praises counts nothing for ND2.01', async () => {
  const { teamId, villageId } = await place();
  await stand(villageId);
  const praise = { formCode: 'praise' } as const;
  await given(achievement('team', teamId, model), praise);
  expect(await suggested(teamId, 'ND2.01')).toBe('0');
  await given(achievement('team', teamId, model), { ...praise, authority: 'province-police' });
  // what is no model is none, whoever praises it
  await given(achievement('team', teamId), { ...praise, authority: 'province-police' });
  expect(await suggested(teamId, 'ND2.01')).toBe('1');
});

test('reporting BR-14: from 1 March 2025 the police of the province or the ministry recognise a model', async () => {
  const provinceId = await unit('province', 'Bắc Giang');
  const districtId = await unit('district', 'Yên Thế', provinceId);
  const { teamIds, villageIds } = await commune(districtId);
  await stand(villageIds[0]!, { year: 2025, classOn: '2025-02-01' });
  const about = () =>
    achievement('team', teamIds[0]!, { ...model, from: '2025-01-02', to: '2025-02-10' });
  const asking = { formCode: 'praise', authority: 'district-police', year: 2025 } as const;
  const proposedOn = '2025-02-12';
  await given(about(), { ...asking, proposedOn }, '2025-02-28');
  await given(about(), { ...asking, proposedOn, authority: 'district-chair' }, '2025-03-01');
  await given(about(), { ...asking, proposedOn, authority: 'province-police' }, '2025-03-01');
  expect(await suggested(teamIds[0]!, 'ND2.01', '2025-02-01', '2025-02-28')).toBe('1');
  expect(await suggested(teamIds[0]!, 'ND2.01', '2025-03-01', '2025-03-31')).toBe('1');
});

test('reporting BR-22, law BR-72: a month without a good deed but with a commended member is met, once', async () => {
  const { teamId, villageId, people } = await place();
  await stand(villageId);
  const praise = { formCode: 'praise' } as const;
  expect(await suggested(teamId, 'ND7.01')).toBe('0/1');
  const award = await given(achievement('person', people[0]!), praise);
  expect(await suggested(teamId, 'ND7.01')).toBe('1/1');
  await plain(teamId, 'good-deed', {}, '2026-06-20');
  await given(achievement('person', people[1]!), praise);
  expect(await suggested(teamId, 'ND7.01')).toBe('1/1');
  expect(await suggested(teamId, 'ND7.01', '2026-05-01', '2026-06-30')).toBe('1/2');
  await revoke(award);
  expect(await suggested(teamId, 'ND7.01')).toBe('1/1');
});

/** A team in an open round of its province, scored by a bonus and by models. */
async function scoredTeam(changes: Parameters<typeof campaign>[2] = {}) {
  const provinceId = await unit('province', 'Bắc Giang');
  const districtId = await unit('district', 'Yên Thế', provinceId);
  const { communeId, teamIds, villageIds } = await commune(districtId);
  const [teamId, villageId] = [teamIds[0]!, villageIds[0]!];
  await stand(villageId);
  const target = { comparison: 'at-least', value: '1' } as const;
  const made = await campaign(
    provinceId,
    [
      template([
        content('M', [item('M1', { kind: 'count-target', indicator: 'ND2.01', target })]),
        content('B', [item('B1', {})], { column: 'bonus' }),
      ]),
    ],
    changes,
  );
  await open(made.roundId);
  return { ...made, provinceId, communeId, teamId, villageId };
}
const itemOf = async (roundId: string, teamId: string, code: string) =>
  (await score(roundId, teamId)).explanation.find((one) => one.code === code)!;
const board = (roundId: string) =>
  service.call(listScores, { roundId, subject: 'team', sort: 'rank', limit: 10 });

test('reporting BR-75: points that rest on an award are gone when it is revoked, of an open round at once', async () => {
  const { roundId, teamId } = await scoredTeam();
  const award = await given(achievement('team', teamId), {}, '2026-06-22');
  const credit = { id: randomUUID(), awardId: award.id, roundId, item: 'B1', points: 4 };
  expect((await service.call(creditAward, credit)).credits).toMatchObject([{ points: 4 }]);
  expect(await itemOf(roundId, teamId, 'B1')).toMatchObject({ source: 'awards', points: 4 });
  const twice = service.call(creditAward, { ...credit, id: randomUUID() });
  expect(await refusal(twice)).toMatchObject({ type: 'award-counts-once-in-a-round' });
  const wrong = service.call(creditAward, { ...credit, id: randomUUID(), item: 'M1' });
  expect(await refusal(wrong)).toMatchObject({ type: 'award-brings-no-points-here' });
  // who verifies says more, with the award in mind
  await verify(roundId, teamId, [points('B1', 6, 'Khen thưởng và sáng kiến')]);
  expect(await itemOf(roundId, teamId, 'B1')).toMatchObject({ points: 6 });
  await revoke(award);
  expect(await itemOf(roundId, teamId, 'B1')).toMatchObject({ source: null, points: 0 });
});

test('reporting BR-75: a ratified round is flagged until somebody corrects it by name', async () => {
  const { roundId, teamId } = await scoredTeam();
  const about = achievement('team', teamId, model);
  const praise = { formCode: 'praise', authority: 'province-police' } as const;
  const award = await given(about, praise, '2026-06-22');
  expect(await itemOf(roundId, teamId, 'M1')).toMatchObject({ source: 'awards', points: 10 });
  await verify(roundId, teamId);
  await ratify(roundId);
  expect(await board(roundId)).toMatchObject({ revokedAwards: [], items: [{ total: 10 }] });
  const revoked = await revoke(award);
  expect(revoked).toMatchObject({ state: 'revoked', revocation: 'false-declaration' });
  expect(revoked.roundsToCorrect).toMatchObject([{ roundId, roundName: 'Đợt 1' }]);
  expect(await board(roundId)).toMatchObject({
    revokedAwards: [{ awardId: award.id, subjectId: teamId, revokedOn: '2026-07-10' }],
    items: [{ total: 10 }],
  });
  await service.call(correctRound, { id: roundId, reason, lowerOverCap: false });
  expect(await board(roundId)).toMatchObject({ revokedAwards: [], items: [{ total: 0 }] });
});

test('reporting BR-76: the reward of the district after a round and the award of the province stand on one result, each by itself', async () => {
  const days = { from: '2024-08-19', to: '2025-02-03' };
  const round = { id: randomUUID(), number: 1, name: 'Đợt 1', theme: '', ...days };
  const { roundId, teamId, villageId } = await scoredTeam({ ...days, rounds: [round] });
  await stand(villageId, { year: 2025, classOn: '2025-01-15', safetyOn: '2025-01-10' });
  const asking = { roundId, year: 2025, proposedOn: '2025-02-05' } as const;
  const district = { ...asking, authority: 'district-chair' } as const;
  const about = () => achievement('team', teamId, days);
  const early = given(about(), district, '2025-02-20');
  expect(await refusal(early)).toMatchObject({ type: 'award-round-has-no-result' });
  await verify(roundId, teamId, [points('B1', 7)]);
  await ratify(roundId);
  const reward = await given(about(), district, '2025-02-20');
  const certificate = { formCode: 'merit-certificate', authority: 'province-chair' } as const;
  const award = await given(about(), { ...asking, ...certificate }, '2025-02-25');
  for (const one of [reward, award])
    expect(one).toMatchObject({ state: 'approved', roundId, result: { total: 7, rank: 1 } });
  // reporting BR-74
  expect(award.agreed.toSorted()).toEqual(['home-affairs', 'province-police']);
  await revoke(reward, { on: '2025-03-10' });
  expect(await read(award.id)).toMatchObject({ state: 'approved', roundsToCorrect: [] });
});

test('an award that is not approved brings no points, and nobody credits the own commune beyond the area', async () => {
  const { roundId, teamId } = await scoredTeam();
  const award = await given(achievement('team', teamId));
  const stranger = someone('commune-officer', [(await place()).communeId]);
  const credit = { id: randomUUID(), awardId: award.id, roundId, item: 'B1', points: 4 };
  expect(await refusal(service.call(creditAward, credit, stranger))).toMatchObject({
    type: 'award-not-found',
  });
  await revoke(award);
  expect(await refusal(service.call(creditAward, credit))).toMatchObject({
    type: 'award-does-not-count',
  });
});
