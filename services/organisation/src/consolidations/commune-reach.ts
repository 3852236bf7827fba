import type { PlainDate } from '@antt/kernel';
import { reach } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

/** The communes whose teams a question may look at; null is all of them. */
export async function communesOf(
  db: EntityManager,
  question: { on: PlainDate; within?: string },
): Promise<string[] | null> {
  const { scope, within } = reach('team.read', question);
  if (scope === null && within === null) return null;
  const rows: { id: string }[] = await db.query(
    `select u.id from unit u
      where u.level = 'commune'
        and ($1::uuid[] is null or u.id in (select id from unit_below($1, $3)))
        and ($2::uuid[] is null or u.id in (select id from unit_below($2, $3)))`,
    [scope, within, question.on],
  );
  return rows.map(({ id }) => id);
}
