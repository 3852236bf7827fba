import { type PayrollStep, problem } from '@antt/contracts';
import type { EntityManager } from 'typeorm';

type Out = { paid: number; left: number; sent: number; batches: string };

/**
 * Refuses to take a run back whose money has gone out: the month would be paid anew, and nothing would ask the first
 * money back. Out is what was said to be paid, and what waits in a batch whose files somebody has. A run that is only
 * sent back keeps what is knowingly left as well: its approval would have to issue that again.
 */
export async function assertNothingOut(
  tx: EntityManager,
  payrollId: string,
  step: PayrollStep,
): Promise<void> {
  // Who makes files or says what came of a payment waits, or was first.
  await tx.query(
    'select from payment_batch where payroll_id = $1 order by number for no key update',
    [payrollId],
  );
  await tx.query('select from payment where payroll_id = $1 order by number for no key update', [
    payrollId,
  ]);
  const [out]: Out[] = await tx.query(
    `select (count(*) filter (where y.state = 'paid'))::int as paid,
            (count(*) filter (where y.state = 'left'))::int as left,
            (count(*) filter (where y.state = 'issued'))::int as sent,
            coalesce(string_agg(distinct b.number::text, ', '), '') as batches
       from payment y join payment_batch b on b.id = y.batch_id
      where y.payroll_id = $1
        and (y.state = 'paid' or y.state = 'left' and $2
             or y.state = 'issued' and y.amount > 0 and b.files_at is not null)`,
    [payrollId, step === 'return'],
  );
  const { paid, left, sent } = out!;
  if (paid + left + sent > 0) {
    throw problem('payroll-money-is-out', { id: payrollId, step, ...out });
  }
}
