import { problem } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { assertInside, currentScope } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

/**
 * Only who governs all that criteria hold for may write them: their units or their instrument's territory,
 * each on the day or on its last one (former provinces).
 */
export async function assertGoverns(
  tx: EntityManager,
  { units, instrumentId }: { units: string[]; instrumentId: string | null },
  on: PlainDate = today(),
): Promise<void> {
  const territory: { id: string }[] =
    units.length > 0
      ? units.map((id) => ({ id }))
      : await tx.query('select unit_id as id from instrument_territory where instrument_id = $1', [
          instrumentId,
        ]);
  if (territory.length === 0) {
    if (currentScope('criteria.write', on) !== 'all') {
      throw problem('outside-area', { on, permission: 'criteria.write' });
    }
    return;
  }
  const days: { day: string; ids: string[] }[] = await tx.query(
    `select least($2::date, coalesce(max, $2::date)) as day, array_agg(unit_id) as ids
       from (select t as unit_id, case when bool_and(valid_to is not null) then max(valid_to) - 1 end as max
               from unnest($1::uuid[]) t left join unit_version v on v.unit_id = t group by t) last
      group by 1`,
    [territory.map(({ id }) => id), on],
  );
  for (const { day, ids } of days) await assertInside(tx, 'criteria.write', ids, day);
}
