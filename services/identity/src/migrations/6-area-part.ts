import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // What an act made partly of an area: nobody's to assume, so it waits for somebody to decide.
  `create table area_part (
    id uuid primary key,
    reorganisation_id uuid not null,
    area_id uuid not null,
    unit_id uuid not null,
    valid_from date not null,
    decision text,
    constraint area_not_found foreign key (area_id) references area (id),
    constraint area_part_is_known_once unique (reorganisation_id, area_id, unit_id),
    constraint area_part_is_taken_or_left check (decision in ('take', 'leave'))
  )`,
];

export class AreaPart6 implements MigrationInterface {
  name = 'AreaPart1760000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was decided about areas is not forgotten; restore a backup.');
  }
}
