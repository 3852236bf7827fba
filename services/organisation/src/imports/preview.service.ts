import { type getJobEffects, type previewJob, problem } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { JobService, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { OutlineFile } from './boundary-import.ts';
import { read } from './reading-worker.ts';

const previewSql = sql(import.meta.url, './boundary-preview.sql');

/** Outlines of a checked file over those that stand on its day, coarse enough to look at. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly db: EntityManager,
    private readonly jobs: JobService,
  ) {}

  async make({ id }: Input<typeof previewJob>): Promise<Output<typeof previewJob>> {
    const { kind, options } = await this.jobs.get({ id });
    if (kind !== 'boundaries' || !options.validFrom || !options.list) {
      throw problem('job-not-found', { id });
    }
    const { name, bytes } = await this.jobs.fileOf(id);
    const { content } = await read<OutlineFile>(kind, { name, bytes, options });
    const { rows = [], srid = null, proj4 = null } = content ?? {};
    const features = await this.db.query(previewSql, [
      JSON.stringify(rows.slice(0, 500)),
      options.validFrom,
      options.list,
      srid,
      proj4,
    ]);
    return { type: 'FeatureCollection', features };
  }

  /** What a file of old → new units would move; null where nothing was found out. */
  async effects({ id }: Input<typeof getJobEffects>): Promise<Output<typeof getJobEffects>> {
    await this.jobs.get({ id });
    const [row] = await this.db.query('select effects from job_effects where job_id = $1', [id]);
    if (!row?.effects) return { effects: null };
    const { touched = [], ...effects } = row.effects;
    return { effects, touched };
  }
}
