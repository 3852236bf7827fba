import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table reminder (
    id uuid primary key,
    person_id uuid not null,
    number text not null,
    signed_on date not null,
    text text not null,
    withdrawn_reason text,
    constraint person_not_found foreign key (person_id) references person (id),
    constraint reminder_is_recorded_once unique (person_id, number, signed_on)
  )`,
  `create table refusal (
    id uuid primary key,
    person_id uuid not null,
    refused_on date not null,
    duty text not null,
    reason_given text not null default '',
    good_reason boolean not null,
    withdrawn_reason text,
    constraint person_not_found foreign key (person_id) references person (id)
  )`,
  `create index refusal_person on refusal (person_id, refused_on)`,

  // What a ground rests on speaks of health and offences: it lies sealed (law BR-31).
  `create table cessation (
    id uuid primary key,
    posting_id uuid not null,
    person_id uuid not null,
    state text not null default 'proposed'
      constraint cessation_state_is_known check (state in ('proposed', 'decided', 'withdrawn')),
    ground text not null constraint cessation_ground_is_known check (ground in
      ('resignation', 'health', 'conduct', 'offence', 'death', 'relocation', 'team-dissolved')),
    conduct text
      constraint cessation_conduct_is_known check (conduct in ('refusals', 'duties-undone', 'abuse')),
    letter_on date,
    proposed_on date not null,
    proposal_due_on date,
    decision_due_on date,
    village_head text not null default '',
    front_head text not null default '',
    sealed_basis bytea not null,
    has_basis boolean not null,
    decision_id uuid,
    valid_from date,
    former_valid_to date,
    accepted text[] not null default '{}',
    reason text not null default '',
    undone_reason text not null default '',
    constraint posting_not_found foreign key (posting_id) references posting (id),
    constraint person_not_found foreign key (person_id) references person (id),
    constraint decision_not_found foreign key (decision_id) references decision (id),
    constraint cessation_says_which_conduct check ((ground = 'conduct') = (conduct is not null)),
    constraint proposal_follows_the_letter check (letter_on <= proposed_on),
    constraint decided_cessation_has_a_day
      check (state <> 'decided' or decision_id is not null and valid_from is not null)
  )`,
  `create unique index posting_has_one_cessation on cessation (posting_id) where state <> 'withdrawn'`,
  `create index cessation_person on cessation (person_id)`,

  `create table absence (
    id uuid primary key,
    person_id uuid not null,
    kind text not null constraint absence_kind_is_known check (kind in ('suspension', 'leave')),
    valid_from date not null,
    valid_to date,
    decision_id uuid,
    reason text not null default '',
    constraint person_not_found foreign key (person_id) references person (id),
    constraint decision_not_found foreign key (decision_id) references decision (id),
    constraint absence_ends_after_it_began check (valid_to > valid_from),
    constraint suspension_needs_a_decision check (kind <> 'suspension' or decision_id is not null),
    constraint leave_needs_a_reason check (kind <> 'leave' or reason <> ''),
    constraint person_is_absent_once_a_day
      exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&)
  )`,

  `create table team_move (
    id uuid primary key,
    from_team_id uuid not null,
    to_team_id uuid not null,
    valid_from date not null,
    keep_titles boolean not null,
    decision_id uuid not null,
    constraint decision_not_found foreign key (decision_id) references decision (id)
  )`,
  `alter table posting add column team_move_id uuid
     constraint team_move_not_found references team_move (id)`,
  `create index posting_team_move on posting (team_move_id) where team_move_id is not null`,
];

export class Cessation30 implements MigrationInterface {
  name = 'Cessation1770000000030';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Who ceased and why is not forgotten; restore a backup.');
  }
}
