import type { EntityManager } from 'typeorm';

/**
 * Tables whose rows a merger gives to the record that stands for both: there the database keeps two from
 * holding at once for one person. What else is recorded of a person stays where it is and is read through
 * `person_records`.
 */
const tables = [
  'posting',
  'shift',
  'claim',
  'supervision',
  'cessation',
  'reminder',
  'refusal',
  'absence',
  'issue',
  'severance',
  'age_review',
  'application',
] as const;

/** Gives the rows of one record to another; answers which, by table. */
export async function move(
  tx: EntityManager,
  { from, to }: { from: string; to: string },
): Promise<Record<string, string[]>> {
  const moved: Record<string, string[]> = {};
  for (const table of tables) {
    const [rows]: [{ id: string }[]] = await tx.query(
      `update ${table} set person_id = $2 where person_id = $1 returning id`,
      [from, to],
    );
    moved[table] = rows.map(({ id }) => id);
  }
  return moved;
}

/** Gives back what a merger moved. */
export async function moveBack(
  tx: EntityManager,
  to: string,
  moved: Record<string, string[]>,
): Promise<void> {
  for (const table of tables) {
    const ids = moved[table] ?? [];
    await tx.query(`update ${table} set person_id = $1 where id = any ($2)`, [to, ids]);
  }
}

/** What a record's rows are now, told apart by their very content: whatever changes one shows. */
export async function stateOf(tx: EntityManager, personId: string): Promise<string> {
  const parts = [...tables, 'person_detail', 'person_file'].map(
    (table) => `(select coalesce(string_agg(each::text, '' order by id), '') from ${table} each
                  where person_id = $1)`,
  );
  const [{ state }] = await tx.query(`select md5(${parts.join(' || ')}) as state`, [personId]);
  return state;
}
