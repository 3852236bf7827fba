import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that stay, with what they belong to. The bytes lie apart, so that no list reads them. */
const statements = [
  `create table file (
    id uuid primary key,
    noun text not null,
    name text not null,
    type text not null,
    size int not null,
    sha256 text not null,
    account_id uuid not null,
    kept_at timestamptz not null default now()
  )`,
  `create table file_content (
    file_id uuid primary key,
    bytes bytea not null,
    constraint file_not_found foreign key (file_id) references file (id) on delete cascade
  )`,
  // scans and photos are packed already
  `alter table file_content alter column bytes set storage external`,
  // what was taken off a record stays with its day: a record's papers are part of its history
  `create table file_link (
    file_id uuid not null,
    noun text not null,
    noun_id uuid not null,
    attached_at timestamptz not null default now(),
    detached_at timestamptz,
    primary key (file_id, noun, noun_id),
    constraint file_not_found foreign key (file_id) references file (id)
  )`,
  `create index file_link_noun on file_link (noun, noun_id) where detached_at is null`,
  `create index file_kept on file (kept_at)`,
];

export class Files10 implements MigrationInterface {
  name = 'Files1760000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Kept files are not taken back; restore a backup.');
  }
}
