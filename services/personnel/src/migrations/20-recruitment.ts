import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table recruitment (
    id uuid primary key,
    commune_id uuid not null,
    purpose text not null,
    requirements text not null,
    places int not null constraint recruitment_has_places check (places > 0),
    receive_from date not null,
    receive_to date not null,
    receive_place text not null,
    receiving_body text not null
      constraint receiving_body_is_known check (receiving_body in ('police', 'committee')),
    meeting_on date not null,
    drafted_on date not null,
    constraint recruitment_days_follow_one_another
      check (drafted_on <= receive_from and receive_from <= receive_to and receive_to < meeting_on)
  )`,
  `create index recruitment_commune on recruitment (commune_id, drafted_on desc)`,
  // Who did what on which day, and who recorded it when: a late act stands as it was.
  `create table recruitment_step (
    recruitment_id uuid not null,
    step text not null,
    done_on date not null,
    act jsonb not null,
    recorded_at timestamptz not null default now(),
    recorded_by text not null,
    constraint recruitment_step_is_taken primary key (recruitment_id, step),
    constraint recruitment_not_found foreign key (recruitment_id) references recruitment (id)
  )`,
  `create table application (
    id uuid primary key,
    recruitment_id uuid not null,
    person_id uuid not null,
    received_on date not null,
    dossier text[] not null,
    resident_since date,
    background bytea,
    health bytea,
    listed boolean not null default false,
    votes int,
    outcome text
      constraint outcome_is_known check (outcome in ('selected', 'passed', 'failed')),
    team_id uuid,
    position text,
    posting_id uuid,
    constraint person_applies_once unique (recruitment_id, person_id),
    constraint recruitment_not_found foreign key (recruitment_id) references recruitment (id),
    constraint person_not_found foreign key (person_id) references person (id),
    constraint posting_not_found foreign key (posting_id) references posting (id)
  )`,
  // The minutes name nobody who is selected.
  `create function recruitment_is_fruitless(of_id uuid, day date) returns boolean
   language sql stable parallel safe as $$
     select exists (select from recruitment_step
                     where recruitment_id = of_id and step = 'minutes-signed' and done_on <= day)
        and not exists (select from application where recruitment_id = of_id and outcome = 'selected')
   $$`,
  `create function recruitment_is_over(of_id uuid, day date) returns boolean
   language sql stable parallel safe as $$
     select 'closed' = any (taken)
         or 'notified' = any (taken)
            and ('result-posted' = any (taken) or recruitment_is_fruitless(of_id, day))
       from (select array(select step from recruitment_step
                           where recruitment_id = of_id and done_on <= day) as taken) s
   $$`,
];

/** Selection of members, from the plan to the recognition (Circular 14/2024/TT-BCA Art. 3, 4). */
export class Recruitment20 implements MigrationInterface {
  name = 'Recruitment1770000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function recruitment_is_over, recruitment_is_fruitless');
    await runner.query('drop table application, recruitment_step, recruitment');
  }
}
