import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every run asks what began or ended within its month, and of most rows neither did. */
const statements = [
  `create index person_detail_begins on person_detail (valid_from)
     where kind in ('insurance', 'other-title') and withdrawn_at is null`,
  ...['person_detail', 'absence', 'team_village', 'unit_version', 'unit_tag'].map(
    (table) => `create index ${table}_ends on ${table} (valid_to) where valid_to is not null`,
  ),
];

/** Days on which something changes that money depends on, found without reading everybody. */
export class ChangeDay99 implements MigrationInterface {
  name = 'ChangeDay1770000000099';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index person_detail_begins');
    for (const table of ['person_detail', 'absence', 'team_village', 'unit_version', 'unit_tag']) {
      await runner.query(`drop index ${table}_ends`);
    }
  }
}
