import { accountChanged, type Role } from '@antt/contracts';
import { publish, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.ts';
import { accountSearchKey } from '../accounts/insert-account.ts';
import { wholeArea } from '../areas/whole-area.ts';
import { RoleGrantEntity } from '../grants/grant.entity.ts';
import { publishGrant } from '../grants/publish-grant.ts';
import { hashPassword } from '../passwords/hash.ts';

// Law 30/2023/QH15 Art. 32: in force since this day, so nobody has had a role under it before.
const inForce = '2024-07-01';

type First = { username: string; fullName: string; password: string; invented: boolean };

/** An account that an installation begins with; its password was chosen by whoever starts it. */
export async function makeAccount(
  tx: EntityManager,
  { username, fullName, password, invented }: First,
  wholeRole: Role | null,
): Promise<void> {
  const id = uuidv7();
  await tx.insert(AccountEntity, {
    id,
    username,
    fullName: fullName.normalize('NFC'),
    searchKey: accountSearchKey(username, fullName),
    phone: '',
    passwordHash: await hashPassword(password),
    mustChangePassword: false,
    invented,
  });
  await publish(tx, accountChanged, { accountId: id, what: 'created' });
  if (!wholeRole) return;
  const grant = {
    id: uuidv7(),
    accountId: id,
    role: wholeRole,
    areaId: wholeArea.id,
    validFrom: inForce,
    validTo: null,
  };
  await tx.insert(RoleGrantEntity, grant);
  await publishGrant(tx, 'granted', grant);
}
