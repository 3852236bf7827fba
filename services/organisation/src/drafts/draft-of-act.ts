import { problem, type ReorganisationEffects } from '@antt/contracts';
import type { EntityManager } from 'typeorm';
import { QuotaDraftEntity } from './draft.entity.ts';

/** The communes that an act left without a fitting decision (Law 30/2023/QH15 Art. 17.1, law BR-86, BR-87). */
export function dueCommunes({ decisions, communes = [] }: ReorganisationEffects): string[] {
  const due = decisions.filter(({ what }) => what === 'quota-decision-due');
  return [...new Set([...due, ...communes].map(({ unit }) => unit.id))];
}

/** The act, locked: whoever asks for its draft at the same time waits, and finds the one that was begun. */
export async function lockAct(tx: EntityManager, id: string): Promise<string[]> {
  const [act]: { status: string; effects: ReorganisationEffects }[] = await tx.query(
    'select status, effects from reorganisation where id = $1 for update',
    [id],
  );
  if (!act) throw problem('reorganisation-not-found', { id });
  if (act.status === 'undone') throw problem('reorganisation-was-undone', { id });
  return dueCommunes(act.effects);
}

/** The draft that was begun for an act and is not put aside. */
export async function draftOfAct(
  db: EntityManager,
  reorganisationId: string,
): Promise<QuotaDraftEntity | null> {
  const [found]: { id: string }[] = await db.query(
    `select id from quota_draft
      where start ->> 'reorganisationId' = $1 and status <> 'discarded' order by id limit 1`,
    [reorganisationId],
  );
  return found ? db.findOneBy(QuotaDraftEntity, { id: found.id }) : null;
}
