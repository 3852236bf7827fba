import type { Job, JobMessages, Principal, RowProblem } from '@antt/contracts';
import { Problem } from '@antt/kernel';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { type Context, traceIdOf, within } from '../context.ts';
import { problemOf } from '../failure.ts';
import type { Live } from '../live.ts';
import { publish } from '../outbox.ts';
import { Rounds } from '../rounds.ts';
import { claimJob } from './claim-job.ts';
import type { FileSeal, Importer, Outcome } from './importer.ts';
import type { JobRow } from './job.entity.ts';
import { findJob } from './job.service.ts';

/** Carries out a dry run's work and takes it back. */
class TakenBack extends Error {}

const beat = 5_000;
/** A job that its processes did not survive so often is given up. */
const tries = 3;
/** So that a long job of one account does not hold up another's. */
const together = 2;

/**
 * Works through the jobs of a service, two at a time in each process and one of each account. The state of a job is committed with
 * its effect, so a crash at any point leaves it to be done again, and never half done.
 */
export class JobRunner {
  private readonly log = new Logger('jobs');
  private readonly db: DataSource;
  private readonly live: Live;
  private readonly importers: ReadonlyMap<string, Importer>;
  private running = true;
  private readonly wakes = new Set<() => void>();
  private done: Promise<unknown> = Promise.resolve();
  private readonly ended: JobMessages['ended'];
  private readonly seal: FileSeal;

  constructor(
    db: DataSource,
    live: Live,
    importers: Importer[],
    ended: JobMessages['ended'],
    seal: FileSeal,
  ) {
    this.db = db;
    this.live = live;
    this.ended = ended;
    this.seal = seal;
    this.importers = new Map(importers.map((importer) => [importer.kind, importer]));
  }

  start(): void {
    this.done = Promise.all(Array.from({ length: together }, () => this.run()));
  }

  async stop(): Promise<void> {
    this.running = false;
    this.nudge();
    await this.done;
  }

  /** There is something to do. */
  nudge(): void {
    for (const wake of this.wakes) wake();
  }

  private async run(): Promise<void> {
    while (this.running) {
      const job = await claimJob(this.db).catch(() => null);
      if (!job) await this.rest();
      else {
        await within(contextOf(job), () => this.work(job));
        // What this account's next job waited for is over.
        this.nudge();
      }
    }
  }

  private async work(job: JobRow): Promise<void> {
    const alive = new Rounds({
      ...{ name: 'jobs', every: beat, late: `${job.id} cannot say that it is worked on` },
      work: () => this.db.query(`update job set beat_at = now() where id = $1`, [job.id]),
    });
    alive.begin({ first: 'later' });
    try {
      if (job.attempts > tries) throw new Error('given up after three crashes');
      await this.carryOut(job);
    } catch (error) {
      const failure = problemOf(error, job.traceparent);
      const traceId = traceIdOf(job.traceparent);
      this.log.error(`${job.id} failed (trace ${traceId}): ${failure.type}`);
      const problem: RowProblem = { code: failure.type, at: null, severity: 'error', traceId };
      const outcome = { counts: {}, problems: [problem] };
      await this.finish(this.db.manager, job, 'failed', outcome).catch(() => {});
    } finally {
      await alive.end();
      await this.tell(job.id, job.principal);
    }
  }

  private async carryOut(job: JobRow): Promise<void> {
    const importer = this.importers.get(job.kind)!;
    const [{ file: kept }] = await this.db.query(`select file from job where id = $1`, [job.id]);
    const file = { name: job.file_name, bytes: this.seal.open(kept), options: job.options };
    await this.progress(job, { phase: 'reading', done: 0, total: null });
    const reading = await importer.read(file).catch(asProblem);
    if (reading.content === null) {
      await this.finish(this.db.manager, job, 'rejected', {
        counts: {},
        problems: reading.problems,
      });
      return;
    }
    await this.progress(job, { phase: 'checking', done: 0, total: null });
    const outcome = await this.apply(job, importer, reading.content, reading.problems);
    if (outcome) {
      const status = outcome.problems.some(isError) ? 'rejected' : 'succeeded';
      await this.finish(this.db.manager, job, status, outcome);
    }
  }

  /** Null where the outcome was committed with the effect; else what was found before taking it back. */
  private async apply(job: JobRow, importer: Importer, content: unknown, found: RowProblem[]) {
    let result: Outcome = { counts: {}, problems: found };
    try {
      await this.db.transaction(async (tx) => {
        const tools = {
          jobId: job.id,
          dryRun: job.dry_run,
          progress: (done: number, total: number) =>
            void this.progress(job, { phase: 'applying', done, total }).catch(() => {}),
        };
        const file = { name: job.file_name, options: job.options };
        const outcome = await importer.apply(tx, content, file, tools);
        result = { ...outcome, problems: [...found, ...outcome.problems] };
        // Rules that wait for the end of a transaction speak up now, while the row can still be named.
        await tx.query('set constraints all immediate');
        if (job.dry_run || result.problems.some(isError)) throw new TakenBack();
        await this.finish(tx, job, 'succeeded', result);
      });
      return null;
    } catch (error) {
      if (error instanceof TakenBack) return result;
      const failure = problemOf(error, job.traceparent);
      if (failure.status >= 500) throw failure;
      const { type, title: _, status: __, ...members } = failure.body;
      return { ...result, problems: [...result.problems, rowProblem(type, members)] };
    }
  }

  private async progress(job: JobRow, progress: Job['progress']): Promise<void> {
    await this.db.query(`update job set progress = $2, beat_at = now() where id = $1`, [
      job.id,
      JSON.stringify(progress),
    ]);
    await this.tell(job.id, job.principal);
  }

  /** The end and what was found are seen together. */
  private finish(
    db: EntityManager,
    job: JobRow,
    status: Job['status'],
    { counts, problems, keep }: Outcome,
  ): Promise<void> {
    const errors = problems.filter(isError).length;
    return db.transaction(async (tx) => {
      await tx.query(
        `update job set status = $2, counts = $3, errors = $4, warnings = $5, finished_at = now(),
                progress = jsonb_build_object('phase', 'done', 'done', progress->'done',
                                              'total', progress->'total')
          where id = $1`,
        [job.id, status, JSON.stringify(counts), errors, problems.length - errors],
      );
      await tx.query(
        `insert into job_problem (job_id, seq, body)
         select $1, n, body from jsonb_array_elements($2) with ordinality as p(body, n)
         on conflict do nothing`,
        [job.id, JSON.stringify([...problems].sort(errorsFirst))],
      );
      await keep?.(tx);
      await publish(tx, this.ended, {
        jobId: job.id,
        kind: job.kind,
        dryRun: job.dry_run,
        status,
        fileName: job.file_name,
        sha256: job.sha256,
        size: job.size,
        counts,
        errors,
        warnings: problems.length - errors,
      });
    });
  }

  private async tell(id: string, principal: Principal): Promise<void> {
    const job = await findJob(this.db.manager, id).catch(() => null);
    if (job) this.live.tellJob(principal.accountId, job);
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.wakes.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, 2_000);
      this.wakes.add(wake);
    });
  }
}

function contextOf({ principal, traceparent }: JobRow): Context {
  return { principal, traceparent, deadline: Infinity };
}

const isError = (problem: RowProblem) => problem.severity === 'error';

function errorsFirst(a: RowProblem, b: RowProblem): number {
  return Number(isError(b)) - Number(isError(a));
}

function rowProblem(code: string, members: Record<string, unknown>): RowProblem {
  return { at: null, severity: 'error', ...members, code };
}

/** A file that cannot be read at all is its own finding, not a failure of the platform. */
function asProblem(error: unknown): { content: null; problems: RowProblem[] } {
  if (!(error instanceof Problem) || error.status >= 500) throw error;
  const { type, title: _, status: __, ...members } = error.body;
  return { content: null, problems: [rowProblem(type, members)] };
}
