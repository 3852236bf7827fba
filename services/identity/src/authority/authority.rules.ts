import { type AreaUnit, type Permission, permissionsOf, type Principal } from '@antt/contracts';
import { holdsOn, type PlainDate } from '@antt/kernel';

/** Dated units (with all below them) within which somebody may act; `all` has no limit. */
export type Reach = 'all' | readonly AreaUnit[];

/** A unit on a day. */
export type Place = { unitId: string; on: PlainDate };

/** Where a principal holds all of these permissions by one and the same role. */
export function reachOf(principal: Principal, permissions: readonly Permission[]): Reach {
  const units: AreaUnit[] = [];
  for (const grant of principal.grants) {
    const held = permissionsOf[grant.role];
    if (!permissions.every((permission) => held.includes(permission))) continue;
    if (grant.units === 'all') return 'all';
    units.push(...grant.units);
  }
  return units;
}

/** Who gives a role must hold in the area all that the role may do, and may manage accounts there. */
export function permissionsToGrant(role: keyof typeof permissionsOf): readonly Permission[] {
  return ['account.write', ...permissionsOf[role]];
}

/** The top units of a reach on a day. */
export function rootsOn(reach: readonly AreaUnit[], on: PlainDate): string[] {
  const held = reach.filter(({ from, to }) => holdsOn({ validFrom: from, validTo: to }, on));
  return [...new Set(held.map(({ unitId }) => unitId))].sort();
}

/**
 * Where to look whether a dated unit lies within a reach: on its first day (not before `since`) and on each
 * later day on which the reach changes. Empty where it ended before `since`.
 */
export function placesOf(unit: AreaUnit, reach: readonly AreaUnit[], since: PlainDate): Place[] {
  const first = unit.from > since ? unit.from : since;
  const last = unit.to;
  if (last !== null && last <= first) return [];
  const changes = reach
    .flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
    .filter((day) => day > first && (last === null || day < last));
  return [...new Set([first, ...changes])].map((on) => ({ unitId: unit.unitId, on }));
}

/** An area that lies in the past altogether is judged by what it was. */
export function placesOfArea(
  units: readonly AreaUnit[],
  reach: readonly AreaUnit[],
  since: PlainDate,
): Place[] {
  const places = units.flatMap((unit) => placesOf(unit, reach, since));
  return places.length > 0 ? places : units.flatMap((unit) => placesOf(unit, reach, unit.from));
}
