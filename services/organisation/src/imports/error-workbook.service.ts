import { type organisationJobs, problem, type StoredFile } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { currentContext, JobService } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { inThread } from './thread.ts';
import { writeErrors } from './write-errors.ts';

/** Leaves time, before nobody waits any more, to name the problems at least. */
const patience = 20_000;
/** Of a file that cannot be shown again this many problems are named without it. */
const named = 10_000;

type FileOfJob = Awaited<ReturnType<JobService['fileOf']>>;

/** The uploaded file with what was found beside each row, to be corrected and sent again. */
@Injectable()
export class ErrorWorkbookService {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly jobs: JobService) {}

  async make({ id }: Input<typeof organisationJobs.errors>): Promise<StoredFile> {
    const file = await this.jobs.fileOf(id);
    if (file.problems.length === 0) throw problem('job-has-no-errors', { id });
    const workbook = await this.inTurn(() => this.write(file));
    return this.jobs.offer(`${file.name.replace(/\.\w+$/, '')}-loi.xlsx`, workbook);
  }

  private async write({ kind, bytes, problems }: FileOfJob): Promise<Uint8Array> {
    if (kind === 'boundaries') return writeErrors([], problems);
    const sent = { kind, bytes, problems };
    const outcome = await inThread<Uint8Array>('error-workbook-thread', sent, patience);
    if ('result' in outcome) return outcome.result;
    return writeErrors([], problems.slice(0, named));
  }

  // A file may take all the memory that one thread is given: several at once would take the machine's.
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const { deadline } = currentContext();
    const mine = this.last.then(() => {
      if (Date.now() + patience > deadline) throw problem('try-again');
      return work();
    });
    this.last = mine.catch(() => {});
    return mine;
  }
}
