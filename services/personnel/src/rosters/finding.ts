import type { RowProblem } from '@antt/contracts';

/** A finding about a row, where it stands and with what its text speaks of. */
export function finding(
  code: string,
  at: string | null,
  members: Record<string, unknown> = {},
  severity: RowProblem['severity'] = 'error',
): RowProblem {
  return { ...members, code, at, severity };
}
