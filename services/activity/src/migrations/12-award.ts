import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installAwardForms } from '../award-forms/install-award-forms.ts';
import { awardForms } from './12-award-form.ts';
import { awardValues } from './12-award-value.ts';

const statements = [
  ...awardForms,
  // What was decided of a unit for a year; the latest record holds, the former ones stay.
  `create table unit_standing (
    id uuid primary key,
    unit_id uuid not null,
    year int not null,
    movement_class text
      constraint movement_class_is_known check (movement_class in ('excellent', 'good', 'average', 'weak')),
    class_number text,
    class_on date,
    safety text constraint safety_result_is_known check (safety in ('met', 'not-met')),
    safety_number text,
    safety_on date,
    source text not null,
    recorded_by text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint unit_standing_says_something check (coalesce(movement_class, safety) is not null)
  )`,
  `create index unit_standing_of_unit on unit_standing (unit_id, year, recorded_at desc)`,

  `create table achievement (
    id uuid primary key,
    kind text not null constraint achievement_kind_is_known
      check (kind in ('work', 'model', 'good-deed', 'bravery')),
    subject text not null constraint award_subject_is_known
      check (subject in ('team', 'unit', 'person', 'citizen')),
    subject_id uuid,
    summary text not null,
    from_on date not null,
    to_on date not null,
    incident_id uuid,
    constraint achievement_ends_after_it_began check (to_on >= from_on),
    constraint achievement_of_a_subject check ((subject = 'citizen') = (subject_id is null)),
    -- Whom activity knows no id of is named by a record of the log alone.
    constraint achievement_of_a_citizen_has_a_record check (subject <> 'citizen' or incident_id is not null),
    constraint incident_not_found foreign key (incident_id) references incident (id)
  )`,
  `create table award (
    id uuid primary key,
    achievement_id uuid not null,
    -- where its subject lay on the day of the proposal
    unit_id uuid not null,
    team_id uuid,
    form_code text,
    title_code text,
    authority text not null,
    round_id uuid,
    year int not null,
    is_unexpected boolean not null,
    proposed_on date not null,
    number text not null,
    note text not null,
    state text not null default 'proposed' constraint award_state_is_known
      check (state in ('proposed', 'returned', 'appraised', 'approved', 'refused', 'revoked')),
    sending int not null default 1,
    version int not null default 1,
    decision_number text,
    decided_on date,
    approved_at timestamptz,
    revocation text,
    revoked_on date,
    revoked_at timestamptz,
    proposed_by text not null,
    proposed_at timestamptz not null default clock_timestamp(),
    constraint award_names_a_form_or_title check (coalesce(form_code, title_code) is not null),
    constraint achievement_not_found foreign key (achievement_id) references achievement (id),
    constraint campaign_round_not_found foreign key (round_id) references campaign_round (id),
    -- reporting BR-73
    constraint achievement_has_one_approved_award
      exclude using gist (achievement_id with =) where (state = 'approved')
  )`,
  `create index award_of_unit on award (unit_id, proposed_on)`,
  `create index award_of_team on award (team_id, decided_on) where team_id is not null`,
  `create index award_decided on award (decided_on) where state = 'approved'`,
  `create index award_order on award (proposed_on desc, id)`,
  `create index award_of_achievement on award (achievement_id)`,
  `create index award_revoked on award (revoked_at) where state = 'revoked'`,

  `create table award_step (
    id uuid primary key,
    award_id uuid not null,
    sending int not null,
    step text not null constraint award_step_is_known check
      (step in ('proposed', 'sent-again', 'returned', 'appraised', 'approved', 'refused', 'revoked')),
    agency text,
    agrees boolean,
    revocation text,
    number text,
    on_day date,
    note text not null,
    findings jsonb not null,
    taken_by uuid not null,
    taken_by_name text not null,
    taken_at timestamptz not null default clock_timestamp(),
    constraint award_not_found foreign key (award_id) references award (id),
    constraint award_is_appraised_once_by_each unique (award_id, sending, agency)
  )`,
  `create index award_step_of_award on award_step (award_id, taken_at)`,

  // Points of a round that rest on an award: they are gone when it is revoked (reporting BR-75).
  `create table award_credit (
    id uuid primary key,
    award_id uuid not null,
    round_id uuid not null,
    subject_id uuid not null,
    item text not null,
    points numeric(6, 2) not null,
    credited_by text not null,
    credited_at timestamptz not null default clock_timestamp(),
    constraint award_not_found foreign key (award_id) references award (id),
    constraint campaign_round_not_found foreign key (round_id) references campaign_round (id),
    constraint award_counts_once_in_a_round unique (award_id, round_id)
  )`,
  `create index award_credit_of_round on award_credit (round_id, subject_id, item)`,

  `create table criticism (
    id uuid primary key,
    subject text not null constraint criticism_subject_is_known check (subject in ('team', 'unit', 'person')),
    subject_id uuid not null,
    unit_id uuid not null,
    team_id uuid,
    authority text not null,
    number text not null,
    decided_on date not null,
    reason text not null,
    round_id uuid,
    recorded_by text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint campaign_round_not_found foreign key (round_id) references campaign_round (id),
    -- reporting BR-77: one document criticises a subject once
    constraint criticism_number_is_taken unique (subject_id, authority, number, decided_on)
  )`,
  `create index criticism_order on criticism (decided_on desc, id)`,
  ...awardValues,
];

export class Award12 implements MigrationInterface {
  name = 'Award1770000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await installAwardForms(runner);
  }

  async down(): Promise<void> {
    throw new Error('Awards are not dropped; restore a backup.');
  }
}
