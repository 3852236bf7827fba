import { jobFileTables } from '@antt/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobFiles5 implements MigrationInterface {
  name = 'JobFiles1760000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of jobFileTables) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Files are not kept for ever again; restore a backup.');
  }
}
