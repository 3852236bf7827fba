import {
  type GradeCheck,
  type GradeCriterion,
  type GradeRow,
  type GradeSchemeDocument,
  isAbove,
  type YearlyGrade,
} from '@antt/contracts';

/** A team or member of a year with all that is known of it; `grade` is the one proposed or decided. */
export type Standing = Omit<
  GradeRow,
  'name' | 'newInTeam' | 'notAssessed' | 'eligible' | 'missing' | 'proposed' | 'decided' | 'reason'
> & { grade: YearlyGrade | null };

type Around = {
  /** Of a team: its members. */
  members: readonly Standing[];
  /** Of a member: the grade of the team; null where it is not graded. */
  teamGrade: YearlyGrade | null;
  /** Whether the team has a leader; else its deputies are in charge. */
  led: boolean;
  newInTeam: boolean;
};
type Known = Pick<GradeCheck, 'state'> & Partial<Pick<GradeCheck, 'value' | 'of'>>;

/** Whether so many of so many reach a share; reckoned without fractions (reporting BR-57). */
export function reaches(done: number, all: number, least: number, inclusive: boolean): boolean {
  const [has, wanted] = [done * 10_000, Math.round(least * 100) * all];
  return inclusive ? has >= wanted : has > wanted;
}

/** Every criterion that is asked of a team or member, and how it stands. */
export function checksOf(
  document: GradeSchemeDocument,
  one: Standing,
  around: Around,
): GradeCheck[] {
  return document.criteria
    .filter(({ roles }) => roles.includes(one.role))
    .flatMap((criterion) => {
      if (criterion.kind === 'tasks') return tasks(document, criterion, one);
      if (criterion.kind === 'team') return notAboveTeam(criterion, one, around);
      return [check(criterion, criterion.from, known(criterion, one, around))];
    });
}

function check(
  { code, name, nameEn, kind }: GradeCriterion,
  grade: YearlyGrade,
  { state, value = null, of = null }: Known,
): GradeCheck {
  return { code, name, nameEn, kind, grade, state, value, of, least: null, teamGrade: null };
}

/** No task assigned is no data, neither 0 % nor 100 % (law BR-71). */
function tasks(
  { shares, inclusive }: GradeSchemeDocument,
  criterion: GradeCriterion,
  { facts }: Standing,
): GradeCheck[] {
  const [value, of] = [facts?.tasksDone ?? null, facts?.tasksAssigned ?? null];
  return (['fulfilled', 'good', 'excellent'] as const).flatMap((grade) => {
    const least = shares[grade];
    if (least === null) return [];
    const isUnknown = value === null || of === null || of === 0;
    const state = isUnknown ? 'unknown' : met(reaches(value, of, least, inclusive));
    return [{ ...check(criterion, grade, { state, value, of }), least }];
  });
}

/** Reporting BR-61: the leader, or the deputies where there is none; neither bound when new, nor by a team not graded. */
function notAboveTeam(
  criterion: GradeCriterion,
  { position }: Standing,
  { teamGrade, led, newInTeam }: Around,
): GradeCheck[] {
  const inCharge = position === 'leader' || (position === 'deputy' && !led);
  if (!inCharge) return [];
  const isFree = newInTeam || teamGrade === null || teamGrade === 'excellent';
  const next = (['fulfilled', 'good', 'excellent'] as const).find(
    (grade) => teamGrade !== null && isAbove(grade, teamGrade),
  );
  return [{ ...check(criterion, next ?? 'excellent', { state: met(isFree) }), teamGrade }];
}

function known({ kind, code }: GradeCriterion, one: Standing, { members }: Around): Known {
  const { facts } = one;
  const said = facts?.confirmed[code];
  const confirmed: Known = { state: said === undefined ? 'unknown' : met(said) };
  switch (kind) {
    case 'meetings': {
      const [value, of] = [facts?.absencesUnexcused ?? null, facts?.meetings ?? null];
      return { state: value === null || of === null ? 'unknown' : met(value === 0), value, of };
    }
    case 'breaches': {
      const own = facts?.breaches ?? null;
      const value = (own ?? 0) + members.reduce((sum, m) => sum + (m.facts?.breaches ?? 0), 0);
      if (own === null && value === 0) return { state: 'unknown' };
      return { state: met(value === 0), value };
    }
    case 'reports': {
      // Where the province takes no reports here, somebody says so.
      if (!one.reportsDue) return confirmed;
      return {
        state: met(one.reportsSent === one.reportsDue && one.reportsInTime === one.reportsDue),
        value: one.reportsInTime,
        of: one.reportsDue,
      };
    }
    case 'members': {
      const value = members.filter(({ grade }) => grade === 'unfulfilled').length;
      return { state: met(value === 0), value, of: members.length };
    }
    default:
      return confirmed;
  }
}

function met(is: boolean): 'met' | 'failed' {
  return is ? 'met' : 'failed';
}
