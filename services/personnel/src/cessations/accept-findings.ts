import { type CessationFinding, type CessationRule, problem } from '@antt/contracts';

/** Hard rules refuse; who breaks a soft one names it and says why. What is kept is what was broken. */
export function assertAccepted(
  findings: readonly CessationFinding[],
  { accept, reason }: { accept: readonly CessationRule[]; reason: string },
): CessationRule[] {
  const hard = findings.filter(({ severity }) => severity === 'hard');
  if (hard.length > 0) throw problem('cessation-rule-broken', { findings: hard });
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  if (rules.some((rule) => !accept.includes(rule))) {
    throw problem('cessation-rule-not-accepted', { findings });
  }
  if (rules.length > 0 && reason === '') {
    throw problem('cessation-acceptance-without-reason', { findings });
  }
  return rules;
}
