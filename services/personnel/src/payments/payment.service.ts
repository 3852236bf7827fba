import {
  type listPayees,
  type listPayments,
  type Payment,
  type PaymentState,
  paymentSettled,
  paymentsRevealed,
  type PayrollState,
  problem,
  type revealPayments,
  settleable,
  type settlePayment,
} from '@antt/contracts';
import { daysOf, type Input, type Output, searchKey, today } from '@antt/kernel';
import { assertInside, currentPrincipal, publish, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { PayrollService } from '../payrolls/payroll.service.ts';
import { sights } from '../people/permitted.ts';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { masked } from '../sealing/masked.rules.ts';
import { Sealer } from '../sealing/sealer.ts';
import { parameterOf } from '../settings/parameter-of.ts';
import { filesBegun } from './files-begun.ts';
import { batchOf } from './payment-scope.ts';
import { keyOf, type PaymentRow, standingBatch } from './payment.rules.ts';

const listSql = sql(import.meta.url, './list-payments.sql');
const payeesSql = sql(import.meta.url, './list-payees.sql');
const ordersSql = sql(import.meta.url, './bank-orders.sql');

type PayeeRow = Omit<Output<typeof listPayees>['items'][number], 'key'> & { sortKey: string };
type Settled = {
  communeId: string;
  state: PaymentState;
  month: string;
  run: PayrollState;
  again: number | null;
};
type Order = {
  sortKey: string;
  name: string;
  bank: string;
  detailId: string;
  account: Buffer;
  amount: number;
};

/** Orders to pay: what each is, what came of it, and what files say of them. */
@Injectable()
export class PaymentService {
  constructor(
    private readonly db: EntityManager,
    private readonly payrolls: PayrollService,
    private readonly sealer: Sealer,
  ) {}

  async list(question: Input<typeof listPayments>): Promise<Output<typeof listPayments>> {
    const { id, within, batch, state, channel, personId, q, cursor, limit } = question;
    await this.payrolls.find(id);
    const rows = await this.rows(this.db, [
      ...[id, await peopleScope(this.db, 'payroll.read', today())],
      ...[await peopleWithin(this.db, within, today()), batch ?? null, state ?? null],
      ...[channel ?? null, personId ?? null, q ? searchKey(q) : null, cursor ?? null, limit, null],
    ]);
    return {
      items: await this.shown(this.db, rows),
      nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
      total: rows[0]?.total ?? 0,
      amount: rows[0]?.totalAmount ?? 0,
    };
  }

  settle({ id, outcome, reason }: Input<typeof settlePayment>): Promise<Payment> {
    return this.db.transaction(async (tx) => {
      const [found]: Settled[] = await tx.query(
        `select y.commune_id as "communeId", y.state, to_char(r.month, 'YYYY-MM') as month, r.state as run,
                ${standingBatch} as again
           from payment y join payroll r on r.id = y.payroll_id
          where y.id = $1 for update of y`,
        [id],
      );
      const absent = problem('payment-not-found', { id });
      if (!found) throw absent;
      const { communeId, state, month } = found;
      const day = await placedOn(tx, communeId, month);
      await assertInside(tx, 'payroll.write', [communeId], day, absent);
      if (state !== outcome) {
        if (!settleable[outcome].includes(state)) {
          throw problem('payment-is-settled', { id, state, outcome });
        }
        if (state === 'withdrawn') assertAlone(id, found);
        const { username, accountId } = currentPrincipal();
        await tx.query(
          `update payment set state = $2, reason = $3, settled_by = $4, settled_account = $5,
                  settled_at = clock_timestamp() where id = $1`,
          [id, outcome, reason, username, accountId],
        );
      }
      const [row] = await this.rows(tx, one(id));
      const { payrollId, personId } = row!;
      if (state !== outcome) {
        await publish(tx, paymentSettled, { id, payrollId, personId, state: outcome, reason });
      }
      return (await this.shown(tx, [row!]))[0]!;
    });
  }

  async payees(question: Input<typeof listPayees>): Promise<Output<typeof listPayees>> {
    const { batchId, communeId, cursor, limit } = question;
    await batchOf(this.db, { id: batchId });
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const rows: PayeeRow[] = await this.db.query(payeesSql, [
      ...[batchId, scope, communeId ?? null, cursor ?? null, limit],
    ]);
    return {
      items: rows.map(({ sortKey, ...row }) => ({ ...row, key: keyOf(sortKey) })),
      nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
    };
  }

  /** Account numbers of a batch: the first page writes down who asked, and why (law BR-31). */
  async reveal(question: Input<typeof revealPayments>): Promise<Output<typeof revealPayments>> {
    const { batchId, reason, cursor, limit } = question;
    const batch = await batchOf(this.db, { id: batchId });
    const { payrollId, number, month, illustrative, unitId, madeOn } = batch;
    const scope = await peopleScope(this.db, 'bank-file.read', today());
    return this.db.transaction(async (tx) => {
      if (cursor === undefined) {
        const [{ payments }] = await tx.query(
          `select count(*)::int as payments from payment
            where batch_id = $1 and channel = 'bank' and state <> 'withdrawn'
              and ($2::uuid[] is null or commune_id = any ($2))`,
          [batchId, scope],
        );
        // From now on the bank may have it.
        await filesBegun(tx, batchId);
        await publish(tx, paymentsRevealed, { id: batchId, payrollId, number, payments, reason });
      }
      const orders: Order[] = await tx.query(ordersSql, [batchId, scope, cursor ?? null, limit]);
      const content = await parameterOf(tx, 'bank-transfer-content', unitId, madeOn);
      return {
        items: orders.map(({ sortKey, name, bank, amount, account, detailId }) => {
          const number = this.sealer.open(account, { personId: detailId, field: 'bank-account' });
          return { key: keyOf(sortKey), name, bank, amount, account: number };
        }),
        nextCursor: orders.length === limit ? orders.at(-1)!.sortKey : null,
        ...{ month, illustrative },
        columns: await parameterOf(tx, 'bank-file-columns', unitId, madeOn),
        content: content.replaceAll('{month}', month.split('-').reverse().join('/')),
      };
    });
  }

  private rows(db: EntityManager, values: unknown[]): Promise<PaymentRow[]> {
    return db.query(listSql, values);
  }

  private async shown(db: EntityManager, rows: readonly PaymentRow[]): Promise<Payment[]> {
    const sight = await sights(db, today());
    return rows.map(({ sortKey, detailId, account, total: _, totalAmount: __, ...row }) => {
      const may = account !== null && sight(row.commune.id)('bank-account.read');
      const place = { personId: detailId!, field: 'bank-account' };
      return {
        ...row,
        key: keyOf(sortKey),
        account: may ? masked(this.sealer.open(account, place)) : null,
      };
    });
  }
}

/** Of what was taken out: the same money must not have gone another way since. */
function assertAlone(id: string, { run, month, again }: Settled): void {
  if (run === 'reversed') throw problem('payment-run-is-reversed', { id, month });
  if (again !== null) throw problem('payment-was-issued-anew', { id, number: again });
}

const one = (id: string) => [...Array.from({ length: 9 }, () => null), 1, id];

/** A day of the month on which the commune stands. */
async function placedOn(db: EntityManager, communeId: string, month: string): Promise<string> {
  const { from } = daysOf(month);
  const [{ day }] = await db.query(
    `select greatest($2::date, min(valid_from))::text as day from unit_version
      where unit_id = $1 and (valid_to is null or valid_to > $2)`,
    [communeId, from],
  );
  return day ?? from;
}
