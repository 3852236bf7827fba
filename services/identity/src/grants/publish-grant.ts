import { accountChanged } from '@antt/contracts';
import { publish } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { AreaEntity } from '../areas/area.entity.ts';
import type { RoleGrantEntity } from './grant.entity.ts';

/** Tells of a grant given or ended with all that it said, so that the log alone can be read. */
export async function publishGrant(
  tx: EntityManager,
  what: 'granted' | 'grant-ended',
  { id, accountId, role, areaId, validFrom, validTo }: RoleGrantEntity,
): Promise<void> {
  const { name } = await tx.findOneByOrFail(AreaEntity, { id: areaId });
  await publish(tx, accountChanged, {
    accountId,
    what,
    grantId: id,
    role,
    areaId,
    areaName: name,
    from: validFrom,
    to: validTo,
  });
}
