import type { CriteriaDocument } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { asChosen } from '../criteria/reading.rules.ts';
import type { Applied } from './norm-statement.rules.ts';
import { snapshotDay } from './snapshot.rules.ts';

/** The criteria in force on a day, latest first: of two for one village (law BR-02) the later one counts. */
export async function criteriaInForce(db: EntityManager, on: PlainDate): Promise<Applied[]> {
  const rows: {
    id: string;
    document: CriteriaDocument;
    roots: string[] | null;
    valid_from: PlainDate;
  }[] = await db.query(
    `select c.id, c.document, r.roots, r.valid_from
       from criteria_reach r join criteria c on c.id = r.id
      where r.status = 'adopted' and r.valid_from <= $1 and (r.ends_on is null or $1 < r.ends_on)
      order by r.valid_from desc, c.id`,
    [on],
  );
  return rows.map(({ id, document, roots, valid_from }) => ({
    ...appliedAs(document, valid_from, on),
    id,
    roots,
  }));
}

/** A document as it is applied on a day, wherever. */
export function appliedAs(
  document: CriteriaDocument,
  validFrom: PlainDate,
  on: PlainDate,
): Omit<Applied, 'id' | 'roots'> {
  const chosen = asChosen(document);
  return { document: chosen, snapshotDay: snapshotDay(chosen.snapshot, validFrom, on) };
}
