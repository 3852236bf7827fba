import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The papers of a proposal are kept files like all others. */
export class ProposalFiles21 implements MigrationInterface {
  name = 'ProposalFiles1760000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table proposal drop column file_id`);
  }

  async down(): Promise<void> {
    throw new Error('Issued decisions are not taken back; restore a backup.');
  }
}
