import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a commune may have above its quota on a day: what a roadmap grants it (law BR-10), and teams that share a
 * village and wait for consolidation until the province's term is over (law BR-85).
 */
const statement = `create function lawful_surplus(commune uuid, day date) returns int
   language sql stable parallel safe as $$
     select (select coalesce(sum(t.teams), 0)::int from transition t
              where t.unit_id = commune and t.valid_from <= day and day < t.valid_to)
          + case when coalesce(consolidation_term_of(commune, day), day) >= day
              then (select (count(distinct w.team_id) - count(distinct w.group_id))::int
                      from waiting_teams(array[commune], day) w)
              else 0 end
   $$`;

export class LawfulSurplus42 implements MigrationInterface {
  name = 'LawfulSurplus1760000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function lawful_surplus(uuid, date)`);
  }
}
