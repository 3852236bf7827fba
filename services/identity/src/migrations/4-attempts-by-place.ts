import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // Wrong passwords are counted for a username at each place they are tried from, and (place empty) for all the
  // places together from which nobody has signed in to it. Places are hashes: no list of who tried from where.
  `alter table sign_in_attempt
     add column place bytea not null default '',
     drop constraint sign_in_attempt_pkey,
     add primary key (key, place)`,
];

export class AttemptsByPlace4 implements MigrationInterface {
  name = 'AttemptsByPlace1760000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Locks are not counted by username alone again; restore a backup.');
  }
}
