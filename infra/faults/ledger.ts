import { events } from '@antt/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { QuotaCommand } from './territory.ts';

/** What became of commands, read from the tables behind every interface. */
export type Ledger = {
  /** Commands whose quota stands as it was commanded. */
  kept: number;
  /** Facts that tell of them, and how many different commands those name. */
  told: number;
  toldOnce: number;
  /** Facts for the audit log in both outboxes, whatever they tell; entries of the audit log; entries that name such a fact. */
  facts: number;
  audited: number;
  auditedOnce: number;
  parked: number;
  /** Days on which a commune's quota does not end where the next begins. */
  tornPeriods: number;
};

const ledgerSql = `
with wanted as (
  select * from jsonb_to_recordset($1) as c(id uuid, "unitId" uuid, teams int, members int,
                                            "validFrom" date)
), fact as (
  select id::text, subject, payload from (
    select id, subject, payload from organisation.outbox
    union all select id, subject, payload from identity.outbox) told
   where subject <> all ($2)
), told as (
  select payload ->> 'id' as quota_id from fact join wanted on wanted.id::text = payload ->> 'id'
   where subject = 'event.organisation.quota-set.v1'
)
select
  (select count(*) from wanted join organisation.quota q on q.id = wanted.id
      and q.unit_id = "unitId" and q.teams = wanted.teams and q.members = wanted.members
      and q.valid_from = "validFrom") as "kept",
  (select count(*) from told) as "told",
  (select count(distinct quota_id) from told) as "toldOnce",
  (select count(*) from fact) as "facts",
  (select count(*) from identity.audit_entry) as "audited",
  (select count(distinct e.message_id) from identity.audit_entry e
     join fact on fact.id = e.message_id) as "auditedOnce",
  (select count(*) from identity.parked) + (select count(*) from organisation.parked)
    + (select count(*) from personnel.parked)
    + (select count(*) from activity.parked) as "parked",
  (select count(*) from (
      select valid_to, lead(valid_from) over (partition by unit_id order by valid_from) as next
        from organisation.quota) period
    where valid_to is distinct from next) as "tornPeriods"`;

/** They only carry data between services: nothing has happened that an inspector would ask about. */
const unaudited = events.filter(({ audited }) => !audited).map(({ subject }) => subject);

export async function ledgerOf(db: Client, commands: QuotaCommand[]): Promise<Ledger> {
  const { rows } = await db.query(ledgerSql, [JSON.stringify(commands), unaudited]);
  return Object.fromEntries(
    Object.entries(rows[0] as Record<string, string>).map(([name, count]) => [name, Number(count)]),
  ) as Ledger;
}

/** Waits until every fact has left and come to the audit log, or the patience is at its end. */
export async function settled(
  db: Client,
  commands: QuotaCommand[],
  patience = 60_000,
): Promise<Ledger> {
  for (const end = Date.now() + patience; ; await sleep(200)) {
    const ledger = await ledgerOf(db, commands);
    if (ledger.audited >= ledger.facts || Date.now() > end) return ledger;
  }
}
