import {
  holds,
  type Job,
  jobCursor,
  type jobOperations,
  problem,
  type StoredFile,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { currentContext, currentPrincipal } from '../context.ts';
import type { Files } from '../files.ts';
import type { FileSeal, Importer } from './importer.ts';
import { jobColumns, jobOf, type JobRow } from './job.entity.ts';
import type { JobRunner } from './job-runner.ts';
import type { JobSettings } from '../config.ts';

type Operations = ReturnType<typeof jobOperations>;

const shown = 200;

/** The cursor of a job (`jobCursor`), as SQL. */
const place = `(to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ' ' || id) collate "C"`;

/** The job with its first problems; null where there is none. */
export async function findJob(db: EntityManager, id: string): Promise<Job | null> {
  const [row] = await db.query(
    `select ${jobColumns},
            (select json_agg(body order by seq) from
              (select seq, body from job_problem where job_id = job.id order by seq limit ${shown}) first
            ) as problems
       from job where id = $1`,
    [id],
  );
  return row ? jobOf(row as JobRow) : null;
}

type FileOfJob = Pick<Job, 'kind' | 'problems'> & { name: string; bytes: Uint8Array };

/** Long work of a service: started by an upload, looked at by who started it. */
export class JobService {
  private readonly db: EntityManager;
  private readonly files: Files;
  private readonly importers: readonly Importer[];
  private readonly runner: JobRunner;

  private readonly settings: JobSettings;
  private readonly seal: FileSeal;

  constructor(
    db: EntityManager,
    files: Files,
    importers: Importer[],
    runner: JobRunner,
    settings: JobSettings,
    seal: FileSeal,
  ) {
    this.db = db;
    this.files = files;
    this.importers = importers;
    this.runner = runner;
    this.settings = settings;
    this.seal = seal;
  }

  async start(command: Input<Operations['start']>): Promise<Job> {
    const { id, kind, dryRun, file, options } = command;
    const { accountId } = currentPrincipal();
    this.assertMayImport(kind);
    const bytes = Buffer.from(await this.files.read(file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.open(id, async (tx) => {
      await tx.query(
        `insert into job (id, kind, dry_run, status, file_name, file, sha256, size, options, principal,
                          account_id, traceparent)
         values ($1, $2, $3, 'queued', $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
        [
          id,
          kind,
          dryRun,
          file.name,
          this.seal.seal(bytes),
          sha256,
          bytes.length,
          JSON.stringify(options),
          JSON.stringify(currentPrincipal()),
          accountId,
          currentContext().traceparent,
        ],
      );
    });
    await this.files.delete(file).catch(() => {});
    return this.get({ id });
  }

  /** What was checked is what is applied: the file of the dry run, with the same options. */
  async apply({ id, jobId }: Input<Operations['apply']>): Promise<Job> {
    const { kind, dryRun, status, fileKept } = await this.get({ id: jobId });
    this.assertMayImport(kind);
    if (!dryRun || status !== 'succeeded') throw problem('job-cannot-be-applied', { id: jobId });
    if (!fileKept) throw problem('job-file-is-gone', { id: jobId });
    await this.open(id, async (tx) => {
      await tx.query(
        `insert into job (id, kind, dry_run, status, file_name, file, sha256, size, options, principal,
                          account_id, traceparent)
         select $1, kind, false, 'queued', file_name, file, sha256, size, options, $3, account_id, $4
           from job where id = $2 and file is not null on conflict (id) do nothing`,
        [id, jobId, JSON.stringify(currentPrincipal()), currentContext().traceparent],
      );
    });
    return this.get({ id });
  }

  async get({ id }: Input<Operations['get']>): Promise<Job> {
    await this.assertMine(id);
    return (await findJob(this.db, id))!;
  }

  async list({ cursor, limit }: Input<Operations['list']>): Promise<Output<Operations['list']>> {
    const { accountId } = currentPrincipal();
    const rows: JobRow[] = await this.db.query(
      `select ${jobColumns} from job
        where account_id = $1 and ($2::text is null or ${place} < $2 collate "C")
        order by ${place} desc limit $3`,
      [accountId, cursor ?? null, limit + 1],
    );
    const [{ total }] = await this.db.query(
      `select count(*)::int as total from job where account_id = $1`,
      [accountId],
    );
    const items = rows.slice(0, limit).map(jobOf);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? jobCursor(last) : null, total };
  }

  /** The file as it was uploaded, with everything found in it. */
  async fileOf(id: string): Promise<FileOfJob> {
    await this.assertMine(id);
    const [row] = await this.db.query(
      `select file_name as name, file as bytes, kind,
              coalesce((select json_agg(body order by seq) from job_problem where job_id = job.id),
                       '[]') as problems
         from job where id = $1`,
      [id],
    );
    if (row.bytes === null) throw problem('job-file-is-gone', { id });
    return { ...row, bytes: this.seal.open(row.bytes) };
  }

  /** Puts a workbook where the gateway can fetch it. */
  offer(name: string, bytes: Uint8Array): Promise<StoredFile> {
    return this.files.put(name, new Blob([bytes as BlobPart]).stream(), 100 * 1024 * 1024);
  }

  private assertMayImport(kind: Job['kind']): void {
    const importer = this.importers.find((one) => one.kind === kind);
    if (!importer) throw problem('import-kind-unknown', { kind });
    const { permission } = importer;
    if (!holds(currentPrincipal(), permission)) throw problem('not-allowed', { permission });
  }

  /** One account's jobs are opened one after the other, so that they can be counted. */
  private async open(id: string, insert: (tx: EntityManager) => Promise<void>): Promise<void> {
    const { accountId } = currentPrincipal();
    await this.db.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('job_open ' || $1))`, [accountId]);
      const [{ open, known }] = await tx.query(
        `select count(*) filter (where status in ('queued', 'running'))::int as open,
                count(*) filter (where id = $2)::int as known
           from job where account_id = $1`,
        [accountId, id],
      );
      const limit = this.settings.JOBS_OPEN;
      if (known === 0 && open >= limit) throw problem('too-many-open-jobs', { limit });
      await insert(tx);
    });
    this.runner.nudge();
  }

  private async assertMine(id: string): Promise<void> {
    const [row] = await this.db.query(`select account_id from job where id = $1`, [id]);
    if (row?.account_id !== currentPrincipal().accountId) throw problem('job-not-found', { id });
  }
}
