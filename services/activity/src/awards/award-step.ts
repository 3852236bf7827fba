import { type AwardFinding, type AwardStep, type Permission, problem } from '@antt/contracts';
import { currentPrincipal, sameAgain } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { type AwardRow, readableAward } from './award-row.ts';

type Said = Pick<AwardStep, 'step'> &
  Partial<Pick<AwardStep, 'agency' | 'agrees' | 'revocation' | 'number' | 'on' | 'note'>>;

/** Steps that are open in a state. */
const openIn: Record<AwardStep['step'], readonly AwardRow['state'][]> = {
  proposed: [],
  'sent-again': ['returned'],
  returned: ['proposed', 'appraised'],
  appraised: ['proposed'],
  // what it lacks is said by name
  approved: ['proposed', 'appraised'],
  refused: ['proposed', 'appraised'],
  revoked: ['approved'],
};

/** Writes who did what with an award, and what spoke against it then. */
export async function writeStep(
  tx: EntityManager,
  { awardId, stepId, sending }: { awardId: string; stepId: string; sending: number },
  said: Said,
  findings: readonly AwardFinding[] = [],
): Promise<void> {
  const { accountId, username } = currentPrincipal();
  await tx.query(
    `insert into award_step (id, award_id, sending, step, agency, agrees, revocation, number, on_day, note, findings,
            taken_by, taken_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[stepId, awardId, sending, said.step, said.agency ?? null, said.agrees ?? null],
      ...[said.revocation ?? null, said.number ?? null, said.on ?? null, said.note ?? ''],
      ...[JSON.stringify(findings), accountId, username],
    ],
  );
}

type Command = { id: string; stepId: string; version: number };

/**
 * The award of a step, locked: one that the sender may read, where the step is open, in the state that the sender saw.
 * Null where the same step was taken already.
 */
export async function awardFor(
  tx: EntityManager,
  { id, stepId, version }: Command,
  said: Said,
): Promise<AwardRow | null> {
  await readableAward(tx, id);
  await tx.query('select from award where id = $1 for update', [id]);
  const award = await readableAward(tx, id);
  if (await isTaken(tx, id, stepId, said)) return null;
  if (award.version !== version) throw problem('award-changed-meanwhile', { id });
  const { state } = award;
  if (!openIn[said.step].includes(state)) {
    throw problem('award-step-not-open', { id, step: said.step, state });
  }
  return award;
}

async function isTaken(tx: EntityManager, awardId: string, id: string, said: Said) {
  const [known] = await tx.query(
    `select id, award_id as "awardId", step, agency, agrees, revocation, number, on_day as "on", note
       from award_step where id = $1`,
    [id],
  );
  if (!known) return false;
  sameAgain<Said & { awardId: string }>(known, { awardId, ...said });
  return true;
}

/** Who proposes neither appraises nor decides; who returned or decided may have appraised. */
export async function assertAnother(
  tx: EntityManager,
  id: string,
  permission: Permission,
): Promise<void> {
  const [own] = await tx.query(
    `select from award_step where award_id = $1 and taken_by = $2 and step in ('proposed', 'sent-again') limit 1`,
    [id, currentPrincipal().accountId],
  );
  if (own) throw problem('award-is-judged-by-another', { id, permission });
}

/** What facts tell of an award. */
export const aboutOf = ({ id, achievementId, unitId, authority }: AwardRow) => ({
  ...{ id, achievementId, unitId, authority },
});
