import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Postings as personnel tells of them: ids and days, nothing personal. */
const statements = [
  `create table posting (
    id uuid primary key,
    person_id uuid not null,
    team_id uuid not null,
    position text not null,
    valid_from date not null,
    valid_to date,
    version bigint not null,
    gone boolean not null
  )`,
  `create index posting_team on posting (team_id, valid_from) where not gone`,
  `create index posting_person on posting (person_id, valid_from) where not gone`,

  // Who served in teams within days (both included), in which position, from and to when of those days, how long.
  `create function team_service(teams uuid[], first_day date, last_day date)
   returns table (team_id uuid, person_id uuid, "position" text, from_on date, to_on date, days int)
   language sql stable parallel safe as $$
     select p.team_id, p.person_id, p.position, served.from_on, served.to_on,
            served.to_on - served.from_on + 1
       from posting p
      cross join lateral (select greatest(p.valid_from, first_day) as from_on,
                                 least(p.valid_to - 1, last_day) as to_on) served
      where not p.gone and p.team_id = any (teams) and served.from_on <= served.to_on
   $$`,
  // law BR-15: one a day, or none.
  `create function team_leader(team uuid, day date) returns uuid
   language sql stable parallel safe as $$
     select person_id from posting
      where not gone and team_id = team and position = 'leader'
        and valid_from <= day and (valid_to is null or day < valid_to)
   $$`,
];

export class Posting7 implements MigrationInterface {
  name = 'Posting1770000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function team_leader, team_service');
    await runner.query('drop table posting');
  }
}
