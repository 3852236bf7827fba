import { type openSession, problem, sessionOpened, type SessionTokens } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { currentContext, publish, Settings, uuidv7, within } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.ts';
import type { IdentitySettings } from '../config.ts';
import { fits, hashPassword, isOutdated } from '../passwords/hash.ts';
import { AttemptService } from './attempt.service.ts';
import { issueTokens } from './issue.ts';

/** Signs people in. */
@Injectable()
export class SessionService {
  constructor(
    private readonly db: EntityManager,
    private readonly attempts: AttemptService,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  async open({ username, password, address }: Input<typeof openSession>): Promise<SessionTokens> {
    const name = username.normalize('NFC').toLowerCase();
    let account: AccountEntity | null = null;
    const lookUp = async () => {
      account ??= await this.db.findOneBy(AccountEntity, { username: name });
      return account;
    };
    return this.attempts.guarded(
      { username: name, address },
      async () => {
        const found = await lookUp();
        return found && { accountId: found.id, username: found.username };
      },
      async () => {
        const found = await lookUp();
        const open = found?.closedAt ? null : found;
        const right = await fits(open?.passwordHash ?? null, password);
        return right && open ? this.begin(open, password, address) : null;
      },
    );
  }

  private async begin(
    verified: AccountEntity,
    password: string,
    address: string,
  ): Promise<SessionTokens | null> {
    const { passwordHash } = verified;
    const fresh = isOutdated(passwordHash) ? await hashPassword(password) : passwordHash;
    return this.db.transaction(async (tx) => {
      // Between the check and now the password may have been reset or the account closed.
      const account = await tx.findOne(AccountEntity, {
        where: { id: verified.id, passwordHash },
        lock: { mode: 'pessimistic_write' },
      });
      if (!account || account.closedAt) return null;
      if (account.passwordExpiresAt && account.passwordExpiresAt <= new Date()) {
        throw problem('one-time-password-expired');
      }
      await this.attempts.forget(tx, { username: account.username, address });
      await tx.query(
        `update account set last_sign_in_at = now(), password_hash = $2 where id = $1`,
        [account.id, fresh],
      );
      await forgetOldSessions(tx, account.id);
      const sessionId = uuidv7();
      await tx.query(
        `insert into session (id, account_id, refresh_expires_at, address)
         values ($1, $2, now(), $3)`,
        [sessionId, account.id, address],
      );
      await onBehalfOf(account, () =>
        publish(tx, sessionOpened, { sessionId, accountId: account.id }),
      );
      return issueTokens(tx, sessionId, account, this.settings);
    });
  }
}

/** Sessions long over, with the secrets by which a reuse would have been noticed. */
function forgetOldSessions(tx: EntityManager, accountId: string): Promise<unknown> {
  return tx.query(
    `delete from session
      where account_id = $1 and refresh_expires_at < now() - interval '30 days'`,
    [accountId],
  );
}

/** Who signs in is nobody yet to the gateway; in the log it is already the account itself. */
function onBehalfOf<T>({ id, username }: AccountEntity, work: () => Promise<T>): Promise<T> {
  const principal = {
    accountId: id,
    username,
    sessionId: null,
    mustChangePassword: false,
    grants: [],
  };
  return within({ ...currentContext(), principal }, work);
}
