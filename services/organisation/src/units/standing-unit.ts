import { type Permission, problem } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { assertInside } from '@antt/service-kit';
import { type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { UnitVersionEntity } from './unit.entity.ts';

/** The version of a unit that holds on a day. */
export async function standingUnit(
  tx: EntityManager,
  unitId: string,
  on: PlainDate,
  { lock = false } = {},
): Promise<UnitVersionEntity> {
  // The unit, not its version: who waited for a version finds it ended, and the next one not at all.
  if (lock) await lockUnits(tx, [unitId]);
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

/** The version of a unit that the sender may write that day; a unit of others is answered as one not there. */
export async function ownUnit(
  tx: EntityManager,
  permission: Permission,
  unitId: string,
  on: PlainDate,
  { lock = false } = {},
): Promise<UnitVersionEntity> {
  const unit = await standingUnit(tx, unitId, on, { lock });
  await assertInside(tx, permission, [unitId], on, problem('unit-not-found', { id: unitId, on }));
  return unit;
}

/** Refuses who may not read the unit; what it was on its last day counts for its whole story. */
export async function assertReadableUnit(
  db: EntityManager,
  permission: Permission,
  id: string,
): Promise<PlainDate> {
  const last = await lastDayOf(db, id);
  await assertInside(db, permission, [id], last, problem('unit-not-found', { id }));
  return last;
}

/** Who changes something dated about these units waits for who does so already. */
export async function lockUnits(tx: EntityManager, unitIds: readonly string[]): Promise<void> {
  await tx.query('select 1 from unit where id = any ($1) order by id for no key update', [unitIds]);
}

/** The day by which a unit's whole story is judged: its last one, or today while it stands. */
export async function lastDayOf(db: EntityManager, id: string): Promise<PlainDate> {
  const [last] = await db.query(
    `select least(valid_to - 1, greatest(valid_from, $2::date)) as day
       from unit_version where unit_id = $1 order by valid_from desc limit 1`,
    [id, today()],
  );
  if (!last) throw problem('unit-not-found', { id });
  return last.day;
}
