import {
  accessChanged,
  type endSession,
  problem,
  type refreshSession,
  sessionEnded,
  type SessionTokens,
} from '@antt/contracts';
import type { Input, Payload } from '@antt/kernel';
import { currentContext, publish, Settings } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.ts';
import type { IdentitySettings } from '../config.ts';
import { issueTokens } from './issue.ts';
import { secretHash } from './secret.ts';
import { SessionEntity } from './session.entity.ts';

/**
 * Rotating refresh secrets. Each is used once; one that comes again later has been copied, by whom nobody
 * knows, so the session ends for both.
 *
 * Two tabs share one cookie and may send the same secret at once. So a used secret is still taken for some
 * seconds and gets a brother of the one given before. Whichever brother is used later makes the others
 * (if older than those seconds) used too: a thief who was quick enough to get a brother is found out when
 * the owner refreshes next, or the owner when the thief does.
 */
@Injectable()
export class RefreshService {
  constructor(
    private readonly db: EntityManager,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  async refresh({ refreshToken }: Input<typeof refreshSession>): Promise<SessionTokens> {
    const hash = secretHash(refreshToken);
    const tokens = await this.db.transaction(async (tx) => {
      const session = await lockSession(tx, hash);
      if (!session || session.endedAt || session.refreshExpiresAt <= new Date()) return null;
      const account = await tx.findOneByOrFail(AccountEntity, { id: session.accountId });
      if (account.closedAt) return null;
      const state = await this.use(tx, session.id, hash);
      if (state === 'reused') {
        await end(tx, session, 'secret-reused');
        return null;
      }
      return issueTokens(tx, session.id, account, this.settings);
    });
    if (!tokens) throw problem('session-ended');
    return tokens;
  }

  /** The session of the secret, and the caller's own by its id: often the same. */
  async end({ refreshToken, sessionId }: Input<typeof endSession>): Promise<Record<string, never>> {
    const { principal } = currentContext();
    await this.db.transaction(async (tx) => {
      if (refreshToken)
        await end(tx, await lockSession(tx, secretHash(refreshToken)), 'signed-out');
      if (!sessionId || !principal) return;
      const own = await tx.findOne(SessionEntity, {
        where: { id: sessionId, accountId: principal.accountId },
        lock: { mode: 'pessimistic_write' },
      });
      await end(tx, own, 'signed-out');
    });
    return {};
  }

  private async use(tx: EntityManager, sessionId: string, hash: Buffer): Promise<'ok' | 'reused'> {
    const grace = this.settings.REFRESH_GRACE_SECONDS;
    const [secret] = await tx.query(
      `select replaced_at is not null as used,
              coalesce(replaced_at < now() - make_interval(secs => $2), false) as late
         from refresh_secret where hash = $1`,
      [hash, grace],
    );
    if (secret.late) return 'reused';
    if (!secret.used) {
      await tx.query(
        `update refresh_secret set replaced_at = now()
          where session_id = $1 and replaced_at is null
            and (hash = $2 or issued_at < now() - make_interval(secs => $3))`,
        [sessionId, hash, grace],
      );
    }
    return 'ok';
  }
}

/** The session of a secret, locked: refreshes of one session happen one after the other. */
async function lockSession(tx: EntityManager, hash: Buffer): Promise<SessionEntity | null> {
  const [found] = await tx.query(`select session_id from refresh_secret where hash = $1`, [hash]);
  if (!found) return null;
  return tx.findOne(SessionEntity, {
    where: { id: found.session_id },
    lock: { mode: 'pessimistic_write' },
  });
}

async function end(
  tx: EntityManager,
  session: SessionEntity | null,
  why: Payload<typeof sessionEnded>['why'],
): Promise<void> {
  if (!session || session.endedAt) return;
  const { id, accountId } = session;
  await tx.query(`update session set ended_at = now() where id = $1`, [id]);
  await publish(tx, sessionEnded, { sessionId: id, accountId, why });
  await publish(tx, accessChanged, { accountId, why: 'signed-out' });
}
