import { type PayrollStep, problem, statesSentOn } from '@antt/contracts';
import type { EntityManager } from 'typeorm';
import type { PayrollEntity } from './payroll.entity.ts';

/** Runs are sent on and taken back one at a time: each of these steps rests on how the runs beside it stand. */
export async function lockOrder(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('payroll-order'))`);
}

/** Differences of a run count what earlier runs pay: those must stand first. */
export async function assertEarlierSubmitted(tx: EntityManager, run: PayrollEntity): Promise<void> {
  const [open] = await tx.query(
    `select p.id, to_char(p.month, 'YYYY-MM') as month
       from payroll p
       join payroll_commune c on c.payroll_id = p.id and c.live
      where p.month < $2 and may_be_calculated(p.state)
        and (c.commune_id in (select commune_id from payroll_commune where payroll_id = $1)
             or exists (select from payroll_line l
                          join payroll_line own on own.payroll_id = $1 and own.person_id = l.person_id
                         where l.payroll_id = p.id))
      order by p.month limit 1`,
    [run.id, run.month],
  );
  if (open) {
    throw problem('payroll-earlier-is-open', { id: run.id, month: open.month, otherId: open.id });
  }
}

/** A later run that was sent on has counted what this one pays. */
export async function assertLast(
  tx: EntityManager,
  run: PayrollEntity,
  step: PayrollStep,
): Promise<void> {
  const [later] = await tx.query(
    `select p.id, to_char(p.month, 'YYYY-MM') as month
       from payroll p
       join payroll_commune c on c.payroll_id = p.id and c.live
      where p.month > $2 and p.state = any ($3)
        and (c.commune_id in (select commune_id from payroll_commune where payroll_id = $1)
             or exists (select from payroll_line l
                          join payroll_line own on own.payroll_id = $1 and own.person_id = l.person_id
                         where l.payroll_id = p.id and l.kind = 'adjustment'))
      order by p.month limit 1`,
    [run.id, run.month, statesSentOn],
  );
  if (later) {
    const { id, state } = run;
    throw problem('payroll-step-not-now', { id, step, state, month: later.month });
  }
}
