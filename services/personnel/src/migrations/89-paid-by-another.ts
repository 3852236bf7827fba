import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which account said by hand what came of a payment, and which one released held pay: another one issues it anew. */
export class PaidByAnother89 implements MigrationInterface {
  name = 'PaidByAnother1770000000089';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payment add settled_account uuid');
    await runner.query('alter table payroll_hold add released_account uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payroll_hold drop released_account');
    await runner.query('alter table payment drop settled_account');
  }
}
