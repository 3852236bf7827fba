import { accessChanged } from '@antt/contracts';
import type { Payload } from '@antt/kernel';
import { publish } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

/** Ends an account's sessions (all but one, where one is spared) and tells who keeps its principal. */
export async function endSessions(
  tx: EntityManager,
  accountId: string,
  why: Payload<typeof accessChanged>['why'],
  spared: string | null = null,
): Promise<void> {
  await tx.query(
    `update session set ended_at = now()
      where account_id = $1 and ended_at is null and id is distinct from $2`,
    [accountId, spared],
  );
  await publish(tx, accessChanged, { accountId, why });
}
