import type { PolicyDocument } from '@antt/contracts';
import { daysOf, type Period } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { ratesOf } from '../rate-tables/rates-of.ts';
import type { AppliedPolicy, PayQuestion } from './pay-statement.rules.ts';

/** What is asked of a month: the policies that pay on any of its days, and the tables' values. */
export async function payQuestion(
  db: EntityManager,
  month: Period,
  communes: readonly string[],
  people: readonly string[] | null,
): Promise<PayQuestion> {
  const { from: first, to: next } = daysOf(month);
  const policies: (AppliedPolicy & { document: PolicyDocument })[] = await db.query(
    `select id, document, units, valid_from as "validFrom", valid_to as "validTo"
       from policy
      where status = 'adopted' and valid_from < $2 and (valid_to is null or valid_to > $1)
      order by valid_from, id`,
    [first, next],
  );
  return { month, first, next, communes, people, policies, rates: await ratesOf(db, first, next) };
}
