import { type PayrollCheck, type PayrollFinding, problem } from '@antt/contracts';

/** Who answers for findings: which of them, and why they are right. */
export type Answered = { accept: readonly PayrollCheck[]; reason: string };

/** Refuses what is found while it is hard, or nobody answers for it. */
export function assertAnswered(
  id: string,
  findings: readonly PayrollFinding[],
  { accept, reason }: Answered,
): void {
  const open = findings.filter(
    ({ check, severity }) => severity === 'hard' || !accept.includes(check) || reason.length < 5,
  );
  if (open.length > 0) throw problem('payroll-has-findings', { id, findings: open });
}
