import { problem } from '@antt/contracts';
import type { EntityManager } from 'typeorm';

/** Refuses a write about people of a commune that is closed for editing, unless a window is open now. */
export function assertOpen(db: EntityManager, communeId: string): Promise<void> {
  return assertEachOpen(db, [communeId]);
}

/** The same for several communes: one that is closed stops what changes people of all of them. */
export async function assertEachOpen(
  db: EntityManager,
  communeIds: readonly string[],
): Promise<void> {
  const [row] = await db.query(
    `select c.commune_id as "communeId", c.closed_at as "closedAt" from editing_closure c
      where c.commune_id = any ($1)
        and not exists (select from editing_window w where w.commune_id = c.commune_id
                           and w.opens_at <= now() and now() < w.closes_at)
      order by c.commune_id limit 1`,
    [communeIds],
  );
  if (!row) return;
  const { communeId, closedAt } = row;
  throw problem('editing-is-closed', { communeId, closedAt: closedAt.toISOString() });
}
