import type { MigrationInterface, QueryRunner } from 'typeorm';
import { shippedRates } from '../rate-tables/shipped-rate.ts';

const statements = [
  // Titles held beside the one in the force (kiêm nhiệm) are of days, as other details are.
  `alter table person_detail drop constraint detail_kind_is_known`,
  `alter table person_detail add constraint detail_kind_is_known check
     (kind in ('residence', 'insurance', 'bank-account', 'service', 'kin', 'other-title'))`,

  // --- rates -------------------------------------------------------------------------------------------
  `create table rate_value (
    id uuid primary key,
    "table" text not null,
    key text not null default '',
    unit_id uuid,
    value numeric(16, 4) not null,
    source text not null,
    valid_from date not null,
    valid_to date,
    constraint rate_value_ends_after_it_began check (valid_to > valid_from),
    constraint rate_has_one_value_a_day exclude using gist ("table" with =, key with =,
      coalesce(unit_id, '00000000-0000-0000-0000-000000000000') with =,
      daterange(valid_from, valid_to) with &&)
  )`,
  `create table policy (
    id uuid primary key,
    instrument_id uuid,
    instrument jsonb,
    units uuid[] not null default '{}',
    status text not null default 'draft'
      constraint policy_status_is_known check (status in ('draft', 'adopted', 'withdrawn')),
    valid_from date,
    valid_to date,
    document jsonb not null,
    adopted_by text,
    recorded_at timestamptz not null default now(),
    constraint adopted_policy_cites_an_instrument
      check (status <> 'adopted' or instrument is not null and valid_from is not null),
    constraint policy_ends_after_it_began check (valid_to > valid_from)
  )`,
  `create table policy_confirmation (
    policy_id uuid not null,
    path text not null,
    -- what stood there when it was confirmed: another value must be confirmed again
    value jsonb not null,
    instrument_id uuid not null,
    by text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (policy_id, path),
    constraint policy_not_found foreign key (policy_id) references policy (id)
  )`,
];

/** What a province pays by, as data with a day, a territory and a source. */
export class Policy70 implements MigrationInterface {
  name = 'Policy1770000000070';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(
      `insert into rate_value (id, "table", key, value, source, valid_from, valid_to)
       select gen_random_uuid(), "table", key, value, source, "validFrom", "validTo"
         from json_to_recordset($1) as shipped
           ("table" text, key text, value numeric, source text, "validFrom" date, "validTo" date)`,
      [JSON.stringify(shippedRates)],
    );
  }

  async down(): Promise<void> {
    throw new Error('What was paid rests on policies; restore a backup.');
  }
}
