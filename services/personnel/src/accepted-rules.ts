import { problem } from '@antt/contracts';

type Found<R extends string> = { rule: R; severity: 'hard' | 'soft' };

/**
 * Hard rules refuse; who breaks a soft one names it and says why (decision 0024). What is kept is what was
 * broken, not what was named.
 */
export function assertAccepted<R extends string>(
  act: 'recognition' | 'cessation' | 'issue',
  findings: readonly Found<R>[],
  { accept, reason }: { accept: readonly R[]; reason: string },
): R[] {
  const hard = findings.filter(({ severity }) => severity === 'hard');
  if (hard.length > 0) throw problem(`${act}-rule-broken`, { findings: hard });
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  if (rules.some((rule) => !accept.includes(rule))) {
    throw problem(`${act}-rule-not-accepted`, { findings });
  }
  if (rules.length > 0 && reason === '') {
    throw problem(`${act}-acceptance-without-reason`, { findings });
  }
  return rules;
}

/** A reason is kept for what was broken alone. */
export function reasonOf(accepted: readonly string[], { reason }: { reason: string }): string {
  return accepted.length > 0 ? reason : '';
}
