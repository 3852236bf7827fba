import type { FundsShort, PayrollFinding } from '@antt/contracts';
import { addDays } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { parametersOf } from '../settings/parameter-of.ts';
import { comparisonRows } from './budget-comparison.service.ts';

/** All units that lay below the uppermost one above the run's within the year: they draw on the same money. */
const sharing = `
  with recursive root as (select id from unit_above($1, $2) order by steps desc limit 1),
  below as (
    select id from root
    union
    select p.unit_id from below b
      join unit_parent p on p.parent_id = b.id and p.valid_from < $4 and (p.valid_to is null or p.valid_to > $3))
  select below.id from below`;

/** Communes of a run for which somebody keeps a budget of the force: they themselves, or a unit above. */
const kept = `
  select c.commune_id as id from payroll_commune c
   where c.payroll_id = $1 and exists (
           select from unit_above(c.commune_id, $2) a
             join budget b on b.unit_id = a.id and b.year = $3 and b.fund = 'force')`;

/**
 * Whose money does not last for a run: more is asked than was given and is neither paid nor committed. The province
 * says what that does (`short-funds`). Where nobody keeps a budget at all there is nothing to compare with: that
 * stops a run only where the province stops runs without money. $scope: units that the asker may see (null = all).
 */
export async function fundFindings(
  db: EntityManager,
  payrollId: string,
  scope: string[] | null,
): Promise<PayrollFinding[]> {
  const [run] = await db.query(
    `select unit_id as "unitId", month::text, extract(year from month)::int as year,
            (month + interval '1 month')::date::text as next from payroll where id = $1`,
    [payrollId],
  );
  const lastDay = addDays(run.next, -1);
  const ids = async (text: string, values: unknown[]): Promise<string[]> =>
    (await db.query(text, values)).map(({ id }: { id: string }) => id);
  const days = [`${run.year}-01-01`, `${run.year + 1}-01-01`];
  const asked = await ids(sharing, [run.unitId, run.month, ...days]);
  const rows = await comparisonRows(db, run.year, { seen: null, asked }, { payrollId });
  const short = rows.filter(
    (row) => row.asked > 0 && row.asked > row.allocated - row.paid - row.committed,
  );
  if (short.length === 0) return [];
  const keeping = new Set(await ids(kept, [payrollId, lastDay, run.year]));
  const says = await parametersOf(db, 'short-funds', [...new Set(short.map(unitOf))], lastDay);
  const isSeen = (row: { unit: { id: string } }) => scope === null || scope.includes(unitOf(row));
  const of = (set: 'warn' | 'stop', isKept: boolean) =>
    short.filter((row) => {
      const isOf = row.held === 'own' || keeping.has(unitOf(row));
      return says.get(unitOf(row)) === set && isOf === isKept && isSeen(row);
    });
  const [warned, stopped, missing] = [of('warn', true), of('stop', true), of('stop', false)];
  const severity = stopped.length > 0 ? 'hard' : 'soft';
  return [
    finding('funds-short', severity, [...stopped, ...warned]),
    finding('funds-missing', 'hard', missing),
  ].filter(({ people }) => people > 0);
}

const unitOf = ({ unit }: { unit: { id: string } }) => unit.id;

function finding(
  check: 'funds-short' | 'funds-missing',
  severity: 'hard' | 'soft',
  rows: Awaited<ReturnType<typeof comparisonRows>>,
): PayrollFinding {
  const funds = rows.map(
    ({ unit, group, source, asked, allocated, paid, committed }): FundsShort => ({
      ...{ unit, group, source, asked, left: allocated - paid - committed },
    }),
  );
  return { check, severity, people: funds.length, examples: [], funds: funds.slice(0, 20) };
}
