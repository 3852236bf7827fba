import { organisationJobs, previewJob } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles, JobService } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ErrorWorkbookService } from './error-workbook.service.ts';
import { PreviewService } from './preview.service.ts';

@Controller()
export class JobController {
  constructor(
    private readonly jobs: JobService,
    private readonly workbooks: ErrorWorkbookService,
    private readonly previews: PreviewService,
  ) {}

  @Handles(organisationJobs.start)
  start(command: Input<typeof organisationJobs.start>) {
    return this.jobs.start(command);
  }

  @Handles(organisationJobs.get)
  get(question: Input<typeof organisationJobs.get>) {
    return this.jobs.get(question);
  }

  @Handles(organisationJobs.list)
  list() {
    return this.jobs.list();
  }

  @Handles(organisationJobs.errors)
  errors(question: Input<typeof organisationJobs.errors>) {
    return this.workbooks.make(question);
  }

  @Handles(previewJob)
  preview(question: Input<typeof previewJob>) {
    return this.previews.make(question);
  }
}
