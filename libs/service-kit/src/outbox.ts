import type { Event, Payload } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { currentContext } from './context.ts';
import { assertTransaction } from './database.ts';

/** What a fact looks like on the bus: the payload and on whose behalf it came about. */
export type Envelope = {
  payload: unknown;
  accountId: string | null;
  username: string | null;
  traceparent: string;
  at: string;
};

/**
 * Writes a fact beside the change it tells of; it leaves for the bus after the commit, and only then.
 */
export async function publish<E extends Event>(
  tx: EntityManager,
  event: E,
  payload: Payload<E>,
): Promise<void> {
  assertTransaction(tx);
  const { principal, traceparent } = currentContext();
  const sender = principal && { accountId: principal.accountId, username: principal.username };
  await tx.query(
    `with written as (
       insert into outbox (id, subject, payload, principal, traceparent)
       values ($1, $2, $3, $4, $5) returning 1)
     select pg_notify('outbox_' || current_schema(), '') from written`,
    [uuidv7(), event.subject, JSON.stringify(event.payload.parse(payload)), sender, traceparent],
  );
}
