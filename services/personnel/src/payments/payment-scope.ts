import { type Permission, problem } from '@antt/contracts';
import { today } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { peopleScope } from '../people/person-scope.ts';

export type FoundBatch = {
  id: string;
  payrollId: string;
  number: number;
  month: string;
  unitId: string;
  madeOn: string;
  illustrative: boolean;
  dataVersion: string;
};

/** A batch that the sender sees something of; others are not there. */
export async function batchOf(
  db: EntityManager,
  { id, payrollId, number }: { id?: string; payrollId?: string; number?: number },
): Promise<FoundBatch> {
  const scope = await peopleScope(db, 'payroll.read', today());
  const [found]: FoundBatch[] = await db.query(
    `select b.id, b.payroll_id as "payrollId", b.number, to_char(r.month, 'YYYY-MM') as month,
            r.unit_id as "unitId", (b.made_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "madeOn",
            r.illustrative, to_json(r.calculated_at) #>> '{}' as "dataVersion"
       from payment_batch b
       join payroll r on r.id = b.payroll_id
      where ($1::uuid is null or b.id = $1) and ($2::uuid is null or b.payroll_id = $2 and b.number = $3)
        and exists (select from payment y
                     where y.batch_id = b.id and ($4::uuid[] is null or y.commune_id = any ($4)))`,
    [id ?? null, payrollId ?? null, number ?? null, scope],
  );
  if (!found) throw problem('payment-batch-not-found', { id: id ?? payrollId, number });
  return found;
}

/** Does the sender hold the permission in every commune of the run? */
export async function holdsWhole(
  db: EntityManager,
  permission: Permission,
  payrollId: string,
): Promise<boolean> {
  const scope = await peopleScope(db, permission, today());
  if (scope === null) return true;
  const [{ outside }] = await db.query(
    `select exists (select from payroll_commune where payroll_id = $1 and not commune_id = any ($2)) as outside`,
    [payrollId, scope],
  );
  return !outside;
}

export async function assertWhole(
  db: EntityManager,
  permission: Permission,
  payrollId: string,
): Promise<void> {
  if (!(await holdsWhole(db, permission, payrollId))) throw problem('outside-area', { permission });
}
