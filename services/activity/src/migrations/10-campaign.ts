import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table campaign (
    id uuid primary key,
    unit_id uuid,
    name text not null,
    from_on date not null,
    to_on date not null,
    planned_on date not null,
    citation text not null,
    certainty text,
    combination text not null
      constraint campaign_combination_is_known check (combination in ('by-days', 'alike', 'last')),
    launch_before date,
    launch_inclusive boolean not null,
    constraint campaign_ends_after_it_began check (to_on >= from_on)
  )`,
  `create table campaign_round (
    id uuid primary key,
    campaign_id uuid not null,
    number int not null,
    name text not null,
    theme text not null,
    from_on date not null,
    to_on date not null,
    opened_at timestamptz,
    ratified_at timestamptz,
    revision int not null default 0,
    constraint campaign_not_found foreign key (campaign_id) references campaign (id),
    constraint campaign_round_ends_after_it_began check (to_on >= from_on),
    constraint campaign_round_has_its_number unique (campaign_id, number),
    constraint campaign_rounds_do_not_overlap
      exclude using gist (campaign_id with =, daterange(from_on, to_on, '[]') with &&)
  )`,
  // Who is ranked with whom; a team counts where its commune does, a commune where what lies over it does.
  `create table emulation_group_unit (
    campaign_id uuid not null,
    unit_id uuid not null,
    name text not null,
    constraint unit_has_one_emulation_group primary key (campaign_id, unit_id),
    constraint campaign_not_found foreign key (campaign_id) references campaign (id)
  )`,
  // The latest record of a unit holds; the former ones stay.
  `create table launch (
    id uuid primary key default gen_random_uuid(),
    campaign_id uuid not null,
    unit_id uuid not null,
    held_on date not null,
    manner text not null constraint launch_manner_is_known check (manner in ('own', 'within-another')),
    note text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    recorded_by_name text not null,
    constraint campaign_not_found foreign key (campaign_id) references campaign (id)
  )`,
  `create index launch_of_unit on launch (campaign_id, unit_id, recorded_at desc)`,
  `create table score_template (
    id uuid primary key,
    campaign_id uuid not null,
    subject text not null
      constraint score_subject_is_known check (subject in ('team', 'commune', 'district')),
    version int not null,
    document jsonb not null,
    certainty text,
    citation text not null,
    constraint campaign_not_found foreign key (campaign_id) references campaign (id),
    constraint score_template_has_its_version unique (campaign_id, subject, version)
  )`,
  // What a round is scored by: fixed when it is opened (reporting BR-07).
  `create table round_template (
    round_id uuid not null,
    subject text not null,
    template_id uuid not null,
    primary key (round_id, subject),
    constraint campaign_round_not_found foreign key (round_id) references campaign_round (id),
    constraint score_template_not_found foreign key (template_id) references score_template (id)
  )`,
  // Points, or a figure, as somebody said them: never written over, the latest of a step holds (reporting BR-65).
  `create table score_mark (
    id uuid not null,
    item text not null,
    round_id uuid not null,
    subject_id uuid not null,
    step text not null
      constraint score_step_is_known check (step in ('self', 'verified', 'ratified')),
    points numeric(6, 2),
    numerator numeric(17, 2),
    denominator numeric(17, 2),
    no_case boolean not null,
    reason text not null,
    marked_at timestamptz not null default clock_timestamp(),
    marked_by uuid not null,
    marked_by_name text not null,
    primary key (id, item),
    constraint campaign_round_not_found foreign key (round_id) references campaign_round (id)
  )`,
  `create index score_mark_of_subject on score_mark (round_id, subject_id, item, step, marked_at desc)`,
  `create table score_verification (
    round_id uuid not null,
    subject_id uuid not null,
    verified_at timestamptz not null default clock_timestamp(),
    verified_by_name text not null,
    primary key (round_id, subject_id),
    constraint campaign_round_not_found foreign key (round_id) references campaign_round (id)
  )`,
  `create table score_bar (
    id uuid primary key,
    round_id uuid not null,
    subject_id uuid not null,
    why text not null,
    note text not null,
    barred_at timestamptz not null default clock_timestamp(),
    barred_by_name text not null,
    constraint campaign_round_not_found foreign key (round_id) references campaign_round (id)
  )`,
  `create index score_bar_of_round on score_bar (round_id, subject_id)`,
  `create table round_revision (
    round_id uuid not null,
    revision int not null,
    reason text not null,
    ratified_at timestamptz not null default clock_timestamp(),
    ratified_by_name text not null,
    primary key (round_id, revision),
    constraint campaign_round_not_found foreign key (round_id) references campaign_round (id)
  )`,
  // Results as they were ratified, with how each item came to its points.
  `create table round_result (
    round_id uuid not null,
    revision int not null,
    subject text not null,
    subject_id uuid not null,
    name text not null,
    unit_id uuid not null,
    unit_name text not null,
    group_name text not null,
    contents jsonb not null,
    base numeric(8, 2) not null,
    bonus numeric(8, 2) not null,
    penalty numeric(8, 2) not null,
    total numeric(8, 2) not null,
    grade text,
    lowered boolean not null,
    rank int,
    rank_overall int,
    breaches int not null,
    missing int not null,
    disqualified jsonb not null,
    verified boolean not null,
    items jsonb not null,
    primary key (round_id, revision, subject_id),
    constraint round_revision_not_found
      foreign key (round_id, revision) references round_revision (round_id, revision)
  )`,
];

export class Campaign10 implements MigrationInterface {
  name = 'Campaign1770000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Ratified results are not dropped; restore a backup.');
  }
}
