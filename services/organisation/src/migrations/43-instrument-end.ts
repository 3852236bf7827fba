import type { MigrationInterface, QueryRunner } from 'typeorm';

const [unit, instrument] = [
  'unit_valid_to_follows_valid_from',
  'instrument_effective_to_follows_effective_from',
];
const rename = (from: string, to: string) =>
  `alter table instrument rename constraint ${from} to ${to}`;

/** What a document's days say wrongly is told of the document, not of a unit. */
export class InstrumentEnd43 implements MigrationInterface {
  name = 'InstrumentEnd1760000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rename(unit!, instrument!));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rename(instrument!, unit!));
  }
}
