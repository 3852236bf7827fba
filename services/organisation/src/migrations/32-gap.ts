import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = `('villages-uncovered', 'teams-short', 'teams-over', 'workplace-missing', 'quota-missing')`;
const law = 'Luật số 30/2023/QH15';

/** Who answers for a gap, and who has taken one in hand. */
const statements = [
  `create table gap_owner (
    kind text not null constraint gap_kind_is_known check (kind in ${kinds}),
    level text not null constraint gap_owner_level_is_known check (level in ('province', 'commune')),
    role text not null,
    source text not null default '',
    valid_from date not null,
    valid_to date,
    primary key (kind, valid_from),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint gap_has_one_owner_a_day
      exclude using gist (kind with =, daterange(valid_from, valid_to) with &&)
  )`,
  // numbers are the province's, teams and where they work the commune's
  `insert into gap_owner (kind, level, role, source, valid_from) values
    ('quota-missing', 'province', 'provincial-administrator', 'Điều 14 khoản 4 ${law}', '1900-01-01'),
    ('teams-over', 'province', 'provincial-administrator', 'Điều 14 khoản 4 ${law}', '1900-01-01'),
    ('teams-short', 'commune', 'commune-officer', 'Điều 14 khoản 5 ${law}', '1900-01-01'),
    ('villages-uncovered', 'commune', 'commune-officer', 'Điều 14 khoản 2 ${law}', '1900-01-01'),
    ('workplace-missing', 'commune', 'commune-officer', '', '1900-01-01')`,
  `create table gap_assignment (
    id uuid primary key,
    unit_id uuid not null,
    kind text not null constraint gap_kind_is_known check (kind in ${kinds}),
    assignee text not null,
    due_on date,
    note text not null default '',
    valid_from date not null,
    valid_to date,
    constraint unit_not_found foreign key (unit_id) references unit (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint gap_has_one_assignment_a_day
      exclude using gist (unit_id with =, kind with =, daterange(valid_from, valid_to) with &&)
  )`,
];

export class Gap32 implements MigrationInterface {
  name = 'Gap1760000000032';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Who took what in hand is not taken back; restore a backup.');
  }
}
