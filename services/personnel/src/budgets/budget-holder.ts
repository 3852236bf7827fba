import { getInstrument, type Permission, type PolicyInstrument, problem } from '@antt/contracts';
import { today } from '@antt/kernel';
import type { Client } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { peopleScope } from '../people/person-scope.ts';

/**
 * Refuses who holds the permission elsewhere, and a unit that has no budget: since 1 July 2025 budgets are of
 * provinces and communes only (Law 72/2025/QH15; law.md §5).
 */
export async function assertHolder(
  db: EntityManager,
  permission: Permission,
  unitId: string,
  year: number,
): Promise<void> {
  const on = today();
  const scope = await peopleScope(db, permission, on);
  if (scope !== null && !scope.includes(unitId)) throw problem('outside-area', { on, permission });
  const [holder] = await db.query(
    `select from unit u
      where u.id = $1 and u.level in ('province', 'commune') and exists (
              select from unit_version v where v.unit_id = u.id and v.valid_from < make_date($2 + 1, 1, 1)
                 and (v.valid_to is null or v.valid_to > make_date($2, 1, 1)))`,
    [unitId, year],
  );
  if (!holder) throw problem('budget-unit-is-no-holder', { id: unitId, year });
}

/** Sums of one moment: who gives, takes, spends or sends a run on waits for who does. */
export async function lockBudgets(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('budget'))`);
}

/** Money rests on a document that is there to be read. */
export async function instrumentOf(client: Client, id: string): Promise<PolicyInstrument> {
  const { number, issuer, signedOn, status, files } = await client.call(getInstrument, { id });
  if (status !== 'final') throw problem('instrument-is-draft', { number });
  if (files.length === 0) throw problem('instrument-has-no-file', { number });
  return { id, number, issuer, signedOn };
}
