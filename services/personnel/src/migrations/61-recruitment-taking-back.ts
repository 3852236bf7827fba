import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // An act that was recorded by mistake stands here as it stood there, with who took it back and why.
  `create table recruitment_taking_back (
    id uuid primary key,
    recruitment_id uuid not null,
    step text not null,
    done_on date not null,
    act jsonb not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    listed uuid[] not null,
    reason text not null,
    taken_back_by text not null,
    taken_back_at timestamptz not null default now(),
    constraint recruitment_not_found foreign key (recruitment_id) references recruitment (id)
  )`,
  `create index recruitment_taking_back_of on recruitment_taking_back (recruitment_id)`,
];

export class RecruitmentTakingBack61 implements MigrationInterface {
  name = 'RecruitmentTakingBack1770000000061';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was taken back is kept; restore a backup.');
  }
}
