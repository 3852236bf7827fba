import { addWorkingDays, type PlainDate, weekdaysOnly } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { workingCalendar } from '../calendar/working-calendar.ts';

/** Working days that police and chair have each (Circular 14/2024/TT-BCA Art. 5, law BR-43). */
const term = 5;

/** When the term ends that began on a day, by the holidays of the team's last commune. */
export async function termEnd(
  tx: EntityManager,
  postingId: string,
  from: PlainDate,
): Promise<PlainDate> {
  const [place] = await tx.query(
    `select tc.commune_id as "communeId" from posting p join team_commune tc on tc.team_id = p.team_id
      where p.id = $1 order by tc.valid_from desc limit 1`,
    [postingId],
  );
  const calendar = place ? await workingCalendar(tx, place.communeId) : weekdaysOnly;
  return addWorkingDays(from, term, calendar);
}
