import {
  budgetAllocated,
  budgetApproved,
  budgetGroups,
  type BudgetRequest,
  type BudgetRequestAct,
  type BudgetRequestLine,
  budgetRequestStepped,
  budgetSettled,
  problem,
  type stepBudgetRequest,
} from '@antt/contracts';
import { type Input, sum } from '@antt/kernel';
import { Client, currentPrincipal, publish, uuidv7 } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { instrumentOf, lockBudgets } from './budget-holder.ts';
import { BudgetRequestService, lockedRequest, writeAct } from './budget-request.service.ts';
import { spend } from './budget-spending.service.ts';
import { requestMoves } from './budget-step.rules.ts';
import { BudgetRequestEntity } from './budget.entity.ts';
import { give } from './budget.service.ts';

type Act<S extends BudgetRequestAct['step']> = Extract<BudgetRequestAct, { step: S }>;
type Column = 'appraised' | 'approved' | 'allocated' | 'spent' | 'returned';

/** What is done with a request, by whom; who asked neither appraises nor decides. */
@Injectable()
export class BudgetStepService {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
    private readonly requests: BudgetRequestService,
  ) {}

  async step({ id, act }: Input<typeof stepBudgetRequest>): Promise<BudgetRequest> {
    const instrument =
      'instrumentId' in act ? await instrumentOf(this.client, act.instrumentId) : null;
    return this.db.transaction(async (tx) => {
      const { from, to, by } = requestMoves[act.step];
      const request = await lockedRequest(tx, id, by);
      if (request.state === to && (await isRepeated(tx, id, act))) return this.requests.get(id, tx);
      if (!from.includes(request.state)) {
        throw problem('budget-step-not-now', { id, step: act.step, state: request.state });
      }
      await assertAnother(tx, id, act.step);
      const before = await this.requests.get(id, tx);
      assertFits(act, before);
      await writeAct(tx, id, act);
      await tx.update(BudgetRequestEntity, { id }, { state: to });
      await this.take(tx, before, { ...act, instrument: instrument! });
      const { unitId, year, fund, requested } = before;
      const about = { id, unitId, year, fund, requested };
      if (!['approve', 'allocate', 'settle'].includes(act.step)) {
        await publish(tx, budgetRequestStepped, { ...about, step: act.step, state: to });
      }
      return this.requests.get(id, tx);
    });
  }

  private async take(
    tx: EntityManager,
    request: BudgetRequest,
    act: BudgetRequestAct & { instrument: NonNullable<BudgetRequest['instrument']> },
  ): Promise<void> {
    const { id } = request;
    if (act.step === 'appraise') await setAmounts(tx, id, 'appraised', act.amounts);
    if (act.step === 'refuse' || act.step === 'approve') {
      const { number, signedOn, signer } = act;
      const decision = { number, signedOn, signer };
      await tx.update(BudgetRequestEntity, { id }, { decision });
    }
    if (act.step === 'approve') await this.approve(tx, request, act);
    if (act.step === 'allocate') await this.allocate(tx, request, act);
    if (act.step === 'settle') await this.settle(tx, request, act);
  }

  private async approve(tx: EntityManager, request: BudgetRequest, act: Act<'approve'>) {
    await setAmounts(tx, request.id, 'approved', act.amounts);
    const { number, signedOn: approvedOn } = act;
    const approved = sum(act.amounts);
    await publish(tx, budgetApproved, { ...about(request), approved, number, approvedOn });
  }

  /** Every line becomes money given, in the same moment. */
  private async allocate(
    tx: EntityManager,
    request: BudgetRequest,
    { amounts, kind, instrument }: Act<'allocate'> & { instrument: BudgetRequest['instrument'] },
  ) {
    await lockBudgets(tx);
    await setAmounts(tx, request.id, 'allocated', amounts);
    await tx.update(BudgetRequestEntity, { id: request.id }, { instrument: instrument! });
    for (const [n, line] of request.lines.entries()) {
      if (amounts[n]! === 0) continue;
      await give(tx, {
        ...placeOf(request, line),
        kind,
        amount: amounts[n]!,
        instrument: instrument!,
      });
    }
    const allocatedOn = instrument!.signedOn;
    const facts = { approved: request.approved!, allocated: sum(amounts), allocatedOn };
    await publish(tx, budgetAllocated, { ...about(request), ...facts });
  }

  /** What no run pays is entered as far as it was not yet; what comes back is given no more. */
  private async settle(
    tx: EntityManager,
    request: BudgetRequest,
    act: Act<'settle'> & { instrument: BudgetRequest['instrument'] },
  ) {
    const { spent, returned, settledOn, reason, instrument } = act;
    await lockBudgets(tx);
    await setAmounts(tx, request.id, 'spent', spent);
    await setAmounts(tx, request.id, 'returned', returned);
    for (const [n, line] of request.lines.entries()) {
      const place = { ...placeOf(request, line), note: reason };
      const open = spent[n]! - (await entered(tx, request.id, line));
      if (budgetGroups[line.group].spentBy === 'entries' && open !== 0) {
        const paper = instrument!.number;
        await spend(tx, { ...place, amount: open, spentOn: settledOn, paper });
      }
      if (returned[n]! > 0) {
        const back = { id: uuidv7(), amount: -returned[n]!, instrument: instrument! };
        await give(tx, { ...place, ...back, kind: 'recall' });
      }
    }
    const facts = { allocated: request.allocated!, spent: sum(spent), returned: sum(returned) };
    await publish(tx, budgetSettled, { ...about(request), ...facts, settledOn });
  }
}

const about = ({ id, unitId, year, fund, requested }: BudgetRequest) => ({
  ...{ id, unitId, year, fund, requested },
});

function placeOf({ id, unitId, year, fund }: BudgetRequest, line: BudgetRequestLine) {
  const nothing = { takesBackId: null, note: '' };
  const place = { unitId, year, fund, itemGroup: line.group, source: line.source };
  return { ...place, ...nothing, id: uuidv7(), requestId: id };
}

async function setAmounts(tx: EntityManager, id: string, column: Column, amounts: number[]) {
  await tx.query(
    `update budget_request_line l set ${column} = a.amount
       from unnest($2::bigint[]) with ordinality a (amount, n) where l.request_id = $1 and l.n = a.n - 1`,
    [id, amounts],
  );
}

async function entered(tx: EntityManager, id: string, { group, source }: BudgetRequestLine) {
  const [{ amount }] = await tx.query(
    `select coalesce(sum(amount), 0)::bigint as amount from budget_spending
      where request_id = $1 and item_group = $2 and source = $3`,
    [id, group, source],
  );
  return amount as number;
}

/** An amount for each line; not more is allocated than was approved, nor settled than allocated without a word. */
function assertFits(act: BudgetRequestAct, { id, lines }: BudgetRequest): void {
  const said =
    act.step === 'settle' ? [act.spent, act.returned] : 'amounts' in act ? [act.amounts] : [];
  if (said.some((amounts) => amounts.length !== lines.length)) {
    throw problem('budget-amounts-do-not-fit', { id, lines: lines.length });
  }
  if (act.step !== 'settle' || act.reason.length >= 5) return;
  const over = lines.find((line, n) => act.spent[n]! + act.returned[n]! > (line.allocated ?? 0));
  if (over) {
    const { group, source, allocated } = over;
    throw problem('budget-settlement-needs-a-word', { id, group, source, allocated });
  }
}

async function isRepeated(tx: EntityManager, id: string, act: BudgetRequestAct): Promise<boolean> {
  const [last] = await tx.query(
    'select act, account_id from budget_request_act where request_id = $1 order by at desc limit 1',
    [id],
  );
  return last?.account_id === currentPrincipal().accountId && isDeepStrictEqual(last.act, act);
}

async function assertAnother(tx: EntityManager, id: string, step: BudgetRequestAct['step']) {
  const [own] = await tx.query(
    `select step from budget_request_act
      where request_id = $1 and account_id = $2 and step = any ($3) limit 1`,
    [id, currentPrincipal().accountId, requestMoves[step].notAfter],
  );
  if (own) throw problem('budget-step-is-by-another', { id, step, own: own.step });
}
