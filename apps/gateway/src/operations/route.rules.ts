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
  status: 200 | 201 | 204;
};

/** The route of an operation that has one. */
export function routeOf(operation: Operation): OperationRoute | null {
  if (!operation.http || operation.allow === 'services') return null;
  const [method, path] = operation.http.split(' ') as [HttpMethod, string];
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const fields = operation.input instanceof z.ZodObject ? Object.keys(operation.input.shape) : [];
  const makesId = method === 'POST' && fields.includes('id') && !inPath.includes('id');
  return { operation, method, path, inPath, makesId, status: statusOf(method, operation) };
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
  { method, inPath }: Pick<OperationRoute, 'method' | 'inPath'>,
  { params, query, body }: Asked,
): Record<string, unknown> {
  const inQuery = method === 'GET' || method === 'DELETE';
  const given = (inQuery ? query : (body ?? {})) as Record<string, unknown>;
  if (typeof given !== 'object' || Array.isArray(given)) throw wrong('', 'not-an-object');
  if (!inQuery) refuseAll(query, 'unknown-in-query');
  for (const name of inPath) if (Object.hasOwn(given, name)) throw wrong(name, 'given-twice');
  return { ...given, ...(params as Record<string, unknown>) };
}

function refuseAll(query: unknown, message: string): void {
  const [first] = Object.keys(query as object);
  if (first !== undefined) throw wrong(first, message);
}

export function wrong(path: string, message: string) {
  return problem('invalid-input', { errors: [{ path, message }] });
}
