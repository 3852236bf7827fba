import { isProblemType, problem } from '@antt/contracts';
import { Problem } from '@antt/kernel';
import { Logger } from '@nestjs/common';
import type { z } from 'zod';
import { traceIdOf } from './context.ts';

const logger = new Logger('failure');

type DatabaseError = { code?: string; constraint?: string; detail?: string };

function databaseErrorOf(error: unknown): DatabaseError | null {
  if (typeof error !== 'object' || error === null) return null;
  const inner = 'driverError' in error ? error.driverError : error;
  return typeof inner === 'object' && inner !== null && 'code' in inner
    ? (inner as DatabaseError)
    : null;
}

const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '53300',
]);

/** Text with a NUL, a number or a day that no column holds: the sender's, whatever the schema let through. */
const unstorable = new Set(['22021', '22P05', '22003', '22008']);

/**
 * Whether somebody else was faster with the same key or lock: what is done once more then finds what the other
 * one wrote, which may be this very command sent twice.
 */
export function isOvertaken(error: unknown): boolean {
  return ['23505', '40001', '40P01'].includes(databaseErrorOf(error)?.code ?? '');
}

// A clash of keys that no rule names is one of ids: something else has the id already.
function isIdReused(database: DatabaseError | null): boolean {
  return database?.code === '23505' && (database.constraint?.endsWith('_pkey') ?? false);
}

/**
 * Whatever was thrown, as a problem. A named constraint is its own code; what nobody foresaw is logged once
 * with the trace id and leaves as `internal`.
 */
export function problemOf(error: unknown, traceparent: string): Problem {
  const traceId = traceIdOf(traceparent);
  if (error instanceof Problem) return new Problem({ ...error.body, traceId });
  const database = databaseErrorOf(error);
  const type = database?.constraint?.replaceAll('_', '-');
  if (type && isProblemType(type)) return problem(type, { ...memberOf(database), traceId });
  if (isIdReused(database)) return problem('id-reused', { traceId });
  if (isOvertaken(error)) return problem('try-again', { traceId });
  if (database?.code && unstorable.has(database.code)) return problem('invalid-input', { traceId });
  if (isConnectionLoss(error, database)) return problem('service-unavailable', { traceId });
  // The statement's parameters may hold personal data: message and stack only.
  logger.error({
    message: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? error.stack : undefined,
    traceId,
  });
  return problem('internal', { traceId });
}

function isConnectionLoss(error: unknown, database: DatabaseError | null): boolean {
  if (database?.code && lostConnection.has(database.code)) return true;
  return (
    error instanceof Error && /Connection terminated|timeout exceeded when/.test(error.message)
  );
}

// A check raised by our own SQL explains itself in JSON: which unit, which day.
function memberOf(database: DatabaseError | null): Record<string, unknown> {
  if (!database?.detail?.startsWith('{')) return {};
  return JSON.parse(database.detail) as Record<string, unknown>;
}

/** Nobody reads more of them; a hostile body could name hundreds of thousands. */
const mostErrors = 100;

/** `invalid-input` with one error for each field that the schema refuses. */
export function invalidInput(error: z.ZodError): Problem {
  const errors = error.issues.flatMap((issue) => {
    const message = 'message' in issue && issue.code === 'custom' ? issue.message : issue.code;
    const keys = 'keys' in issue ? (issue.keys as string[]).slice(0, mostErrors) : [null];
    return keys.map((key) => ({
      path: [...issue.path, ...(key === null ? [] : [key.slice(0, 100)])].join('.'),
      message,
    }));
  });
  return problem('invalid-input', { errors: errors.slice(0, mostErrors) });
}
