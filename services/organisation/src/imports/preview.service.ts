import { type previewJob, problem } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** Outlines of a checked file over the standing ones. */
@Injectable()
export class PreviewService {
  constructor(private readonly db: EntityManager) {}

  async make({ id }: Input<typeof previewJob>): Promise<Output<typeof previewJob>> {
    const [row] = await this.db.query(`select 1 from job where id = $1`, [id]);
    if (!row) throw problem('job-not-found', { id });
    return { type: 'FeatureCollection', features: [] };
  }
}
