import { type Permission, problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { assertEverywhere, assertInside } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

/**
 * Refuses who may not lay down for this unit from that day: a province for itself, and for all of the installation who
 * answers for all of it.
 */
export async function assertMayLayDown(
  tx: EntityManager,
  unitId: string | null,
  on: PlainDate,
): Promise<void> {
  const permission: Permission = 'indicator.write';
  if (unitId === null) return assertEverywhere(permission, on);
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

/** What versions of a thing have in common: "code" and "unit_id" of an indicator, for example. */
type Thing = Readonly<Record<string, string | null>>;

/**
 * Ends what holds of a thing before a day, so that another version may begin there. Answers the first day on which a
 * later version holds. A version that begins on that very day stays: the constraint refuses a second one.
 */
export async function endFormer(
  tx: EntityManager,
  table:
    | 'indicator'
    | 'report_kind'
    | 'form'
    | 'grade_scheme'
    | 'award_form'
    | 'award_rule'
    | 'publication_quota',
  thing: Thing,
  validFrom: PlainDate,
): Promise<PlainDate | null> {
  const same = Object.keys(thing)
    .map((column, n) => `${column}::text is not distinct from $${n + 2}`)
    .join(' and ');
  const values = [validFrom, ...Object.values(thing)];
  const [next]: { from: PlainDate | null }[] = await tx.query(
    `select min(valid_from) as "from" from ${table} where valid_from > $1::date and ${same}`,
    values,
  );
  await tx.query(
    `update ${table} set valid_to = $1::date where valid_from < $1::date
        and (valid_to is null or $1::date < valid_to) and ${same}`,
    values,
  );
  return next!.from;
}
