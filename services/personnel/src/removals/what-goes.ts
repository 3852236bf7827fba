import { problem } from '@antt/contracts';
import { today } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** Tables whose rows are part of the books: who has served, been on duty, trained or claimed anything stays. */
export const books = [
  'posting',
  'shift',
  'claim',
  'supervision',
  'cessation',
  'reminder',
  'refusal',
  'absence',
  'attendance',
  'issue',
  'severance',
  'case_amount',
] as const;

/** Tables whose rows go with the record of the person. */
export const goingAlong = [
  'person_detail',
  'person_file',
  'roster_remark',
  'age_review',
  'application',
] as const;

/**
 * What was recorded of the person goes with the record; who is in the books stays, and so do an applicant whose
 * recruitment goes on and a record that was merged.
 */
export async function remove(tx: EntityManager, personId: string): Promise<void> {
  const inBooks = books.map((table) => `exists (select from ${table} where person_id = $1)`);
  const [{ rests }] = await tx.query(
    `select ${inBooks.join(' or ')}
         or exists (select from application a
                     where a.person_id = $1 and not recruitment_is_over(a.recruitment_id, $2))
         or exists (select from person where merged_into = $1 or id = $1 and merged_into is not null) as rests`,
    [personId, today()],
  );
  if (rests) throw problem('person-has-history', { id: personId });
  await tx.query(
    `delete from person_detail_correction
      where detail_id in (select id from person_detail where person_id = $1)`,
    [personId],
  );
  for (const table of goingAlong) {
    await tx.query(`delete from ${table} where person_id = $1`, [personId]);
  }
  await tx.query('delete from comparison where $1 in (first_id, second_id)', [personId]);
  await tx.query('delete from person where id = $1', [personId]);
}
