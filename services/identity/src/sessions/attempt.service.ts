import { accountChanged, problem, signInRefused } from '@antt/contracts';
import type { Problem } from '@antt/kernel';
import { currentContext, publish, Settings } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { IdentitySettings } from '../config.ts';
import { lockSeconds } from './attempt.rules.ts';
import { secretHash } from './secret.ts';
import { Turns } from './turn.ts';

/** Who a password was tried for; null where no account has the username. */
type Tried = { accountId: string; username: string } | null;

/** Counts wrong passwords by username, and keeps the door shut after too many. */
@Injectable()
export class AttemptService {
  private readonly turns = new Turns();

  constructor(
    private readonly db: EntityManager,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  /** Runs `verify` unless the username is locked; one after the other for each username. */
  async guarded<T>(
    username: string,
    tried: () => Promise<Tried>,
    verify: () => Promise<T | null>,
  ): Promise<T> {
    return this.turns.take(username, async () => {
      if (Date.now() > currentContext().deadline) throw problem('deadline-exceeded');
      const seconds = await this.lockedFor(username);
      if (seconds > 0) throw await this.refuse(await tried(), seconds);
      const right = await verify();
      if (right === null) throw await this.countWrong(username, await tried());
      return right;
    });
  }

  /** Forgets what went wrong: somebody proved the password, or an administrator lifted the lock. */
  async forget(tx: EntityManager, username: string): Promise<boolean> {
    const [, count] = await tx.query(`delete from sign_in_attempt where key = $1`, [
      secretHash(username),
    ]);
    return count > 0;
  }

  private async lockedFor(username: string): Promise<number> {
    const [row] = await this.db.query(
      `select ceil(extract(epoch from locked_until - now()))::int as seconds
         from sign_in_attempt where key = $1 and locked_until > now()`,
      [secretHash(username)],
    );
    return row?.seconds ?? 0;
  }

  private refuse(tried: Tried, retryAfter: number): Promise<Problem> {
    return this.db.transaction(async (tx) => {
      await publish(tx, signInRefused, {
        username: tried?.username ?? '',
        reason: 'account-locked',
      });
      return problem('account-locked', { retryAfter });
    });
  }

  private countWrong(username: string, tried: Tried): Promise<Problem> {
    return this.db.transaction(async (tx) => {
      const key = secretHash(username);
      await tx.query(`delete from sign_in_attempt where last_at < now() - interval '1 day'`);
      await tx.query(`insert into sign_in_attempt (key) values ($1) on conflict do nothing`, [key]);
      const [standing] = await tx.query(
        `select wrong, ceil(extract(epoch from locked_until - now()))::int as seconds
           from sign_in_attempt where key = $1 for update`,
        [key],
      );
      // Another replica may have locked it while this password was being checked.
      const locked = standing.seconds > 0;
      const wrong = locked ? standing.wrong : standing.wrong + 1;
      const seconds = locked ? standing.seconds : lockSeconds(wrong, this.settings);
      if (!locked) {
        await tx.query(
          `update sign_in_attempt
              set wrong = $2, last_at = now(), locked_until = now() + make_interval(secs => $3)
            where key = $1`,
          [key, wrong, seconds],
        );
        if (seconds > 0 && tried) {
          await publish(tx, accountChanged, { accountId: tried.accountId, what: 'locked' });
        }
      }
      const reason = seconds > 0 ? 'account-locked' : 'wrong-credentials';
      await publish(tx, signInRefused, { username: tried?.username ?? '', reason });
      return seconds > 0
        ? problem('account-locked', { retryAfter: seconds })
        : problem('wrong-credentials');
    });
  }
}
