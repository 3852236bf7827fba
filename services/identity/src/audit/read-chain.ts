import type { EntityManager } from 'typeorm';
import { type Chain, emptyChain, follow, type Sealed } from './audit.rules.ts';

const batch = 5_000;

/** An entry as it is sealed and shown. */
export function entryOf(row: Record<string, unknown>): Sealed {
  return {
    seq: Number(row.seq),
    messageId: row.message_id,
    at: (row.at as Date).toISOString(),
    accountId: row.account_id,
    username: row.username,
    event: row.event,
    payload: row.payload,
    traceId: row.trace_id,
    previousHash: row.previous_hash,
    hash: row.hash,
  } as Sealed;
}

/** Reads the log from its beginning; `see` is shown each entry while the chain holds. */
export async function readChain(
  db: Pick<EntityManager, 'query'>,
  see: (entry: Sealed) => void = () => {},
): Promise<Chain> {
  let chain = emptyChain;
  while (chain.brokenAt === null) {
    const rows: Record<string, unknown>[] = await db.query(
      `select * from audit_entry where seq > $1 order by seq limit ${batch}`,
      [chain.seq],
    );
    const entries = rows.map(entryOf);
    entries.forEach(see);
    chain = follow(chain, entries);
    if (rows.length < batch) break;
  }
  return chain;
}
