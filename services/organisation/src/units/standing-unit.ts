import { problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { UnitVersionEntity } from './unit.entity.ts';

/** The version of a unit that holds on a day. */
export async function standingUnit(
  tx: EntityManager,
  unitId: string,
  on: PlainDate,
  { lock = false } = {},
): Promise<UnitVersionEntity> {
  if (lock) {
    // The unit, not its version: who waited for a version finds it ended, and the next one not at all.
    await tx.query('select 1 from unit where id = $1 for no key update', [unitId]);
  }
  const started = { unitId, validFrom: LessThanOrEqual(on) };
  const found = await tx.findOne(UnitVersionEntity, {
    where: [
      { ...started, validTo: IsNull() },
      { ...started, validTo: MoreThan(on) },
    ],
  });
  if (!found) throw problem('unit-not-found', { id: unitId, on });
  return found;
}
