import { accountChanged, type changePassword, problem, type resetPassword } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, publish, Settings } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.ts';
import { openAccount } from '../accounts/open-account.ts';
import { Authority } from '../authority/authority.service.ts';
import type { IdentitySettings } from '../config.ts';
import { AttemptService } from '../sessions/attempt.service.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { fits, hashPassword } from './hash.ts';
import { oneTimePassword } from './one-time-password.ts';
import { assertStrong } from './assert-strong.ts';

/** Changes of passwords: one's own, and by an administrator of the area. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly db: EntityManager,
    private readonly attempts: AttemptService,
    private readonly authority: Authority,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  /** A stolen access token must not serve to guess the password: wrong ones count as at sign-in. */
  async change({
    current,
    next,
  }: Input<typeof changePassword>): Promise<Output<typeof changePassword>> {
    const { accountId, sessionId } = currentPrincipal();
    if (!sessionId) throw problem('not-allowed');
    const account = await this.db.findOneBy(AccountEntity, { id: accountId });
    if (!account) throw problem('account-not-found', { id: accountId });
    const { username, passwordHash } = account;
    // A door of its own: who guesses with a stolen token must not lock the owner out of signing in.
    const door = { username, address: `session ${sessionId}`, known: true } as const;
    const checked = await this.attempts.guarded(
      door,
      async () => ({ accountId, username }),
      async () => ((await fits(passwordHash, current)) ? account : null),
    );
    assertStrong(next, username);
    if (await fits(checked.passwordHash, next)) throw problem('password-unchanged');
    const hash = await hashPassword(next);
    await this.db.transaction(async (tx) => {
      const [, changed] = await tx.query(
        `update account
            set password_hash = $3, must_change_password = false, password_expires_at = null
          where id = $1 and password_hash = $2 and closed_at is null`,
        [accountId, passwordHash, hash],
      );
      if (changed === 0) throw problem('try-again');
      await this.attempts.forget(tx, door);
      await endSessions(tx, accountId, 'password', sessionId);
      await publish(tx, accountChanged, { accountId, what: 'password-changed' });
    });
    return {};
  }

  /** Its tokens go too: whoever had the password may have made one. */
  async reset({ id }: Input<typeof resetPassword>): Promise<Output<typeof resetPassword>> {
    await this.authority.assertManages(id, 'account.write');
    const password = oneTimePassword();
    const hash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      const account = await openAccount(tx, id);
      await tx.query(
        `update account
            set password_hash = $2, must_change_password = not invented,
                password_expires_at =
                  case when invented then null else now() + make_interval(days => $3) end
          where id = $1`,
        [id, hash, this.settings.ONE_TIME_PASSWORD_DAYS],
      );
      await tx.query(`delete from token where account_id = $1`, [id]);
      await this.attempts.forgetAll(tx, account.username);
      await endSessions(tx, id, 'password');
      await publish(tx, accountChanged, { accountId: id, what: 'password-reset' });
    });
    return { oneTimePassword: password };
  }
}
