import { type Job, problem, type RowProblem, type StoredFile } from '@antt/contracts';
import { currentContext } from '../context.ts';
import type { JobService } from './job.service.ts';

/** Writes a file with what was found beside each row; given by the service, which can read its files. */
export type WriteErrors = (
  file: { kind: Job['kind']; bytes: Uint8Array; problems: RowProblem[] },
  deadline: number,
) => Promise<Uint8Array>;

/** The uploaded file with what was found beside each row, to be corrected and sent again. */
export class ErrorWorkbookService {
  private readonly jobs: JobService;
  private readonly write: WriteErrors;

  constructor(jobs: JobService, write: WriteErrors) {
    this.jobs = jobs;
    this.write = write;
  }

  async make({ id }: { id: string }): Promise<StoredFile> {
    const file = await this.jobs.fileOf(id);
    if (file.problems.length === 0) throw problem('job-has-no-errors', { id });
    const workbook = await this.write(file, currentContext().deadline);
    return this.jobs.offer(`${file.name.replace(/\.\w+$/, '')}-loi.xlsx`, workbook);
  }
}
