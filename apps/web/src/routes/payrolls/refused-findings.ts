import { PayrollFinding } from '@antt/contracts';
import { Problem } from '@antt/kernel';

/** Findings that the service refused a command for; none where it was refused for something else. */
export function refusedFindings(problem: unknown): PayrollFinding[] {
  if (!(problem instanceof Problem) || problem.type !== 'payroll-has-findings') return [];
  const { success, data } = PayrollFinding.array().safeParse(problem.body.findings);
  return success ? data : [];
}
