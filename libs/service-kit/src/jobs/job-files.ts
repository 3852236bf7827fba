import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

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
export class JobFileSweep {
  private readonly log = new Logger('jobs');
  private readonly db: EntityManager;
  private readonly days: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(db: EntityManager, days: number) {
    this.db = db;
    this.days = days;
  }

  start(): void {
    const sweep = () =>
      void deleteOldFiles(this.db, this.days).catch((error: Error) =>
        this.log.warn(`files of old jobs stay until tomorrow: ${error.message}`),
      );
    sweep();
    this.timer = setInterval(sweep, day);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
