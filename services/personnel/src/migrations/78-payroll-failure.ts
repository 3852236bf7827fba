import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a run was not calculated is a code with what it is about, not the words of the database. */
export class PayrollFailure78 implements MigrationInterface {
  name = 'PayrollFailure1770000000078';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table payroll alter failure type jsonb using case when failure is not null then
         jsonb_build_object('code', 'failed', 'lines', '[]'::jsonb, 'detail', failure) end`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table payroll alter failure type text using failure ->> 'detail'`);
  }
}
