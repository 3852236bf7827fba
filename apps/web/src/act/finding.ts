import { Problem } from '@antt/kernel';
import { z } from 'zod';

const Findings = z.array(
  z.object({
    rule: z.string(),
    severity: z.enum(['hard', 'soft']),
    article: z.string(),
    count: z.number().nullable(),
    limit: z.number().nullable(),
  }),
);
/** A rule that an act on a member breaks, as the services tell it. */
export type ToldFinding = z.infer<typeof Findings>[number];

/** The rules that a refusal names; none where it was refused for something else. */
export function findingsIn(problem: unknown): ToldFinding[] {
  if (!(problem instanceof Problem)) return [];
  const read = Findings.safeParse(problem.body.findings);
  return read.success ? read.data : [];
}
