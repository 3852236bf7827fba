import {
  changeBudgetRequest,
  draftBudgetRequest,
  getBudgetComparison,
  getBudgetRequest,
  giveBudget,
  listBudgetRequests,
  listBudgets,
  listBudgetSpendings,
  recordBudgetSpending,
  stepBudgetRequest,
  takeBackBudget,
  takeBackBudgetSpending,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { BudgetComparisonService } from './budget-comparison.service.ts';
import { BudgetRequestService } from './budget-request.service.ts';
import { BudgetSpendingService } from './budget-spending.service.ts';
import { BudgetStepService } from './budget-step.service.ts';
import { BudgetService } from './budget.service.ts';

@Controller()
export class BudgetController {
  constructor(
    private readonly budgets: BudgetService,
    private readonly spendings: BudgetSpendingService,
    private readonly requests: BudgetRequestService,
    private readonly steps: BudgetStepService,
    private readonly comparisons: BudgetComparisonService,
  ) {}

  @Handles(listBudgets)
  list(question: Input<typeof listBudgets>) {
    return this.budgets.list(question);
  }

  @Handles(giveBudget)
  give(command: Input<typeof giveBudget>) {
    return this.budgets.give(command);
  }

  @Handles(takeBackBudget)
  takeBack(command: Input<typeof takeBackBudget>) {
    return this.budgets.takeBack(command);
  }

  @Handles(getBudgetComparison)
  comparison(question: Input<typeof getBudgetComparison>) {
    return this.comparisons.compare(question);
  }

  @Handles(listBudgetSpendings)
  spendingList(question: Input<typeof listBudgetSpendings>) {
    return this.spendings.list(question);
  }

  @Handles(recordBudgetSpending)
  spend(command: Input<typeof recordBudgetSpending>) {
    return this.spendings.record(command);
  }

  @Handles(takeBackBudgetSpending)
  takeBackSpending(command: Input<typeof takeBackBudgetSpending>) {
    return this.spendings.takeBack(command);
  }

  @Handles(listBudgetRequests)
  requestList(question: Input<typeof listBudgetRequests>) {
    return this.requests.list(question);
  }

  @Handles(getBudgetRequest)
  request({ id }: Input<typeof getBudgetRequest>) {
    return this.requests.get(id);
  }

  @Handles(draftBudgetRequest)
  draft(command: Input<typeof draftBudgetRequest>) {
    return this.requests.draft(command);
  }

  @Handles(changeBudgetRequest)
  change(command: Input<typeof changeBudgetRequest>) {
    return this.requests.change(command);
  }

  @Handles(stepBudgetRequest)
  step(command: Input<typeof stepBudgetRequest>) {
    return this.steps.step(command);
  }
}
