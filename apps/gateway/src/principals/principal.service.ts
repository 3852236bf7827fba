import { accessChanged, type Principal, problem, resolvePrincipal } from '@antt/contracts';
import type { Payload } from '@antt/kernel';
import { Client } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import { Passing } from '../bus.ts';

/** How long an answer about a token is believed, in milliseconds. */
const trust = 15_000;
const most = 10_000;

type Change = Payload<typeof accessChanged>;
type Known = { principal: Principal; until: number };

/**
 * Whose token is this? Asked of identity, believed for some seconds, and forgotten at once when the account's
 * access changes. Tokens are kept as digests only.
 */
@Injectable()
export class PrincipalService {
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, Promise<Principal>>();
  private readonly listeners: ((change: Change) => void)[] = [];
  private changes = 0;

  constructor(
    private readonly client: Client,
    passing: Passing,
  ) {
    passing.facts(accessChanged.subject, (_, { payload }) => this.change(payload as Change));
    passing.onGap(() => this.forgetAll());
  }

  /** Tells that an account's access changed, after what was known of it is forgotten. */
  onChange(hear: (change: Change) => void): void {
    this.listeners.push(hear);
  }

  /** The principal, at once where it is known. */
  of(token: string | null, traceparent: string): Principal | Promise<Principal> {
    if (!token || token.length > 200) throw problem('not-signed-in');
    const digest = hash('sha256', token, 'base64');
    const known = this.known.get(digest);
    if (known && known.until > Date.now()) return known.principal;
    let asked = this.asking.get(digest);
    if (!asked) {
      asked = this.ask(token, digest, traceparent);
      this.asking.set(digest, asked);
    }
    return asked;
  }

  /** Asks identity anew when the account comes next. */
  forget(accountId: string): void {
    this.changes += 1;
    for (const [digest, { principal }] of this.known) {
      if (principal.accountId === accountId) this.known.delete(digest);
    }
    this.asking.clear();
  }

  private change(change: Change): void {
    this.forget(change.accountId);
    for (const hear of this.listeners) hear(change);
  }

  private forgetAll(): void {
    this.changes += 1;
    this.known.clear();
    this.asking.clear();
  }

  private async ask(token: string, digest: string, traceparent: string): Promise<Principal> {
    const changes = this.changes;
    try {
      const context = { principal: null, traceparent };
      const { principal } = await this.client.call(resolvePrincipal, { token }, context);
      // An answer given before a change passed is good for this request only.
      if (changes === this.changes) this.keep(digest, principal);
      return principal;
    } finally {
      if (changes === this.changes) this.asking.delete(digest);
    }
  }

  private keep(digest: string, principal: Principal): void {
    this.known.delete(digest);
    this.known.set(digest, { principal, until: Date.now() + trust });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= most) break;
      this.known.delete(oldest);
    }
  }
}
