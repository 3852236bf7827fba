import { type getMe, type Principal, permissionsOf, problem } from '@antt/contracts';
import { type Output, today } from '@antt/kernel';
import { currentPrincipal, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.ts';
import { AreaEntity } from '../areas/area.entity.ts';
import { RoleGrantEntity } from '../grants/grant.entity.ts';
import { secretHash } from '../sessions/secret.ts';
import { areasOfMine } from './principal.rules.ts';

const resolveSql = sql(import.meta.url, './resolve-principal.sql');

/** Who a token belongs to, and what they may do. */
@Injectable()
export class PrincipalService {
  constructor(private readonly db: EntityManager) {}

  async resolve(token: string): Promise<Principal> {
    const [row] = await this.db.query(resolveSql, [secretHash(token), today()]);
    if (!row) throw problem('not-signed-in');
    if (row.stale) {
      await this.db.query(`update token set last_used_at = now() where id = $1`, [row.token_id]);
    }
    return {
      accountId: row.account_id,
      username: row.username,
      sessionId: row.session_id,
      mustChangePassword: row.must_change_password,
      grants: row.grants,
    };
  }

  async me(): Promise<Output<typeof getMe>> {
    const principal = currentPrincipal();
    const { accountId, grants } = principal;
    const account = await this.db.findOneBy(AccountEntity, { id: accountId });
    if (!account) throw problem('account-not-found', { id: accountId });
    const held = await this.db.findBy(RoleGrantEntity, { accountId });
    const areas = await this.db.findBy(AreaEntity, { id: In(grants.map((grant) => grant.areaId)) });
    const roles = [...new Set(grants.map((grant) => grant.role))];
    return {
      account: {
        id: account.id,
        username: account.username,
        fullName: account.fullName,
        mustChangePassword: account.mustChangePassword,
      },
      roles,
      permissions: [...new Set(roles.flatMap((role) => permissionsOf[role]))],
      areas: areasOfMine(principal, areas, held, today()),
    };
  }
}
