import type { DataSource } from 'typeorm';
import { jobColumns, type JobRow } from './job.entity.ts';

/** A job whose process has been silent for so long is taken over. */
const silence = '20 seconds';

/**
 * The next job, now this process's; null where there is nothing to do. One job of each account runs at a
 * time, and an account whose jobs were worked at a moment ago comes after one that waited: fifty files of one
 * account keep nobody else waiting for more than one of them.
 */
export function claimJob(db: DataSource): Promise<JobRow | null> {
  return db.transaction(async (tx) => {
    // Two who choose at once could both choose the same account.
    await tx.query(`select pg_advisory_xact_lock(hashtext('job_claim ' || current_schema()))`);
    const [rows] = await tx.query(
      `update job set status = 'running', attempts = attempts + 1, beat_at = now()
        where id = (
          select id from job j
           where (status = 'queued'
                  or status = 'running' and beat_at < now() - interval '${silence}')
             and not exists (
               select from job r
                where r.account_id = j.account_id and r.id <> j.id
                  and r.status = 'running' and r.beat_at >= now() - interval '${silence}')
           order by (select count(*) from job r
                      where r.account_id = j.account_id
                        and r.finished_at > now() - interval '10 minutes'), created_at
           for update skip locked limit 1)
        returning ${jobColumns}`,
    );
    return rows[0] ?? null;
  });
}
