import type { CommuneRef } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** How communes are called on a day; one that has ended, as it was called last. */
export async function communeRefs(
  db: EntityManager,
  ids: readonly string[],
  on: PlainDate,
): Promise<Map<string, CommuneRef>> {
  const rows: CommuneRef[] = await db.query(
    `select distinct on (unit_id) unit_id as id, name, kind from unit_version
      where unit_id = any ($1) and valid_from <= $2
      order by unit_id, valid_from desc`,
    [ids, on],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
