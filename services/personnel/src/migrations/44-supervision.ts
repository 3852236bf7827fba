import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table supervision (
    id uuid primary key,
    person_id uuid not null,
    commune_id uuid not null,
    supervised_name bytea not null,
    case_id uuid not null,
    follows_id uuid,
    received_on date not null,
    proposed_on date not null,
    decision_id uuid not null,
    valid_from date not null,
    valid_to date,
    constraint person_not_found foreign key (person_id) references person (id),
    constraint decision_not_found foreign key (decision_id) references decision (id),
    constraint supervision_not_found foreign key (follows_id) references supervision (id),
    constraint supervision_ends_after_it_began check (valid_to > valid_from),
    constraint supervision_is_proposed_after_reception check (proposed_on >= received_on),
    constraint supervised_have_one_member_a_day
      exclude using gist (case_id with =, daterange(valid_from, valid_to) with &&)
  )`,
  `create index supervision_commune on supervision (commune_id, valid_from)`,
  `create index supervision_person on supervision (person_id)`,
  `create table supervision_report (
    supervision_id uuid not null,
    quarter text not null,
    reported_on date not null,
    primary key (supervision_id, quarter),
    constraint supervision_not_found foreign key (supervision_id) references supervision (id)
  )`,
];

export class Supervision44 implements MigrationInterface {
  name = 'Supervision1770000000044';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Supervisions are not taken back; restore a backup.');
  }
}
