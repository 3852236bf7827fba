import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // --- what is recorded of a person for days -----------------------------------------------------------
  // `slot` is what there is one of a day within the kind (the registration, the scheme, the force); kin has none.
  `create table person_detail (
    id uuid primary key,
    person_id uuid not null,
    kind text not null constraint detail_kind_is_known check
      (kind in ('residence', 'insurance', 'bank-account', 'service', 'kin')),
    slot text,
    content jsonb not null,
    sealed bytea,
    valid_from date not null,
    valid_to date,
    recorded_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    constraint person_not_found foreign key (person_id) references person (id),
    constraint detail_ends_after_it_began check (valid_to > valid_from),
    constraint detail_keeps_its_number_sealed check (not content ? 'number'),
    constraint detail_has_a_slot check ((kind = 'kin') = (slot is null)),
    constraint person_has_one_such_detail_a_day
      exclude using gist (person_id with =, kind with =, slot with =, daterange(valid_from, valid_to) with &&)
      where (withdrawn_at is null)
  )`,
  `create index person_detail_person on person_detail (person_id, kind, valid_from desc)`,
  `create table person_detail_correction (
    id uuid primary key,
    detail_id uuid not null,
    content jsonb not null,
    sealed bytea,
    valid_from date not null,
    valid_to date,
    reason text not null,
    corrected_by text not null,
    corrected_at timestamptz not null default clock_timestamp(),
    constraint person_detail_not_found foreign key (detail_id) references person_detail (id)
  )`,
  `create index person_detail_correction_detail on person_detail_correction (detail_id, corrected_at)`,
  // The account has days now.
  `alter table person drop column bank_account`,

  // --- records of one person ---------------------------------------------------------------------------
  `alter table person add column merged_into uuid,
     add constraint merged_into_not_found foreign key (merged_into) references person (id),
     add constraint person_is_not_merged_into_itself check (merged_into <> id)`,
  `create index person_merged_into on person (merged_into) where merged_into is not null`,
  `create index person_birth_date on person (birth_date) where merged_into is null`,
  `create table comparison (
    id uuid primary key,
    first_id uuid not null,
    second_id uuid not null,
    judgement text not null constraint judgement_is_known check (judgement in ('same', 'different')),
    kept_id uuid,
    reason text not null,
    moved jsonb not null default '{}',
    state text,
    judged_by text not null,
    judged_at timestamptz not null default clock_timestamp(),
    undone_at timestamptz,
    constraint person_not_found foreign key (first_id) references person (id),
    constraint second_person_not_found foreign key (second_id) references person (id),
    constraint people_are_in_order check (first_id < second_id),
    constraint one_of_the_two_is_kept check
      ((judgement = 'same') = (kept_id is not null) and (kept_id is null or kept_id in (first_id, second_id)))
  )`,
  `create unique index people_are_compared_once on comparison (first_id, second_id) where undone_at is null`,
  `create index comparison_second on comparison (second_id)`,
  // The record that stands for this one now.
  `create function person_survivor(asked uuid) returns uuid language sql stable as $$
     with recursive onward as (
       select id, merged_into from person where id = asked
       union
       select p.id, p.merged_into from onward o join person p on p.id = o.merged_into
     )
     select id from onward where merged_into is null
   $$`,
  // The records that this one stands for, itself first.
  `create function person_records(asked uuid) returns table (id uuid, steps int) language sql stable as $$
     with recursive back as (
       select asked as id, 0 as steps
       union
       select p.id, b.steps + 1 from back b join person p on p.merged_into = b.id
     )
     select back.id, back.steps from back
   $$`,
  // Days that one clerk's slip makes of a day of birth: a few days off, a year off, day and month swapped.
  `create function near_birth_dates(day date) returns date[] language sql immutable as $$
     select array_agg(near) from (
       select day + offset_days as near from generate_series(-3, 3) offset_days
       union
       select (day + make_interval(years => years))::date from generate_series(-1, 1, 2) years
       union
       select make_date(extract(year from day)::int, extract(day from day)::int,
                        extract(month from day)::int)
        where extract(day from day) <= 12) dates
   $$`,
];

export class PersonDetail40 implements MigrationInterface {
  name = 'PersonDetail1770000000040';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Details of people are not taken back; restore a backup.');
  }
}
