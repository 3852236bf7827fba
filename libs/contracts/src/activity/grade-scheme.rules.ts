import { addDays, type PlainDate } from '@antt/kernel';
import type { GradeSchemeDocument, YearlyGrade } from './grade-scheme.ts';

/** From the lowest: how many grades somebody is above it. */
const height = { unfulfilled: 0, fulfilled: 1, good: 2, excellent: 3 } as const;

/** Whether one grade is above another. */
export function isAbove(grade: YearlyGrade, other: YearlyGrade): boolean {
  return height[grade] > height[other];
}

/** The first and the last day of a year (reporting BR-63). */
export function gradeDays(
  { startDay, startMonth }: GradeSchemeDocument['period'],
  year: number,
): { from: PlainDate; to: PlainDate } {
  const first = (of: number) =>
    `${of}-${String(startMonth).padStart(2, '0')}-${String(startDay).padStart(2, '0')}`;
  const begins = startDay === 1 && startMonth === 1 ? year : year - 1;
  return { from: first(begins), to: addDays(first(begins + 1), -1) };
}

export type GradeSchemeFault = {
  fault: 'shares-not-falling' | 'code-used-twice' | 'criterion-of-other-role' | 'bound-without-use';
  code: string;
};

/** Kinds that only a team, or only somebody in it, can be asked. */
const rolesOf: Partial<Record<string, 'team' | 'people'>> = {
  reports: 'team',
  members: 'team',
  team: 'people',
};

/** What keeps a scheme from being used; null: nothing. */
export function gradeSchemeFault({
  shares,
  criteria,
}: GradeSchemeDocument): GradeSchemeFault | null {
  const bounds = [shares.fulfilled, shares.good, shares.excellent].filter((one) => one !== null);
  if (bounds.some((one, n) => n > 0 && one < bounds[n - 1]!))
    return { fault: 'shares-not-falling', code: '' };
  const codes = criteria.map(({ code }) => code);
  const twice = codes.find((code, n) => codes.indexOf(code) !== n);
  if (twice) return { fault: 'code-used-twice', code: twice };
  const strange = criteria.find(({ kind, roles }) => {
    const only = rolesOf[kind];
    return only && roles.some((role) => (role === 'team') !== (only === 'team'));
  });
  if (strange) return { fault: 'criterion-of-other-role', code: strange.code };
  if (bounds.length > 0 && !criteria.some(({ kind }) => kind === 'tasks'))
    return { fault: 'bound-without-use', code: 'tasks' };
  return null;
}
