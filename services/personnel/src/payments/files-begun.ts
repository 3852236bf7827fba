import { currentPrincipal } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

/** The first time that somebody was given files of a batch, and how its run stood; from then on nobody is taken out. */
export async function filesBegun(
  tx: EntityManager,
  batchId: string,
): Promise<{ at: string; by: string; state: string }> {
  const [[first]] = await tx.query(
    `update payment_batch b set files_at = coalesce(files_at, clock_timestamp()),
            files_by = coalesce(files_by, $2), files_state = coalesce(files_state, r.state)
       from payroll r where r.id = b.payroll_id and b.id = $1
     returning to_json(files_at) #>> '{}' as at, files_by as by, files_state as state`,
    [batchId, currentPrincipal().username],
  );
  return first;
}
