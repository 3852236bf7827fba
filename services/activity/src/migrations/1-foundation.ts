import { copyTables, messagingTables } from '@antt/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [...messagingTables, ...copyTables];

export class Foundation1 implements MigrationInterface {
  name = 'Foundation1770000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The foundation is not taken back; restore a backup.');
  }
}
