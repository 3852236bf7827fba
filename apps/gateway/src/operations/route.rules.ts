import { problem } from '@antt/contracts';
import type { HttpMethod, Operation } from '@antt/kernel';
import { z } from 'zod';

/** An operation as an HTTP route. */
export type OperationRoute = {
  operation: Operation;
  method: HttpMethod;
  /** Below /api, in the router's notation (`/units/:id`). */
  path: string;
  inPath: string[];
  /** The command creates what its body names by `id`, which the caller may leave out. */
  makesId: boolean;
  /** The command can be tried out: `?dryRun=true` beside the body, which stays the command itself. */
  triesOut: boolean;
  status: 200 | 201 | 204;
};

/** The route of an operation that has one. */
export function routeOf(operation: Operation): OperationRoute | null {
  if (!operation.http || operation.allow === 'services') return null;
  const [method, path] = operation.http.split(' ') as [HttpMethod, string];
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const fields = operation.input instanceof z.ZodObject ? Object.keys(operation.input.shape) : [];
  const makesId = method === 'POST' && fields.includes('id') && !inPath.includes('id');
  const triesOut = method === 'POST' && fields.includes('dryRun');
  return {
    operation,
    method,
    path,
    inPath,
    makesId,
    triesOut,
    status: statusOf(method, operation),
  };
}

function statusOf(method: HttpMethod, { output }: Operation): OperationRoute['status'] {
  const empty = output instanceof z.ZodObject && Object.keys(output.shape).length === 0;
  if (empty) return 204;
  return method === 'POST' ? 201 : 200;
}

export type Asked = { params: unknown; query: unknown; body: unknown };

/**
 * One input from path and query, or path and body. A field that comes twice is refused; what else is wrong
 * with it the service's schema says.
 */
export function inputOf(
  { method, inPath, triesOut }: Pick<OperationRoute, 'method' | 'inPath' | 'triesOut'>,
  { params, query, body }: Asked,
): Record<string, unknown> {
  const inQuery = method === 'GET' || method === 'DELETE';
  const given = (inQuery ? query : (body ?? {})) as Record<string, unknown>;
  if (typeof given !== 'object' || Array.isArray(given)) throw wrong('', 'not-an-object');
  const tried = inQuery ? {} : triedOut(query as Record<string, unknown>, triesOut);
  for (const name of [...inPath, ...Object.keys(tried)]) {
    if (Object.hasOwn(given, name)) throw wrong(name, 'given-twice');
  }
  return { ...given, ...tried, ...(params as Record<string, unknown>) };
}

/** All that a command takes from the query, which is hardly anything. */
function triedOut(query: Record<string, unknown>, triesOut: boolean): { dryRun?: boolean } {
  const [unknown] = Object.keys(query).filter((name) => !triesOut || name !== 'dryRun');
  if (unknown !== undefined) throw wrong(unknown, 'unknown-in-query');
  const { dryRun } = query;
  if (dryRun === undefined) return {};
  if (dryRun !== 'true' && dryRun !== 'false') throw wrong('dryRun', 'not-a-boolean');
  return { dryRun: dryRun === 'true' };
}

export function wrong(path: string, message: string) {
  return problem('invalid-input', { errors: [{ path, message }] });
}
