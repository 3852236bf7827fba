import { problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** The team and commune that somebody served in on a day; refuses who was no member then. */
export async function servedWhere(
  db: EntityManager,
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
  if (!row) throw problem('person-does-not-serve', { id: personId, on });
  return row;
}
