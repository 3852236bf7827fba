import {
  type beginPaymentFiles,
  covering,
  type DuePayment,
  type getPaymentBatch,
  type issuePayments,
  type keepPaymentFiles,
  type listPaymentBatches,
  type PaymentBatch,
  paymentFilesMade,
  paymentsIssued,
  type PayrollState,
  problem,
  statesApproved,
} from '@antt/contracts';
import { relativeName } from '@antt/contracts/text/pay.vi';
import { type Input, type Output, today } from '@antt/kernel';
import { currentPrincipal, publish, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { type Answered, assertAnswered } from '../payrolls/accepted.rules.ts';
import { PayrollService } from '../payrolls/payroll.service.ts';
import { peopleScope } from '../people/person-scope.ts';
import { filesBegun } from './files-begun.ts';
import { assertWhole, batchOf, holdsWhole } from './payment-scope.ts';
import { sharedAccounts } from './shared-accounts.ts';

const batchesSql = sql(import.meta.url, './list-batches.sql');
const communesSql = sql(import.meta.url, './batch-communes.sql');
const isDue = sql(import.meta.url, './payment-due.sql');
const dueSql = isDue + sql(import.meta.url, './list-due.sql');
const issueSql = isDue + sql(import.meta.url, './issue-payments.sql');
const ownCauseSql = isDue + sql(import.meta.url, './own-cause.sql');
const tieOutSql = sql(import.meta.url, './tie-out.sql');

type Sum = { payments: number; amount: number };
type Sums = Record<'paid' | 'issued' | 'left' | 'recoveries' | 'held', Sum> & {
  lines: number;
  insurer: number;
  bodies: number;
};

type Making = {
  payrollId: string;
  batchId: string;
  /** Null: all that is due. */
  only: readonly string[] | null;
  /** What an approval issues. */
  isFirst: boolean;
};

const dueShown = 500;

/** What goes to bank and treasury together. */
@Injectable()
export class PaymentBatchService {
  constructor(
    private readonly db: EntityManager,
    private readonly payrolls: PayrollService,
  ) {}

  async list({ id }: Input<typeof listPaymentBatches>): Promise<Output<typeof listPaymentBatches>> {
    const { state } = await this.payrolls.find(id);
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const items: PaymentBatch[] = await this.db.query(batchesSql, [id, scope, null]);
    const sums = await this.sums(this.db, id, scope);
    const due = statesApproved.includes(state) ? await this.due(this.db, id, scope) : [];
    return {
      items,
      due: due.slice(0, dueShown),
      sums: { ...sums, due: sumOf(due) },
      whole: await holdsWhole(this.db, 'payroll.write', id),
    };
  }

  async get({
    payrollId,
    number,
  }: Input<typeof getPaymentBatch>): Promise<Output<typeof getPaymentBatch>> {
    const { unit, illustrative, month } = await this.payrolls.find(payrollId);
    const { id } = await batchOf(this.db, { payrollId, number });
    const scope = await peopleScope(this.db, 'payroll.read', today());
    const [batch]: PaymentBatch[] = await this.db.query(batchesSql, [payrollId, scope, id]);
    if (batch!.withdrawn) throw problem('payment-batch-is-withdrawn', { id, number });
    const { lines, insurer, bodies } = await this.sums(this.db, payrollId, scope);
    return {
      ...{ batch: batch!, month, unit, illustrative },
      communes: await this.db.query(communesSql, [id, scope]),
      ...{ lines, insurer, bodies },
      whole: await holdsWhole(this.db, 'payroll.write', payrollId),
    };
  }

  /** Makes the first batch of what was approved; nothing to pay makes none. */
  async issueFirst(
    tx: EntityManager,
    payrollId: string,
    batchId: string,
    answer: Answered,
  ): Promise<void> {
    await this.make(tx, { payrollId, batchId, only: null, isFirst: true });
    assertAnswered(payrollId, await sharedAccounts(tx, batchId, today()), answer);
    const sums = await this.sums(tx, payrollId, null);
    const { insurer, bodies, held, issued, recoveries, paid, left } = sums;
    const before = paid.amount + left.amount;
    const told = insurer + bodies + held.amount + issued.amount + recoveries.amount + before;
    if (told === sums.lines) return;
    // Somebody was paid by a batch that was withdrawn, and is owed another sum since.
    if (before > 0) {
      throw problem('payments-differ-from-lines', {
        ...{ id: payrollId, payments: paid.payments + left.payments, amount: before },
        difference: sums.lines - told,
      });
    }
    // Each is counted by itself: nothing may fall between.
    throw new Error('payments do not add up to the lines');
  }

  issue(command: Input<typeof issuePayments>): Promise<PaymentBatch> {
    const { id, batchId, only, accept, reason } = command;
    return this.db.transaction(async (tx) => {
      const [run]: { state: PayrollState }[] = await tx.query(
        'select state from payroll where id = $1 for update',
        [id],
      );
      if (!run) throw problem('payroll-not-found', { id });
      await assertWhole(tx, 'payroll.write', id);
      const [known] = await tx.query('select payroll_id from payment_batch where id = $1', [
        batchId,
      ]);
      if (known && known.payroll_id !== id)
        throw problem('id-reused', { id: batchId, field: 'id' });
      if (!known) {
        if (!statesApproved.includes(run.state)) throw problem('payroll-is-not-approved', { id });
        await this.assertByAnother(tx, id, only ?? null);
        const { payments } = await this.make(tx, {
          ...{ payrollId: id, batchId, only: only ?? null, isFirst: false },
        });
        if (payments === 0) throw problem('payment-batch-is-empty', { id });
        assertAnswered(id, await sharedAccounts(tx, batchId, today()), { accept, reason });
      }
      const [batch]: PaymentBatch[] = await tx.query(batchesSql, [id, null, batchId]);
      return batch!;
    });
  }

  /** What was issued and of which nothing is known is not paid any more. */
  async withdraw(tx: EntityManager, payrollId: string, reason: string): Promise<void> {
    await tx.query(
      `update payment set state = 'withdrawn', reason = $2, settled_by = $3, settled_at = clock_timestamp()
        where payroll_id = $1 and state = 'issued'`,
      [payrollId, reason, currentPrincipal().username],
    );
  }

  /** Holding somebody's pay takes it out of a batch whose files nobody has. */
  async takeOut(
    tx: EntityManager,
    payrollId: string,
    personId: string,
    reason: string,
  ): Promise<void> {
    const open: { id: string; state: string; sent: boolean; number: number }[] = await tx.query(
      `select y.id, y.state, b.files_at is not null as sent, b.number
         from payment y join payment_batch b on b.id = y.batch_id
        where y.payroll_id = $1 and y.person_id = $2 and y.state = any ($3)
          for update`,
      [payrollId, personId, covering],
    );
    const kept = open.find(({ state, sent }) => sent || state !== 'issued');
    if (kept) {
      const { number } = kept;
      throw problem('payment-batch-was-sent', { id: payrollId, personId, number });
    }
    await tx.query(
      `update payment set state = 'withdrawn', reason = $2, settled_by = $3, settled_at = clock_timestamp()
        where id = any ($1)`,
      [open.map(({ id }) => id), reason, currentPrincipal().username],
    );
  }

  /** Refuses to close a run while it is open what becomes of its money. */
  async assertSettled(tx: EntityManager, payrollId: string, strictly: boolean): Promise<void> {
    const due = (await this.due(tx, payrollId, null)).filter(({ why }) => why === 'failed');
    const { issued } = await this.sums(tx, payrollId, null);
    const waiting = strictly ? issued.payments : 0;
    if (due.length + waiting === 0) return;
    throw problem('payroll-has-open-payments', { id: payrollId, failed: due.length, waiting });
  }

  /** Before the first byte of a file is given out: the rows that it is read from stay in the batch from here on. */
  beginFiles({
    payrollId,
    number,
  }: Input<typeof beginPaymentFiles>): Promise<Output<typeof beginPaymentFiles>> {
    return this.db.transaction(async (tx) => {
      const { id } = await batchOf(tx, { payrollId, number });
      // Whoever takes somebody out, or the run back, waits or was first.
      await tx.query('select from payment_batch where id = $1 for update', [id]);
      const [{ open }] = await tx.query(
        `select exists (select from payment where batch_id = $1 and state <> 'withdrawn') as open`,
        [id],
      );
      if (!open) throw problem('payment-batch-is-withdrawn', { id, number });
      const { at, by } = await filesBegun(tx, id);
      return { madeAt: at, by };
    });
  }

  keepFiles({
    batchId,
    files,
  }: Input<typeof keepPaymentFiles>): Promise<Output<typeof keepPaymentFiles>> {
    return this.db.transaction(async (tx) => {
      const { payrollId, number, dataVersion } = await batchOf(tx, { id: batchId });
      await assertWhole(tx, 'payroll.write', payrollId);
      const { username } = currentPrincipal();
      await tx.query('select from payment_batch where id = $1 for update', [batchId]);
      await tx.query(
        `insert into payment_file (batch_id, name, bytes, sha256, rows, amount, by)
         select $1, f.name, f.bytes, f.sha256, f.rows, f.amount, $3
           from json_to_recordset($2) f (name text, bytes bigint, sha256 text, rows int, amount bigint)
         on conflict (batch_id, name) do nothing`,
        [batchId, JSON.stringify(files), username],
      );
      const kept: { name: string; sha256: string }[] = await tx.query(
        'select name, sha256 from payment_file where batch_id = $1',
        [batchId],
      );
      const first = await filesBegun(tx, batchId);
      const hashes = new Map(kept.map(({ name, sha256 }) => [name, sha256]));
      const told = files.map((file) => ({ ...file, same: hashes.get(file.name) === file.sha256 }));
      const different = told.filter(({ same }) => !same).map(({ name }) => name);
      const about = { id: batchId, payrollId, number };
      await publish(tx, paymentFilesMade, { ...about, files: files.length, different });
      return {
        madeAt: first.at,
        by: first.by,
        state: first.state as PayrollState,
        dataVersion,
        files: told,
      };
    });
  }

  /** Money does not go out anew on one account's word alone. */
  private async assertByAnother(
    tx: EntityManager,
    id: string,
    only: readonly string[] | null,
  ): Promise<void> {
    const asked = [...dueOf(id), only, currentPrincipal().accountId];
    const [{ payments }] = await tx.query(ownCauseSql, asked);
    if (payments > 0) throw problem('payments-are-issued-by-another', { id, payments });
  }

  private async make(
    tx: EntityManager,
    { payrollId, batchId, only, isFirst }: Making,
  ): Promise<Sum> {
    await tx.query(
      `insert into payment_batch (id, payroll_id, number, by)
       select $1, $2, coalesce(max(number), 0) + 1, $3 from payment_batch where payroll_id = $2`,
      [batchId, payrollId, currentPrincipal().username],
    );
    const [made]: Sum[] = await tx.query(issueSql, [
      ...[...dueOf(payrollId), batchId, only, isFirst],
    ]);
    const { payments, amount } = made!;
    const [{ number }] = await tx.query('select number from payment_batch where id = $1', [
      batchId,
    ]);
    if (payments === 0) await tx.query('delete from payment_batch where id = $1', [batchId]);
    else await publish(tx, paymentsIssued, { id: batchId, payrollId, number, payments, amount });
    return made!;
  }

  private async sums(db: EntityManager, id: string, scope: string[] | null): Promise<Sums> {
    const [sums]: Sums[] = await db.query(tieOutSql, [id, scope, covering]);
    return sums!;
  }

  private due(db: EntityManager, id: string, scope: string[] | null): Promise<DuePayment[]> {
    return db.query(dueSql, [...dueOf(id), scope]);
  }
}

/** What `payment-due.sql` is asked by. */
const dueOf = (payrollId: string) => [payrollId, today(), kin];
const kin = JSON.stringify({
  named: relativeName('{names}', '{member}'),
  unnamed: relativeName('', '{member}'),
});

const sumOf = (due: readonly DuePayment[]): Sum => ({
  payments: due.length,
  amount: due.reduce((sum, { amount }) => sum + amount, 0),
});
