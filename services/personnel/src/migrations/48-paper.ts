import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table paper_template (
    id uuid primary key,
    kind text not null,
    unit_id uuid not null,
    source text not null,
    name text not null,
    size int not null,
    content bytea not null,
    valid_from date not null,
    valid_to date,
    constraint paper_template_ends_after_it_begins check (valid_to is null or valid_to > valid_from),
    constraint one_paper_template_at_a_time exclude using gist (
      unit_id with =, kind with =, daterange(valid_from, valid_to) with &&)
  )`,
];

export class Paper48 implements MigrationInterface {
  name = 'Paper1770000000048';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paper_template');
  }
}
