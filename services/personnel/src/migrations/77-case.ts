import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // What the amount of a claim is told by (Decree 40/2024 Art. 5.3, 6).
  `alter table claim
     add column treatment_cost bigint,
     add column treatment_days int,
     add column lost_percent int,
     add column beneficiary text not null default '',
     add constraint claim_measure_is_possible check
       (treatment_cost >= 0 and treatment_days >= 0 and lost_percent between 0 and 100)`,
  // Law §4.4: severance of the forces that were consolidated.
  `create table severance (
    id uuid primary key,
    person_id uuid not null,
    commune_id uuid not null,
    forces text[] not null constraint severance_is_for_service check (forces <> '{}'),
    left_on date not null,
    ground text not null constraint severance_ground_is_known check
      (ground in ('reorganised', 'good-reason', 'own-accord', 'dismissed')),
    received_on date not null,
    outcome text constraint severance_outcome_is_known check (outcome in ('granted', 'refused')),
    decided_on date,
    decision_id uuid,
    amount bigint,
    reasons text not null default '',
    constraint person_not_found foreign key (person_id) references person (id),
    constraint decision_not_found foreign key (decision_id) references decision (id),
    constraint severance_is_asked_after_leaving check (left_on <= received_on),
    constraint severance_is_decided_after_receipt check
      ((outcome is null) = (decided_on is null) and received_on <= decided_on),
    constraint severance_is_refused_with_reasons check (outcome is distinct from 'refused' or reasons <> ''),
    constraint severance_refused_has_no_amount check (amount is null or outcome is not distinct from 'granted')
  )`,
  // nobody is paid twice for the same service
  `create unique index severance_is_asked_once on severance (person_id) where outcome is distinct from 'refused'`,
  `create index severance_commune on severance (commune_id, received_on desc)`,
  // What a decision grants, line by line, as it was priced: a later change of a policy does not change it.
  `create table case_amount (
    case_id uuid not null,
    code text not null,
    about text not null,
    person_id uuid not null,
    posting_id uuid,
    team_id uuid,
    position text,
    commune_id uuid not null,
    decided_on date not null,
    priced_on date not null,
    policy_id uuid,
    item text not null,
    fund text not null,
    payee text not null,
    beneficiary text not null,
    rate int not null,
    whole bigint not null,
    quantity numeric(7, 3) not null,
    amount bigint not null,
    basis jsonb,
    primary key (case_id, code),
    constraint person_not_found foreign key (person_id) references person (id),
    constraint policy_not_found foreign key (policy_id) references policy (id)
  )`,
  `create index case_amount_decided on case_amount (decided_on)`,
  `create index case_amount_person on case_amount (person_id)`,
  // a decision that comes late, or is taken back, is news for runs of its month
  `create function note_case_amount() returns trigger language plpgsql set search_path from current as $$
   begin
     insert into pay_change (person_id, from_day, to_day)
     select person_id, decided_on, decided_on + 1 from told group by 1, 2;
     return null;
   end $$`,
  ...[
    ['insert', 'new'],
    ['delete', 'old'],
  ].map(
    ([
      act,
      rows,
    ]) => `create trigger note_${act} after ${act} on case_amount referencing ${rows} table as told
       for each statement execute function note_case_amount()`,
  ),
];

/** Dossiers that money is granted in: claims by what they are priced by, severance, and what was granted. */
export class Case77 implements MigrationInterface {
  name = 'Case1770000000077';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was granted is kept; restore a backup.');
  }
}
