import {
  type createPayroll,
  type getPayroll,
  holds,
  type listPayrolls,
  type Payroll,
  type PayrollAct,
  payrollCreated,
  PayrollStep,
  problem,
} from '@antt/contracts';
import { daysOf, type Input, type Output, today } from '@antt/kernel';
import { currentPrincipal, publish, sql, uuidv7 } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { carryHolds } from './carry-holds.ts';
import { isByAnother, moves } from './payroll-step.rules.ts';
import { PayrollRunner } from './payroll-runner.ts';

const listSql = sql(import.meta.url, './list-payrolls.sql');

type Row = Payroll & { sortKey: string; totalRows?: number };
type Asked = {
  month?: string | null;
  state?: string | null;
  id?: string;
  within?: string[] | null;
  cursor?: string | null;
  limit: number;
};

/** Runs: which there are, how they stand, and beginning one. */
@Injectable()
export class PayrollService {
  constructor(
    private readonly db: EntityManager,
    private readonly runner: PayrollRunner,
  ) {}

  async list(question: Input<typeof listPayrolls>): Promise<Output<typeof listPayrolls>> {
    const { month, state, within, cursor, limit } = question;
    const rows = await this.rows({
      month: month ? daysOf(month).from : null,
      state: state ?? null,
      within: await peopleWithin(this.db, within, today()),
      cursor: cursor ?? null,
      limit,
    });
    return {
      items: rows.map(plain),
      nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
      total: (rows[0] as { total_rows?: number } | undefined)?.total_rows ?? 0,
    };
  }

  async get({ id }: Input<typeof getPayroll>): Promise<Output<typeof getPayroll>> {
    const payroll = await this.find(id);
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const acts: (PayrollAct & { accountId: string })[] = await this.db.query(
      `select step, by, to_json(at) #>> '{}' as at, reason, account_id as "accountId"
         from payroll_act where payroll_id = $1 order by at`,
      [id],
    );
    const items = await this.db.query(
      `select item, fund, payee, aside_of(payee, fund, false) as aside, sum(lines)::int as lines, sum(amount)::bigint as amount
         from payroll_sum where payroll_id = $1 and ($2::uuid[] is null or commune_id = any ($2))
        group by item, fund, payee order by item, fund, payee`,
      [id, scope],
    );
    const principal = currentPrincipal();
    const isMaker = acts.some(
      ({ step, accountId }) =>
        accountId === principal.accountId && (step === 'calculate' || step === 'submit'),
    );
    const next = PayrollStep.options.filter(
      (step) =>
        moves[step].from.includes(payroll.state) &&
        holds(principal, moves[step].by) &&
        !(isMaker && isByAnother(step, payroll.state)),
    );
    return { ...payroll, acts: acts.map(({ accountId: _, ...act }) => act), next, items };
  }

  /** The communes of the unit whose month no other run pays. */
  async create({ id, month, within }: Input<typeof createPayroll>): Promise<Payroll> {
    const { from, to } = daysOf(month);
    if (from > today()) throw problem('payroll-month-to-come', { month });
    const begun = await this.db.transaction(async (tx) => {
      const [known] = await tx.query('select month, unit_id from payroll where id = $1', [id]);
      if (known) {
        if (known.month !== from || known.unit_id !== within) {
          throw problem('id-reused', { id, field: 'month' });
        }
        return false;
      }
      const scope = await peopleScope(tx, 'payroll.write', from);
      const scopeAtEnd = await peopleScope(tx, 'payroll.write', to);
      const inside = await peopleWithin(tx, within, from);
      const insideAtEnd = await peopleWithin(tx, within, to);
      await tx.query('insert into payroll (id, month, unit_id) values ($1, $2, $3)', [
        id,
        from,
        within,
      ]);
      const communes: unknown[] = await tx.query(
        `insert into payroll_commune (payroll_id, commune_id, month)
         select distinct $1::uuid, u.id, $2::date
           from unit u
           join unit_version v on v.unit_id = u.id and v.valid_from < $3 and (v.valid_to is null or v.valid_to > $2)
          where u.level = 'commune' and ($4::uuid[] is null or u.id = any ($4))
            and ($5::uuid[] is null or u.id = any ($5))
            and not exists (select from payroll_commune o
                             where o.month = $2 and o.commune_id = u.id and o.live)
         returning commune_id`,
        [
          id,
          from,
          to,
          inside === null || insideAtEnd === null ? null : [...inside, ...insideAtEnd],
          scope === null || scopeAtEnd === null ? null : [...scope, ...scopeAtEnd],
        ],
      );
      if (communes.length === 0) throw problem('payroll-has-no-commune', { month, id: within });
      const { accountId, username } = currentPrincipal();
      await tx.query(
        `insert into payroll_act (id, payroll_id, step, account_id, by) values ($1, $2, 'calculate', $3, $4)`,
        [uuidv7(), id, accountId, username],
      );
      await carryHolds(tx, id);
      await publish(tx, payrollCreated, { id, month, unitId: within });
      return true;
    });
    if (begun) this.runner.begin(id);
    return this.find(id);
  }

  /** A run of the asker's communes; others are not there. */
  async find(id: string, db = this.db): Promise<Payroll> {
    const [row] = await this.rows({ id, limit: 1 }, db);
    if (!row) throw problem('payroll-not-found', { id });
    return plain(row);
  }

  private async rows(asked: Asked, db = this.db): Promise<Row[]> {
    const scope = await peopleScope(db, 'payroll.read', today());
    const { month = null, state = null, id = null, within = null, cursor = null, limit } = asked;
    return db.query(listSql, [month, state, id, scope, within, cursor, limit]);
  }
}

function plain({ sortKey: _, ...row }: Row): Payroll {
  const { total_rows: __, ...payroll } = row as Payroll & { total_rows?: number };
  return payroll;
}
