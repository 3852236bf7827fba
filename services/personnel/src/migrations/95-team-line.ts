import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a team was paid for a month is found by the team, as what somebody was paid is found by the person. */
export class TeamLine95 implements MigrationInterface {
  name = 'TeamLine1770000000095';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index payroll_line_team on payroll_line (team_id, month) where person_id is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index payroll_line_team');
  }
}
