import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks that resolutions about money ask for (policy shapes 29 and 47). */
const statement = `insert into tag (code, name, name_en, levels, family) values
  ('wage-region-1', 'Vùng lương I', 'Wage region I', '{commune}', 'wage-region'),
  ('wage-region-2', 'Vùng lương II', 'Wage region II', '{commune}', 'wage-region'),
  ('wage-region-3', 'Vùng lương III', 'Wage region III', '{commune}', 'wage-region'),
  ('wage-region-4', 'Vùng lương IV', 'Wage region IV', '{commune}', 'wage-region'),
  ('key-defence', 'Trọng điểm về quốc phòng', 'Key for defence', '{commune}', null)
  on conflict (code) do nothing`;

export class PayTag70 implements MigrationInterface {
  name = 'PayTag1760000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Units may bear these tags; restore a backup.');
  }
}
