import { problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const exceededSql = sql(import.meta.url, './member-quota.sql');

/** Recognitions in a commune wait for each other: two must not both take the last place. */
export async function lockCommune(tx: EntityManager, communeId: string): Promise<void> {
  await tx.query('select 1 from unit where id = $1 for update', [communeId]);
}

/**
 * Law 30/2023/QH15 Art. 14.4 (law BR-10), for what was written already: on no day on which somebody begins
 * has the commune more members than the decision of that day gives. A surplus that a smaller quota made is
 * not touched, but nobody is added to it.
 */
export async function assertWithinQuota(
  tx: EntityManager,
  communeId: string,
  { validFrom, validTo }: { validFrom: PlainDate; validTo: PlainDate | null },
): Promise<void> {
  const [row] = await tx.query(exceededSql, [communeId, validFrom, validTo]);
  if (!row) return;
  const { on, active, limit, number } = row;
  if (limit === null) throw problem('member-quota-missing', { communeId, on });
  throw problem('member-quota-exceeded', { communeId, on, active, limit, number });
}
