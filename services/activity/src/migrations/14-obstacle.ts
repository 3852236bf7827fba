import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // Raised with the report of a sender in a period; open until somebody says how it was solved.
  `create table obstacle (
    id uuid primary key,
    period_id uuid not null,
    sender text not null,
    sender_id uuid not null,
    -- what it counts under in the tree of the period: a team's commune, a unit itself
    unit_id uuid not null,
    text text not null,
    raised_at timestamptz not null default clock_timestamp(),
    raised_by_name text not null,
    answer text,
    solved_at timestamptz,
    solved_by_name text,
    constraint reporting_period_not_found foreign key (period_id) references reporting_period (id),
    constraint obstacle_is_solved_with_an_answer check ((answer is null) = (solved_at is null))
  )`,
  `create index obstacle_of_report on obstacle (period_id, sender_id, raised_at)`,
  `create index open_obstacle on obstacle (unit_id) where solved_at is null`,
];

export class Obstacle14 implements MigrationInterface {
  name = 'Obstacle1770000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was raised is not dropped; restore a backup.');
  }
}
