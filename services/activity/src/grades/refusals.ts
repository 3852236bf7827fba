import { type GradeCapState, problem } from '@antt/contracts';
import type { Problem } from '@antt/kernel';
import type { Judged } from './grade.rules.ts';

/** A grade above what the facts allow, with what is missing. */
export function aboveEligible({
  subjectId,
  subject,
  teamName,
  grade,
  eligible,
  checks,
}: Judged): Problem {
  const open = checks.filter(({ state }) => state !== 'met').map(({ code }) => code);
  return problem('grade-above-eligible', {
    subjectId,
    subject,
    teamName,
    grade,
    eligible,
    missing: open,
  });
}

/** More of the highest grade than the cap allows (reporting BR-60, BR-71). */
export function overCap({ subject, has, most }: GradeCapState): Problem {
  return problem('grades-of-year-over-cap', { subject, has, most });
}
