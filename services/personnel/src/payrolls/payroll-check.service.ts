import {
  type getPayrollVariance,
  payrollChecks,
  type PayrollCheck,
  type PayrollFinding,
  type VarianceCause,
} from '@antt/contracts';
import { daysOf, type Input, type Output, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { fundFindings } from '../budgets/fund-finding.ts';
import { peopleScope } from '../people/person-scope.ts';
import { type Answered, assertAnswered } from './accepted.rules.ts';
import { PayrollService } from './payroll.service.ts';

const varianceSql = sql(import.meta.url, './variance.sql');
/** The standing run of the month before that has most of its communes. */
const beforeSql = `
  select b.id from payroll p
    join payroll b on b.month = p.month - interval '1 month' and b.state <> 'reversed'
    join payroll_commune c on c.payroll_id = b.id and c.live
    join payroll_commune own on own.payroll_id = p.id and own.commune_id = c.commune_id
   where p.id = $1 group by b.id order by count(*) desc, b.id limit 1`;
const findingsSql = sql(import.meta.url, './findings.sql');

type Found = { check: PayrollCheck; people: number; examples: PayrollFinding['examples'] };
type Difference = {
  personId: string | null;
  teamId: string | null;
  name: string;
  commune: { id: string; name: string; kind: string };
  before: number;
  now: number;
  cause: VarianceCause;
  sortKey: string;
};

/** What differs from the month before, and what is unusual, before a run is sent on. */
@Injectable()
export class PayrollCheckService {
  constructor(
    private readonly db: EntityManager,
    private readonly payrolls: PayrollService,
  ) {}

  async variance(
    question: Input<typeof getPayrollVariance>,
  ): Promise<Output<typeof getPayrollVariance>> {
    const { id, cause, cursor, limit } = question;
    await this.payrolls.find(id);
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const all = await this.differences(this.db, id, scope);
    const differing = all.filter(isDifferent);
    const shown = differing.filter((one) => cause === undefined || one.cause === cause);
    const start = cursor ? shown.findIndex(({ sortKey }) => sortKey > cursor) : 0;
    const page = start === -1 ? [] : shown.slice(start, start + limit);
    const causes = new Map<VarianceCause, { people: number; difference: number }>();
    for (const { cause: why, personId, before, now } of differing) {
      const sum = causes.get(why) ?? { people: 0, difference: 0 };
      const people = sum.people + (personId === null ? 0 : 1);
      causes.set(why, { people, difference: sum.difference + now - before });
    }
    const [former] = await this.db.query(beforeSql, [id]);
    return {
      items: page.map(({ sortKey: _, ...one }) => one),
      nextCursor: page.length === limit ? page.at(-1)!.sortKey : null,
      total: shown.length,
      beforeId: former?.id ?? null,
      before: all.reduce((sum, one) => sum + one.before, 0),
      now: all.reduce((sum, one) => sum + one.now, 0),
      causes: [...causes].map(([why, sums]) => ({ cause: why, ...sums })),
      findings: await this.findings(this.db, id, scope, all),
    };
  }

  /** Refuses to send a run on while something hard is found, or something soft that nobody answers for. */
  async assertAccepted(tx: EntityManager, id: string, answer: Answered): Promise<void> {
    const all = await this.differences(tx, id, null);
    assertAnswered(id, await this.findings(tx, id, null, all), answer);
  }

  /** Who approves answers anew for money that does not last. */
  async assertFunded(tx: EntityManager, id: string, answer: Answered): Promise<void> {
    assertAnswered(id, await fundFindings(tx, id, null), answer);
  }

  private differences(
    db: EntityManager,
    id: string,
    scope: string[] | null,
  ): Promise<Difference[]> {
    return db.query(varianceSql, [id, scope]);
  }

  private async findings(
    db: EntityManager,
    id: string,
    scope: string[] | null,
    differences: readonly Difference[],
  ): Promise<PayrollFinding[]> {
    const [{ month }] = await db.query(
      `select to_char(month, 'YYYY-MM') as month from payroll where id = $1`,
      [id],
    );
    const { from, to } = daysOf(month);
    const found: Found[] = await db.query(findingsSql, [id, from, to, scope]);
    const people = [...found, ...unexplained(differences)].map((one) => ({
      ...one,
      severity: payrollChecks[one.check].severity,
    }));
    return [...people, ...(await fundFindings(db, id, scope))];
  }
}

const isDifferent = ({ before, now }: Difference) => before !== now;

/** Nothing that is recorded of somebody explains why they are paid otherwise than the month before. */
function unexplained(differences: readonly Difference[]): Found[] {
  const people = differences.filter((one) => isDifferent(one) && one.cause === 'unexplained');
  if (people.length === 0) return [];
  const examples = people.slice(0, 5).map(({ personId, name }) => ({ personId, name, detail: '' }));
  return [{ check: 'change-unexplained', people: people.length, examples }];
}
