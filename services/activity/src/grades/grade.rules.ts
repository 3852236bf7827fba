import {
  type GradeCapState,
  type GradeCheck,
  type GradeRow,
  type GradeSchemeDocument,
  type GradeSubject,
  isAbove,
  YearlyGrade,
} from '@antt/contracts';
import { mostAllowed } from '../scoring/cap.rules.ts';
import { checksOf, type Standing } from './grade-check.rules.ts';

export type Judged = Standing &
  Pick<GradeRow, 'newInTeam' | 'notAssessed' | 'eligible' | 'missing'> & { checks: GradeCheck[] };

const rising: YearlyGrade[] = ['fulfilled', 'good', 'excellent'];

/** The highest grade below the first that something keeps it from. */
function highestBy(checks: readonly GradeCheck[]): YearlyGrade {
  const open = checks.filter(({ state }) => state !== 'met');
  let highest: YearlyGrade = 'unfulfilled';
  for (const grade of rising) {
    if (open.some((check) => check.grade === grade)) break;
    highest = grade;
  }
  return highest;
}

/** What keeps from the grade above the highest eligible one. */
function missingOf(checks: readonly GradeCheck[], eligible: YearlyGrade): GradeCheck[] {
  const next = rising.find((grade) => isAbove(grade, eligible));
  return checks.filter(({ grade, state }) => state !== 'met' && grade === next);
}

function judge(
  document: GradeSchemeDocument,
  one: Standing,
  around: Omit<Parameters<typeof checksOf>[2], 'newInTeam'>,
): Judged {
  const newInTeam = one.subject === 'member' && one.monthsInTeam < document.newBelowMonths;
  const checks = checksOf(document, one, { ...around, newInTeam });
  const notAssessed =
    one.months < document.leastMonths
      ? ('too-short' as const)
      : one.facts?.underProceedings
        ? ('under-proceedings' as const)
        : null;
  if (notAssessed)
    return { ...one, grade: null, newInTeam, checks, notAssessed, eligible: null, missing: [] };
  const eligible = highestBy(checks);
  const missing = missingOf(checks, eligible);
  return { ...one, newInTeam, checks, notAssessed, eligible, missing };
}

/**
 * Teams and members of a commune by what is known of all of them: a team by its members' grades and breaches (reporting
 * BR-59), who leads it by the team's grade (BR-61): the one that it has, else the highest that it may have.
 */
export function judgeCommune(document: GradeSchemeDocument, all: readonly Standing[]): Judged[] {
  const people = all.filter(({ subject }) => subject === 'member');
  const members = new Map<string, Standing[]>();
  for (const one of people) members.set(one.teamId, [...(members.get(one.teamId) ?? []), one]);
  const assessed = (one: Standing) =>
    one.months >= document.leastMonths && !one.facts?.underProceedings;
  const teams = all
    .filter(({ subject }) => subject === 'team')
    .map((team) => {
      const own = (members.get(team.teamId) ?? []).map((one) =>
        assessed(one) ? one : { ...one, grade: null },
      );
      return judge(document, team, { members: own, teamGrade: null, led: true });
    });
  const gradeOf = new Map(teams.map((team) => [team.teamId, team.grade ?? team.eligible]));
  const led = new Set(
    all.filter(({ position }) => position === 'leader').map(({ teamId }) => teamId),
  );
  const judged = people.map((one) =>
    judge(document, one, {
      members: [],
      teamGrade: gradeOf.get(one.teamId) ?? null,
      led: led.has(one.teamId),
    }),
  );
  return [...teams, ...judged];
}

/** Those whose grade is above the highest that their facts allow. */
export function tooHigh(judged: readonly Judged[]): Judged[] {
  return judged.filter(
    ({ grade, eligible }) => grade !== null && eligible !== null && isAbove(grade, eligible),
  );
}

/** What the cap says of the grades that a commune's teams, or members, have (reporting BR-60). */
export function capState(
  { cap }: Pick<GradeSchemeDocument, 'cap'>,
  all: readonly Pick<Judged, 'subject' | 'grade' | 'notAssessed'>[],
  subject: GradeSubject,
): GradeCapState {
  const own = all.filter((one) => one.subject === subject);
  const grades = YearlyGrade.options.map((grade) => ({
    grade,
    count: own.filter((one) => one.grade === grade).length,
  }));
  const [highest, second] = grades.map(({ count }) => count) as [number, number];
  return {
    ...{ subject, grades, has: highest, subjects: own.length },
    most: cap && mostAllowed(cap, highest, second),
    proposed: own.filter(({ grade }) => grade !== null).length,
    notAssessed: own.filter(({ notAssessed }) => notAssessed !== null).length,
  };
}
