import {
  holdable,
  type holdPay,
  payHeld,
  type Payroll,
  payrollStepped,
  problem,
  releasable,
  type releasePay,
  type stepPayroll,
  stepsWithReason,
} from '@antt/contracts';
import { daysOf, type Input, type Output } from '@antt/kernel';
import { assertInside, currentPrincipal, publish, uuidv7 } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { lockBudgets } from '../budgets/budget-holder.ts';
import { PaymentBatchService } from '../payments/payment-batch.service.ts';
import { assertNothingOut } from '../payments/money-out.ts';
import { parameterOf } from '../settings/parameter-of.ts';
import { PayrollCheckService } from './payroll-check.service.ts';
import { assertEarlierSubmitted, assertLast, lockOrder } from './payroll-order.ts';
import { PayrollRunner } from './payroll-runner.ts';
import { isByAnother, moves, ordered } from './payroll-step.rules.ts';
import { PayrollEntity } from './payroll.entity.ts';
import { PayrollService } from './payroll.service.ts';
import { hold, records } from './shared-holds.ts';

/** What is done with a run, by whom. Who submits is not who approves. */
@Injectable()
export class PayrollStepService {
  constructor(
    private readonly db: EntityManager,
    private readonly payrolls: PayrollService,
    private readonly checks: PayrollCheckService,
    private readonly runner: PayrollRunner,
    private readonly batches: PaymentBatchService,
  ) {}

  async step(command: Input<typeof stepPayroll>): Promise<Payroll> {
    const { id, step, reason, accept } = command;
    await this.payrolls.find(id);
    await this.db.transaction(async (tx) => {
      const run = await this.locked(tx, id, moves[step].by);
      const { from, to } = moves[step];
      if (run.state === to && (await this.isRepeated(tx, id, step))) return;
      if (!from.includes(run.state)) {
        throw problem('payroll-step-not-now', { id, step, state: run.state });
      }
      if (stepsWithReason.includes(step) && reason.length < 5) {
        throw problem('payroll-step-needs-a-reason', { id, step });
      }
      if (isByAnother(step, run.state)) await this.assertAnother(tx, id, step);
      if (ordered.includes(step)) await lockOrder(tx);
      if (step === 'submit' || step === 'approve') await lockBudgets(tx);
      if (step === 'approve') await this.checks.assertFunded(tx, id, { accept, reason });
      if (step === 'submit') {
        // Only now: what another run did until a moment ago shows.
        const { outdated } = await this.payrolls.find(id, tx);
        if (outdated) throw problem('payroll-is-outdated', { id });
        await assertEarlierSubmitted(tx, run);
        await this.checks.assertAccepted(tx, id, { accept, reason });
      }
      if (step === 'return' || step === 'reverse') {
        await assertLast(tx, run, step);
        await assertNothingOut(tx, id, step);
      }
      if (step === 'close') {
        const { from: day } = daysOf(run.month.slice(0, 7));
        const strictly = await parameterOf(tx, 'results-before-closing', run.unitId, day);
        await this.batches.assertSettled(tx, id, strictly);
      }
      await tx.update(PayrollEntity, { id }, { state: to, failure: null });
      if (step === 'reverse') {
        await tx.query('update payroll_commune set live = false where payroll_id = $1', [id]);
        // what it paid is owed again: later runs that counted it reckon anew
        await tx.query(
          `insert into pay_change (person_id, team_id, from_day, to_day)
           select distinct person_id, case when person_id is null then team_id end, month,
                  (month + interval '1 month')::date
             from payroll_line where payroll_id = $1`,
          [id],
        );
      }
      // What is approved is issued with it: the files are there before anything is marked as paid.
      if (step === 'approve') await this.batches.issueFirst(tx, id, uuidv7(), { accept, reason });
      if (step === 'return' || step === 'reverse') await this.batches.withdraw(tx, id, reason);
      const { accountId, username } = currentPrincipal();
      await tx.query(
        `insert into payroll_act (id, payroll_id, step, account_id, by, reason, accepted)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [uuidv7(), id, step, accountId, username, reason, accept],
      );
      const { unitId, people, total, month } = run;
      const told = { id, step, state: to, people, total, reason, unitId };
      await publish(tx, payrollStepped, { ...told, month: month.slice(0, 7) });
    });
    if (step === 'calculate') this.runner.begin(id);
    return this.payrolls.find(id);
  }

  hold(command: Input<typeof holdPay>): Promise<Output<typeof holdPay>> {
    return this.setHeld(command, true);
  }

  release(command: Input<typeof releasePay>): Promise<Output<typeof releasePay>> {
    return this.setHeld(command, false);
  }

  private setHeld(
    { id, personId, reason }: Input<typeof holdPay>,
    held: boolean,
  ): Promise<Output<typeof holdPay>> {
    return this.db.transaction(async (tx) => {
      const { state } = await this.locked(tx, id, 'payroll.write');
      if (!(held ? holdable : releasable).includes(state)) {
        throw problem('payroll-step-not-now', { id, step: held ? 'hold' : 'release', state });
      }
      const [{ lines, amount }] = await tx.query(
        `select count(*)::int as lines, coalesce(sum(amount) filter (
                  where aside_of(payee, fund, true) = 'held'), 0)::bigint as amount
           from payroll_line where payroll_id = $1 and person_id = $2`,
        [id, personId],
      );
      if (lines === 0) throw problem('payroll-person-not-found', { id, personId });
      const known: { released: boolean }[] = await tx.query(
        `select released_at is not null as released from payroll_hold
          where payroll_id = $1 and person_id ${held ? '= $2' : `in (${records})`} order by 1`,
        [id, personId],
      );
      if (!held && known.length === 0) throw problem('pay-is-not-held', { id, personId });
      // The same said again changes nothing.
      if (known[0]?.released === !held) return { held, amount };
      const { username, accountId } = currentPrincipal();
      if (held) {
        await this.batches.takeOut(tx, id, personId, reason);
        await hold(tx, { id, personId, reason, username });
      } else {
        await tx.query(
          `update payroll_hold set released_by = $4, released_at = clock_timestamp(), release_reason = $3,
                  released_account = $5
            where payroll_id = $1 and released_at is null and person_id in (${records})`,
          [id, personId, reason, username, accountId],
        );
      }
      await publish(tx, payHeld, { id, personId, held, reason });
      return { held, amount };
    });
  }

  /** The run, locked; every commune of it must be the sender's. */
  private async locked(
    tx: EntityManager,
    id: string,
    permission: 'payroll.write' | 'payroll.approve',
  ): Promise<PayrollEntity> {
    const run = await tx.findOne(PayrollEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!run) throw problem('payroll-not-found', { id });
    // a commune may begin within the month
    const communes: { id: string; from: string }[] = await tx.query(
      `select c.commune_id as id, greatest(c.month, min(v.valid_from))::text as from
         from payroll_commune c
         join unit_version v on v.unit_id = c.commune_id and (v.valid_to is null or v.valid_to > c.month)
        where c.payroll_id = $1 group by c.commune_id, c.month`,
      [id],
    );
    for (const day of new Set(communes.map(({ from }) => from))) {
      const begun = communes.filter(({ from }) => from === day).map((commune) => commune.id);
      await assertInside(tx, permission, begun, day);
    }
    return run;
  }

  private async isRepeated(tx: EntityManager, id: string, step: string): Promise<boolean> {
    const [last] = await tx.query(
      'select step, account_id from payroll_act where payroll_id = $1 order by at desc limit 1',
      [id],
    );
    return (
      step !== 'calculate' &&
      last?.step === step &&
      last.account_id === currentPrincipal().accountId
    );
  }

  private async assertAnother(tx: EntityManager, id: string, step: string): Promise<void> {
    const [own] = await tx.query(
      `select from payroll_act where payroll_id = $1 and account_id = $2 and step in ('calculate', 'submit')`,
      [id, currentPrincipal().accountId],
    );
    if (own) {
      throw problem('payroll-is-checked-by-another', { id, step });
    }
  }
}
