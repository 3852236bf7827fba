import type { PolicyDocument } from '@antt/contracts';
import { daysOf, type Period, type PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { ratesOf } from '../rate-tables/rates-of.ts';
import type { AppliedPolicy, PayQuestion } from './pay-statement.rules.ts';

type Applied = AppliedPolicy & { document: PolicyDocument };

/** What is asked of a month: the policies that pay on any of its days, and the tables' values. */
export async function payQuestion(
  db: EntityManager,
  month: Period,
  communes: readonly string[],
  people: readonly string[] | null,
): Promise<PayQuestion> {
  const { from: first, to: next } = daysOf(month);
  const policies = await policiesOf(db, first, next, communes);
  const rates = await ratesOf(db, first, next, communes);
  return { month, first, next, communes, people, policies, rates };
}

/**
 * Whether the policy `p` pays in any of the communes on days from `first` to before `next`, as SQL. What lies over the
 * communes is looked up once, however many policies there are; it is told as `policy_place` tells it.
 */
export function paysIn({ first, next, communes }: Record<'first' | 'next' | 'communes', string>) {
  return `(p.units = '{}'
    or p.units && array(select above.id from unnest(${communes}::uuid[]) commune,
                          lateral (select id from unit_above(commune, ${first}::date)
                                   union
                                   select id from unit_above(commune, ${next}::date - 1)) above)
    or exists (select from policy_former(p.units, ${first}) f
                 join team_village v on v.village_id = f.id
                 join team_commune c on c.team_id = v.team_id and c.commune_id = any (${communes})))`;
}

/** The adopted policies that pay in any of the communes, on any day from `first` to before `next`. */
export function policiesOf(
  db: EntityManager,
  first: PlainDate,
  next: PlainDate,
  communes: readonly string[],
): Promise<Applied[]> {
  return db.query(
    `select id, document, units, valid_from as "validFrom", valid_to as "validTo"
       from policy p
      where status = 'adopted' and valid_from < $2 and (valid_to is null or valid_to > $1)
        and ${paysIn({ first: '$1', next: '$2', communes: '$3' })}
      order by valid_from, id`,
    [first, next, communes],
  );
}
