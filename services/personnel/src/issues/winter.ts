import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { parametersOf } from '../settings/parameter-of.ts';
import { hasWinter } from './issue.rules.ts';

/** In which of the communes members get the winter set on a day (law BR-64). */
export async function winterIn(
  db: EntityManager,
  communeIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlySet<string>> {
  const said = await parametersOf(db, 'winter-uniform', communeIds, on);
  const rows: { id: string; code: string }[] = await db.query(
    `select commune.id, v.code
       from unnest($1::uuid[]) as commune (id)
      cross join lateral unit_above(commune.id, $2) a
       join unit u on u.id = a.id and u.level = 'province'
       join unit_version v on v.unit_id = a.id
        and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)`,
    [communeIds.filter((id) => said.get(id) === 'by-decree'), on],
  );
  const decreed = rows.filter(({ code }) => hasWinter(code)).map(({ id }) => id);
  return new Set([...decreed, ...communeIds.filter((id) => said.get(id) === 'always')]);
}
