import type { organisationJobs, StoredFile } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { JobService } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';

/** The uploaded file with what was found beside each row, to be corrected and sent again. */
@Injectable()
export class ErrorWorkbookService {
  constructor(private readonly jobs: JobService) {}

  async make({ id }: Input<typeof organisationJobs.errors>): Promise<StoredFile> {
    const { name, bytes } = await this.jobs.fileOf(id);
    return this.jobs.offer(name, bytes);
  }
}
