import { accountChanged, problem, signInRefused } from '@antt/contracts';
import type { Problem } from '@antt/kernel';
import { currentContext, publish, Settings } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { IdentitySettings } from '../config.ts';
import { lockSeconds, placeOf } from './attempt.rules.ts';
import { secretHash } from './secret.ts';
import { Turns } from './turn.ts';

/** Who a password was tried for; null where no account has the username. */
type Tried = { accountId: string; username: string } | null;

/** Whom a password is tried for, and whence; `known` where that is somebody's open session already. */
export type Door = { username: string; address: string; known?: true };

/** Where an attempt is counted, and after how many wrong ones that door stays shut. */
type Count = { place: Buffer; after: number };

/** All places together from which nobody has signed in yet. */
const strangers = Buffer.alloc(0);

/**
 * Counts wrong passwords by username and place, and keeps that door shut after too many. Who knows a username
 * can lock themselves out, and at last every place it never signed in from, but not those where it did.
 */
@Injectable()
export class AttemptService {
  private readonly turns = new Turns();

  constructor(
    private readonly db: EntityManager,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  /** Runs `verify` unless the door is locked; one after the other for each door. */
  async guarded<T>(
    door: Door,
    tried: () => Promise<Tried>,
    verify: () => Promise<T | null>,
  ): Promise<T> {
    const counts = await this.countsOf(door);
    // Strangers are counted together, so they queue together; who is known does not wait for them.
    const turn = `${counts.at(-1)!.place.toString('hex')} ${door.username}`;
    return this.turns.take(turn, async () => {
      if (Date.now() > currentContext().deadline) throw problem('deadline-exceeded');
      const seconds = await this.lockedFor(door, counts);
      if (seconds > 0) throw await this.refuse(await tried(), seconds);
      const right = await verify();
      if (right === null) throw await this.countWrong(door, counts, await tried());
      return right;
    });
  }

  /** Somebody proved the password at this door: what went wrong there is forgotten. */
  async forget(tx: EntityManager, door: Door): Promise<void> {
    const places = (await this.countsOf(door)).map(({ place }) => place);
    await tx.query(`delete from sign_in_attempt where key = $1 and place = any ($2)`, [
      secretHash(door.username),
      places,
    ]);
  }

  /** An administrator lifts every lock of the username; false where nothing had gone wrong. */
  async forgetAll(tx: EntityManager, username: string): Promise<boolean> {
    const [, count] = await tx.query(`delete from sign_in_attempt where key = $1`, [
      secretHash(username),
    ]);
    return count > 0;
  }

  /** Sessions are forgotten some weeks after their end; the place becomes strange then. */
  private async countsOf({ username, address, known }: Door): Promise<Count[]> {
    const here = { place: placeHash(address), after: this.settings.LOCK_AFTER };
    if (known) return [here];
    const rows: { address: string }[] = await this.db.query(
      `select distinct s.address from session s join account a on a.id = s.account_id
        where a.username = $1`,
      [username],
    );
    const place = placeOf(address);
    if (rows.some((row) => placeOf(row.address) === place)) return [here];
    return [here, { place: strangers, after: this.settings.LOCK_STRANGERS_AFTER }];
  }

  private async lockedFor({ username }: Door, counts: readonly Count[]): Promise<number> {
    const [row] = await this.db.query(
      `select ceil(extract(epoch from max(locked_until) - now()))::int as seconds
         from sign_in_attempt
        where key = $1 and place = any ($2) and locked_until > now()`,
      [secretHash(username), counts.map(({ place }) => place)],
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

  private countWrong({ username }: Door, counts: readonly Count[], tried: Tried): Promise<Problem> {
    return this.db.transaction(async (tx) => {
      const key = secretHash(username);
      await tx.query(`delete from sign_in_attempt where last_at < now() - interval '1 day'`);
      let longest = 0;
      let began = false;
      for (const count of counts) {
        const { seconds, isNew } = await this.countOne(tx, key, count);
        longest = Math.max(longest, seconds);
        began ||= isNew;
      }
      if (began && tried) {
        await publish(tx, accountChanged, { accountId: tried.accountId, what: 'locked' });
      }
      const reason = longest > 0 ? 'account-locked' : 'wrong-credentials';
      await publish(tx, signInRefused, { username: tried?.username ?? '', reason });
      return longest > 0
        ? problem('account-locked', { retryAfter: longest })
        : problem('wrong-credentials');
    });
  }

  /** How long this door is locked now, and whether it is since this attempt. */
  private async countOne(
    tx: EntityManager,
    key: Buffer,
    { place, after }: Count,
  ): Promise<{ seconds: number; isNew: boolean }> {
    await tx.query(
      `insert into sign_in_attempt (key, place) values ($1, $2) on conflict do nothing`,
      [key, place],
    );
    const [standing] = await tx.query(
      `select wrong, ceil(extract(epoch from locked_until - now()))::int as seconds
         from sign_in_attempt where key = $1 and place = $2 for update`,
      [key, place],
    );
    // Another replica may have locked it while this password was being checked.
    if (standing.seconds > 0) return { seconds: standing.seconds, isNew: false };
    const wrong = standing.wrong + 1;
    const seconds = lockSeconds(wrong, after, this.settings);
    await tx.query(
      `update sign_in_attempt
          set wrong = $3, last_at = now(), locked_until = now() + make_interval(secs => $4)
        where key = $1 and place = $2`,
      [key, place, wrong, seconds],
    );
    return { seconds, isNew: seconds > 0 };
  }
}

function placeHash(address: string): Buffer {
  return secretHash(placeOf(address));
}
