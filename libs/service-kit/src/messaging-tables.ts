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
