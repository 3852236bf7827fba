import { operations, problems } from '@antt/contracts';
import { ownerOf } from '@antt/kernel';
import { type OperationRoute, routeOf } from '../operations/route.rules.ts';
import { ComponentSchemas } from './component-schema.ts';
import { type HandWritten, handWritten } from './hand-written.ts';

type Schema = Record<string, unknown>;

const problemType = 'application/problem+json';

/** The API as OpenAPI 3.1, from the same contracts that services and pages are made of. */
export function openApi(): Schema {
  const components = new ComponentSchemas();
  const paths: Record<string, Schema> = {};
  const add = (path: string, method: string, entry: Schema) => {
    (paths[path] ??= {})[method] = entry;
  };
  for (const entry of handWritten)
    add(`/api${entry.path}`, entry.method, describe(entry, components));
  for (const operation of operations) {
    const route = routeOf(operation);
    if (route)
      add(bracketed(`/api${route.path}`), route.method.toLowerCase(), derive(route, components));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ANTT Cơ sở',
      version: '1',
      description:
        'Days are `YYYY-MM-DD`; `on` asks as of a day; `within` takes a unit or an area. Errors are ' +
        'RFC 9457 problems whose `type` is a stable code. A creating command may leave out `id` and carry ' +
        'an `Idempotency-Key` instead: repeated with the same key it does nothing twice.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'Access token of a session, or a personal access token (`antt_…`)',
        },
      },
      schemas: { Problem: problemSchema, ...components.schemas },
      responses: {
        Problem: {
          description: 'What went wrong',
          content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', enum: Object.keys(problems) },
    title: { type: 'string' },
    status: { type: 'integer', enum: [...new Set(Object.values(problems))].sort() },
    detail: { type: 'string' },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
  additionalProperties: true,
};

function derive(
  { operation, method, inPath, makesId, status }: OperationRoute,
  components: ComponentSchemas,
): Schema {
  const inQuery = method === 'GET' || method === 'DELETE';
  const input = components.of(operation.input, 'input');
  const fields = (input.properties ?? {}) as Record<string, Schema>;
  const optional = makesId ? ['id'] : [];
  const required = ((input.required ?? []) as string[]).filter((name) => !optional.includes(name));
  const names = Object.keys(fields).filter((name) => !inPath.includes(name));
  const body = {
    ...input,
    properties: Object.fromEntries(names.map((name) => [name, fields[name]])),
    required: required.filter((name) => names.includes(name)),
  };
  return {
    operationId: operation.subject,
    tags: [ownerOf(operation)],
    summary: operation.summary,
    ...(operation.allow === 'everybody' ? { security: [] } : {}),
    description: `Allowed: ${operation.allow}`,
    parameters: [
      ...inPath.map((name) => parameter('path', name, fields[name] ?? {}, true)),
      ...(inQuery
        ? names.map((name) => parameter('query', name, fields[name]!, required.includes(name)))
        : []),
      ...(makesId ? [parameter('header', 'Idempotency-Key', { type: 'string' }, false)] : []),
    ],
    ...(inQuery || names.length === 0
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: responses(
      status,
      status === 204
        ? undefined
        : { 'application/json': { schema: components.of(operation.output, 'output') } },
    ),
  };
}

function describe(
  { path, tag, summary, open, query, body, status, answer }: HandWritten,
  components: ComponentSchemas,
): Schema {
  const asked = query ? components.of(query, 'input') : {};
  const required = (asked.required ?? []) as string[];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const content = answer && {
    [answer.type]: answer.schema ? { schema: components.of(answer.schema, 'output') } : {},
  };
  return {
    tags: [tag],
    summary,
    ...(open ? { security: [] } : {}),
    parameters: [
      ...inPath.map((name) => parameter('path', name, { type: 'string' }, true)),
      ...Object.entries((asked.properties ?? {}) as Record<string, Schema>).map(([name, schema]) =>
        parameter('query', name, schema, required.includes(name)),
      ),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { [body.type]: { schema: components.of(body.schema, 'input') } },
          },
        }
      : {}),
    responses: responses(status, content),
  };
}

function responses(status: number, content: Schema | undefined): Schema {
  return {
    [status]: { description: 'Done', ...(content ? { content } : {}) },
    default: { $ref: '#/components/responses/Problem' },
  };
}

function parameter(place: string, name: string, schema: Schema, required: boolean): Schema {
  return { name, in: place, required, schema };
}

function bracketed(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}
