import type { PayrollFailure } from '@antt/contracts';
import type { Period } from '@antt/kernel';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { changedMonths } from './adjustment.ts';
import { payQuestion } from './pay-question.ts';
import { payTables } from './pay-statement.rules.ts';

/** Why a run was not calculated: an amount that nobody knows is named, anything else told in the words of the error. */
export async function failureOf(
  db: EntityManager,
  payrollId: string,
  error: unknown,
): Promise<PayrollFailure> {
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  const lines = isAmountUnknown(error) ? await unknownLines(db, payrollId) : [];
  return { code: lines.length > 0 ? 'value-missing' : 'failed', lines, detail };
}

/** A line without an amount is refused by the table: a run is whole or not there. */
function isAmountUnknown(error: unknown): boolean {
  const { code, column } = (error instanceof QueryFailedError ? error.driverError : {}) as {
    code?: string;
    column?: string;
  };
  return code === '23502' && (column === 'whole' || column === 'amount');
}

/** In the month of the run, or else in the paid months that are reckoned again. */
async function unknownLines(
  db: EntityManager,
  payrollId: string,
): Promise<PayrollFailure['lines']> {
  const [run]: { month: Period; communes: string[] }[] = await db.query(
    `select to_char(p.month, 'YYYY-MM') as month,
            array(select commune_id from payroll_commune where payroll_id = p.id) as communes
       from payroll p where p.id = $1`,
    [payrollId],
  );
  if (!run) return [];
  const changed = await changedMonths(db, payrollId, run.month);
  for (const { month, communes, people } of [{ ...run, people: null }, ...changed]) {
    const question = await payQuestion(db, month, communes, people);
    const { text, parameters } = payTables(question);
    const rows: { policyId: string; number: string; code: string; people: number }[] =
      await db.query(
        `${text}
         select p.policy_id as "policyId", y.instrument ->> 'number' as number, p.code,
                count(distinct p.person_id)::int as people
           from pay p join policy y on y.id = p.policy_id
          where p.whole is null or p.amount is null
          group by p.policy_id, y.instrument, p.code order by number, p.code limit 10`,
        parameters.values,
      );
    if (rows.length === 0) continue;
    const labels = new Map(
      question.policies.flatMap(({ id, document }) =>
        document.lines.map(({ code, label }) => [`${id} ${code}`, label] as const),
      ),
    );
    return rows.map(({ policyId, number, code, people: count }) => ({
      ...{ month, policy: number, people: count },
      line: labels.get(`${policyId} ${code}`) ?? code,
    }));
  }
  return [];
}
