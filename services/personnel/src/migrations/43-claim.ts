import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table claim (
    id uuid primary key,
    person_id uuid not null,
    commune_id uuid not null,
    kind text not null constraint claim_kind_is_known check (kind in ('treatment', 'disability', 'death')),
    happened_at timestamptz not null,
    shift_id uuid,
    order_id uuid,
    exclusions text[] not null,
    papers text[] not null,
    channel text not null constraint channel_is_known check (channel in ('bank', 'post', 'office')),
    received_on date not null,
    completed_on date,
    appraised_on date,
    report text not null default '',
    outcome text constraint outcome_is_known check (outcome in ('granted', 'refused')),
    decided_on date,
    decision_id uuid,
    reasons text not null default '',
    constraint person_not_found foreign key (person_id) references person (id),
    constraint shift_not_found foreign key (shift_id) references shift (id),
    constraint duty_order_not_found foreign key (order_id) references duty_order (id),
    constraint decision_not_found foreign key (decision_id) references decision (id),
    -- law BR-58
    constraint claim_rests_on_duty check (num_nonnulls(shift_id, order_id) > 0),
    constraint claim_excluded_is_not_granted check (outcome is distinct from 'granted' or exclusions = '{}'),
    -- law BR-83
    constraint claim_is_refused_with_reasons check (outcome is distinct from 'refused' or reasons <> ''),
    constraint claim_goes_step_by_step check
      ((outcome is null) = (decided_on is null)
       and (appraised_on is null or completed_on is not null)
       and (outcome is distinct from 'granted' or appraised_on is not null)
       and received_on <= completed_on and completed_on <= appraised_on and appraised_on <= decided_on),
    constraint claim_is_made_once unique (person_id, kind, happened_at)
  )`,
  `create index claim_commune on claim (commune_id, received_on desc)`,
];

export class Claim43 implements MigrationInterface {
  name = 'Claim1770000000043';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Claims are not taken back; restore a backup.');
  }
}
