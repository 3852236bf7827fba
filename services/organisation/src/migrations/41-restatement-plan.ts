import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many steps an act has is not known before it is read: taken for few, ten thousand of them would each be
 * compared with each other.
 */
const functions = [
  'unit_restatement(date, date, text)',
  'restated_number(date, date, text[], text)',
];
const settings = ['enable_nestloop', 'jit'];

export class RestatementPlan41 implements MigrationInterface {
  name = 'RestatementPlan1760000000041';

  async up(runner: QueryRunner): Promise<void> {
    for (const one of functions) {
      for (const setting of settings) {
        await runner.query(`alter function ${one} set ${setting} = off`);
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const one of functions) await runner.query(`alter function ${one} reset all`);
  }
}
