import type { PlainDate, WorkingCalendar } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** What holds for each of the communes: the country's holidays, and those of the units that it lies in that day. */
export async function workingCalendars(
  db: EntityManager,
  communeIds: readonly string[],
): Promise<(communeId: string) => WorkingCalendar> {
  const rows: { day: PlainDate; worked: boolean; communeId: string | null }[] = await db.query(
    `select day, worked, null as "communeId" from holiday where unit_id is null
     union all
     select h.day, h.worked, below.id
       from holiday h cross join lateral unit_below(array[h.unit_id], h.day) below
      where h.unit_id is not null and below.id = any ($1::uuid[])`,
    [communeIds],
  );
  const made = new Map<string, WorkingCalendar>();
  return (communeId) => {
    const known = made.get(communeId);
    if (known) return known;
    const [off, worked] = [new Set<PlainDate>(), new Set<PlainDate>()];
    // What a unit says of a day goes before what the country says: its rows come later.
    for (const row of rows.filter((one) => (one.communeId ?? communeId) === communeId)) {
      (row.worked ? worked : off).add(row.day);
      (row.worked ? off : worked).delete(row.day);
    }
    const calendar = { off, worked };
    made.set(communeId, calendar);
    return calendar;
  };
}

/** The calendar that terms of a commune's offices are reckoned by. */
export async function workingCalendar(
  db: EntityManager,
  communeId: string,
): Promise<WorkingCalendar> {
  return (await workingCalendars(db, [communeId]))(communeId);
}
