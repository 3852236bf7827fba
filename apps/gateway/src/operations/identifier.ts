import { idFrom, uuidv7 } from '@antt/service-kit';
import type { FastifyRequest } from 'fastify';
import { wrong } from './route.rules.ts';

/**
 * The id of something new. With an `Idempotency-Key` it is the same each time the account repeats the command,
 * so that the service recognises the repetition.
 */
export function newId(subject: string, { principal, headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (key === undefined) return uuidv7();
  if (typeof key !== 'string' || key.length < 1 || key.length > 200) {
    throw wrong('idempotency-key', 'too_big');
  }
  return idFrom(JSON.stringify([principal?.accountId ?? 'nobody', subject, key]));
}
