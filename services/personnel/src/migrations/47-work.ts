import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table age_review (
    id uuid primary key,
    person_id uuid not null,
    reviewed_on date not null,
    outcome text not null constraint outcome_is_known check (outcome in ('continues', 'to-cease')),
    basis bytea not null,
    constraint person_not_found foreign key (person_id) references person (id)
  )`,
  `create index cessation_proposed on cessation (proposed_on) where state = 'proposed'`,
  `create index age_review_person on age_review (person_id, reviewed_on)`,
  // What the nearest unit above has set, null where none has.
  `create function parameter_on(asked text, unit uuid, day date) returns jsonb
   language sql stable parallel safe as $$
     select s.value from unit_above(unit, day) a
       join setting s on s.unit_id = a.id and s.code = asked
        and s.valid_from <= day and (s.valid_to is null or day < s.valid_to)
      order by a.steps limit 1
   $$`,
];

export class Work47 implements MigrationInterface {
  name = 'Work1770000000047';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function parameter_on');
    await runner.query('drop table age_review');
  }
}
