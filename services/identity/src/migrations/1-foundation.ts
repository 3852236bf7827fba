import { messagingTables } from '@antt/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wholeArea } from '../areas/whole-area.ts';

const statements = [
  ...messagingTables,

  // --- who ------------------------------------------------------------------------------------------
  `create table account (
    id uuid primary key,
    username text not null constraint account_username_is_taken unique,
    full_name text not null,
    search_key text not null,
    phone text not null default '',
    password_hash text not null,
    password_expires_at timestamptz,
    must_change_password boolean not null,
    invented boolean not null default false,
    created_at timestamptz not null default now(),
    closed_at timestamptz,
    last_sign_in_at timestamptz
  )`,
  `create index account_search on account using gin (search_key gin_trgm_ops)`,

  // Wrong passwords are counted for every username that somebody tries, whether an account has it or not:
  // otherwise the lock would tell which exist. The key is a hash, since people type passwords there too.
  `create table sign_in_attempt (
    key bytea primary key,
    wrong int not null default 0,
    last_at timestamptz not null default now(),
    locked_until timestamptz
  )`,
  `create index sign_in_attempt_age on sign_in_attempt (last_at)`,

  // --- what they may do, where and when ---------------------------------------------------------------
  `create table area (
    id uuid primary key,
    name text not null constraint area_name_is_taken unique,
    whole boolean not null default false
  )`,
  `create unique index area_covers_the_whole_once on area (whole) where whole`,
  `create table area_unit (
    area_id uuid not null,
    unit_id uuid not null,
    valid_from date not null,
    valid_to date,
    primary key (area_id, unit_id, valid_from),
    constraint area_not_found foreign key (area_id) references area (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint area_holds_a_unit_once_a_day
      exclude using gist (area_id with =, unit_id with =, daterange(valid_from, valid_to) with &&)
  )`,
  // A grant withdrawn before it began has an empty range: it was never held.
  `create table role_grant (
    id uuid primary key,
    account_id uuid not null,
    role text not null,
    area_id uuid not null,
    valid_from date not null,
    valid_to date,
    constraint account_not_found foreign key (account_id) references account (id),
    constraint area_not_found foreign key (area_id) references area (id),
    constraint unit_valid_to_follows_valid_from check (valid_to >= valid_from),
    constraint grant_is_held_once_a_day
      exclude using gist (account_id with =, role with =, area_id with =,
        daterange(valid_from, valid_to) with &&)
  )`,
  `create index role_grant_account on role_grant (account_id)`,
  `create index role_grant_area on role_grant (area_id)`,

  // --- how they are known again ------------------------------------------------------------------------
  `create table session (
    id uuid primary key,
    account_id uuid not null,
    opened_at timestamptz not null default now(),
    refresh_expires_at timestamptz not null,
    ended_at timestamptz,
    address text not null,
    constraint account_not_found foreign key (account_id) references account (id)
  )`,
  `create index session_account on session (account_id)`,
  `create table access_token (
    hash bytea primary key,
    session_id uuid not null,
    expires_at timestamptz not null,
    constraint session_ended foreign key (session_id) references session (id) on delete cascade
  )`,
  `create index access_token_session on access_token (session_id)`,
  `create table refresh_secret (
    hash bytea primary key,
    session_id uuid not null,
    issued_at timestamptz not null default now(),
    replaced_at timestamptz,
    constraint session_ended foreign key (session_id) references session (id) on delete cascade
  )`,
  `create index refresh_secret_session on refresh_secret (session_id)`,
  `create table token (
    id uuid primary key,
    account_id uuid not null,
    name text not null,
    hash bytea not null unique,
    created_at timestamptz not null default now(),
    expires_on date not null,
    last_used_at timestamptz,
    constraint account_not_found foreign key (account_id) references account (id)
  )`,
  `create index token_account on token (account_id)`,
  `create table view (
    id uuid primary key,
    account_id uuid not null,
    page text not null,
    name text not null,
    search text not null,
    constraint account_not_found foreign key (account_id) references account (id)
  )`,
  `create index view_account on view (account_id)`,

  // --- what was done -------------------------------------------------------------------------------------
  `create table audit_entry (
    seq bigint primary key,
    message_id text not null unique,
    at timestamptz not null,
    account_id uuid,
    username text,
    event text not null,
    payload jsonb not null,
    trace_id text not null,
    previous_hash text not null,
    hash text not null
  )`,
  `create index audit_entry_account on audit_entry (account_id, seq)`,
  `create index audit_entry_subject on audit_entry ((payload ->> 'accountId'), seq)`,
  `create index audit_entry_event on audit_entry (event, seq)`,
  `create index audit_entry_at on audit_entry (at)`,
  `create function refuse_audit_change() returns trigger language plpgsql as $$
   begin
     raise exception 'the audit log is only ever appended to';
   end $$`,
  `create trigger audit_entry_stays before update or delete or truncate on audit_entry
     for each statement execute function refuse_audit_change()`,
];

export class Foundation1 implements MigrationInterface {
  name = 'Foundation1760000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(`insert into area (id, name, whole) values ($1, $2, true)`, [
      wholeArea.id,
      wholeArea.name,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('The foundation is not taken back; restore a backup.');
  }
}
