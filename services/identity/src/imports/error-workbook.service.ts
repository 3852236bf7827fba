import { type identityJobs, problem, type RowProblem, type StoredFile } from '@antt/contracts';
import { rowProblemText } from '@antt/contracts/text/row-problem.vi';
import type { Input } from '@antt/kernel';
import { errorWorkbook, readWorkbook } from '@antt/reading';
import { JobService } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { IntlMessageFormat } from 'intl-messageformat';

const texts: Record<string, string> = rowProblemText;

/** The uploaded list with what was found beside each row, to be corrected and sent again. */
@Injectable()
export class ErrorWorkbookService {
  constructor(private readonly jobs: JobService) {}

  async make({ id }: Input<typeof identityJobs.errors>): Promise<StoredFile> {
    const { name, bytes, problems } = await this.jobs.fileOf(id);
    if (problems.length === 0) throw problem('job-has-no-errors', { id });
    const { sheets } = await readWorkbook(bytes, 'list');
    const workbook = await errorWorkbook(sheets, problems, {
      heading: 'Lỗi',
      general: 'Lỗi chung',
      textOf,
    });
    return this.jobs.offer(`${name.replace(/\.\w+$/, '')}-loi.xlsx`, workbook);
  }
}

function textOf({ code, severity: _, at: __, candidates: ___, ...members }: RowProblem): string {
  const text = texts[code];
  if (!text) return code;
  return String(new IntlMessageFormat(text, 'vi').format(members as Record<string, string>));
}
