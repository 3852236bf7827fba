import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table person_file (
    id uuid primary key,
    person_id uuid not null,
    kind text not null constraint person_file_kind_is_known check
      (kind in ('portrait', 'decision', 'certificate', 'other')),
    name bytea not null,
    type text not null,
    size int not null,
    sha256 text not null,
    kept_by text not null,
    kept_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    constraint person_not_found foreign key (person_id) references person (id)
  )`,
  `create index person_file_person on person_file (person_id, kept_at desc)`,
  // Apart from what is known of them, so that no list reads them.
  `create table file_content (
    file_id uuid primary key,
    bytes bytea not null,
    constraint person_file_not_found foreign key (file_id) references person_file (id) on delete cascade
  )`,
  // What is sealed cannot be packed.
  `alter table file_content alter column bytes set storage external`,
];

export class PersonFile60 implements MigrationInterface {
  name = 'PersonFile1770000000060';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Files of people are not taken back; restore a backup.');
  }
}
