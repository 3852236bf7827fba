import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // It refers to nobody: it outlives the record.
  `create table removal (
    id uuid primary key,
    person_id uuid not null,
    commune_id uuid not null,
    reason text not null,
    evidence text not null,
    requested_by text not null,
    requester_id uuid not null,
    requested_at timestamptz not null default now(),
    outcome text constraint outcome_is_known check (outcome in ('approved', 'refused')),
    decided_by text,
    decider_id uuid,
    decided_at timestamptz,
    note text not null default '',
    constraint removal_is_decided_by_another check (decider_id <> requester_id)
  )`,
  `create unique index person_has_one_open_removal on removal (person_id) where outcome is null`,
  `create index removal_commune on removal (commune_id)`,
];

export class Removal46 implements MigrationInterface {
  name = 'Removal1770000000046';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Removals are not taken back; restore a backup.');
  }
}
