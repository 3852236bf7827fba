import {
  type BudgetSpending,
  budgetSpent,
  type listBudgetSpendings,
  problem,
  type recordBudgetSpending,
  type takeBackBudgetSpending,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertHolder } from './budget-holder.ts';
import { budgetRows } from './budget-rows.ts';
import { BudgetSpendingEntity } from './budget.entity.ts';

/** What was spent on equipment, workplaces, training, uniform and the movement. */
@Injectable()
export class BudgetSpendingService {
  constructor(private readonly db: EntityManager) {}

  list(question: Input<typeof listBudgetSpendings>): Promise<Output<typeof listBudgetSpendings>> {
    return budgetRows<BudgetSpending>(this.db, 'budget_spending', question);
  }

  async record(command: Input<typeof recordBudgetSpending>): Promise<BudgetSpending> {
    const { group: itemGroup, ...rest } = command;
    await this.db.transaction(async (tx) => {
      await assertHolder(tx, 'budget.write', command.unitId, command.year);
      const known = await tx.findOneBy(BudgetSpendingEntity, { id: command.id });
      if (known) sameAgain<BudgetSpendingEntity>(known, { ...rest, itemGroup });
      else await spend(tx, { ...rest, itemGroup, takesBackId: null });
    });
    return this.one(command.id);
  }

  async takeBack(command: Input<typeof takeBackBudgetSpending>): Promise<BudgetSpending> {
    const { id, spendingId, reason } = command;
    await this.db.transaction(async (tx) => {
      const row = await tx.findOneBy(BudgetSpendingEntity, { id: spendingId });
      if (!row) throw problem('budget-spending-not-found', { id: spendingId });
      await assertHolder(tx, 'budget.write', row.unitId, row.year);
      const known = await tx.findOneBy(BudgetSpendingEntity, { id });
      if (known) {
        sameAgain<BudgetSpendingEntity>(known, { takesBackId: spendingId, note: reason });
        return;
      }
      const { at: _, by: __, ...same } = row;
      const against = { id, amount: -row.amount, takesBackId: spendingId, note: reason };
      await spend(tx, { ...same, ...against });
    });
    return this.one(id);
  }

  private async one(id: string): Promise<BudgetSpending> {
    const asked = { id, limit: 1 };
    const { items } = await budgetRows<BudgetSpending>(this.db, 'budget_spending', asked);
    return items[0]!;
  }
}

/** Writes what was spent. */
export async function spend(
  tx: EntityManager,
  row: Omit<BudgetSpendingEntity, 'by' | 'at'>,
): Promise<void> {
  await tx.insert(BudgetSpendingEntity, { ...row, by: currentPrincipal().username });
  const { id, unitId, year, fund, itemGroup, source, amount, spentOn, requestId, takesBackId } =
    row;
  const place = { unitId, year, fund, group: itemGroup, source };
  await publish(tx, budgetSpent, { ...place, id, amount, spentOn, requestId, takesBackId });
}
