import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which account wrote each value of a draft as it stands: another one compares it with the instrument. */
export class PolicyWriter97 implements MigrationInterface {
  name = 'PolicyWriter1770000000097';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table policy add written jsonb not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table policy drop written');
  }
}
