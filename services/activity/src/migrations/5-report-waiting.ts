import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReportWaiting5 implements MigrationInterface {
  name = 'ReportWaiting1770000000005';

  /** Of many years of reports few wait for anybody. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index report_waiting on report (state, period_id)
        where state in ('submitted', 'returned', 'verified')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index report_waiting');
  }
}
