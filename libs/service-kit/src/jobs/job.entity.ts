import type { Job, Principal } from '@antt/contracts';

/** A row of the table `job`. */
export type JobRow = {
  id: string;
  kind: Job['kind'];
  dry_run: boolean;
  status: Job['status'];
  file_name: string;
  sha256: string;
  size: number;
  file_kept: boolean;
  options: Job['options'];
  progress: Job['progress'];
  counts: Job['counts'];
  errors: number;
  warnings: number;
  principal: Principal;
  account_id: string;
  traceparent: string;
  attempts: number;
  created_at: Date;
  finished_at: Date | null;
  problems?: Job['problems'] | null;
};

export const jobColumns = `id, kind, dry_run, status, file_name, sha256, size,
  file is not null as file_kept, options, progress, counts, errors,
  warnings, principal, account_id, traceparent, attempts, created_at, finished_at`;

export function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    dryRun: row.dry_run,
    status: row.status,
    fileName: row.file_name,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    progress: row.progress,
    options: row.options,
    counts: row.counts,
    problems: row.problems ?? [],
    errors: row.errors,
    warnings: row.warnings,
    sha256: row.sha256,
    fileKept: row.file_kept,
  };
}
