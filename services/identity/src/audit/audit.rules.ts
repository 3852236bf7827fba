import type { AuditEntry } from '@antt/contracts';
import { createHash } from 'node:crypto';

/** An entry before it is sealed. */
export type Unsealed = Omit<AuditEntry, 'hash'> & { messageId: string };
export type Sealed = Unsealed & { hash: string };

/** What stands before the first entry. */
export const beginning = { seq: 0, hash: '0'.repeat(64) } as const;

/** JSON with its keys in order and no spaces: one text for one value, whoever writes it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** The seal of an entry: it covers every field and, by the hash before it, everything that came earlier. */
export function sealOf(entry: Unsealed): string {
  const { seq, messageId, at, accountId, username, event, payload, traceId, previousHash } = entry;
  const fields = { seq, messageId, at, accountId, username, event, payload, traceId, previousHash };
  return createHash('sha256').update(canonical(fields)).digest('hex');
}

/** What a walk along the chain has found so far. */
export type Chain = { entries: number; seq: number; hash: string; brokenAt: number | null };

export const emptyChain: Chain = { entries: 0, ...beginning, brokenAt: null };

/** Walks on over entries in order; stops at the first that is missing, changed or out of place. */
export function follow(chain: Chain, entries: readonly Sealed[]): Chain {
  for (const entry of entries) {
    if (chain.brokenAt !== null) return chain;
    const next = chain.seq + 1;
    const whole =
      entry.seq === next && entry.previousHash === chain.hash && entry.hash === sealOf(entry);
    if (!whole) return { ...chain, brokenAt: next };
    chain = { entries: chain.entries + 1, seq: entry.seq, hash: entry.hash, brokenAt: null };
  }
  return chain;
}
