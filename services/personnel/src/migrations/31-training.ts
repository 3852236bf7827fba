import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table course (
    id uuid primary key,
    unit_id uuid not null,
    name text not null,
    kind text not null
      constraint course_kind_is_known check (kind in ('initial', 'refresher', 'drill', 'competition')),
    topics text[] not null,
    starts_on date not null,
    ends_on date not null,
    hours numeric(6, 1) not null,
    place text not null default '',
    organiser text not null default '',
    instrument text not null default '',
    constraint course_ends_after_it_began check (ends_on >= starts_on)
  )`,
  `create index course_order on course (starts_on desc)`,
  `create table attendance (
    course_id uuid not null,
    person_id uuid not null,
    hours numeric(6, 1) not null,
    result text not null constraint attendance_result_is_known
      check (result in ('unassessed', 'passed', 'failed', 'absent')),
    primary key (course_id, person_id),
    constraint course_not_found foreign key (course_id) references course (id),
    constraint person_not_found foreign key (person_id) references person (id)
  )`,
  `create index attendance_person on attendance (person_id)`,
  `create table training_day (
    course_id uuid not null,
    person_id uuid not null,
    day date not null,
    primary key (course_id, person_id, day),
    constraint attendance_not_found foreign key (course_id, person_id)
      references attendance (course_id, person_id)
  )`,
  `create index training_day_day on training_day (day)`,
  `create table certificate (
    id uuid primary key,
    course_id uuid not null,
    person_id uuid not null,
    number text not null,
    issued_on date not null,
    valid_to date,
    state text not null default 'in-use' constraint certificate_state_is_known
      check (state in ('in-use', 'replaced', 'withdrawn', 'lost')),
    state_on date,
    state_reason text not null default '',
    -- law BR-76
    constraint certificate_number_is_taken unique (number),
    constraint certificate_ends_after_it_began check (valid_to > issued_on),
    constraint certificate_state_follows_issue check (state_on >= issued_on),
    constraint certificate_needs_a_course_attended foreign key (course_id, person_id)
      references attendance (course_id, person_id)
  )`,
  `create index certificate_person on certificate (person_id)`,
];

export class Training31 implements MigrationInterface {
  name = 'Training1770000000031';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Days of training are evidence of pay; restore a backup.');
  }
}
