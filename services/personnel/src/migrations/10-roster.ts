import { jobFileTables, jobTables } from '@antt/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  ...jobTables,
  ...jobFileTables,
  // What a roster says of a person that no table holds, in the words of the file.
  `create table roster_remark (
    person_id uuid not null,
    heading text not null constraint remark_heading_is_known check (heading in
      ('former-force', 'former-from', 'former-to', 'former-settlement', 'certificate', 'yearly-grade',
       'insurance')),
    value text not null,
    primary key (person_id, heading),
    constraint person_not_found foreign key (person_id) references person (id)
  )`,
  // A roster of 20,000 rows asks for the quotas of all its communes at once.
  `create index posting_team_days on posting using gist (team_id, daterange(valid_from, valid_to))`,
];

/** Rosters come in as files, and leave what has no table yet beside the person. */
export class Roster10 implements MigrationInterface {
  name = 'Roster1770000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index posting_team_days');
    await runner.query('drop table roster_remark, job_problem, job');
  }
}
