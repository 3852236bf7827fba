import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How pay reaches a person is recorded of them, with days. */
export class PayChannel75 implements MigrationInterface {
  name = 'PayChannel1770000000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person_detail drop constraint detail_kind_is_known');
    await runner.query(
      `alter table person_detail add constraint detail_kind_is_known check
         (kind in ('residence', 'insurance', 'bank-account', 'service', 'kin', 'other-title', 'pay-channel'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from person_detail where kind = 'pay-channel'`);
  }
}
