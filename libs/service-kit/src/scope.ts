import {
  type AreaUnit,
  type Grant,
  type Permission,
  permissionsOf,
  problem,
  type Scope,
} from '@antt/contracts';
import { type PlainDate, type Problem, today } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { currentPrincipal, currentScope } from './context.ts';

/*
 * Who may look where, in a service whose schema has the tree of units (its own or a copy) and `unit_below`.
 */

/** The scope as SQL takes it: null is everywhere. */
export function rootsOf(scope: Scope): string[] | null {
  return scope === 'all' ? null : scope;
}

type Roots = { scope: string[] | null; within: string[] | null };

/**
 * What a question may look at: the sender's scope for the permission on the day, and the `within` that
 * narrows it (a unit, or an area of the sender's own).
 */
export function reach(
  permission: Permission,
  { on, within }: { on: PlainDate; within?: string },
): Roots {
  return rootsWhere(permission, within, (unit) => holdsOn(unit, on));
}

/** The areas in which the sender holds a permission, each with its days; null is everywhere, always. */
export function areasOf(permission: Permission): AreaUnit[] | null {
  const areas: AreaUnit[] = [];
  for (const { role, units } of currentPrincipal().grants) {
    if (!permissionsOf[role].includes(permission)) continue;
    if (units === 'all') return null;
    areas.push(...units);
  }
  return areas;
}

/** The same over all days: a former district and its successor communes together. */
export function reachEver(permission: Permission, { within }: { within?: string }): Roots {
  return rootsWhere(permission, within, () => true);
}

function rootsWhere(
  permission: Permission,
  within: string | undefined,
  holds: (unit: AreaUnit) => boolean,
): Roots {
  const { grants } = currentPrincipal();
  const permitted = grants.filter((grant) => permissionsOf[grant.role].includes(permission));
  const scope = unitsOf(permitted, holds);
  if (!within) return { scope, within: null };
  const areas = grants.filter((grant) => grant.areaId === within);
  return { scope, within: areas.length > 0 ? unitsOf(areas, holds) : [within] };
}

function holdsOn({ from, to }: AreaUnit, on: PlainDate): boolean {
  return from <= on && (to === null || on < to);
}

function unitsOf(grants: Grant[], holds: (unit: AreaUnit) => boolean): string[] | null {
  const units = new Set<string>();
  for (const grant of grants) {
    if (grant.units === 'all') return null;
    for (const unit of grant.units.filter(holds)) units.add(unit.unitId);
  }
  return [...units].sort();
}

/**
 * Refuses a command or question about units outside the sender's area on that day. What was found by its id and lies
 * in no area of the sender's at all is answered as if it were not there (decision 0054): `absent` is what is said of
 * an id that nothing has.
 */
export async function assertInside(
  db: EntityManager,
  permission: Permission,
  unitIds: string[],
  on: PlainDate,
  absent?: Problem,
): Promise<void> {
  const outside = await outsideOf(db, permission, unitIds, on);
  if (outside.length === 0) return;
  if (absent && (await isHidden(db, unitIds, on))) throw absent;
  throw problem('outside-area', { on, permission });
}

/** Whether nobody has given the sender, in whatever role, any of these units on that day. */
async function isHidden(db: EntityManager, unitIds: string[], on: PlainDate): Promise<boolean> {
  const roots = unitsOf(currentPrincipal().grants, (unit) => holdsOn(unit, on));
  return roots !== null && (await beyond(db, unitIds, roots, on)).length === unitIds.length;
}

/** Those of the units that lie outside the sender's area on that day. */
export async function outsideOf(
  db: EntityManager,
  permission: Permission,
  unitIds: string[],
  on: PlainDate,
): Promise<string[]> {
  const roots = rootsOf(currentScope(permission, on));
  if (roots === null || unitIds.length === 0) return [];
  return beyond(db, unitIds, roots, on);
}

async function beyond(
  db: EntityManager,
  unitIds: string[],
  roots: string[],
  on: PlainDate,
): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `select wanted as id from unnest($1::uuid[]) wanted
      where wanted not in (select id from unit_below($2::uuid[], $3::date))`,
    [unitIds, roots, on],
  );
  return rows.map((row) => row.id);
}

/** Refuses who holds the permission in a part of the installation only: what is asked concerns all of it. */
export function assertEverywhere(permission: Permission, on: PlainDate = today()): void {
  if (currentScope(permission, on) !== 'all') throw problem('outside-area', { on, permission });
}
