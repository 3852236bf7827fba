import { problem, type QuotaDraft } from '@antt/contracts';
import { assertInside } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { QuotaDraftEntity } from './draft.entity.ts';

/** The draft, locked until the end of the transaction; one that is issued or put aside is refused. */
export async function openDraft(tx: EntityManager, id: string): Promise<QuotaDraftEntity> {
  const draft = await lockDraft(tx, id);
  if (draft.status === 'issued') throw problem('draft-is-issued', { number: draft.number });
  if (draft.status === 'discarded') throw problem('draft-is-discarded', { title: draft.title });
  return draft;
}

export async function lockDraft(tx: EntityManager, id: string): Promise<QuotaDraftEntity> {
  await tx.query(`select 1 from quota_draft where id = $1 for update`, [id]);
  const draft = await tx.findOneBy(QuotaDraftEntity, { id });
  const absent = problem('draft-not-found', { id });
  if (!draft) throw absent;
  await assertInside(tx, 'quota.write', [draft.unitId], draft.effectiveFrom, absent);
  return draft;
}

/** A draft as messages carry it. */
export function draftOf(row: QuotaDraftEntity): QuotaDraft {
  const { id, unitId, title, issuer, effectiveFrom, basis, place, signerTitle, signerName } = row;
  const { recipients, status, version, number, signedOn, instrumentId, changedBy } = row;
  return {
    id,
    unitId,
    title,
    issuer,
    effectiveFrom,
    basis,
    place,
    signerTitle,
    signerName,
    recipients,
    status,
    version,
    number,
    signedOn,
    instrumentId,
    changedAt: row.changedAt.toISOString(),
    changedBy,
  };
}

export const told = ({ id, unitId, title }: QuotaDraftEntity) => ({ id, unitId, title });
