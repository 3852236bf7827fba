import { holds, type Job, type jobOperations, problem, type StoredFile } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { currentContext, currentPrincipal } from '../context.ts';
import type { Files } from '../files.ts';
import type { Importer } from './importer.ts';
import { jobColumns, jobOf, type JobRow } from './job.entity.ts';
import type { JobRunner } from './job-runner.ts';

type Operations = ReturnType<typeof jobOperations>;

const shown = 200;

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

  constructor(db: EntityManager, files: Files, importers: Importer[], runner: JobRunner) {
    this.db = db;
    this.files = files;
    this.importers = importers;
    this.runner = runner;
  }

  async start(command: Input<Operations['start']>): Promise<Job> {
    const { id, kind, dryRun, file, options } = command;
    const principal = currentPrincipal();
    const importer = this.importers.find((one) => one.kind === kind);
    if (!importer) throw problem('import-kind-unknown', { kind });
    if (!holds(principal, importer.permission)) {
      throw problem('not-allowed', { permission: importer.permission });
    }
    const bytes = Buffer.from(await this.files.read(file));
    await this.db.query(
      `insert into job (id, kind, dry_run, status, file_name, file, options, principal, account_id,
                        traceparent)
       values ($1, $2, $3, 'queued', $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
      [
        id,
        kind,
        dryRun,
        file.name,
        bytes,
        JSON.stringify(options),
        JSON.stringify(principal),
        principal.accountId,
        currentContext().traceparent,
      ],
    );
    await this.files.delete(file).catch(() => {});
    this.runner.nudge();
    return this.get({ id });
  }

  async get({ id }: Input<Operations['get']>): Promise<Job> {
    await this.assertMine(id);
    return (await findJob(this.db, id))!;
  }

  async list(): Promise<{ items: Job[] }> {
    const rows: JobRow[] = await this.db.query(
      `select ${jobColumns} from job where account_id = $1 order by created_at desc limit 50`,
      [currentPrincipal().accountId],
    );
    return { items: rows.map(jobOf) };
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
    return row;
  }

  /** Puts a workbook where the gateway can fetch it. */
  offer(name: string, bytes: Uint8Array): Promise<StoredFile> {
    return this.files.put(name, new Blob([bytes as BlobPart]).stream(), 100 * 1024 * 1024);
  }

  private async assertMine(id: string): Promise<void> {
    const [row] = await this.db.query(`select account_id from job where id = $1`, [id]);
    if (row?.account_id !== currentPrincipal().accountId) throw problem('job-not-found', { id });
  }
}
