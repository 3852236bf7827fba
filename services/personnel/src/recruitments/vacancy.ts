import { type PlanTerms, problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** Places of a commune that nobody holds on a day: what was decided less who is active (law BR-33). */
export async function vacanciesOf(
  tx: EntityManager,
  communeId: string,
  on: PlainDate,
): Promise<Pick<PlanTerms, 'quota' | 'active' | 'vacancies'>> {
  const [{ quota, active }] = await tx.query(
    `select (select members from quota where unit_id = $1
                and valid_from <= $2 and (valid_to is null or $2 < valid_to)) as quota,
            (select count(*) from posting p
               join team_commune tc on tc.team_id = p.team_id and tc.commune_id = $1
                and tc.valid_from <= $2 and (tc.valid_to is null or $2 < tc.valid_to)
              where p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to))::int as active`,
    [communeId, on],
  );
  return { quota, active, vacancies: Math.max(0, (quota ?? 0) - active) };
}

/** A plan asks for no more people than the commune has free places. */
export async function assertVacant(
  tx: EntityManager,
  { communeId, places }: { communeId: string; places: number },
  on: PlainDate,
): Promise<void> {
  const { quota, vacancies } = await vacanciesOf(tx, communeId, on);
  if (quota === null) throw problem('member-quota-missing', { communeId, on });
  if (places > vacancies) throw problem('recruitment-exceeds-vacancies', { on, places, vacancies });
}
