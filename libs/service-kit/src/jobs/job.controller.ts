import type { JobMessages } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Controller, Inject, type Type } from '@nestjs/common';
import { Handles } from '../handles.ts';
import { ErrorWorkbookService } from './error-workbook.service.ts';
import { JobService } from './job.service.ts';

/** Answers what every service with jobs is asked about them. */
export function jobController(messages: JobMessages): Type {
  @Controller()
  class JobController {
    private readonly jobs: JobService;
    private readonly workbooks: ErrorWorkbookService;

    constructor(
      @Inject(JobService) jobs: JobService,
      @Inject(ErrorWorkbookService) workbooks: ErrorWorkbookService,
    ) {
      this.jobs = jobs;
      this.workbooks = workbooks;
    }

    @Handles(messages.start)
    start(command: Input<JobMessages['start']>) {
      return this.jobs.start(command);
    }

    @Handles(messages.apply)
    apply(command: Input<JobMessages['apply']>) {
      return this.jobs.apply(command);
    }

    @Handles(messages.get)
    get(question: Input<JobMessages['get']>) {
      return this.jobs.get(question);
    }

    @Handles(messages.list)
    list(question: Input<JobMessages['list']>) {
      return this.jobs.list(question);
    }

    @Handles(messages.errors)
    errors(question: Input<JobMessages['errors']>) {
      return this.workbooks.make(question);
    }
  }
  return JobController;
}
