import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same rule with the village leading its index. The planner may take this index for "the teams of a
 * village" as well; led by the team it is then read as a whole for each village.
 */
const statements = [
  `alter table team_village
     drop constraint team_holds_a_village_once_a_day,
     add constraint team_holds_a_village_once_a_day
       exclude using gist (village_id with =, team_id with =,
         daterange(valid_from, valid_to) with &&)`,
];

export class VillageFirst3 implements MigrationInterface {
  name = 'VillageFirst1760000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The order of an index is not taken back; restore a backup.');
  }
}
