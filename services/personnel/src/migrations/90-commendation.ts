import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = (kinds: string) =>
  `alter table person_detail add constraint detail_kind_is_known check (kind in (${kinds}))`;
const before = `'residence', 'insurance', 'bank-account', 'service', 'kin', 'other-title', 'pay-channel'`;

/** Commendations that were earned before the platform keeps awards itself. */
export class Commendation90 implements MigrationInterface {
  name = 'Commendation1770000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person_detail drop constraint detail_kind_is_known');
    await runner.query(known(`${before}, 'commendation'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from person_detail where kind = 'commendation'`);
    await runner.query('alter table person_detail drop constraint detail_kind_is_known');
    await runner.query(known(before));
  }
}
