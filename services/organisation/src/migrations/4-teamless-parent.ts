import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Law 30/2023/QH15 Art. 14.2 (law BR-12), as before, but a unit without teams is passed over at once:
 * planning the question anew for each row was nearly all the time of an import of ten thousand communes.
 */
const statements = [
  `create or replace function check_teams_of_parent() returns trigger language plpgsql as $$
   declare
     teams uuid[] := (select array_agg(distinct team_id) from team_village
                       where village_id = new.unit_id);
   begin
     if teams is not null then
       perform team_covers_one_commune(teams);
     end if;
     return null;
   end $$`,
];

export class TeamlessParent4 implements MigrationInterface {
  name = 'TeamlessParent1760000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The rules are not taken back; restore a backup.');
  }
}
