import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Equal for equal account numbers, and tells nothing else: whether two people are paid to one account. */
export class AccountIndex80 implements MigrationInterface {
  name = 'AccountIndex1770000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person_detail add number_index bytea`);
    await runner.query(
      `create index person_detail_account on person_detail (number_index)
        where kind = 'bank-account' and withdrawn_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person_detail drop number_index');
  }
}
