import { jobTables } from '@antt/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  ...jobTables,
  // Where the sheet with the one-time passwords waits in the object store; the row goes with the taking.
  `create table hand_over (
    job_id text primary key,
    object text not null,
    name text not null,
    size bigint not null,
    constraint job_not_found foreign key (job_id) references job (id) on delete cascade
  )`,
];

export class Jobs2 implements MigrationInterface {
  name = 'Jobs1760000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Jobs are not taken back; restore a backup.');
  }
}
