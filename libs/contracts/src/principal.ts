import { PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { type Permission, permissionsOf, Role } from './role.ts';

/** A unit of an area, for the days from `from` up to but not including `to`. */
export const AreaUnit = z.object({
  unitId: z.uuid(),
  from: PlainDate,
  to: PlainDate.nullable(),
});
export type AreaUnit = z.infer<typeof AreaUnit>;

/** A role held in an area today. `units` is `all` where the area is the whole installation. */
export const Grant = z.object({
  role: Role,
  areaId: z.uuid(),
  areaName: z.string(),
  units: z.union([z.literal('all'), z.array(AreaUnit)]),
});
export type Grant = z.infer<typeof Grant>;

/** On whose behalf a message is sent; travels in every message's header. */
export const Principal = z.object({
  accountId: z.uuid(),
  username: z.string(),
  sessionId: z.uuid().nullable(),
  mustChangePassword: z.boolean(),
  grants: z.array(Grant),
});
export type Principal = z.infer<typeof Principal>;

/** The units (with all below them) that a principal may see or change; `all` has no limit. */
export type Scope = 'all' | string[];

/** Does the principal hold the permission in any area? */
export function holds(principal: Principal, permission: Permission): boolean {
  return principal.grants.some((grant) => permissionsOf[grant.role].includes(permission));
}

/**
 * The top units within which the permission holds *for a day's map*: an area is a dated set of units, so
 * a former district covers the past and its successor communes the present.
 */
export function scopeOf(principal: Principal, permission: Permission, on: PlainDate): Scope {
  const units = new Set<string>();
  for (const grant of principal.grants) {
    if (!permissionsOf[grant.role].includes(permission)) continue;
    if (grant.units === 'all') return 'all';
    for (const { unitId, from, to } of grant.units) {
      if (from <= on && (to === null || on < to)) units.add(unitId);
    }
  }
  return [...units].sort();
}
