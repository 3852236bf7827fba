import { problem } from '@antt/contracts';
import type { EntityManager } from 'typeorm';
import { AccountEntity } from './account.entity.ts';

/** An account that is not closed, locked so that two commands about it follow one another. */
export async function openAccount(tx: EntityManager, id: string): Promise<AccountEntity> {
  const account = await tx.findOne(AccountEntity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!account) throw problem('account-not-found', { id });
  if (account.closedAt) throw problem('account-is-closed', { id, username: account.username });
  return account;
}
