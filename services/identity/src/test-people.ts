import {
  type Account,
  type AreaUnit,
  createAccount,
  openSession,
  type Principal,
  resolvePrincipal,
  type Role,
  type SessionTokens,
} from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import type { ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import { AccountEntity } from './accounts/account.entity.ts';
import { AreaEntity, AreaUnitEntity } from './areas/area.entity.ts';
import { wholeArea } from './areas/whole-area.ts';
import { RoleGrantEntity } from './grants/grant.entity.ts';
import { hashPassword } from './passwords/hash.ts';

export const password = 'mưa rơi trên phố huyện';

type Held = { role: Role; areaId?: string; from?: string; to?: string | null };

/** For tests: accounts and areas put there as rows, and how they sign in. */
export function people(service: ServiceUnderTest) {
  async function account(
    { username = `can-bo-${randomUUID().slice(0, 8)}`, ...rest }: Partial<AccountEntity> = {},
    ...grants: Held[]
  ): Promise<{ id: string; username: string }> {
    const id = randomUUID();
    await service.given(AccountEntity, {
      id,
      username,
      fullName: 'Nguyễn Văn Minh Họa',
      searchKey: searchKey(`${username} Nguyễn Văn Minh Họa`),
      phone: '',
      passwordHash: await hashPassword(password),
      mustChangePassword: false,
      invented: true,
      ...rest,
    });
    for (const { role, areaId = wholeArea.id, from = '2024-07-01', to = null } of grants) {
      const grant = { id: randomUUID(), accountId: id, role, areaId };
      await service.given(RoleGrantEntity, { ...grant, validFrom: from, validTo: to });
    }
    return { id, username };
  }

  async function area(...units: (string | AreaUnit)[]): Promise<string> {
    const id = randomUUID();
    await service.given(AreaEntity, { id, name: `Khu vực ${id}`, whole: false });
    for (const unit of units) {
      const { unitId, from, to } =
        typeof unit === 'string' ? { unitId: unit, from: '2024-01-01', to: null } : unit;
      const dated = { areaId: id, unitId, validFrom: from, validTo: to };
      await service.given(AreaUnitEntity, dated);
    }
    return id;
  }

  function signIn(username: string, secret = password): Promise<SessionTokens> {
    const command = { username, password: secret, address: '10.0.0.7' };
    return service.call(openSession, command, null);
  }

  async function principalOf(token: string): Promise<Principal> {
    return (await service.call(resolvePrincipal, { token }, null)).principal;
  }

  /** An account as the gateway would know it after signing in. */
  async function signedIn(...grants: Held[]): Promise<Principal> {
    const { username } = await account({}, ...grants);
    return principalOf((await signIn(username)).accessToken);
  }

  async function made(
    grants: { role: Role; areaId: string; from: string; to: string | null }[],
    by?: Principal,
  ): Promise<{ account: Account; oneTimePassword: string }> {
    const id = randomUUID();
    const command = {
      id,
      username: `moi-${id.slice(0, 8)}`,
      fullName: 'Trần Thị Minh Họa',
      phone: '0900 000 000',
      grants,
    };
    const { account: created, oneTimePassword } = await service.call(createAccount, command, by);
    return { account: created, oneTimePassword: oneTimePassword! };
  }

  return { account, area, signIn, principalOf, signedIn, made };
}

/** What the facts say that an account's change was told with. */
export async function factsAbout(
  service: ServiceUnderTest,
  accountId: string,
): Promise<Record<string, unknown>[]> {
  const rows = await service.db.query(
    `select subject, payload from outbox where payload ->> 'accountId' = $1 order by id`,
    [accountId],
  );
  return rows.map(({ subject, payload }: { subject: string; payload: object }) => ({
    event: subject.split('.')[2],
    ...payload,
  }));
}
