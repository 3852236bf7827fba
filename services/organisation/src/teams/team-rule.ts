import { problem, type SoftRule, type TeamWarning } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const overQuotaSql = sql(import.meta.url, './team-over-quota.sql');
const takenVillageSql = sql(import.meta.url, './village-has-a-team.sql');
const oldDecisionSql = sql(import.meta.url, './decision-before-village-event.sql');

type Act = {
  on: PlainDate;
  /** Where the number of teams grows; null where it does not. */
  growsIn: string | null;
  /** All villages of the act, and those that none of its teams held before. */
  villageIds: readonly string[];
  gained: readonly string[];
  teamIds: readonly string[];
  decision: { number: string; signedOn: PlainDate; basedOn: string | null };
};

/**
 * The rules that an act, already carried out in the transaction, breaks (law BR-09, BR-13, BR-86). A village
 * that its teams hold already awaits consolidation with others (law BR-85): that they share it is no breach.
 */
export async function brokenRules(tx: EntityManager, act: Act): Promise<TeamWarning[]> {
  const { on, growsIn, villageIds, gained, teamIds, decision } = act;
  const broken: TeamWarning[] = [];
  if (growsIn) broken.push(...(await tx.query(overQuotaSql, [growsIn, on])));
  if (gained.length > 0) {
    broken.push(...(await tx.query(takenVillageSql, [gained, on, teamIds])));
  }
  if (decision.basedOn) {
    broken.push(...(await tx.query(oldDecisionSql, [villageIds, on, decision.basedOn])));
  }
  if (decision.signedOn > on) broken.push(signedLater(decision));
  return broken;
}

function signedLater({ number, signedOn }: Act['decision']): TeamWarning {
  const rule = 'decision-signed-later';
  return { rule, on: signedOn, unit: number, teams: [], count: null, limit: null };
}

/** Who breaks a rule knowingly names it and says why; what is kept is what was broken, not what was named. */
export function assertAccepted(
  warnings: readonly TeamWarning[],
  { accept, reason }: { accept: readonly SoftRule[]; reason: string },
): SoftRule[] {
  const rules = [...new Set(warnings.map(({ rule }) => rule))].sort();
  if (rules.some((rule) => !accept.includes(rule))) {
    throw problem('team-rule-not-accepted', { warnings });
  }
  if (rules.length > 0 && reason === '') {
    throw problem('team-acceptance-without-reason', { warnings });
  }
  return rules;
}
