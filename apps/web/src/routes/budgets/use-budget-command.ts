import {
  getBudgetComparison,
  getBudgetRequest,
  listBudgetRequests,
  listBudgets,
  listBudgetSpendings,
} from '@antt/contracts';

/** Answers that any act about budgets makes old. */
export const budgetAnswers = [
  ...[getBudgetComparison, listBudgets, listBudgetSpendings],
  ...[listBudgetRequests, getBudgetRequest],
];
