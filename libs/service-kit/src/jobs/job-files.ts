import type { EntityManager } from 'typeorm';
import { Rounds } from '../rounds.ts';

const day = 24 * 3_600_000;

/** Deletes the files of jobs that ended so many days ago. What the job was, its hash and counts stay. */
export async function deleteOldFiles(db: EntityManager, days: number): Promise<number> {
  const [, deleted] = await db.query(
    `update job set file = null
      where file is not null and finished_at < now() - make_interval(days => $1)`,
    [days],
  );
  return deleted;
}

/** Does so at the start of the service and then each day. */
export function jobFileSweep(db: EntityManager, days: number): Rounds {
  return new Rounds({
    ...{ name: 'jobs', every: day, late: 'files of old jobs stay until tomorrow' },
    work: () => deleteOldFiles(db, days),
  });
}
