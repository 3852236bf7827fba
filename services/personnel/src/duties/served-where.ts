import { type Permission, problem } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { assertPerson, peopleScope } from '../people/person-scope.ts';

/**
 * The team and commune that somebody served in on a day; refuses who was no member then. Somebody else's
 * person is not found, whether a member or not: only who may act where the person served that day, or for
 * where the person stands now, is told more.
 */
export async function servedWhere(
  db: EntityManager,
  permission: Permission,
  personId: string,
  on: PlainDate,
): Promise<{ teamId: string; communeId: string }> {
  const [row] = await db.query(
    `select p.team_id as "teamId", tc.commune_id as "communeId"
       from posting p
       join team_commune tc on tc.team_id = p.team_id
        and tc.valid_from <= $2 and (tc.valid_to is null or $2 < tc.valid_to)
      where p.person_id = $1 and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)`,
    [personId, on],
  );
  const scope = await peopleScope(db, permission, on);
  const isInside = row && (scope === null || scope.includes(row.communeId));
  if (!isInside) await assertPerson(db, permission, personId, today());
  if (!row) throw problem('person-does-not-serve', { id: personId, on });
  return row;
}
