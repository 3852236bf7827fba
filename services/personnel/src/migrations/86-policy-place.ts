import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // Where a policy for those units pays on any day from the first to before the next: all that lies below them then, and
  // teams with villages of a unit that had ended by then, wherever those lie now.
  `create function policy_place(roots uuid[], first date, next date) returns table (unit_id uuid, team_id uuid)
   language sql stable parallel safe as $$
     select id, null::uuid from policy_reach(roots, first, next)
     union all
     select distinct null::uuid, v.team_id from policy_former(roots, first) f join team_village v on v.village_id = f.id
   $$`,
  // The teams that it pays.
  `create or replace function policy_team(roots uuid[], first date, next date) returns table (id uuid)
   language sql stable parallel safe as $$
     with place as materialized (select * from policy_place(roots, first, next))
     select c.team_id from team_commune c
      where c.valid_from < next and (c.valid_to is null or c.valid_to > first)
        and (roots = '{}' or c.commune_id in (select unit_id from place))
     union
     select team_id from place where team_id is not null
   $$`,
];

/** Where a policy pays is said once. */
export class PolicyPlace86 implements MigrationInterface {
  name = 'PolicyPlace1770000000086';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What is paid rests on it; restore a backup.');
  }
}
