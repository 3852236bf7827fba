import {
  type Budget,
  budgetGiven,
  type giveBudget,
  lessening,
  type listBudgets,
  problem,
  type takeBackBudget,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Client, currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertHolder, instrumentOf, lockBudgets } from './budget-holder.ts';
import { budgetRows } from './budget-rows.ts';
import { BudgetEntity } from './budget.entity.ts';

/** Money given to units by instruments, and taken from them (giao, bổ sung, điều chỉnh giảm, thu hồi). */
@Injectable()
export class BudgetService {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  list(question: Input<typeof listBudgets>): Promise<Output<typeof listBudgets>> {
    return budgetRows<Budget>(this.db, 'budget', question);
  }

  async give(command: Input<typeof giveBudget>): Promise<Budget> {
    const { instrumentId, group: itemGroup, amount: given, ...rest } = command;
    const instrument = await instrumentOf(this.client, instrumentId);
    const amount = lessening.includes(command.kind) ? -given : given;
    await this.db.transaction(async (tx) => {
      await assertHolder(tx, 'budget.approve', command.unitId, command.year);
      const known = await tx.findOneBy(BudgetEntity, { id: command.id });
      const row = { ...rest, itemGroup, amount };
      if (known) {
        sameAgain<BudgetEntity>(known, row);
        return;
      }
      await lockBudgets(tx);
      await give(tx, { ...row, instrument, requestId: null, takesBackId: null });
    });
    return this.one(command.id);
  }

  /** Both rows stay; what the other one gave is given no more. */
  async takeBack({ id, budgetId, reason }: Input<typeof takeBackBudget>): Promise<Budget> {
    await this.db.transaction(async (tx) => {
      await lockBudgets(tx);
      const row = await tx.findOneBy(BudgetEntity, { id: budgetId });
      if (!row) throw problem('budget-not-found', { id: budgetId });
      await assertHolder(tx, 'budget.approve', row.unitId, row.year);
      const known = await tx.findOneBy(BudgetEntity, { id });
      if (known) {
        sameAgain<BudgetEntity>(known, { takesBackId: budgetId, note: reason });
        return;
      }
      const { at: _, by: __, ...same } = row;
      const against = { id, amount: -row.amount, takesBackId: budgetId, note: reason };
      await give(tx, { ...same, ...against });
    });
    return this.one(id);
  }

  private async one(id: string): Promise<Budget> {
    const { items } = await budgetRows<Budget>(this.db, 'budget', { id, limit: 1 });
    return items[0]!;
  }
}

/** Writes a row; what a unit has for something is never less than nothing. `lockBudgets` came before. */
export async function give(tx: EntityManager, row: Omit<BudgetEntity, 'by' | 'at'>): Promise<void> {
  const by = currentPrincipal().username;
  await tx.insert(BudgetEntity, { ...row, by });
  const { id, unitId, year, fund, itemGroup, source, kind, amount, requestId, takesBackId } = row;
  const [{ left }] = await tx.query(
    `select sum(amount)::bigint as left from budget
      where unit_id = $1 and year = $2 and item_group = $3 and source = $4`,
    [unitId, year, itemGroup, source],
  );
  if (left < 0) throw problem('budget-would-be-negative', { unitId, year, group: itemGroup, left });
  const place = { unitId, year, fund, group: itemGroup, source };
  const instrumentId = row.instrument.id;
  await publish(tx, budgetGiven, {
    ...{ ...place, id, kind, amount, requestId, takesBackId, instrumentId },
  });
}
