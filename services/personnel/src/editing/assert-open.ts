import { problem } from '@antt/contracts';
import type { EntityManager } from 'typeorm';

/** Refuses a write about people of a commune that is closed for editing, unless a window is open now. */
export async function assertOpen(db: EntityManager, communeId: string): Promise<void> {
  const [row] = await db.query(
    `select c.closed_at as "closedAt" from editing_closure c
      where c.commune_id = $1
        and not exists (select from editing_window w where w.commune_id = $1
                           and w.opens_at <= now() and now() < w.closes_at)`,
    [communeId],
  );
  if (row) throw problem('editing-is-closed', { communeId, closedAt: row.closedAt.toISOString() });
}
