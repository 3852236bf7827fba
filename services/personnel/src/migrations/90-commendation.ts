import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `'residence', 'insurance', 'bank-account', 'service', 'kin', 'other-title', 'pay-channel'`;
/** Of which kinds there are, and of which somebody may have several on a day. */
const said = (kinds: string, several: string) => [
  'alter table person_detail drop constraint detail_kind_is_known, drop constraint detail_has_a_slot',
  `alter table person_detail add constraint detail_kind_is_known check (kind in (${kinds})),
     add constraint detail_has_a_slot check ((kind in (${several})) = (slot is null))`,
];

/** Commendations that were earned before the platform keeps awards itself. */
export class Commendation90 implements MigrationInterface {
  name = 'Commendation1770000000090';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of said(`${before}, 'commendation'`, `'kin', 'commendation'`))
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from person_detail where kind = 'commendation'`);
    for (const statement of said(before, `'kin'`)) await runner.query(statement);
  }
}
