import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // What areas changed because units were reorganised: the way back where the act is undone.
  `create table area_follow (
    reorganisation_id uuid not null,
    area_id uuid not null,
    unit_id uuid not null,
    begun boolean not null,
    was_valid_to date,
    primary key (reorganisation_id, area_id, unit_id, begun),
    constraint area_not_found foreign key (area_id) references area (id)
  )`,
];

export class AreaFollow5 implements MigrationInterface {
  name = 'AreaFollow1760000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What areas followed is not forgotten; restore a backup.');
  }
}
