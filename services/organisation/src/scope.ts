import { problem, type Permission, type Scope } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { currentPrincipal, currentScope } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

/** The scope as SQL takes it: null is everywhere. */
export function rootsOf(scope: Scope): string[] | null {
  return scope === 'all' ? null : scope;
}

/**
 * What a question may look at: the sender's scope for the permission on the day, and the `within` that
 * narrows it (a unit, or an area of the sender's own).
 */
export function reach(
  permission: Permission,
  { on, within }: { on: PlainDate; within?: string },
): { scope: string[] | null; within: string[] | null } {
  const scope = rootsOf(currentScope(permission, on));
  if (!within) return { scope, within: null };
  const areas = currentPrincipal().grants.filter((grant) => grant.areaId === within);
  if (areas.length === 0) return { scope, within: [within] };
  if (areas.some((grant) => grant.units === 'all')) return { scope, within: null };
  const units = areas
    .flatMap((grant) => (grant.units === 'all' ? [] : grant.units))
    .filter((unit) => unit.from <= on && (unit.to === null || on < unit.to))
    .map((unit) => unit.unitId);
  return { scope, within: [...new Set(units)] };
}

/** Refuses a command or question about units outside the sender's area on that day. */
export async function assertInside(
  db: EntityManager,
  permission: Permission,
  unitIds: string[],
  on: PlainDate,
): Promise<void> {
  const roots = rootsOf(currentScope(permission, on));
  if (roots === null) return;
  const [row] = await db.query(
    `select count(*)::int as outside from unnest($1::uuid[]) wanted
      where wanted not in (select id from unit_below($2::uuid[], $3::date))`,
    [unitIds, roots, on],
  );
  if (row.outside > 0) throw problem('outside-area', { on, permission });
}
