/**
 * Tables that every service keeps for its messages, as statements for its first migration: `outbox` (facts
 * written with the change they tell of), `inbox` (messages already applied), `parked` (given up).
 */
export const messagingTables: readonly string[] = [
  `create table outbox (
    id uuid primary key,
    subject text not null,
    payload jsonb not null,
    principal jsonb,
    traceparent text not null,
    written_at timestamptz not null default now(),
    published_at timestamptz
  )`,
  `create index outbox_waiting on outbox (id) where published_at is null`,
  `create index outbox_published on outbox (published_at) where published_at is not null`,
  `create table inbox (
    consumer text not null,
    message_id text not null,
    applied_at timestamptz not null default now(),
    primary key (consumer, message_id)
  )`,
  `create table parked (
    consumer text not null,
    message_id text not null,
    subject text not null,
    body jsonb not null,
    reason text not null,
    parked_at timestamptz not null default now(),
    primary key (consumer, message_id)
  )`,
];

/**
 * For tables whose triggers tell what changed: `tell_fact(subject, payload)` writes into the outbox what
 * `publish` would, on nobody's behalf, and wakes the relay. Statements for a migration, after those above.
 */
export const tellFact: readonly string[] = [
  // A UUID of version 7: the outbox sends in the order of its ids.
  `create function fact_id() returns uuid language sql volatile as $$
     select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
              substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
              from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
   $$`,
  `create function tell_fact(about text, told jsonb) returns void language sql volatile as $$
     insert into outbox (id, subject, payload, traceparent)
     values (fact_id(), about, told,
             '00-' || replace(gen_random_uuid()::text, '-', '') || '-'
               || left(replace(gen_random_uuid()::text, '-', ''), 16) || '-01');
     select pg_notify('outbox_' || current_schema(), '');
   $$`,
];
