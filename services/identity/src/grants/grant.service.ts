import {
  accessChanged,
  type Account,
  type endGrant,
  type grantRole,
  problem,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { openAccount } from '../accounts/open-account.ts';
import { readAccount } from '../accounts/read-account.ts';
import { Authority } from '../authority/authority.service.ts';
import { RoleGrantEntity } from './grant.entity.ts';
import { publishGrant } from './publish-grant.ts';

/** Gives and takes roles. Nobody changes the own account, nor gives what they do not hold. */
@Injectable()
export class GrantService {
  constructor(
    private readonly db: EntityManager,
    private readonly authority: Authority,
  ) {}

  async grant(command: Input<typeof grantRole>): Promise<Account> {
    const { id, accountId, role, areaId, from: validFrom, to: validTo } = command;
    await this.authority.assertManages(accountId, 'account.write');
    await this.authority.assertMayGrant([command]);
    await this.db.transaction(async (tx) => {
      await openAccount(tx, accountId);
      const wanted = { id, accountId, role, areaId, validFrom, validTo };
      const existing = await tx.findOneBy(RoleGrantEntity, { id });
      if (existing) return sameAgain(existing, wanted);
      await tx.insert(RoleGrantEntity, wanted);
      await publishGrant(tx, 'granted', wanted);
      await publish(tx, accessChanged, { accountId, why: 'roles' });
    });
    return readAccount(this.db, accountId);
  }

  /** A grant ended on or before its first day was never held. */
  async end({ id, accountId, to }: Input<typeof endGrant>): Promise<Account> {
    await this.authority.assertManages(accountId, 'account.write');
    await this.db.transaction(async (tx) => {
      const grant = await tx.findOne(RoleGrantEntity, {
        where: { id, accountId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!grant) throw problem('grant-not-found', { id });
      const validTo = to < grant.validFrom ? grant.validFrom : to;
      if (grant.validTo === validTo) return;
      // To hold a role longer is to be given it again.
      if (grant.validTo !== null && validTo > grant.validTo) {
        throw problem('invalid-input', { errors: [{ path: 'to', message: 'after-its-end' }] });
      }
      await tx.update(RoleGrantEntity, { id }, { validTo });
      await publishGrant(tx, 'grant-ended', { ...grant, validTo });
      await publish(tx, accessChanged, { accountId, why: 'roles' });
    });
    return readAccount(this.db, accountId);
  }
}
