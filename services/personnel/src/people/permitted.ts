import { type Permission } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { communeOf, peopleScope } from './person-scope.ts';

const asked = [
  'person-profile.read',
  'citizen-id.read',
  'bank-account.read',
  'health.read',
  'criminal-record.read',
] as const satisfies Permission[];

/** Which of what protects people's data the sender holds in each commune: two roles in two areas do not add up. */
export async function sights(
  db: EntityManager,
  on: PlainDate,
): Promise<(communeId: string) => (permission: Permission) => boolean> {
  const scopes = new Map<Permission, Set<string> | null>();
  for (const permission of asked) {
    const scope = await peopleScope(db, permission, on);
    scopes.set(permission, scope && new Set(scope));
  }
  return (communeId) => (permission) => {
    const scope = scopes.get(permission);
    return scope === null || (scope?.has(communeId) ?? false);
  };
}

/** The same for the place of one person. */
export async function permittedOf(
  db: EntityManager,
  personId: string,
  on: PlainDate,
): Promise<(permission: Permission) => boolean> {
  const sight = await sights(db, on);
  return sight(await communeOf(db, personId, on));
}

/**
 * Whether the sender sees the profile behind a row of a list: of one person by where the person stands, of many by
 * the commune that each row names.
 */
export async function profileSight(
  db: EntityManager,
  personId: string | undefined,
  on: PlainDate,
): Promise<(row: { commune: { id: string } | null }) => boolean> {
  if (personId) {
    const may = await permittedOf(db, personId, on);
    return () => may('person-profile.read');
  }
  const sight = await sights(db, on);
  return ({ commune }) => sight(commune?.id ?? '')('person-profile.read');
}
