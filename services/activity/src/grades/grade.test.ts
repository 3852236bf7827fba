import {
  enterGradeFacts,
  getGrade,
  getGradeYear,
  listGrades,
  listGradeSchemes,
  listPeople,
  openGradeYear,
  setGradeScheme,
} from '@antt/contracts';
import { connectBus } from '@antt/service-kit';
import { someone, StandIn, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { past, refusal } from '../reports/test-report.ts';
import { activity } from '../service.ts';
import { facts, from, gradingProvince, to, year } from './test-grades.ts';

const service = useService(activity);
const { unit, commune, period, send, graded, member, enter, propose, row, rows, state, police } =
  gradingProvince(service);

test('BR-63: the year that a commune opens is the one of its scheme, 15/11 to 14/11', async () => {
  const { yearId, communeId } = await graded();
  expect(await state(yearId)).toMatchObject({
    ...{ communeId, year, from, to, state: 'open', decidableFrom: to },
    scheme: { unitId: null, certainty: 'C', document: { leastMonths: 9 } },
  });
  const again = { id: randomUUID(), communeId, year };
  expect(await refusal(service.call(openGradeYear, again, police))).toMatchObject({
    type: 'commune-has-one-grade-year',
  });
  const later = { ...again, year: 2090 };
  expect(await refusal(service.call(openGradeYear, later, police))).toMatchObject({
    type: 'grade-year-not-begun',
  });
});

test('opening a year twice under one id is one opening; before any scheme holds there is none', async () => {
  const { yearId, communeId } = await graded();
  const again = { id: yearId, communeId, year };
  expect(await service.call(openGradeYear, again, police)).toEqual({ id: yearId, from, to });
  const before = { id: randomUUID(), communeId, year: 2024 };
  expect(await refusal(service.call(openGradeYear, before, police))).toMatchObject({
    type: 'grade-scheme-not-found',
  });
});

test('the platform fills months of operation and service, reports, and who leads, and says what is missing', async () => {
  const { yearId, teamId, provinceId } = await graded();
  const leader = await member(teamId, { position: 'leader' });
  const first = await period(provinceId, { to: '2026-05-14' });
  await send(first, teamId);
  await service.db.query('update reporting_period set late_from = now() where id = $1', [first]);
  await period(provinceId, { to: '2026-06-14', lateFrom: past });
  await enter(yearId, teamId);
  expect(await row(yearId, teamId)).toMatchObject({
    ...{ months: 12, reportsDue: 2, reportsSent: 1, reportsInTime: 1, eligible: 'good' },
    missing: [{ code: 'reports', state: 'failed', value: 1, of: 2 }],
  });
  expect(await row(yearId, leader)).toMatchObject({
    ...{ role: 'leader', months: 12, newInTeam: false, facts: null, eligible: 'fulfilled' },
  });
  const told = await service.call(getGrade, { yearId, subjectId: teamId });
  expect(told.checks.map(({ code }) => code)).toContain('no-member-unfulfilled');
  expect(told.history).toMatchObject([{ act: 'facts', by: police.username }]);
});

test('BR-62: nine whole months to the last day are enough, in whatever teams; a day less is not', async () => {
  const { yearId, teamIds } = await graded(2);
  const [here, there] = teamIds as [string, string];
  const enough = await member(here, { from: '2026-02-15' });
  const short = await member(here, { from: '2026-02-16' });
  const moved = await member(there, { from: '2024-08-01', to: '2026-06-01' });
  await member(here, { personId: moved, from: '2026-06-01' });
  const months = async (id: string) => {
    const { months: whole, monthsInTeam, newInTeam, notAssessed } = (await row(yearId, id))!;
    return [whole, monthsInTeam, newInTeam, notAssessed];
  };
  expect(await months(enough)).toEqual([9, 9, false, null]);
  expect(await months(short)).toEqual([8, 8, true, 'too-short']);
  expect(await months(moved)).toEqual([12, 5, true, null]);
});

test('BR-62: a team founded eight months ago is not graded, and nobody proposes a grade for it', async () => {
  const { yearId, communeId } = await graded();
  const villageId = await unit('village', 'Thôn Mới', communeId);
  const { team } = gradingProvince(service);
  const young = await team([villageId], { name: 'Tổ mới', from: '2026-03-01' });
  expect(await row(yearId, young)).toMatchObject({ months: 8, notAssessed: 'too-short' });
  expect(await refusal(propose(yearId, { [young]: 'fulfilled' }))).toMatchObject({
    ...{ type: 'grade-subject-is-not-assessed', why: 'too-short' },
  });
});

test('whole months are the calendar’s, counted back from the last day', async () => {
  const days = fc.array(fc.integer({ min: 0, max: 370 }), { minLength: 40, maxLength: 40 });
  const [given] = fc.sample(days, 1) as [number[]];
  const answers: { days: number; months: number }[] = await service.db.query(
    `select d as days, whole_months(d, '2026-11-14') as months from unnest($1::int[]) d`,
    [given],
  );
  const end = Date.UTC(2026, 10, 15);
  for (const { days: held, months } of answers) {
    const begin = (back: number) => Date.UTC(2026, 10 - back, 15);
    const oracle = [...Array(13).keys()].filter((m) => end - begin(m) <= held * 86_400_000);
    expect([held, months]).toEqual([held, oracle.at(-1)]);
  }
});

test('BR-57: nobody is proposed above what the facts allow', async () => {
  const { yearId, teamId } = await graded();
  const one = await member(teamId);
  await enter(yearId, one, { tasksAssigned: 1_000, tasksDone: 949 });
  expect(await refusal(propose(yearId, { [one]: 'excellent' }))).toMatchObject({
    ...{ type: 'grade-above-eligible', eligible: 'good', missing: ['tasks'] },
  });
  await propose(yearId, { [one]: 'good' });
  expect(await row(yearId, one)).toMatchObject({ proposed: 'good', proposedBy: police.username });
});

test('what is entered is kept each time, the latest holds, and one id is one entry', async () => {
  const { yearId, teamId } = await graded();
  const id = randomUUID();
  const command = { id, yearId, subjectId: teamId, facts: facts({ tasksDone: 50 }) };
  await service.call(enterGradeFacts, command, police);
  await service.call(enterGradeFacts, command, police);
  const other = { ...command, facts: facts({ tasksDone: 60 }) };
  expect(await refusal(service.call(enterGradeFacts, other, police))).toMatchObject({
    type: 'id-reused',
  });
  await enter(yearId, teamId, { tasksDone: 90 });
  expect(await row(yearId, teamId)).toMatchObject({ facts: { tasksDone: 90 }, eligible: 'good' });
  const { history } = await service.call(getGrade, { yearId, subjectId: teamId });
  expect(history).toHaveLength(2);
});

test.each([
  [{ tasksAssigned: 10, tasksDone: 11 }, 'grade-tasks-done-are-assigned'],
  [{ meetings: 3, absencesExcused: 2, absencesUnexcused: 2 }, 'grade-absences-are-of-meetings'],
  [{ confirmed: { unheard: true } }, 'grade-criterion-not-found'],
])('facts that cannot be are refused: %j', async (changes, type) => {
  const { yearId, teamId } = await graded();
  expect(await refusal(enter(yearId, teamId, changes))).toMatchObject({ type });
});

test('who is of no team of the commune has no facts and no grade there', async () => {
  const { yearId } = await graded();
  const stranger = randomUUID();
  expect(await refusal(enter(yearId, stranger))).toMatchObject({ type: 'grade-not-found' });
  expect(await refusal(propose(yearId, { [stranger]: 'good' }))).toMatchObject({
    type: 'grade-not-found',
  });
});

test('an area sees and grades what lies in it alone', async () => {
  const { yearId, communeId, teamId } = await graded();
  const [mine, other] = [
    someone('commune-officer', [communeId]),
    someone('commune-officer', [(await graded()).communeId]),
  ];
  const asked = { yearId, subject: 'team' as const, limit: 10 };
  expect((await service.call(listGrades, asked, mine)).total).toBe(1);
  for (const call of [
    service.call(listGrades, asked, other),
    service.call(getGradeYear, { id: yearId }, other),
    propose(yearId, { [teamId]: 'fulfilled' }, other),
  ])
    expect(await refusal(call)).toMatchObject({ type: 'grade-year-not-found' });
  // who may read here and grade elsewhere is told so
  const reader = { ...other, grants: [...other.grants, ...someone('auditor', [communeId]).grants] };
  expect(await refusal(propose(yearId, { [teamId]: 'fulfilled' }, reader))).toMatchObject({
    type: 'outside-area',
  });
});

test('a province lays down a scheme of its own from a day; years that are open keep theirs', async () => {
  const { yearId, provinceId, teamId } = await graded();
  const [shipped] = (await service.call(listGradeSchemes, {})).items;
  const own = {
    ...{ id: randomUUID(), unitId: provinceId, name: 'Quy định của tỉnh', certainty: null },
    ...{ citation: 'Quyết định thử 01/QĐ-UBND', validFrom: '2026-06-01' },
    document: { ...shipped!.document, shares: { excellent: 90, good: 70, fulfilled: 50 } },
  };
  const laid = await service.call(setGradeScheme, own);
  expect(laid).toMatchObject({ validTo: null });
  expect(await service.call(setGradeScheme, own)).toEqual(laid);
  await enter(yearId, teamId, { tasksDone: 92 });
  expect(await row(yearId, teamId)).toMatchObject({ eligible: 'good' });
  const { communeId } = await commune(provinceId);
  const id = randomUUID();
  await service.call(openGradeYear, { id, communeId, year }, police);
  expect((await state(id)).scheme).toMatchObject({ unitId: provinceId, id: own.id });
  const { items } = await service.call(listGradeSchemes, { within: communeId });
  expect(items.map(({ unitId }) => unitId)).toEqual([provinceId, null]);
  const clash = { ...own, id: randomUUID(), name: 'Bản khác' };
  expect(await refusal(service.call(setGradeScheme, clash))).toMatchObject({
    type: 'grade-scheme-has-one-version-a-day',
  });
  const rising = { ...own.document, shares: { excellent: 70, good: 90, fulfilled: null } };
  const refused = { ...own, id: randomUUID(), validFrom: '2027-01-01', document: rising };
  expect(await refusal(service.call(setGradeScheme, refused))).toMatchObject({
    ...{ type: 'grade-scheme-cannot-be-used', fault: 'shares-not-falling' },
  });
});

test('members have the names that personnel tells, and are there without them', async () => {
  const { yearId, teamId } = await graded();
  const one = await member(teamId);
  expect(await rows(yearId)).toMatchObject([{ subjectId: one, name: '' }]);
  const connection = await connectBus(service.bus.url, 'personnel');
  new StandIn(connection).answer(listPeople, () => ({
    items: [
      {
        ...{
          id: one,
          name: 'Nguyễn Văn An',
          sex: 'male' as const,
          phone: '',
          communeId: randomUUID(),
        },
        ...{
          state: 'serving' as const,
          position: 'ordinary' as const,
          team: null,
          commune: null,
          since: null,
        },
        ...{ until: null, birthDate: null, citizenId: null },
      },
    ],
    ...{ nextCursor: null, total: 1, totalIsLeast: false },
  }));
  expect(await rows(yearId)).toMatchObject([{ subjectId: one, name: 'Nguyễn Văn An' }]);
  const found = { yearId, subject: 'member' as const, q: 'van an', limit: 10 };
  expect((await service.call(listGrades, found)).total).toBe(1);
  expect((await service.call(listGrades, { ...found, q: 'bình' })).total).toBe(0);
  await connection.close();
});
