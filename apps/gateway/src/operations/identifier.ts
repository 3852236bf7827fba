import type { Principal } from '@antt/contracts';
import { uuidv7 } from '@antt/service-kit';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { wrong } from './route.rules.ts';

/**
 * The id of something new. With an `Idempotency-Key` it is the same each time the account repeats the command,
 * so that the service recognises the repetition; it says nothing about time and gives nothing away.
 */
export function newId(subject: string, { principal, headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (key === undefined) return uuidv7();
  if (typeof key !== 'string' || key.length < 1 || key.length > 200) {
    throw wrong('idempotency-key', 'too_big');
  }
  return idFrom(principal, subject, key);
}

/** RFC 9562 version 8: a digest in the shape of a UUID. */
function idFrom(principal: Principal | null, subject: string, key: string): string {
  const account = principal?.accountId ?? 'nobody';
  const digest = createHash('sha256')
    .update(JSON.stringify([account, subject, key]))
    .digest();
  digest[6] = (digest[6]! & 0x0f) | 0x80;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
