import { Principal, problem } from '@antt/contracts';
import { Problem, problemFrom } from '@antt/kernel';
import { headers as natsHeaders, type MsgHdrs } from '@nats-io/transport-node';
import { type Context, newTraceparent } from './context.ts';

const principalHeader = 'antt-principal';
const deadlineHeader = 'antt-deadline';
const traceHeader = 'traceparent';
const problemHeader = 'antt-problem';
const contentHeader = 'content-type';
const rawContent = 'application/octet-stream';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A message's body on the wire: bytes stay bytes, everything else becomes JSON. */
export function encode(value: unknown): { data: Uint8Array; raw: boolean } {
  if (value instanceof Uint8Array) return { data: value, raw: true };
  return { data: encoder.encode(JSON.stringify(value ?? null)), raw: false };
}

function decode(data: Uint8Array, headers?: MsgHdrs): unknown {
  if (headers?.get(contentHeader) === rawContent) return data;
  return data.length === 0 ? null : JSON.parse(decoder.decode(data));
}

/** Nest's serializer on the answering side. A problem is an answer like any other, marked in a header. */
export const answerSerializer = {
  serialize({ response, err }: { response?: unknown; err?: unknown }) {
    // `err` is set where Nest itself fails, outside of every handler.
    const answer = err ? problem('internal') : response;
    const failed = answer instanceof Problem;
    const { data, raw } = encode(failed ? answer.body : answer);
    if (!failed && !raw) return { data };
    const headers = natsHeaders();
    if (failed) headers.set(problemHeader, '1');
    if (raw) headers.set(contentHeader, rawContent);
    return { data, headers };
  },
};

type Incoming = { subject: string; data: Uint8Array; headers?: MsgHdrs };

/** Nest's deserializer on the answering side; every message is a request (it has an id). */
export const questionDeserializer = {
  deserialize(message: Incoming) {
    const { subject, headers } = message;
    let body: unknown;
    try {
      body = isStorable(message.data) ? decode(message.data, headers) : unusable;
    } catch {
      body = unusable;
    }
    const data: Question = { body, headers };
    return { pattern: subject, id: subject, data };
  },
};

/** What a handler is given: Nest hands on one argument, so the headers travel with the body. */
export type Question = { body: unknown; headers?: MsgHdrs };

/** Stands for a body that is not JSON, or holds what no table can; no schema accepts it. */
const unusable = Symbol('unusable');

/** NUL and half a surrogate pair, as `JSON.stringify` writes them: PostgreSQL's text cannot hold either. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;
const backslash = 0x5c;

// Hardly any message has a backslash at all, so hardly any is read twice.
function isStorable(data: Uint8Array): boolean {
  return !data.includes(backslash) || !unstorable.test(decoder.decode(data));
}

/** The answer, or the problem thrown. */
export function readAnswer(data: Uint8Array, headers?: MsgHdrs): unknown {
  throwProblem(data, headers);
  return decode(data, headers);
}

/** Throws where the answer is a problem, leaves the bytes alone where not. */
export function throwProblem(data: Uint8Array, headers?: MsgHdrs): void {
  if (headers?.has(problemHeader)) throw problemFrom(decode(data));
}

/** The headers that carry a context to the next hop. */
export function writeContext(context: Context): MsgHdrs {
  const headers = natsHeaders();
  headers.set(traceHeader, context.traceparent);
  if (Number.isFinite(context.deadline)) headers.set(deadlineHeader, String(context.deadline));
  if (context.principal) headers.set(principalHeader, JSON.stringify(context.principal));
  return headers;
}

// The same few principals come with every message; checking each once is enough.
const known = new Map<string, Principal>();

function readPrincipal(text: string): Principal {
  let principal = known.get(text);
  if (!principal) {
    const parsed = Principal.safeParse(JSON.parse(text));
    if (!parsed.success) throw problem('not-signed-in');
    principal = parsed.data;
    if (known.size > 2_000) known.clear();
    known.set(text, principal);
  }
  return principal;
}

/** The context a message came with; `not-signed-in` for a principal that is none. */
export function readContext(headers?: MsgHdrs): Context {
  const principal = headers?.get(principalHeader);
  const deadline = headers?.get(deadlineHeader);
  return {
    principal: principal ? readPrincipal(principal) : null,
    traceparent: headers?.get(traceHeader) || newTraceparent(),
    deadline: deadline ? Number(deadline) : Infinity,
  };
}
