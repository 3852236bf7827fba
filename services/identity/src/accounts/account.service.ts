import {
  type Account,
  accountChanged,
  type closeAccount,
  type createAccount,
  type listAccounts,
  problem,
  type unlockAccount,
} from '@antt/contracts';
import { type Input, type Output, searchKey, today } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain, Settings } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { loadAreas } from '../areas/load-areas.ts';
import { reachOf } from '../authority/authority.rules.ts';
import { Authority } from '../authority/authority.service.ts';
import type { IdentitySettings } from '../config.ts';
import { hashPassword } from '../passwords/hash.ts';
import { oneTimePassword } from '../passwords/one-time-password.ts';
import { AttemptService } from '../sessions/attempt.service.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { grantIds, insertAccount } from './insert-account.ts';
import { openAccount } from './open-account.ts';
import { readAccount, readAccounts } from './read-account.ts';

@Injectable()
export class AccountService {
  constructor(
    private readonly db: EntityManager,
    private readonly authority: Authority,
    private readonly attempts: AttemptService,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  async list(question: Input<typeof listAccounts>): Promise<Output<typeof listAccounts>> {
    const { q, role, state, cursor, limit } = question;
    const { items, total } = await readAccounts(this.db, {
      areas: await this.areasSeen(),
      key: q ? searchKey(q) : null,
      role: role ?? null,
      state: state ?? null,
      after: cursor ?? null,
      limit,
    });
    const nextCursor = items.length === limit ? items[items.length - 1]!.username : null;
    return { items, nextCursor, total };
  }

  async create(given: Input<typeof createAccount>): Promise<Output<typeof createAccount>> {
    const command = { ...given, fullName: given.fullName.normalize('NFC') };
    await this.authority.assertMayGrant(command.grants);
    const existing = await this.findCreated(command);
    if (existing) return { account: existing, oneTimePassword: null };
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    const made = await this.db.transaction(async (tx) => {
      const days = this.settings.ONE_TIME_PASSWORD_DAYS;
      return insertAccount(tx, { ...command, passwordHash, oneTimeDays: days });
    });
    // Somebody else made it with the same id in this moment; their answer holds the password.
    if (!made) {
      const account = await this.findCreated(command);
      if (!account) throw problem('try-again');
      return { account, oneTimePassword: null };
    }
    return { account: await readAccount(this.db, command.id), oneTimePassword: password };
  }

  async unlock({ id }: Input<typeof unlockAccount>): Promise<Account> {
    await this.authority.assertManages(id, 'account.write');
    await this.db.transaction(async (tx) => {
      const { username } = await openAccount(tx, id);
      const lifted = await this.attempts.forgetAll(tx, username);
      if (lifted) await publish(tx, accountChanged, { accountId: id, what: 'unlocked' });
    });
    return readAccount(this.db, id);
  }

  async close({ id }: Input<typeof closeAccount>): Promise<Account> {
    await this.authority.assertManages(id, 'account.write');
    await this.db.transaction(async (tx) => {
      const [, closed] = await tx.query(
        `update account set closed_at = now() where id = $1 and closed_at is null`,
        [id],
      );
      if (closed === 0) return;
      await tx.query(`delete from token where account_id = $1`, [id]);
      await endSessions(tx, id, 'closed');
      await publish(tx, accountChanged, { accountId: id, what: 'closed' });
    });
    return readAccount(this.db, id);
  }

  /** Areas whose accounts the caller sees; null is everything. */
  private async areasSeen(): Promise<string[] | null> {
    const reach = reachOf(currentPrincipal(), ['account.read']);
    if (reach === 'all') return null;
    return [...(await this.authority.areasInside(await loadAreas(this.db), reach, today()))];
  }

  private async findCreated(command: Input<typeof createAccount>): Promise<Account | null> {
    const { id, username, fullName, phone, grants } = command;
    const { items } = await readAccounts(this.db, { ids: [id] });
    const [existing] = items;
    if (!existing) return null;
    sameAgain<Account>(existing, { username, fullName, phone });
    const held = new Set(existing.grants.map((grant) => grant.id));
    const other = grantIds(id, grants).find((grantId) => !held.has(grantId));
    if (other) throw problem('id-reused', { id, field: 'grants' });
    return existing;
  }
}
