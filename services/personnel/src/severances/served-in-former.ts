import type { FormerForce } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import type { PaidPeriod } from './service-years.rules.ts';

type Asked = { personId: string; forces: readonly FormerForce[]; happenedOn: PlainDate };

/** Service on record in former forces before somebody left. */
export function servedInFormer(
  db: EntityManager,
  { personId, forces, happenedOn }: Asked,
): Promise<PaidPeriod[]> {
  return db.query(
    `select d.valid_from as "from", least(coalesce(d.valid_to, $3), $3) as "to",
            (d.content ->> 'lastAllowance')::float8 as allowance
       from person_records($1) r join person_detail d on d.person_id = r.id
      where d.kind = 'service' and d.slot = any ($2) and d.withdrawn_at is null and d.valid_from < $3
      order by d.valid_from`,
    [personId, forces, happenedOn],
  );
}
