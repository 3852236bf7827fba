import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import type { RateOfDay } from '../payrolls/pay-reader.rules.ts';

/**
 * The values that hold on any day from `first` to before `next`, each with the communes that it is for, the nearest
 * unit's first; of those for some communes only what concerns one of `communes`, if given.
 */
export async function ratesOf(
  db: EntityManager,
  first: PlainDate,
  next: PlainDate,
  communes?: readonly string[],
): Promise<RateOfDay[]> {
  const rates: RateOfDay[] = await db.query(
    `select r."table", r.key, trim_scale(r.value)::text as value, r.valid_from as "validFrom",
            r.valid_to as "validTo",
            case when r.unit_id is not null then array(
              select id from unit_below(array[r.unit_id], day.first)
              union
              -- what begins within the month
              select b.id from unit_below(array[r.unit_id], day.last) b
               where not exists (select from unit_version v where v.unit_id = b.id and v.valid_from <= day.first))
            end as communes
       from rate_value r
       left join unit u on u.id = r.unit_id
      cross join lateral (
        select greatest(r.valid_from, $1) as first, least(r.valid_to, $2) - 1 as last) day
      where r.valid_from < $2 and (r.valid_to is null or r.valid_to > $1)
      order by r."table", r.key,
               array_position(array['village', 'commune', 'district', 'province'], u.level) nulls last,
               r.unit_id, r.valid_from`,
    [first, next],
  );
  if (!communes) return rates;
  const asked = new Set(communes);
  return rates.filter((rate) => rate.communes?.some((id) => asked.has(id)) ?? true);
}

/** Which rows hold on a day, for whoever asks whether a table has what a policy wants. */
export function knownRates(rates: readonly RateOfDay[], on: PlainDate): Set<string> {
  const held = rates.filter(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on < validTo),
  );
  return new Set(
    held.flatMap(({ table, key }) => (key === '' ? [table] : [`${table} ${key}`, `${table} *`])),
  );
}
