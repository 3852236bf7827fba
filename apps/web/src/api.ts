import { Problem, problemFrom, type Operation, type Output } from '@antt/kernel';
import type { z } from 'zod';
import { connectionBack, connectionLost } from './connection.ts';
import { currentSession, passwordMustChange, refresh } from './session/session.ts';

/** What a caller writes: fields with a default may be left out. */
export type Question<O extends Operation> = z.input<O['input']>;

type Options = {
  signal?: AbortSignal;
  idempotencyKey?: string;
  /** Sent on behalf of this account or not at all: another tab may have signed in as somebody else. */
  accountId?: string;
};

/** Nobody answered: the text is the web's own, no service can send it. */
export const noConnection = () =>
  new Problem({ type: 'no-connection', title: 'no-connection', status: 0 });

/** Method, address and body of an operation's question, from its route alone. */
export function requestOf(operation: Operation, input: object) {
  if (!operation.http) throw new Error(`${operation.subject} has no route`);
  const [method, route] = operation.http.split(' ') as [string, string];
  const rest: Record<string, unknown> = { ...input };
  const path = route.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (method !== 'GET' && method !== 'DELETE') {
    return { method, path: `/api${path}`, body: JSON.stringify(rest) };
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  return { method, path: `/api${path}${query.size > 0 ? `?${query}` : ''}` };
}

function authorised(init: RequestInit): RequestInit {
  const session = currentSession();
  const headers = new Headers(init.headers);
  if (session.status === 'signed-in') {
    headers.set('Authorization', `Bearer ${session.accessToken}`);
  }
  return { ...init, headers };
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(path, authorised(init));
    connectionBack();
    return answer;
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    connectionLost();
    throw noConnection();
  }
}

function assertSignedInAs(accountId: string | undefined) {
  const session = currentSession();
  if (accountId === undefined) return;
  if (session.status === 'signed-in' && session.account.id === accountId) return;
  throw new Problem({ type: 'not-signed-in', title: 'not-signed-in', status: 401 });
}

/**
 * A request on behalf of the signed-in account. An ended token is renewed once without a word; every
 * answer but a success becomes a thrown `Problem`.
 */
export async function request(
  path: string,
  init: RequestInit = {},
  accountId?: string,
): Promise<Response> {
  assertSignedInAs(accountId);
  let answer = await reach(path, init);
  if (answer.status === 401 && currentSession().status === 'signed-in') {
    const renewed = await refresh().catch(() => {
      throw noConnection();
    });
    // The cookie is every tab's: what it renews may be the session of somebody else by now.
    assertSignedInAs(accountId);
    if (renewed) answer = await reach(path, init);
  }
  if (answer.ok) return answer;
  const problem = problemFrom(await answer.json().catch(() => null));
  if (problem.type === 'password-change-required') passwordMustChange();
  throw problem;
}

/** Asks an operation of the contracts over HTTP. */
export async function call<O extends Operation>(
  operation: O,
  input: Question<O>,
  { signal, idempotencyKey, accountId }: Options = {},
): Promise<Output<O>> {
  const { method, path, body } = requestOf(operation, input as object);
  const headers = new Headers({ Accept: 'application/json' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (idempotencyKey) headers.set('Idempotency-Key', idempotencyKey);
  const answer = await request(path, { method, headers, body, signal }, accountId);
  return (answer.status === 204 ? {} : await answer.json()) as Output<O>;
}

/** Fetches a file and gives it to the user under the name the server says. */
export async function download(path: string, init: RequestInit = {}): Promise<void> {
  const answer = await request(path, init);
  const disposition = answer.headers.get('Content-Disposition') ?? '';
  const utf8 = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  const fallback = path.split('?')[0]!.split('/').at(-1)!;
  saveFile(await answer.blob(), utf8 ? decodeURIComponent(utf8) : (plain ?? fallback));
}

/** Hands a file made in the browser or fetched from the server to the user. */
export function saveFile(content: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
