import { handOverTaken, problem, type StoredFile, type takeHandOver } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { JobService, publish } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** Gives out the sheet of an import to who made it, once; whoever loses it resets the passwords. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly db: EntityManager,
    private readonly jobs: JobService,
  ) {}

  async take({ jobId }: Input<typeof takeHandOver>): Promise<StoredFile> {
    await this.jobs.get({ id: jobId });
    return this.db.transaction(async (tx) => {
      const [[file]] = await tx.query(
        `delete from hand_over where job_id = $1 returning object, name, size`,
        [jobId],
      );
      if (!file) throw problem('no-such-file', { jobId });
      await publish(tx, handOverTaken, { jobId });
      return file;
    });
  }
}
