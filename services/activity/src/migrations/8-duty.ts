import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approved duty as personnel tells of it: ids, kind and moments, nothing personal. */
const statements = [
  `create table duty (
    id uuid primary key,
    person_id uuid not null,
    team_id uuid not null,
    kind text not null,
    with_police boolean not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    version bigint not null,
    gone boolean not null
  )`,
  `create index duty_team on duty (team_id, starts_at) where not gone`,

  // What teams were on duty for, once however many served: shifts of a team of one kind and the same moments are
  // one duty. It is of the day in Viet Nam on which it begins. Days are both included.
  `create function team_duty(teams uuid[], first_day date, last_day date)
   returns table (team_id uuid, kind text, starts_at timestamptz, ends_at timestamptz, with_police boolean,
                  people int, minutes int)
   language sql stable parallel safe as $$
     select d.team_id, d.kind, d.starts_at, d.ends_at, bool_or(d.with_police), count(distinct d.person_id)::int,
            (extract(epoch from d.ends_at - d.starts_at) / 60)::int
       from duty d
      where not d.gone and d.team_id = any (teams)
        and d.starts_at >= (first_day::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and d.starts_at < ((last_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
      group by d.team_id, d.kind, d.starts_at, d.ends_at
   $$`,
];

export class Duty8 implements MigrationInterface {
  name = 'Duty1770000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function team_duty');
    await runner.query('drop table duty');
  }
}
