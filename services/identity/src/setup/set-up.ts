import { accountChanged, problem } from '@antt/contracts';
import { publish } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.ts';
import { assertStrong } from '../passwords/assert-strong.ts';
import { fits, hashPassword } from '../passwords/hash.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { secretHash } from '../sessions/secret.ts';
import { demoAccounts } from './demo-account.ts';
import { makeAccount } from './make-account.ts';
import type { Setup } from './setup-kind.ts';

export type SetupResult = { made: string[]; changed: string[]; kept: string[] };

/**
 * The accounts an installation begins with: those of the demo province, or the first administrator. May be
 * repeated; it never touches an account that people made. Needs the database only: what it tells waits in
 * the outbox for the service.
 */
export async function setUp(tx: EntityManager, setup: Setup): Promise<SetupResult> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('identity setup'))`);
  const result: SetupResult = { made: [], changed: [], kept: [] };
  const [{ real, invented }] = await tx.query(
    `select count(*) filter (where not invented)::int as real,
            count(*) filter (where invented)::int as invented from account`,
  );
  // People make real accounts in a demo too; but a real installation never holds an invented one.
  if (setup.SETUP_KIND === 'demo' ? real > 0 && invented === 0 : invented > 0) {
    throw problem('installation-holds-real-data');
  }
  if (setup.SETUP_KIND === 'demo') await setUpDemo(tx, setup.DEMO_PASSWORD, result);
  else await setUpAdministrator(tx, setup, result);
  return result;
}

async function setUpDemo(tx: EntityManager, password: string, result: SetupResult): Promise<void> {
  for (const { username, fullName, role, whole } of demoAccounts) {
    const existing = await tx.findOneBy(AccountEntity, { username });
    if (!existing) {
      const account = { username, fullName, password, invented: true };
      await makeAccount(tx, account, whole ? role : null);
      result.made.push(username);
    } else if (existing.invented && !(await fits(existing.passwordHash, password))) {
      await givePassword(tx, existing, password);
      result.changed.push(username);
    } else result.kept.push(username);
  }
}

async function givePassword(tx: EntityManager, { id, username }: AccountEntity, password: string) {
  await tx.update(
    AccountEntity,
    { id },
    { passwordHash: await hashPassword(password), passwordExpiresAt: null },
  );
  await tx.query(`delete from sign_in_attempt where key = $1`, [secretHash(username)]);
  await endSessions(tx, id, 'password');
  await publish(tx, accountChanged, { accountId: id, what: 'password-reset' });
}

/** Who types the own password here need not change it at the first sign-in. */
async function setUpAdministrator(
  tx: EntityManager,
  admin: Extract<Setup, { SETUP_KIND: 'empty' }>,
  result: SetupResult,
): Promise<void> {
  const { ADMIN_USERNAME: username, ADMIN_NAME: fullName, ADMIN_PASSWORD: password } = admin;
  if (await tx.existsBy(AccountEntity, { username })) {
    result.kept.push(username);
    return;
  }
  assertStrong(password, username);
  const account = { username, fullName, password, invented: false };
  await makeAccount(tx, account, 'provincial-administrator');
  result.made.push(username);
}
