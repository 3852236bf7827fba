import { BudgetGroup, budgetGroups } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { fundSums, groupsOf, partsOf, yearsUpTo } from './budget.rules.ts';

const nothing = { allocated: 0, committed: 0, paid: 0, forecast: 0 };
const figures = { ...nothing, remaining: 0, shortfall: 0, extra: 0 };

test('each item group is offered with one fund, and the sums of a fund are of its groups alone', () => {
  expect([...groupsOf('force'), ...groupsOf('movement')].toSorted()).toEqual(
    [...BudgetGroup.options].toSorted(),
  );
  const sums = BudgetGroup.options.map((group, n) => ({
    ...{ ...figures, group, fund: budgetGroups[group].fund, allocated: 10 ** n },
  }));
  const [force, movement] = fundSums(sums);
  expect(force!.figures.allocated).toBe(111_111_111);
  expect(movement!.figures.allocated).toBe(1_111_000_000_000);
});

test('a bar is as long as the longer of money and need', () => {
  const short = { ...figures, allocated: 50, paid: 40, committed: 20, forecast: 100 };
  expect(partsOf(short)).toEqual({ paid: 40, committed: 20, ahead: 40, allocated: 50 });
  expect(partsOf({ ...figures, allocated: 200, paid: 50, forecast: 100 })).toMatchObject({
    ...{ paid: 25, ahead: 25, allocated: 100 },
  });
  expect(partsOf(figures)).toEqual({ paid: 0, committed: 0, ahead: 0, allocated: 0 });
});

test('years are offered from the law up to the next', () => {
  expect(yearsUpTo(2026)).toEqual([2027, 2026, 2025, 2024]);
});
