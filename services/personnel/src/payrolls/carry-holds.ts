import { payHeld } from '@antt/contracts';
import { publish } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

/** What was held in the run that this one stands in for is held here: only releasing it pays it. */
export async function carryHolds(tx: EntityManager, payrollId: string): Promise<void> {
  const held: { personId: string; reason: string }[] = await tx.query(
    `insert into payroll_hold (payroll_id, person_id, reason, by, at)
     select distinct on (h.person_id) $1::uuid, h.person_id, h.reason, h.by, h.at
       from payroll_commune own
      cross join lateral (
        select c.payroll_id as id from payroll_commune c
          join payroll r on r.id = c.payroll_id and r.state = 'reversed'
         where c.commune_id = own.commune_id and c.month = own.month
         order by r.recorded_at desc limit 1) former
       join payroll_hold h on h.payroll_id = former.id and h.released_at is null
      where own.payroll_id = $1
        and (exists (select from payroll_line l
                      where l.payroll_id = former.id and l.person_id = h.person_id and l.commune_id = own.commune_id)
             or not exists (select from payroll_line l
                             where l.payroll_id = former.id and l.person_id = h.person_id))
      order by h.person_id, h.at desc
     returning person_id as "personId", reason`,
    [payrollId],
  );
  for (const { personId, reason } of held) {
    await publish(tx, payHeld, { id: payrollId, personId, held: true, reason });
  }
}
