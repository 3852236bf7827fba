import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A copy of personnel's postings: who serves is its matter, how many serve where stands beside what was decided. */
const statements = [
  `create table serving (
    id uuid primary key,
    team_id uuid not null,
    position text not null,
    valid_from date not null,
    valid_to date,
    version bigint not null,
    gone boolean not null
  )`,
  `create index serving_team on serving (team_id, valid_from) where not gone`,
  // Null and not 0 while personnel has told of nobody: nothing is known of who serves.
  `create function members_serving(day date) returns table (team_id uuid, members int)
   language sql stable parallel safe as $$
     select team_id, count(*)::int from serving
      where not gone and valid_from <= day and (valid_to is null or day < valid_to)
      group by team_id
   $$`,
];

export class Serving51 implements MigrationInterface {
  name = 'Serving1760000000051';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Who serves is told from here on; restore a backup.');
  }
}
