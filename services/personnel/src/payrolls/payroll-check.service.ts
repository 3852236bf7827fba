import {
  type checkPayroll,
  type listPayrollVariance,
  type Payroll,
  payrollChecks,
  type PayrollCheck,
  type PayrollFinding,
} from '@antt/contracts';
import { addDays, daysOf, type Input, type Output, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { fundFindings } from '../budgets/fund-finding.ts';
import { peopleScope, peopleWithinOn } from '../people/person-scope.ts';
import { type Answered, assertAnswered } from './accepted.rules.ts';
import { PayrollService } from './payroll.service.ts';

const comparedSql =
  sql(import.meta.url, './compared-lines.sql') + sql(import.meta.url, './month-difference.sql');
const sumsSql = comparedSql + sql(import.meta.url, './variance-sums.sql');
const listSql = comparedSql + sql(import.meta.url, './list-variance.sql');
/** The standing run of the month before that has most of its communes. */
const beforeSql = `
  select b.id from payroll p
    join payroll b on b.month = p.month - interval '1 month' and b.state <> 'reversed'
    join payroll_commune c on c.payroll_id = b.id and c.live
    join payroll_commune own on own.payroll_id = p.id and own.commune_id = c.commune_id
   where p.id = $1 group by b.id order by count(*) desc, b.id limit 1`;
const findingsSql = sql(import.meta.url, './findings.sql');

type Found = { check: PayrollCheck; people: number; examples: PayrollFinding['examples'] };
type Row = Output<typeof listPayrollVariance>['items'][number] & { sortKey: string; total: number };
type Sums = Pick<Output<typeof checkPayroll>, 'before' | 'now' | 'causes'> & {
  unexplained: Omit<Found, 'check'>;
};

/** What differs from the month before, and what is unusual, before a run is sent on. */
@Injectable()
export class PayrollCheckService {
  constructor(
    private readonly db: EntityManager,
    private readonly payrolls: PayrollService,
  ) {}

  async check({ id, within }: Input<typeof checkPayroll>): Promise<Output<typeof checkPayroll>> {
    const run = await this.payrolls.find(id);
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const whole = await sumsOf(this.db, id, scope, null);
    const inside = await this.within(within, run);
    const { before, now, causes } =
      inside === null ? whole : await sumsOf(this.db, id, scope, inside);
    const [former] = await this.db.query(beforeSql, [id]);
    const findings = await this.findings(this.db, id, scope, whole);
    return { beforeId: former?.id ?? null, before, now, causes, findings };
  }

  async variance(
    question: Input<typeof listPayrollVariance>,
  ): Promise<Output<typeof listPayrollVariance>> {
    const { id, within, cause, cursor, limit } = question;
    const run = await this.payrolls.find(id);
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const inside = await this.within(within, run);
    const rows: Row[] = await this.db.query(listSql, [
      ...[id, scope, inside, cause ?? null, cursor ?? null, limit],
    ]);
    return {
      items: rows.map(({ sortKey: _, total: __, ...row }) => row),
      nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
      total: rows[0]?.total ?? 0,
    };
  }

  /** The communes of a unit or an area in either month; null: all of the run. */
  private async within(
    within: string | undefined,
    { month, unit }: Pick<Payroll, 'month' | 'unit'>,
  ): Promise<string[] | null> {
    if (within === unit.id) return null;
    const { from, to } = daysOf(month);
    const [before, last] = [addDays(from, -1), addDays(to, -1)];
    return peopleWithinOn(this.db, within, [before, from, last]);
  }

  /** Refuses to send a run on while something hard is found, or something soft that nobody answers for. */
  async assertAccepted(tx: EntityManager, id: string, answer: Answered): Promise<void> {
    const sums = await sumsOf(tx, id, null, null);
    assertAnswered(id, await this.findings(tx, id, null, sums), answer);
  }

  /** Who approves answers anew for money that does not last. */
  async assertFunded(tx: EntityManager, id: string, answer: Answered): Promise<void> {
    assertAnswered(id, await fundFindings(tx, id, null), answer);
  }

  private async findings(
    db: EntityManager,
    id: string,
    scope: string[] | null,
    { unexplained }: Sums,
  ): Promise<PayrollFinding[]> {
    const [{ month }] = await db.query(
      `select to_char(month, 'YYYY-MM') as month from payroll where id = $1`,
      [id],
    );
    const { from, to } = daysOf(month);
    const found: Found[] = await db.query(findingsSql, [id, from, to, scope]);
    // Nothing that is recorded of somebody explains why they are paid otherwise than the month before.
    const changed: Found[] =
      unexplained.people > 0 ? [{ check: 'change-unexplained', ...unexplained }] : [];
    const people = [...found, ...changed].map((one) => ({
      ...one,
      severity: payrollChecks[one.check].severity,
    }));
    return [...people, ...(await fundFindings(db, id, scope))];
  }
}

async function sumsOf(
  db: EntityManager,
  id: string,
  scope: string[] | null,
  inside: string[] | null,
): Promise<Sums> {
  const [sums]: Sums[] = await db.query(sumsSql, [id, scope, inside]);
  return sums!;
}
