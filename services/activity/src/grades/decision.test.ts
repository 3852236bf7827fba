import { decideGrades, getGrade, gradesDecided, listGradeYears } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../reports/test-report.ts';
import { activity } from '../service.ts';
import { facts, gradingProvince, signedOn, to, year } from './test-grades.ts';

const service = useService(activity);
const grading = gradingProvince(service);
const { commune, graded, member, enter, propose, decide, correct, row, state } = grading;
const { police, chair } = grading;

/** A commune whose teams are proposed with these grades. */
async function proposed(grades: ('excellent' | 'good' | 'fulfilled')[]) {
  const made = await graded(grades.length);
  for (const teamId of made.teamIds) await enter(made.yearId, teamId);
  const wanted = made.teamIds.map((teamId, n) => [teamId, grades[n]!] as const);
  await propose(made.yearId, Object.fromEntries(wanted));
  return made;
}
const good = (count: number) => Array<'good'>(count).fill('good');
const told = (yearId: string): Promise<{ payload: unknown }[]> =>
  service.db.query(
    `select payload from outbox where subject = $1 and payload ->> 'yearId' = $2 order by id`,
    [gradesDecided.subject, yearId],
  );

test('BR-64: who proposed does not decide; another account does, by a numbered decision', async () => {
  const { yearId } = await proposed(good(1));
  expect(await refusal(decide(yearId, {}, police))).toMatchObject({
    type: 'grades-are-decided-by-another',
  });
  expect(await refusal(decide(yearId, {}, someone('team-leader')))).toMatchObject({
    type: 'not-allowed',
  });
  expect(await decide(yearId)).toEqual({ revision: 1, teams: 1, members: 0 });
  expect(await state(yearId)).toMatchObject({
    state: 'decided',
    decisions: [{ number: '12/QĐ-UBND', signedOn, by: chair.username, reason: '' }],
  });
});

test('BR-64: a decision alters what was proposed, and grades nobody whom no other account proposed', async () => {
  const { yearId, teamId } = await proposed(good(1));
  const one = await member(teamId);
  await enter(yearId, one);
  const changes = [{ subjectId: one, grade: 'good' as const, reason: 'Theo hồ sơ của Tổ' }];
  expect(await refusal(decide(yearId, { changes }))).toMatchObject({
    ...{ type: 'grades-not-proposed', waiting: 1 },
  });
  await propose(yearId, { [one]: 'fulfilled' });
  expect(await decide(yearId, { changes })).toMatchObject({ members: 1 });
});

test('BR-60, BR-71: the cap is tested over the whole commune when it is decided', async () => {
  const over = await proposed(['excellent', 'excellent', ...good(9)]);
  expect((await state(over.yearId)).cap[0]).toMatchObject({ subject: 'team', has: 2, most: 1 });
  expect(await refusal(decide(over.yearId))).toMatchObject({
    ...{ type: 'grades-of-year-over-cap', subject: 'team', has: 2, most: 1 },
  });
  const within = await proposed(['excellent', 'excellent', ...good(10)]);
  expect((await state(within.yearId)).cap[0]).toMatchObject({ has: 2, most: 2 });
  expect(await decide(within.yearId)).toMatchObject({ teams: 12 });
});

test('BR-60: where only four are good nobody is excellent, until the chair decides otherwise with a reason', async () => {
  const { yearId, teamIds } = await proposed(['excellent', ...good(4)]);
  expect(await refusal(decide(yearId))).toMatchObject({ most: 0 });
  const change = { subjectId: teamIds[0]!, grade: 'good' as const, reason: 'Vượt tỷ lệ khống chế' };
  await decide(yearId, { changes: [change] });
  expect(await row(yearId, teamIds[0]!)).toMatchObject({
    ...{ proposed: 'excellent', decided: 'good', reason: 'Vượt tỷ lệ khống chế' },
  });
});

test('nothing is decided while somebody has no grade, before the year is over, or above the facts', async () => {
  const { yearId, teamId } = await proposed(good(1));
  const one = await member(teamId);
  expect(await refusal(decide(yearId))).toMatchObject({
    ...{ type: 'grades-not-proposed', waiting: 1, of: 2 },
  });
  expect(await refusal(decide(yearId, { signedOn: '2026-11-13' }))).toMatchObject({
    ...{ type: 'grade-year-not-over', decidableFrom: to },
  });
  expect(await refusal(decide(yearId, { signedOn: '2100-01-01' }))).toMatchObject({
    type: 'grades-signed-on-a-day-to-come',
  });
  const changes = [{ subjectId: one, grade: 'good' as const, reason: 'Theo đề nghị của Tổ' }];
  expect(await refusal(decide(yearId, { changes }))).toMatchObject({
    ...{ type: 'grade-above-eligible', subjectId: one, eligible: 'fulfilled' },
  });
});

test('BR-59, BR-61: what members get binds the team, what the team gets its leader, also at the decision', async () => {
  const { yearId, teamIds } = await proposed(['excellent', ...good(6)]);
  const [teamId, ...others] = teamIds as [string, ...string[]];
  const leader = await member(teamId, { position: 'leader' });
  const helpers = await Promise.all(others.map((id) => member(id)));
  for (const id of [leader, ...helpers]) await enter(yearId, id);
  await propose(yearId, { [leader]: 'excellent' });
  await propose(yearId, Object.fromEntries(helpers.map((id) => [id, 'good' as const])));
  const lower = { subjectId: teamId, grade: 'good' as const, reason: 'Xét tổng thể kết quả năm' };
  expect(await refusal(decide(yearId, { changes: [lower] }))).toMatchObject({
    ...{ type: 'grade-above-eligible', subjectId: leader, missing: ['not-above-team'] },
  });
  const failed = await member(teamId);
  await propose(yearId, { [failed]: 'unfulfilled' });
  expect(await refusal(decide(yearId))).toMatchObject({
    ...{ type: 'grade-above-eligible', subjectId: teamId, missing: ['no-member-unfulfilled'] },
  });
});

test('BR-62: who is under proceedings is decided as not graded, with the reason', async () => {
  const { yearId, teamId } = await proposed(good(1));
  const one = await member(teamId);
  await enter(yearId, one);
  await propose(yearId, { [one]: 'good' });
  await enter(yearId, one, { underProceedings: true });
  expect(await decide(yearId)).toMatchObject({ members: 1 });
  expect(await row(yearId, one)).toMatchObject({
    ...{ notAssessed: 'under-proceedings', proposed: 'good', decided: null },
  });
});

test('a decision is told whole, and the same one twice is one', async () => {
  const { yearId, communeId, teamId } = await proposed(good(1));
  const command = { id: randomUUID(), yearId, number: '7/QĐ-UBND', signedOn, changes: [] };
  const first = await service.call(decideGrades, command, chair);
  expect(await service.call(decideGrades, command, chair)).toEqual(first);
  expect(
    await refusal(service.call(decideGrades, { ...command, number: '8/QĐ-UBND' }, chair)),
  ).toMatchObject({ type: 'id-reused' });
  const facts = await told(yearId);
  expect(facts).toHaveLength(1);
  expect(facts[0]!.payload).toMatchObject({
    ...{ communeId, year, revision: 1, number: '7/QĐ-UBND', members: [] },
    teams: [{ teamId, grade: 'good' }],
  });
});

test('what is decided stands: facts and proposals are closed, another decision too', async () => {
  const { yearId, teamId } = await proposed(good(1));
  expect(await refusal(correct(yearId, [{ subjectId: teamId, grade: 'fulfilled' }]))).toMatchObject(
    {
      type: 'grade-year-not-decided',
    },
  );
  await decide(yearId);
  const type = 'grade-year-is-decided';
  expect(await refusal(enter(yearId, teamId))).toMatchObject({ type });
  expect(await refusal(propose(yearId, { [teamId]: 'fulfilled' }))).toMatchObject({ type });
  expect(await refusal(decide(yearId))).toMatchObject({ type });
});

test('a decided grade changes by a named correction alone, and what stood before is kept', async () => {
  const { yearId, teamIds } = await proposed(good(2));
  await decide(yearId);
  const [teamId, other] = teamIds as [string, string];
  expect(
    await refusal(correct(yearId, [{ subjectId: teamId, grade: 'fulfilled' }], police)),
  ).toMatchObject({
    type: 'grades-are-decided-by-another',
  });
  const lower = { subjectId: teamId, grade: 'fulfilled' as const };
  expect(await correct(yearId, [lower])).toEqual({ revision: 2, changed: 1 });
  expect(await row(yearId, teamId)).toMatchObject({
    ...{ proposed: 'good', decided: 'fulfilled', reason: 'Xác minh lại theo đơn phản ánh' },
  });
  expect(await row(yearId, other)).toMatchObject({ decided: 'good', reason: '' });
  const { history } = await service.call(getGrade, { yearId, subjectId: teamId });
  expect(history.map(({ act, grade }) => [act, grade])).toEqual([
    ...[
      ['corrected', 'fulfilled'],
      ['decided', 'good'],
      ['proposed', 'good'],
      ['facts', null],
    ],
  ]);
  const { history: untouched } = await service.call(getGrade, { yearId, subjectId: other });
  expect(untouched.map(({ act }) => act)).toEqual(['decided', 'proposed', 'facts']);
});

test('a correction raises nobody above the facts or the cap, and may set the facts right', async () => {
  const made = await graded(6);
  for (const teamId of made.teamIds) await enter(made.yearId, teamId);
  const [first, ...others] = made.teamIds as [string, ...string[]];
  await enter(made.yearId, first, { tasksDone: 90 });
  await propose(made.yearId, Object.fromEntries(made.teamIds.map((id) => [id, 'good' as const])));
  await decide(made.yearId);
  const raised = { subjectId: first, grade: 'excellent' as const };
  expect(await refusal(correct(made.yearId, [raised]))).toMatchObject({
    ...{ type: 'grade-above-eligible', missing: ['tasks'] },
  });
  await correct(made.yearId, [{ ...raised, facts: facts() }]);
  expect(await row(made.yearId, first)).toMatchObject({
    decided: 'excellent',
    facts: { tasksDone: 100 },
  });
  expect(
    await refusal(correct(made.yearId, [{ subjectId: others[0]!, grade: 'excellent' }])),
  ).toMatchObject({ type: 'grades-of-year-over-cap', has: 2, most: 0 });
});

test('BR-59: a correction that makes a member unfulfilled does not leave the team excellent', async () => {
  const { yearId, teamIds } = await proposed(['excellent', ...good(5)]);
  const one = await member(teamIds[0]!);
  await enter(yearId, one);
  await propose(yearId, { [one]: 'good' });
  await decide(yearId);
  const failed = { subjectId: one, grade: 'unfulfilled' as const };
  expect(await refusal(correct(yearId, [failed]))).toMatchObject({
    ...{ type: 'grade-above-eligible', subjectId: teamIds[0] },
  });
  const both = [failed, { subjectId: teamIds[0]!, grade: 'good' as const }];
  expect(await correct(yearId, both)).toMatchObject({ changed: 2 });
});

test('a correction that tells of a breach by a member does not leave the team excellent', async () => {
  const { yearId, teamIds } = await proposed(['excellent', ...good(5)]);
  const one = await member(teamIds[0]!);
  await enter(yearId, one);
  await propose(yearId, { [one]: 'good' });
  await decide(yearId);
  const breach = { subjectId: one, grade: 'fulfilled' as const, facts: facts({ breaches: 1 }) };
  expect(await refusal(correct(yearId, [breach]))).toMatchObject({
    ...{ type: 'grade-above-eligible', subjectId: teamIds[0], missing: ['breaches'] },
  });
  const both = [breach, { subjectId: teamIds[0]!, grade: 'fulfilled' as const }];
  expect(await correct(yearId, both)).toMatchObject({ changed: 2 });
});

test('a province sees how far all of its communes are, in one statement, and an area its own', async () => {
  const { yearId, communeId, provinceId, teamIds } = await proposed(['excellent', ...good(5)]);
  const silent = await commune(provinceId, 2);
  await member(silent.teamIds[0]!);
  const asked = { year, within: provinceId, limit: 10 };
  const before = await service.call(listGradeYears, asked);
  expect(before).toMatchObject({ to, total: 2, whole: { communes: 2, open: 1, decided: 0 } });
  const of = (id: string, list = before) => list.items.find((row) => row.communeId === id);
  expect(of(communeId)).toMatchObject({
    ...{ id: yearId, state: 'open', decisionNumber: null },
    teams: { subjects: 6, proposed: 6, excellent: 1, good: 5, notAssessed: 0 },
    members: { subjects: 0 },
  });
  expect(of(silent.communeId)).toMatchObject({
    ...{ id: null, state: 'not-open', teams: { subjects: 2, proposed: 0 } },
    members: { subjects: 1 },
  });
  await decide(yearId);
  const after = await service.call(listGradeYears, { ...asked, state: 'decided' });
  expect(after).toMatchObject({ total: 1, whole: { decided: 1 } });
  expect(of(communeId, after)).toMatchObject({
    ...{ decisionNumber: '12/QĐ-UBND', decidedOn: signedOn },
    teams: { subjects: teamIds.length, good: 5 },
  });
  const mine = someone('commune-officer', [silent.communeId]);
  const { items, whole } = await service.call(listGradeYears, { year, limit: 10 }, mine);
  expect(items.map((row) => row.communeId)).toEqual([silent.communeId]);
  expect(whole.communes).toBe(1);
  const none = await service.call(listGradeYears, { ...asked, q: 'không có xã này' });
  expect(none).toMatchObject({ items: [], total: 0, whole: { communes: 2 } });
});

test('communes are told page by page', async () => {
  const provinceId = await grading.unit('province', 'Lạng Sơn');
  const made = [];
  for (let n = 0; n < 3; n += 1) made.push((await commune(provinceId)).communeId);
  const first = await service.call(listGradeYears, { year, within: provinceId, limit: 2 });
  const second = await service.call(listGradeYears, {
    ...{ year, within: provinceId, limit: 2, cursor: first.nextCursor! },
  });
  const seen = [...first.items, ...second.items].map((row) => row.communeId);
  expect(seen.toSorted()).toEqual(made.toSorted());
  expect(second.nextCursor).toBeNull();
});
