import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table editing_closure (
    commune_id uuid primary key,
    reason text not null,
    closed_by text not null,
    closed_at timestamptz not null default now()
  )`,
  `create table editing_window (
    id uuid primary key,
    commune_id uuid not null,
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    reason text not null,
    opened_by text not null,
    constraint editing_window_closes_after_it_opened check (closes_at > opens_at)
  )`,
  `create index editing_window_commune on editing_window (commune_id, closes_at)`,
];

export class Editing45 implements MigrationInterface {
  name = 'Editing1770000000045';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Closures of editing are not taken back; restore a backup.');
  }
}
