import {
  type getMapVersion,
  type Permission,
  type Principal,
  scopeOf,
  type Layer,
} from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import { createHash } from 'node:crypto';

export type MapVersion = Output<typeof getMapVersion>;
export type TileAddress = { layer: Layer; z: number; x: number; y: number; on: PlainDate };

/** The permission that cuts a layer to the viewer's area; null where everybody may see all of it. */
export function permissionOf(layer: Layer): Permission | null {
  if (layer === 'teams') return 'team.read';
  if (layer === 'workplaces') return 'workplace.read';
  return null;
}

function lastNotAfter(days: readonly PlainDate[], on: PlainDate): PlainDate {
  return days.findLast((day) => day <= on) ?? '';
}

/**
 * What a layer shows on a day, as a name: two days with the same name show the same. Points follow the units
 * too, because names and the tree of units decide what is drawn and for whom.
 */
export function stateOf(
  version: MapVersion,
  { layer, on }: Pick<TileAddress, 'layer' | 'on'>,
  principal: Principal,
): string {
  const outlines = `o${version.outlines}.${lastNotAfter(version.outlineDays, on)}`;
  const permission = permissionOf(layer);
  if (!permission) return outlines;
  const points = `p${version.points}.${lastNotAfter(version.pointDays, on)}`;
  return `${outlines}-${points}-${scopeName(principal, permission, on)}`;
}

const scopeNames = new WeakMap<Principal, Map<string, string>>();

/** Accounts with the same units share their tiles. */
function scopeName(principal: Principal, permission: Permission, on: PlainDate): string {
  let names = scopeNames.get(principal);
  if (!names) scopeNames.set(principal, (names = new Map()));
  const key = `${permission} ${on}`;
  let name = names.get(key);
  if (!name) {
    const scope = scopeOf(principal, permission, on);
    name = scope === 'all' ? 'all' : digest(scope.join(' '));
    if (names.size > 1_000) names.clear();
    names.set(key, name);
  }
  return name;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
