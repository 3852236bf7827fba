import { accountChanged, type createAccount } from '@antt/contracts';
import { type Input, searchKey } from '@antt/kernel';
import { idFrom, publish } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { RoleGrantEntity } from '../grants/grant.entity.ts';
import { publishGrant } from '../grants/publish-grant.ts';

type NewAccount = Input<typeof createAccount> & { passwordHash: string; oneTimeDays: number };

/** Writes an account with its first grants; false where the id is there already. */
export async function insertAccount(tx: EntityManager, account: NewAccount): Promise<boolean> {
  const { id, username, fullName, phone, grants, passwordHash, oneTimeDays } = account;
  const made = await tx.query(
    `insert into account (id, username, full_name, search_key, phone, password_hash,
                          password_expires_at, must_change_password)
     values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7), true)
     on conflict (id) do nothing returning id`,
    [
      id,
      username,
      fullName,
      accountSearchKey(username, fullName),
      phone,
      passwordHash,
      oneTimeDays,
    ],
  );
  if (made.length === 0) return false;
  await publish(tx, accountChanged, { accountId: id, what: 'created' });
  const ids = grantIds(id, grants);
  for (const [index, { role, areaId, from, to }] of grants.entries()) {
    const grant = { id: ids[index]!, accountId: id, role, areaId, validFrom: from, validTo: to };
    await tx.insert(RoleGrantEntity, grant);
    await publishGrant(tx, 'granted', grant);
  }
  return true;
}

export function accountSearchKey(username: string, fullName: string): string {
  return searchKey(`${username} ${fullName}`);
}

/** First grants are named by what they say, so that a repeated command finds its own again. */
export function grantIds(
  accountId: string,
  grants: readonly { role: string; areaId: string; from: string }[],
): string[] {
  return grants.map(({ role, areaId, from }) => idFrom(`${accountId} ${role} ${areaId} ${from}`));
}
