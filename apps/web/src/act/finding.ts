import { Problem } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { z } from 'zod';
import type { MessageId } from '../i18n/message.ts';
import type { BrokenRule } from './broken-rules.tsx';

const Findings = z.array(
  z.object({
    rule: z.string(),
    severity: z.enum(['hard', 'soft']),
    article: z.string(),
    count: z.number().nullable(),
    limit: z.number().nullable(),
  }),
);

/** The rules that a refusal names, in words; none where it was refused for something else. */
export function findingsIn(intl: IntlShape, problem: unknown): BrokenRule[] {
  if (!(problem instanceof Problem)) return [];
  const read = Findings.safeParse(problem.body.findings);
  return (read.data ?? []).map(({ rule, severity, count, limit }) => ({
    ...{ rule, severity },
    told: intl.formatMessage(
      { id: `rule.${rule}` as MessageId },
      { count: count ?? 0, limit: limit ?? 0 },
    ),
  }));
}
