import { type Permission, problem } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { reach } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

/**
 * The teams whose records the sender may look at or write (null = all): those of the communes of the area, and for who was
 * given a village only, the team of that village. Asked as of today: a record goes on to be its team's commune's.
 */
export async function teamsWithin(
  db: EntityManager,
  permission: Permission,
  { within, on = today() }: { within?: string | undefined; on?: PlainDate },
): Promise<string[] | null> {
  const roots = reach(permission, within ? { on, within } : { on });
  const scope = await teamsBelow(db, roots.scope, on);
  const narrowed = await teamsBelow(db, roots.within, on);
  if (scope === null || narrowed === null) return scope ?? narrowed;
  const allowed = new Set(scope);
  return narrowed.filter((id) => allowed.has(id));
}

async function teamsBelow(
  db: EntityManager,
  roots: string[] | null,
  on: PlainDate,
): Promise<string[] | null> {
  if (roots === null) return null;
  const rows: { id: string }[] = await db.query('select id from teams_below($1::uuid[], $2)', [
    roots,
    on,
  ]);
  return rows.map(({ id }) => id);
}

/** Does the sender hold the permission for the team? */
export async function holdsTeam(
  db: EntityManager,
  permission: Permission,
  teamId: string,
): Promise<boolean> {
  const teams = await teamsWithin(db, permission, {});
  return teams === null || teams.includes(teamId);
}

/** Refuses who may not; a team of somebody else is answered as one that is not there (decision 0054). */
export async function assertTeam(
  db: EntityManager,
  permission: Permission,
  teamId: string,
): Promise<void> {
  if (await holdsTeam(db, permission, teamId)) return;
  if (await holdsTeam(db, 'incident.read', teamId)) {
    throw problem('outside-area', { on: today(), permission });
  }
  throw problem('team-not-found', { id: teamId });
}
