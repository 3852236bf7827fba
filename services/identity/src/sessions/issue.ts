import type { SessionTokens } from '@antt/contracts';
import type { EntityManager } from 'typeorm';
import type { AccountEntity } from '../accounts/account.entity.ts';
import type { IdentitySettings } from '../config.ts';
import { newSecret } from './secret.ts';

/** A new pair for a session: an access token for some minutes and the refresh secret that comes next. */
export async function issueTokens(
  tx: EntityManager,
  sessionId: string,
  account: Pick<AccountEntity, 'id' | 'username' | 'fullName' | 'mustChangePassword'>,
  settings: IdentitySettings,
): Promise<SessionTokens> {
  const access = newSecret();
  const refresh = newSecret();
  await tx.query(`delete from access_token where session_id = $1 and expires_at < now()`, [
    sessionId,
  ]);
  await tx.query(
    `insert into access_token (hash, session_id, expires_at)
     values ($1, $2, now() + make_interval(mins => $3))`,
    [access.hash, sessionId, settings.ACCESS_TOKEN_MINUTES],
  );
  await tx.query(`insert into refresh_secret (hash, session_id) values ($1, $2)`, [
    refresh.hash,
    sessionId,
  ]);
  const [[session]] = await tx.query(
    `update session
        set refresh_expires_at = least(now() + make_interval(hours => $2),
                                       opened_at + make_interval(days => $3))
      where id = $1 returning refresh_expires_at`,
    [sessionId, settings.SESSION_IDLE_HOURS, settings.SESSION_LONGEST_DAYS],
  );
  return {
    accessToken: access.secret,
    expiresIn: settings.ACCESS_TOKEN_MINUTES * 60,
    refreshToken: refresh.secret,
    refreshExpiresAt: session.refresh_expires_at.toISOString(),
    account: {
      id: account.id,
      username: account.username,
      fullName: account.fullName,
      mustChangePassword: account.mustChangePassword,
    },
  };
}
