import type { ImportKind, RowProblem } from '@antt/contracts';
import { answers } from '../../search.rules.ts';

export type Severity = RowProblem['severity'];
export type ProblemFilter = { severity: Severity | 'all'; q: string };

export type ProblemGroup = { code: string; severity: Severity; problems: RowProblem[] };

/** What a search and a filter leave; searched in the text as it is read, and in the place. */
export function shownProblems(
  problems: readonly RowProblem[],
  { severity, q }: ProblemFilter,
  textOf: (problem: RowProblem) => string,
): RowProblem[] {
  return problems.filter(
    (problem) =>
      (severity === 'all' || problem.severity === severity) &&
      (answers(textOf(problem), q) || answers(problem.at ?? '', q)),
  );
}

/** What is wrong in the same way stands together: errors first, then what occurs most. */
export function groupProblems(problems: readonly RowProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    const group = groups.get(key) ?? {
      code: problem.code,
      severity: problem.severity,
      problems: [],
    };
    group.problems.push(problem);
    groups.set(key, group);
  }
  const rank = ({ severity, problems: all }: ProblemGroup) =>
    (severity === 'error' ? 1_000_000 : 0) + all.length;
  return [...groups.values()].sort((a, b) => rank(b) - rank(a));
}

/** Codes of rows whose name fits none or several; what each kind of file lets the user choose. */
const choosable: Partial<Record<ImportKind, readonly string[]>> = {
  quotas: ['unit-unknown', 'unit-ambiguous', 'unit-elsewhere', 'unit-kind-differs'],
  accounts: ['area-unknown'],
  roster: ['roster-team-unknown', 'roster-team-ambiguous'],
};

/** Whether the user may say what a row means: only where the service takes such a choice. */
export const canChoose = (kind: ImportKind, { code, at }: RowProblem): boolean =>
  at !== null && (choosable[kind] ?? []).includes(code);
