import type { Operation } from '@antt/kernel';
import { jest } from '@jest/globals';

type Asked = Record<string, unknown>;
type Refusal = { refused: string; status: number; members: Asked };
type Handler = { method: string; path: RegExp; names: string[]; answer: (input: Asked) => unknown };

/** The problem a fake answers with. */
export const refuse = (refused: string, status: number, members: Asked = {}): Refusal => ({
  refused,
  status,
  members,
});

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;

function reply(status: number, body: unknown) {
  const text = JSON.stringify(body);
  return {
    ok: status < 400,
    status,
    headers: new Headers({ 'Content-Type': 'application/json' }),
    json: () => Promise.resolve(JSON.parse(text) as unknown),
    body: null,
  };
}

/**
 * An API in memory for tests. Questions and answers are checked against the contracts, so that a page
 * cannot be tested against something the services would never say.
 */
export class FakeApi {
  readonly asked: { operation: string; input: Asked }[] = [];
  private handlers: Handler[] = [];
  unreachable = false;

  constructor() {
    this.hand('POST', '/sessions/refresh', () => refuse('session-ended', 401));
    globalThis.fetch = jest.fn((url: unknown, init?: RequestInit) =>
      Promise.resolve(this.handle(String(url), init)),
    ) as never;
  }

  /** What an operation answers from now on. */
  on(operation: Operation, given: (input: Asked) => unknown): this {
    const [method, path] = operation.http!.split(' ') as [string, string];
    return this.hand(method, path, (input) => {
      const question = operation.input.parse(input) as Asked;
      this.asked.push({ operation: operation.subject, input: question });
      const answer = given(question);
      return isRefusal(answer) ? answer : operation.output.parse(answer);
    });
  }

  /** What a route written by hand answers (sessions, uploads). */
  hand(method: string, path: string, answer: (input: Asked) => unknown): this {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
    const pattern = new RegExp(`^/api${path.replace(/:\w+/g, '([^/]+)')}$`);
    this.handlers.unshift({ method, path: pattern, names, answer });
    return this;
  }

  /** The last input an operation was asked with. */
  lastOf({ subject }: Operation): Asked | undefined {
    return this.asked.findLast(({ operation }) => operation === subject)?.input;
  }

  private handle(url: string, { method = 'GET', body }: RequestInit = {}) {
    if (this.unreachable) throw new TypeError('Failed to fetch');
    const { pathname, searchParams } = new URL(url, 'http://web.test');
    const handler = this.handlers.find((one) => one.method === method && one.path.test(pathname));
    if (!handler) return reply(404, { type: 'no-such-route', title: '', status: 404 });
    const values = handler.path.exec(pathname)!.slice(1);
    const answer = handler.answer({
      ...Object.fromEntries(searchParams),
      ...(typeof body === 'string' ? (JSON.parse(body) as Asked) : {}),
      ...Object.fromEntries(handler.names.map((name, index) => [name, values[index]])),
    });
    if (isRefusal(answer)) {
      const { refused, status, members } = answer;
      const named = { type: refused, title: refused, status, traceId: 'a'.repeat(32) };
      return reply(status, { ...members, ...named });
    }
    return reply(200, answer);
  }
}
