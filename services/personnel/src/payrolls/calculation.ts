import { type PayrollState, problem } from '@antt/contracts';
import type { Period } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { adjust } from './adjustment.ts';
import { payQuestion } from './pay-question.ts';
import { payColumns, payTables } from './pay-statement.rules.ts';

const sumSql = sql(import.meta.url, './write-sums.sql');

/**
 * Writes the lines of a run: what is owed for its month, and the differences for earlier months. One
 * transaction: a run has all its lines or none, whenever it is interrupted. Runs wait for each other, since a
 * later one counts what an earlier one pays.
 */
export async function calculate(tx: EntityManager, payrollId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('payroll'))`);
  const [run]: { month: Period; state: PayrollState; communes: string[] }[] = await tx.query(
    `select to_char(p.month, 'YYYY-MM') as month, p.state,
            array(select commune_id from payroll_commune where payroll_id = p.id) as communes
       from payroll p where p.id = $1 for update`,
    [payrollId],
  );
  if (!run) throw problem('payroll-not-found', { id: payrollId });
  if (run.state !== 'draft' && run.state !== 'calculated') return;
  // Before anything is read: what commits meanwhile counts as news, and a difference of nothing gives no line.
  const [{ snapshot }] = await tx.query('select pg_current_snapshot()::text as snapshot');
  await tx.query('delete from payroll_line where payroll_id = $1', [payrollId]);
  await tx.query('delete from payroll_sum where payroll_id = $1', [payrollId]);
  const question = await payQuestion(tx, run.month, run.communes, null);
  const { text, parameters } = payTables({ ...question, cases: true });
  const id = parameters.bind(payrollId, 'uuid');
  await tx.query(
    `insert into payroll_line (payroll_id, month, kind, ${payColumns})
     ${text}
     select ${id}, $1, case when case_id is null then 'regular' else 'case' end, ${payColumns}
       from pay where amount <> 0 or whole is null
      order by commune_id, team_id, person_id, code`,
    parameters.values,
  );
  await adjust(tx, payrollId, run);
  await tx.query(sumSql, [payrollId]);
  await tx.query('select sum_provinces($1)', [payrollId]);
  await tx.query(
    `update payroll set state = 'calculated', failure = null, calculated_at = clock_timestamp(), snapshot = $2,
            (people, lines, total, adjustments, illustrative) = (
              select count(distinct person_id), count(*), coalesce(sum(amount), 0),
                     coalesce(sum(amount) filter (where kind = 'adjustment'), 0),
                     coalesce(bool_or(y.document ->> 'certainty' = 'illustrative'), false)
                from payroll_line l left join policy y on y.id = l.policy_id
               where l.payroll_id = $1)
      where id = $1`,
    [payrollId, snapshot],
  );
}
