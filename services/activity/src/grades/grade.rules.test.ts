import {
  gradeDays,
  type GradeFacts,
  gradeSchemeFault,
  isAbove,
  type YearlyGrade,
} from '@antt/contracts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mostAllowed } from '../scoring/cap.rules.ts';
import { reaches, type Standing } from './grade-check.rules.ts';
import { capState, judgeCommune } from './grade.rules.ts';
import { readGradeSchemes } from './grade-scheme-file.ts';

const { document } = readGradeSchemes()[0]!;
const confirmed = Object.fromEntries(document.criteria.map(({ code }) => [code, true]));
const facts = (changes: Partial<GradeFacts> = {}): GradeFacts => ({
  ...{ tasksAssigned: 100, tasksDone: 100, meetings: 12, absencesExcused: 0 },
  ...{ absencesUnexcused: 0, breaches: 0, underProceedings: false, confirmed, note: '' },
  ...changes,
});
const standing = (changes: Partial<Standing> = {}): Standing => ({
  ...{ subjectId: 'm', subject: 'member', teamId: 't', teamName: 'Tổ 1', position: 'ordinary' },
  ...{ role: changes.position ?? 'ordinary', months: 12, monthsInTeam: 12, reportsDue: null },
  ...{ reportsSent: null, reportsInTime: null, facts: facts(), proposedBy: null, grade: null },
  ...changes,
});
const team = (changes: Partial<Standing> = {}): Standing =>
  standing({
    ...{ subjectId: 't', subject: 'team', position: null, role: 'team', reportsDue: 12 },
    ...{ reportsSent: 12, reportsInTime: 12 },
    ...changes,
  });
const of = (rows: Standing[], changes = {}) => judgeCommune({ ...document, ...changes }, rows);
const eligible = (changes: Partial<GradeFacts>, scheme = {}) =>
  of([standing({ facts: facts(changes) })], scheme)[0]!.eligible;

test('BR-57: 95 % of tasks, all meetings and no breach is excellent; 94.9 % good at most; 79.9 % below good', () => {
  const share = (tasksDone: number) => eligible({ tasksAssigned: 1_000, tasksDone });
  expect([950, 949, 800, 799].map(share)).toEqual(['excellent', 'good', 'good', 'fulfilled']);
});

test('BR-57: where the bound is not inclusive, who is exactly on it is below it', () => {
  const share = (tasksDone: number) =>
    eligible({ tasksAssigned: 1_000, tasksDone }, { inclusive: false });
  expect([951, 950, 801, 800].map(share)).toEqual(['excellent', 'good', 'good', 'fulfilled']);
});

test('no assigned task, and a share that nobody has told, are no data: not even good', () => {
  expect(eligible({ tasksAssigned: 0, tasksDone: 0 })).toBe('fulfilled');
  const [one] = of([standing({ facts: null })]);
  expect(one).toMatchObject({ eligible: 'fulfilled' });
  expect(one!.missing.map(({ code, state }) => [code, state])).toContainEqual(['tasks', 'unknown']);
});

test('BR-58: an absence that was not accepted keeps from excellent and good; an accepted one does not', () => {
  expect(eligible({ absencesUnexcused: 1 })).toBe('fulfilled');
  expect(eligible({ absencesExcused: 3 })).toBe('excellent');
});

test('BR-59: a team with one member graded unfulfilled cannot be excellent, and the reason is told', () => {
  const members = (grade: YearlyGrade) => [
    standing({ subjectId: 'a', grade: 'good' }),
    standing({ subjectId: 'b', grade }),
  ];
  expect(of([team(), ...members('fulfilled')])[0]).toMatchObject({ eligible: 'excellent' });
  expect(of([team(), ...members('unfulfilled')])[0]).toMatchObject({
    eligible: 'good',
    missing: [{ code: 'no-member-unfulfilled', state: 'failed', value: 1, of: 2 }],
  });
});

test('a breach of a member is one of its team', () => {
  const rows = [team(), standing({ facts: facts({ breaches: 1 }) })];
  expect(of(rows).map((one) => one.eligible)).toEqual(['fulfilled', 'fulfilled']);
});

test('reports of a team are what the platform took; where it takes none, what is confirmed', () => {
  const late = of([team({ reportsInTime: 11 })])[0];
  expect(late).toMatchObject({
    eligible: 'good',
    missing: [{ kind: 'reports', value: 11, of: 12 }],
  });
  const none = { reportsDue: 0, reportsSent: 0, reportsInTime: 0 };
  expect(of([team(none)])[0]).toMatchObject({ eligible: 'excellent' });
  const unsaid = facts({ confirmed: { ...confirmed, reports: false } });
  expect(of([team({ ...none, facts: unsaid })])[0]).toMatchObject({ eligible: 'good' });
});

test('BR-61: a leader is not above the team, a newly moved in one may be, and so may who is not in charge', () => {
  const under = (changes: Partial<Standing>) =>
    of([team({ grade: 'good' }), standing(changes)])[1]!;
  expect(under({ position: 'leader' })).toMatchObject({
    eligible: 'good',
    missing: [{ kind: 'team', teamGrade: 'good', state: 'failed' }],
  });
  expect(under({ position: 'leader', monthsInTeam: 8 })).toMatchObject({
    ...{ newInTeam: true, eligible: 'excellent' },
  });
  expect(under({ position: 'ordinary' }).eligible).toBe('excellent');
});

test('BR-61: without a leader the deputy in charge is bound, with one a deputy is not', () => {
  const rows = [team({ grade: 'fulfilled' }), standing({ subjectId: 'd', position: 'deputy' })];
  expect(of(rows)[1]!.eligible).toBe('fulfilled');
  const led = [...rows, standing({ subjectId: 'l', position: 'leader' })];
  expect(of(led).map((one) => one.eligible)).toEqual(['excellent', 'excellent', 'fulfilled']);
});

test('a leader is bound by what the team may have at most until a grade is proposed, and by none that is not graded', () => {
  const leader = standing({ position: 'leader' });
  expect(of([team({ facts: facts({ tasksDone: 90 }) }), leader])[1]!.eligible).toBe('good');
  expect(of([team({ months: 8 }), leader])[1]!.eligible).toBe('excellent');
});

test('BR-62: below nine months, or under proceedings, is not graded, and says why', () => {
  const rows = [
    team({ months: 8 }),
    standing({ subjectId: 'a', months: 8, grade: 'good' }),
    standing({ subjectId: 'b', facts: facts({ underProceedings: true }) }),
    standing({ subjectId: 'c', months: 9 }),
  ];
  expect(of(rows).map((one) => [one.notAssessed, one.eligible, one.grade])).toEqual([
    ['too-short', null, null],
    ['too-short', null, null],
    ['under-proceedings', null, null],
    [null, 'excellent', null],
  ]);
});

test('BR-63: the year 2026 is 15/11/2025 to 14/11/2026; one that begins on 1 January is its own', () => {
  expect(gradeDays(document.period, 2026)).toEqual({ from: '2025-11-15', to: '2026-11-14' });
  expect(gradeDays({ startDay: 1, startMonth: 1 }, 2026)).toEqual({
    ...{ from: '2026-01-01', to: '2026-12-31' },
  });
});

test('years follow each other without a gap or an overlap', () => {
  const day = fc.record({
    startDay: fc.integer({ min: 1, max: 28 }),
    startMonth: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(day, fc.integer({ min: 2020, max: 2090 }), (period, year) => {
      const [one, next] = [gradeDays(period, year), gradeDays(period, year + 1)];
      expect(Date.parse(next.from) - Date.parse(one.to)).toBe(86_400_000);
      expect(one.to.slice(0, 4)).toBe(String(year));
    }),
  );
});

test('a higher share never has a lower grade, and never passes a bound that it does not reach', () => {
  const size = fc.integer({ min: 1, max: 5_000 });
  fc.assert(
    fc.property(size, size, fc.integer({ min: 0, max: 10_000 }), (done, all, hundredths) => {
      const least = hundredths / 100;
      const has = reaches(done, all, least, true);
      expect(has).toBe(BigInt(done) * 10_000n >= BigInt(hundredths) * BigInt(all));
      if (has) expect(reaches(done + 1, all, least, true)).toBe(true);
      if (reaches(done, all, least, false)) expect(has).toBe(true);
    }),
  );
});

test('BR-60: ten good allow two excellent, four none; counted with better ones the base is larger', () => {
  const of = (base: 'second' | 'second-or-better', good: number, excellent = 0) =>
    mostAllowed({ percent: 20, of: base }, excellent, good);
  expect([10, 9, 5, 4].map((good) => of('second', good))).toEqual([2, 1, 1, 0]);
  expect(of('second', 8, 2)).toBe(1);
  expect(of('second-or-better', 8, 2)).toBe(2);
});

test('BR-60: teams and members are counted apart, and who is not graded does not count', () => {
  const graded = (subject: 'team' | 'member', grade: YearlyGrade) => ({
    ...{ subject, grade, notAssessed: null },
  });
  const all = [
    ...Array.from({ length: 5 }, () => graded('team', 'good')),
    graded('team', 'excellent'),
    graded('member', 'excellent'),
    { subject: 'member' as const, grade: null, notAssessed: 'too-short' as const },
  ];
  expect(capState(document, all, 'team')).toMatchObject({ has: 1, most: 1, subjects: 6 });
  expect(capState(document, all, 'member')).toMatchObject({
    ...{ has: 1, most: 0, subjects: 2, proposed: 1, notAssessed: 1 },
  });
  expect(capState({ cap: null }, all, 'member')).toMatchObject({ most: null });
});

test('whatever is known of a member, a fact that gets better never lowers the grade', () => {
  const known = fc.record({
    tasksDone: fc.integer({ min: 0, max: 100 }),
    absencesUnexcused: fc.integer({ min: 0, max: 2 }),
    breaches: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(known, (worse) => {
      const better = {
        tasksDone: Math.min(100, worse.tasksDone + 5),
        absencesUnexcused: Math.max(0, worse.absencesUnexcused - 1),
        breaches: Math.max(0, worse.breaches - 1),
      };
      expect(isAbove(eligible(worse)!, eligible(better)!)).toBe(false);
    }),
  );
});

test('a scheme whose shares rise downwards, or that asks a member for reports, cannot be used', () => {
  const shares = { excellent: 80, good: 95, fulfilled: null };
  expect(gradeSchemeFault({ ...document, shares })).toMatchObject({ fault: 'shares-not-falling' });
  const [first] = document.criteria;
  expect(gradeSchemeFault({ ...document, criteria: [first!, first!] })).toMatchObject({
    ...{ fault: 'code-used-twice', code: first!.code },
  });
  const strange = { ...first!, kind: 'reports' as const, roles: ['ordinary' as const] };
  expect(gradeSchemeFault({ ...document, criteria: [strange] })).toMatchObject({
    fault: 'criterion-of-other-role',
  });
  const useless = { ...first!, kind: 'confirmed' as const };
  expect(gradeSchemeFault({ ...document, criteria: [useless] })).toMatchObject({
    fault: 'bound-without-use',
  });
});
