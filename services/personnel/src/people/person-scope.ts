import {
  type AreaUnit,
  type Permission,
  permissionsOf,
  type Principal,
  problem,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { assertInside, currentPrincipal } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { assertOpen } from '../editing/assert-open.ts';

/**
 * The units whose people the sender may see on a day (null = all): those below the areas of that day, and of
 * former units of an area that have ended those below them on their last day, since the record of somebody
 * who left before a merger stays with the unit that was.
 */
export async function peopleScope(
  db: EntityManager,
  permission: Permission,
  on: PlainDate,
): Promise<string[] | null> {
  return unitsBelow(db, areasOf(currentPrincipal(), permission), on);
}

/** The same for `within`: a unit, or an area of the sender's own. */
export async function peopleWithin(
  db: EntityManager,
  within: string | undefined,
  on: PlainDate,
): Promise<string[] | null> {
  if (!within) return null;
  const own = currentPrincipal().grants.filter(({ areaId }) => areaId === within);
  const units: AreaUnit[] | null =
    own.length === 0
      ? [{ unitId: within, from: '1900-01-01', to: null }]
      : own.some((grant) => grant.units === 'all')
        ? null
        : own.flatMap((grant) => grant.units as AreaUnit[]);
  return unitsBelow(db, units, on);
}

/** The same of any of several days: what has ended between them is meant too. */
export async function peopleWithinOn(
  db: EntityManager,
  within: string | undefined,
  days: readonly PlainDate[],
): Promise<string[] | null> {
  const found = await Promise.all(days.map((day) => peopleWithin(db, within, day)));
  return found.includes(null) ? null : [...new Set(found.flatMap((some) => some!))];
}

function areasOf({ grants }: Principal, permission: Permission): AreaUnit[] | null {
  const permitted = grants.filter(({ role }) => permissionsOf[role].includes(permission));
  if (permitted.some(({ units }) => units === 'all')) return null;
  return permitted.flatMap(({ units }) => units as AreaUnit[]);
}

async function unitsBelow(
  db: EntityManager,
  units: AreaUnit[] | null,
  on: PlainDate,
): Promise<string[] | null> {
  if (units === null || units.length === 0) return units as null | [];
  const now = units.filter(({ from, to }) => from <= on && (to === null || on < to));
  const former = units.filter(({ to }) => to !== null && to <= on);
  const rows: { id: string }[] = await db.query(
    `select id from unit_below($1::uuid[], $2::date)
     union
     select below.id
       from unnest($3::uuid[], $4::date[]) as former (id, until)
       cross join lateral unit_below(array[former.id], former.until - 1) below
      where not exists (select 1 from unit_version v
                         where v.unit_id = former.id and (v.valid_to is null or v.valid_to > $2))
     union
     -- an area may name a unit without an end although the unit itself has ended
     select below.id
       from unnest($1::uuid[]) as root (id)
       cross join lateral (
         select max(v.valid_to) - 1 as last from unit_version v
          where v.unit_id = root.id having max(v.valid_to) <= $2) ended
       cross join lateral unit_below(array[root.id], ended.last) below`,
    [
      now.map(({ unitId }) => unitId),
      on,
      former.map(({ unitId }) => unitId),
      former.map(({ to }) => to),
    ],
  );
  return rows.map(({ id }) => id);
}

/** Where a person stands on a day: the commune of the team, or the one that keeps the record. */
export async function communeOf(db: EntityManager, id: string, on: PlainDate): Promise<string> {
  const [row] = await db.query(
    `select coalesce(last.commune_id, p.commune_id) as commune_id
       from person p
       left join lateral person_place(p.id, $2) last on true
      where p.id = $1`,
    [id, on],
  );
  if (!row) throw problem('person-not-found', { id });
  return row.commune_id;
}

/**
 * Refuses who may not see or change the person. Somebody else's person is not found: whether a record
 * exists is itself personal.
 */
export async function assertPerson(
  db: EntityManager,
  permission: Permission,
  id: string,
  on: PlainDate,
): Promise<void> {
  const commune = await communeOf(db, id, on);
  const scope = await peopleScope(db, permission, on);
  if (scope !== null && !scope.includes(commune)) throw problem('person-not-found', { id });
  if (!isWriting(permission)) return;
  const survivorId = await survivorOf(db, id);
  if (survivorId !== id) throw problem('person-is-merged', { id, survivorId });
  await assertOpen(db, commune);
}

/** The record that stands for this one now: itself, unless it was merged into another. */
export async function survivorOf(db: EntityManager, id: string): Promise<string> {
  const [row] = await db.query('select person_survivor($1) as id', [id]);
  return row?.id ?? id;
}

function isWriting(permission: Permission): boolean {
  return !permission.endsWith('.read');
}

/** Refuses who holds the permission elsewhere, and a unit that is no commune of that day. */
export async function assertCommune(
  db: EntityManager,
  permission: Permission,
  communeId: string,
  on: PlainDate,
): Promise<void> {
  const [row] = await db.query(
    `select 1 from unit u join unit_version v on v.unit_id = u.id
        and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
      where u.id = $1 and u.level = 'commune'`,
    [communeId, on],
  );
  if (!row) throw problem('unit-not-found', { id: communeId, on });
  await assertInside(db, permission, [communeId], on);
  if (isWriting(permission)) await assertOpen(db, communeId);
}
