import { type Permission, problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { assertEverywhere, assertInside } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

/** Refuses who may not run this campaign: a province its own, all of the installation who answers for all of it. */
export async function assertMayRun(
  tx: EntityManager,
  unitId: string | null,
  on: PlainDate,
  permission: Permission = 'campaign.write',
): Promise<void> {
  if (unitId === null) return assertEverywhere(permission);
  const absent = problem('unit-not-found', { id: unitId, on });
  await assertInside(tx, permission, [unitId], on, absent);
  const [unit]: { level: string }[] = await tx.query(
    `select u.level from unit u join unit_version v on v.unit_id = u.id
      where u.id = $1 and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)`,
    [unitId, on],
  );
  if (!unit) throw absent;
  if (unit.level !== 'province') throw problem('province-lays-down', { id: unitId, on });
}
