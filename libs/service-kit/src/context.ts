import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { problem, type Permission, type Principal, scopeOf, type Scope } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** What accompanies a message from hop to hop. */
export type Context = {
  principal: Principal | null;
  /** W3C trace context; its middle part is the trace id in logs, problems and the audit log. */
  traceparent: string;
  /** Epoch milliseconds after which nobody waits for the answer any more. */
  deadline: number;
};

const store = new AsyncLocalStorage<Context>();

/** A trace context of its own, where none came along. */
export function newTraceparent(): string {
  // Node keeps a stock of these; other random bytes cost a call to the system each time.
  const [trace, span] = [randomUUID().replaceAll('-', ''), randomUUID()];
  return `00-${trace}-${span.slice(0, 8)}${span.slice(24, 32)}-01`;
}

/** The trace id (32 hexadecimal digits) within a trace context. */
export function traceIdOf(traceparent: string): string {
  return traceparent.split('-')[1] ?? '';
}

/** Runs `work` on behalf of `context`. */
export function within<T>(context: Context, work: () => T): T {
  return store.run(context, work);
}

/** The context of the message being handled; outside of any, nobody's. */
export function currentContext(): Context {
  return store.getStore() ?? { principal: null, traceparent: newTraceparent(), deadline: Infinity };
}

/** The account that the message is sent for. */
export function currentPrincipal(): Principal {
  const { principal } = currentContext();
  if (!principal) throw problem('not-signed-in');
  return principal;
}

/** The top units within which the sender holds the permission, on the day of the question. */
export function currentScope(permission: Permission, on: PlainDate): Scope {
  return scopeOf(currentPrincipal(), permission, on);
}
