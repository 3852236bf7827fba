import type { MigrationInterface, QueryRunner } from 'typeorm';

const families = ['village', 'commune'];

/** Classes I to III have one code at every level: criteria speak of a unit's class, whatever its level. */
export class TagClass17 implements MigrationInterface {
  name = 'TagClass1760000000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const level of families) {
      await runner.query(`update unit_tag set tag = 'class-' || right(tag, 1) where tag like $1`, [
        `${level}-class-_`,
      ]);
      await runner.query(`delete from tag where family = $1`, [`${level}-class`]);
    }
    await runner.query(
      `insert into tag (code, name, name_en, levels, family)
       select 'class-' || n, 'Loại ' || roman, 'Class ' || roman, '{commune,village}', 'class'
         from (values (1, 'I'), (2, 'II'), (3, 'III')) as c(n, roman)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Classes keep their code; restore a backup.');
  }
}
