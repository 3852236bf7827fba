import { identityJobs, takeHandOver } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles, JobService } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ErrorWorkbookService } from './error-workbook.service.ts';
import { HandOverService } from './hand-over.service.ts';

@Controller()
export class JobController {
  constructor(
    private readonly jobs: JobService,
    private readonly workbooks: ErrorWorkbookService,
    private readonly handOvers: HandOverService,
  ) {}

  @Handles(identityJobs.start)
  start(command: Input<typeof identityJobs.start>) {
    return this.jobs.start(command);
  }

  @Handles(identityJobs.get)
  get(question: Input<typeof identityJobs.get>) {
    return this.jobs.get(question);
  }

  @Handles(identityJobs.list)
  list() {
    return this.jobs.list();
  }

  @Handles(identityJobs.errors)
  errors(question: Input<typeof identityJobs.errors>) {
    return this.workbooks.make(question);
  }

  @Handles(takeHandOver)
  takeHandOver(command: Input<typeof takeHandOver>) {
    return this.handOvers.take(command);
  }
}
