import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installGradeSchemes } from '../grades/install-grade-schemes.ts';

const statements = [
  `create table grade_scheme (
    id uuid primary key,
    unit_id uuid,
    name text not null,
    document jsonb not null,
    certainty text,
    citation text not null,
    valid_from date not null,
    valid_to date,
    constraint grade_scheme_ends_after_it_began check (valid_to > valid_from),
    constraint grade_scheme_has_one_version_a_day
      exclude using gist ((coalesce(unit_id::text, '')) with =, daterange(valid_from, valid_to) with &&)
  )`,
  // A year that a commune grades, by the scheme it was opened with.
  `create table grade_year (
    id uuid primary key,
    commune_id uuid not null,
    year int not null,
    scheme_id uuid not null,
    from_on date not null,
    to_on date not null,
    opened_at timestamptz not null default clock_timestamp(),
    opened_by_name text not null,
    revision int not null default 0,
    constraint grade_scheme_not_found foreign key (scheme_id) references grade_scheme (id),
    constraint commune_has_one_grade_year unique (commune_id, year)
  )`,
  // What somebody said of a subject: never written over, the latest holds.
  `create table grade_fact (
    id uuid primary key,
    year_id uuid not null,
    subject_id uuid not null,
    tasks_assigned int,
    tasks_done int,
    meetings int,
    absences_excused int,
    absences_unexcused int,
    breaches int,
    under_proceedings boolean not null,
    confirmed jsonb not null,
    note text not null,
    entered_at timestamptz not null default clock_timestamp(),
    entered_by_name text not null,
    constraint grade_year_not_found foreign key (year_id) references grade_year (id),
    constraint grade_tasks_done_are_assigned check (tasks_done <= tasks_assigned),
    constraint grade_absences_are_of_meetings
      check (coalesce(absences_excused, 0) + coalesce(absences_unexcused, 0) <= meetings)
  )`,
  `create index grade_fact_subject on grade_fact (year_id, subject_id, entered_at desc)`,
  `create table grade_proposal (
    id uuid primary key default gen_random_uuid(),
    year_id uuid not null,
    subject_id uuid not null,
    grade text not null
      constraint yearly_grade_is_known check (grade in ('excellent', 'good', 'fulfilled', 'unfulfilled')),
    note text not null,
    proposed_at timestamptz not null default clock_timestamp(),
    proposed_by uuid not null,
    proposed_by_name text not null,
    constraint grade_year_not_found foreign key (year_id) references grade_year (id)
  )`,
  `create index grade_proposal_subject on grade_proposal (year_id, subject_id, proposed_at desc)`,
  `create table grade_decision (
    id uuid primary key,
    year_id uuid not null,
    revision int not null,
    number text not null,
    signed_on date not null,
    reason text not null,
    decided_at timestamptz not null default clock_timestamp(),
    decided_by_name text not null,
    constraint grade_year_not_found foreign key (year_id) references grade_year (id),
    constraint grade_decision_has_its_revision unique (year_id, revision)
  )`,
  // Grades as they were decided, each with what it was judged by; null: not graded.
  `create table grade_result (
    year_id uuid not null,
    revision int not null,
    subject text not null
      constraint grade_subject_is_known check (subject in ('team', 'member')),
    subject_id uuid not null,
    team_id uuid not null,
    grade text
      constraint yearly_grade_is_known check (grade in ('excellent', 'good', 'fulfilled', 'unfulfilled')),
    reason text not null,
    judged jsonb not null,
    primary key (year_id, revision, subject_id),
    constraint grade_decision_not_found
      foreign key (year_id, revision) references grade_decision (year_id, revision)
  )`,
  // How many whole months, counted back from the last day, a number of days holds: 12 at most.
  `create function whole_months(days int, last_day date) returns int
   language sql immutable parallel safe as $$
     select max(m) from generate_series(0, 12) m
      where last_day + 1 - (last_day + 1 - make_interval(months => m))::date <= days
   $$`,
];

export class Grade11 implements MigrationInterface {
  name = 'Grade1770000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await installGradeSchemes(runner);
  }

  async down(): Promise<void> {
    throw new Error('Decided grades are not dropped; restore a backup.');
  }
}
