import {
  getPerson,
  listPostings,
  listRecruitments,
  setParameter,
  takeRecruitmentStep,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';
import { recruiting } from './test-recruitment.ts';

const service = useService(personnel);
const { unit, place, member } = territory(service);
const { plan, take, apply, issue, posted, council, meeting, listed, proposed, decided, ask } =
  recruiting(service);

test('who was selected is recognised by one decision, and nothing was late', async () => {
  const here = await place();
  const { id, candidates } = await proposed(here, 2);
  await take(id, decided(candidates));
  await take(id, posted('result-posted', '2026-04-07'));

  const now = await ask(id);
  expect(now).toMatchObject({ stage: 'result-posted', open: false, next: [] });
  expect(now.clocks.filter(({ daysLate }) => daysLate > 0)).toEqual([]);
  expect(now.clocks.filter(({ doneOn }) => doneOn === null)).toEqual([]);
  const { items } = await service.call(listPostings, { teamId: here.teamId, limit: 10 });
  expect(items.map(({ personId }) => personId).sort()).toEqual(
    candidates.map(({ personId }) => personId).sort(),
  );
  expect(new Set(items.map((one) => one.decision?.number)).size).toBe(1);
  expect(items[0]).toMatchObject({ validFrom: '2026-04-10', position: 'ordinary' });
});

test('an earlier day shows the recruitment as it stood then', async () => {
  const here = await place();
  const { id } = await proposed(here, 1);
  expect(await ask(id, '2026-02-09')).toMatchObject({ stage: 'posted', candidates: [] });
  expect(await ask(id, '2026-03-10')).toMatchObject({
    stage: 'list-posted',
    applications: 1,
    candidates: [{ listed: true, votes: null, outcome: null, teamId: null }],
  });
  expect(await ask(id, '2026-03-31')).toMatchObject({
    stage: 'proposed',
    firstMeetingDay: '2026-03-24',
  });
});

test('files are taken only against an issued plan and within its days', async () => {
  const { communeId } = await place();
  const id = await plan(communeId);
  await expect(apply(id, communeId)).rejects.toMatchObject({ type: 'recruitment-not-issued' });
  await issue(id);
  await apply(id, communeId, '2026-02-25');
  await expect(apply(id, communeId, '2026-02-26')).rejects.toMatchObject({
    type: 'application-outside-window',
    body: { from: '2026-02-04', until: '2026-02-25' },
  });
});

test('a plan asks for no more people than there are free places, also on the day it is issued', async () => {
  const here = await place(3);
  await member(here);
  await expect(plan(here.communeId, { places: 3 })).rejects.toMatchObject({
    type: 'recruitment-exceeds-vacancies',
    body: { places: 3, vacancies: 2 },
  });
  const id = await plan(here.communeId, { places: 2 });
  await member(here, { from: '2026-02-03' });
  await expect(issue(id)).rejects.toMatchObject({ type: 'recruitment-exceeds-vacancies' });
});

test('only complete files come onto the list, after the last day of receiving', async () => {
  const { communeId } = await place();
  const id = await plan(communeId);
  await issue(id);
  await take(id, posted('posted', '2026-02-03'));
  const { id: applicationId } = await apply(id, communeId);
  await service.db.query('update application set dossier = $2 where id = $1', [
    applicationId,
    ['application', 'cv', 'education-proof'],
  ]);
  const approve = (on: string) => take(id, { step: 'list-approved', on });
  await expect(approve('2026-02-25')).rejects.toMatchObject({
    type: 'recruitment-still-receiving',
  });
  await expect(approve('2026-02-27')).rejects.toMatchObject({
    type: 'recruitment-has-no-candidate',
  });
  await apply(id, communeId);
  const { candidates } = await approve('2026-02-27');
  expect(candidates.filter((one) => one.listed)).toHaveLength(1);
  await expect(apply(id, communeId)).rejects.toMatchObject({ type: 'recruitment-list-is-closed' });
});

test('the council waits for fifteen working days of posting, counted as the province says', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const { communeId } = await place(10, province);
  const first = await listed(communeId, 1);
  const votes = { [first.candidates[0]!.id]: 8 };
  await expect(take(first.id, meeting(votes, { on: '2026-03-23' }))).rejects.toMatchObject({
    type: 'meeting-before-posting-ran',
    body: { first: '2026-03-24' },
  });
  await service.call(setParameter, {
    id: randomUUID(),
    code: 'candidate-posting-day-counts',
    unitId: province,
    value: true,
    source: 'Hướng dẫn 5/HD-CAT',
    validFrom: '2026-01-01',
  });
  expect(await take(first.id, meeting(votes, { on: '2026-03-23' }))).toMatchObject({
    stage: 'met',
  });
});

test('a council without one of the bodies needs a reason, and a meeting a quorum', async () => {
  const { communeId } = await place();
  const { id, candidates } = await listed(communeId, 1);
  const votes = { [candidates[0]!.id]: 4 };
  await expect(take(id, meeting(votes, { present: 4 }))).rejects.toMatchObject({
    type: 'council-not-quorate',
    body: { present: 4, size: 8, quorum: '1/2' },
  });
  await expect(take(id, meeting({ ...votes, [randomUUID()]: 4 }))).rejects.toMatchObject({
    type: 'council-votes-invalid',
  });
  const other = await plan(communeId);
  await issue(other);
  await expect(take(other, council(['front-committee']))).rejects.toMatchObject({
    type: 'council-lacks-bodies',
    body: { bodies: ['front-committee'] },
  });
  const reason = 'Ban công tác Mặt trận đang khuyết Trưởng ban';
  expect(await take(other, council(['front-committee'], reason))).toMatchObject({
    stage: 'issued',
  });
});

test('a tie at the last place is decided by the council, with a reason', async () => {
  const { communeId } = await place();
  const { id, candidates } = await listed(communeId, 3, { places: 2 });
  const [one, two, three] = candidates.map((candidate) => candidate.id) as [string, string, string];
  await take(id, meeting({ [one]: 8, [two]: 6, [three]: 6 }));
  const sign = (chosen: string[], reason: string) =>
    take(id, { step: 'minutes-signed', on: '2026-03-24', chosen, reason });
  await expect(sign([], '')).rejects.toMatchObject({
    type: 'selection-tie-undecided',
    body: { count: 2, places: 1 },
  });
  await expect(sign([three], '')).rejects.toMatchObject({ type: 'selection-tie-undecided' });
  const { candidates: after } = await sign([three], 'Hội đồng biểu quyết lại, 5 trên 8 phiếu');
  const outcome = (id_: string) => after.find((candidate) => candidate.id === id_)?.outcome;
  expect([one, two, three].map(outcome)).toEqual(['selected', 'passed', 'selected']);
});

test('an act that comes late is recorded and shown as late', async () => {
  const { communeId, teamId } = await place();
  const { id, candidates } = await listed(communeId, 1);
  await take(id, meeting({ [candidates[0]!.id]: 8 }));
  await take(id, { step: 'minutes-signed', on: '2026-03-24', chosen: [], reason: '' });
  const members = [{ applicationId: candidates[0]!.id, teamId, position: 'ordinary' as const }];
  const { clocks } = await take(id, { step: 'proposed', on: '2026-04-03', members });
  expect(clocks.find(({ step }) => step === 'proposed')).toMatchObject({
    by: 'police',
    dueOn: '2026-03-31',
    doneOn: '2026-04-03',
    daysLate: 3,
  });
  const listing = { on: '2026-04-01', within: communeId, limit: 10 };
  const { items } = await service.call(listRecruitments, listing);
  expect(items[0]?.clocks.find(({ step }) => step === 'notified')).toMatchObject({
    dueOn: '2026-03-27',
    doneOn: null,
    daysLate: 3,
  });
});

test('a step is refused before the one it follows, and on a day that has not come', async () => {
  const { communeId } = await place();
  const id = await plan(communeId);
  await expect(take(id, posted('posted', '2026-02-03'))).rejects.toMatchObject({
    type: 'recruitment-step-out-of-order',
    body: { needs: 'issued' },
  });
  const later = { step: 'issued', on: '2099-01-01', number: '1/KH' } as const;
  await expect(take(id, later)).rejects.toMatchObject({ type: 'recruitment-step-not-yet' });
  await issue(id);
  await issue(id);
  await expect(
    take(id, { step: 'issued', on: '2026-02-04', number: '2/KH' }),
  ).rejects.toMatchObject({ type: 'recruitment-step-is-taken' });
});

test('all are recognised or nobody: one whose background was not checked stops the decision', async () => {
  const here = await place();
  const { id, candidates } = await proposed(here, 2);
  await service.db.query('update application set background = null where id = $1', [
    candidates[1]!.id,
  ]);
  await expect(take(id, decided(candidates))).rejects.toMatchObject({
    type: 'recognition-rule-broken',
    body: { findings: [{ rule: 'background-unknown', article: 'Art. 13.2' }] },
  });
  const { items } = await service.call(listPostings, { teamId: here.teamId, limit: 10 });
  expect(items).toEqual([]);
  expect(await ask(id)).toMatchObject({ stage: 'proposed' });
});

test('two recruitments decided at once never exceed the quota of the commune', async () => {
  const here = await place(2);
  const [first, second] = [await proposed(here, 2), await proposed(here, 2)];
  const outcomes = await Promise.allSettled(
    [first, second].map(({ id, candidates }) => take(id, decided(candidates))),
  );
  const refused = outcomes.filter((one) => one.status === 'rejected');
  expect(refused.map(({ reason }) => reason.type)).toEqual(['member-quota-exceeded']);
  const { total } = await service.call(listPostings, { teamId: here.teamId, limit: 10 });
  expect(total).toBe(2);
});

test('what was found out about a candidate lies encrypted and is told by no answer or fact', async () => {
  const here = await place();
  const { id, candidates } = await listed(here.communeId, 1);
  const [row] = await service.db.query('select background, health from application where id = $1', [
    candidates[0]!.id,
  ]);
  expect(row.health.includes(Buffer.from('Trung tâm'))).toBe(false);
  expect(row.background.includes(Buffer.from('prosecuted'))).toBe(false);
  const answer = await ask(id);
  expect(answer.candidates[0]).toMatchObject({ backgroundKnown: true, healthKnown: true });
  const facts = await service.db.query(
    `select payload from outbox where subject like 'event.personnel.application%'`,
  );
  for (const told of [JSON.stringify(answer), JSON.stringify(facts)]) {
    expect(told).not.toMatch(/prosecuted|Trung tâm Y tế/);
  }
});

test('a recruitment is seen in its own area, and carried out by who may', async () => {
  const [mine, other] = [await place(), await place()];
  const id = await plan(other.communeId);
  const officer = someone('commune-officer', [mine.communeId]);
  const act = { step: 'issued', on: '2026-02-03', number: '1/KH-UBND' } as const;
  await expect(service.call(takeRecruitmentStep, { id, act }, officer)).rejects.toMatchObject({
    type: 'recruitment-not-found',
  });
  const asked = { on: '2026-03-01', limit: 100 };
  expect(await service.call(listRecruitments, asked, officer)).toMatchObject({
    items: [],
    total: 0,
  });
  const reader = someone('area-officer', [other.communeId]);
  expect(await service.call(listRecruitments, asked, reader)).toMatchObject({ total: 1 });
  await expect(service.call(takeRecruitmentStep, { id, act }, reader)).rejects.toMatchObject({
    type: 'not-allowed',
  });
  const { candidates } = await listed(mine.communeId, 1);
  const person = { id: candidates[0]!.personId, on: '2026-03-10' };
  expect(await service.call(getPerson, person, officer)).toMatchObject({ state: 'candidate' });
});
