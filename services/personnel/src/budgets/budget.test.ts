import {
  BudgetGroup,
  budgetGroups,
  draftBudgetRequest,
  giveBudget,
  groupOfItem,
  listBudgets,
  listBudgetSpendings,
  PayItem,
  recordBudgetSpending,
  takeBackBudget,
  takeBackBudgetSpending,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { budgetFixture } from './test-budget.ts';

const service = useService(personnel);
const { unit, place, given, drafted, compared, bare, checker, maker } = budgetFixture(service);

const bought = (unitId: string, amount: number, said = {}) => {
  const facts = { year: 2026, fund: 'force' as const, group: 'equipment' as const };
  const paper = { spentOn: '2026-03-02', paper: 'Hợp đồng 03/HĐ', note: '', requestId: null };
  const id = randomUUID();
  const command = { id, unitId, source: 'commune' as const, ...facts, ...paper, amount, ...said };
  return service.call(recordBudgetSpending, command, maker);
};

test('what a unit has is what instruments gave, more and less, signed', async () => {
  const { communeId } = await place();
  await given(communeId, 500);
  await given(communeId, 200, { kind: 'supplement' });
  await given(communeId, 50, { kind: 'reduction' });
  await given(communeId, 10, { kind: 'recall' });
  const list = await service.call(listBudgets, { unitId: communeId, limit: 100 }, maker);
  expect(list.items.map(({ amount }) => amount)).toEqual([-10, -50, 200, 500]);
  expect(list).toMatchObject({ total: 4, amount: 640 });
  expect(list.items[0]!.instrument).toMatchObject({ number: '12/QĐ-UBND', signedOn: '2026-01-05' });
});

test('money without a document that can be read is not given', async () => {
  const { communeId } = await place();
  const instrumentId = randomUUID();
  bare.add(instrumentId);
  await expect(given(communeId, 500, { instrumentId })).rejects.toMatchObject({
    type: 'instrument-has-no-file',
  });
});

test('no more is taken from a unit than it has', async () => {
  const { communeId } = await place();
  await given(communeId, 500);
  await expect(given(communeId, 501, { kind: 'recall' })).rejects.toMatchObject({
    type: 'budget-would-be-negative',
  });
});

test('of ten who take the same money at once one gets it', async () => {
  const { communeId } = await place();
  await given(communeId, 500);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => given(communeId, 300, { kind: 'recall' })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a row recorded by mistake is taken back by one against it, once, and both stay', async () => {
  const { communeId } = await place();
  const { id: budgetId } = await given(communeId, 500);
  const back = { id: randomUUID(), budgetId, reason: 'Nhầm đơn vị' };
  expect(await service.call(takeBackBudget, back, checker)).toMatchObject({
    ...{ amount: -500, takesBackId: budgetId, kind: 'opening' },
  });
  await expect(
    service.call(takeBackBudget, { ...back, id: randomUUID() }, checker),
  ).rejects.toMatchObject({ type: 'budget-is-taken-back-once' });
  const { items, amount } = await service.call(
    listBudgets,
    { unitId: communeId, limit: 100 },
    maker,
  );
  expect(items.map(({ takenBack }) => takenBack)).toEqual([false, true]);
  expect(amount).toBe(0);
  await expect(
    service.db.query('update budget set amount = 1 where id = $1', [budgetId]),
  ).rejects.toMatchObject({ driverError: { constraint: 'budget_rows_stay' } });
});

test('the same command twice gives once', async () => {
  const { communeId } = await place();
  const command = {
    ...{ id: randomUUID(), unitId: communeId, year: 2026, fund: 'force' as const },
    ...{ group: 'allowance' as const, source: 'province' as const, kind: 'opening' as const },
    ...{ amount: 500, instrumentId: randomUUID(), note: '' },
  };
  await service.call(giveBudget, command, checker);
  await service.call(giveBudget, command, checker);
  await expect(
    service.call(giveBudget, { ...command, amount: 600 }, checker),
  ).rejects.toMatchObject({ type: 'id-reused' });
  expect(await service.call(listBudgets, { unitId: communeId, limit: 9 }, maker)).toMatchObject({
    ...{ total: 1, amount: 500 },
  });
});

test('law BR-60: no item group takes money of the other fund, neither given, asked for nor spent', async () => {
  const { communeId } = await place();
  for (const group of BudgetGroup.options) {
    const fund = budgetGroups[group].fund === 'force' ? 'movement' : 'force';
    const here = { id: randomUUID(), unitId: communeId, year: 2026, fund } as const;
    const source = 'commune' as const;
    const refused = { type: 'budget-is-of-one-fund' };
    const kind = 'opening' as const;
    await expect(
      service.call(
        giveBudget,
        { ...here, group, source, kind, amount: 1, instrumentId: randomUUID(), note: '' },
        checker,
      ),
    ).rejects.toMatchObject(refused);
    const lines = [{ group, source, amount: 1, reason: '' }];
    await expect(
      service.call(draftBudgetRequest, { ...here, title: 'Kinh phí', lines }, maker),
    ).rejects.toMatchObject(refused);
    if (budgetGroups[group].spentBy === 'entries') {
      await expect(bought(communeId, 1, { fund, group })).rejects.toMatchObject(refused);
    }
  }
});

test('law BR-60: money for the force never fulfils a request for the movement, whoever writes', async () => {
  const { communeId } = await place();
  const requestId = await drafted(communeId, { group: 'movement-model' });
  await expect(bought(communeId, 1, { requestId })).rejects.toMatchObject({
    type: 'budget-request-not-found',
  });
  await expect(
    service.db.query(
      `insert into budget (id, unit_id, year, fund, item_group, source, kind, amount, instrument, request_id, by)
       values (gen_random_uuid(), $1, 2026, 'force', 'equipment', 'commune', 'opening', 1, '{}', $2, 'test')`,
      [communeId, requestId],
    ),
  ).rejects.toMatchObject({ driverError: { constraint: 'budget_request_not_found' } });
});

test('law BR-60: the sums of one fund hold nothing of the other', async () => {
  const { communeId } = await place();
  await given(communeId, 700, { group: 'equipment', source: 'commune' });
  await given(communeId, 300, { group: 'movement-campaign', source: 'commune' });
  await bought(communeId, 100);
  await bought(communeId, 40, { fund: 'movement', group: 'movement-campaign' });
  const { sums } = await compared(2026, communeId);
  expect(sums).toMatchObject([
    { fund: 'force', group: 'equipment', allocated: 700, paid: 100, remaining: 600 },
    { fund: 'movement', group: 'movement-campaign', allocated: 300, paid: 40, remaining: 260 },
  ]);
});

test('what runs pay is not entered by hand', async () => {
  const { communeId } = await place();
  await expect(bought(communeId, 100, { group: 'allowance' })).rejects.toMatchObject({
    type: 'budget-group-is-paid-by-runs',
  });
});

test('spending recorded by mistake is taken back and counts no more', async () => {
  const { communeId } = await place();
  const { id: spendingId } = await bought(communeId, 100);
  const back = { id: randomUUID(), spendingId, reason: 'Nhầm số tiền' };
  await service.call(takeBackBudgetSpending, back, maker);
  await expect(
    service.call(takeBackBudgetSpending, { ...back, id: randomUUID() }, maker),
  ).rejects.toMatchObject({ type: 'budget-spending-is-taken-back-once' });
  const list = await service.call(listBudgetSpendings, { unitId: communeId, limit: 9 }, maker);
  expect(list).toMatchObject({ total: 2, amount: 0 });
});

test('who is elsewhere neither sees nor gives a unit money', async () => {
  const { communeId } = await place();
  const { communeId: other } = await place();
  await given(communeId, 500);
  const stranger = someone('finance-officer', [other]);
  await expect(given(communeId, 500, { as: stranger })).rejects.toMatchObject({
    type: 'outside-area',
  });
  const asked = { unitId: communeId, limit: 9 };
  expect(await service.call(listBudgets, asked, stranger)).toMatchObject({ total: 0 });
  expect(await compared(2026, communeId, stranger)).toMatchObject({ items: [], sums: [] });
});

test('only provinces and communes have budgets', async () => {
  const { villageId } = await place();
  await expect(given(villageId, 500)).rejects.toMatchObject({ type: 'budget-unit-is-no-holder' });
  const gone = await unit('commune', 'Xã cũ', null, { from: '2020-01-01', to: '2025-07-01' });
  await expect(given(gone, 500)).rejects.toMatchObject({ type: 'budget-unit-is-no-holder' });
});

test('the database counts as duty what is planned as duty, and knows the fund of each item group', async () => {
  const items = await service.db.query(
    'select item, is_duty(item) as duty from unnest($1::text[]) item',
    [PayItem.options],
  );
  expect(items).toEqual(
    PayItem.options.map((item) => ({ item, duty: groupOfItem[item] === 'duty' })),
  );
  const groups = await service.db.query(
    'select item_group as "group", budget_fund(item_group) as fund from unnest($1::text[]) item_group',
    [BudgetGroup.options],
  );
  expect(groups).toEqual(
    BudgetGroup.options.map((group) => ({ group, fund: budgetGroups[group].fund })),
  );
});
