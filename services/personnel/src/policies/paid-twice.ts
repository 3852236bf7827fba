import type { Policy, PolicyFault } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** Another adopted policy that pays the same item in the same place from the day on. */
export async function paidTwice(
  tx: EntityManager,
  { id, units, document }: Policy,
  from: PlainDate,
): Promise<PolicyFault[]> {
  const others: { number: string; items: string[] }[] = await tx.query(
    `select p.instrument ->> 'number' as number,
            array(select distinct line ->> 'item' from jsonb_array_elements(p.document -> 'lines') line) as items
       from policy p
      where p.id <> $1 and p.status = 'adopted' and (p.valid_to is null or p.valid_to > $2)
        and ($3::uuid[] = '{}' or p.units = '{}' or $3::uuid[] && p.units
             or exists (select unit_id from policy_place($3, $2, $2::date + 1) where unit_id is not null
                        intersect select unit_id from policy_place(p.units, $2, $2::date + 1))
             or exists (select id from policy_team($3, $2, $2::date + 1)
                        intersect select id from policy_team(p.units, $2, $2::date + 1)))`,
    [id, from, units],
  );
  return document.lines.flatMap(({ item }, index) =>
    others
      .filter(({ items }) => items.includes(item))
      .map(({ number }) => ({
        code: 'item-paid-twice' as const,
        path: `lines.${index}.item`,
        about: number,
      })),
  );
}
