import {
  type BudgetRequestAct,
  budgetAllocated,
  budgetApproved,
  budgetSettled,
  changeBudgetRequest,
  draftBudgetRequest,
  getBudgetRequest,
  listBudgetRequests,
  listBudgets,
  listBudgetSpendings,
  recordBudgetSpending,
  stepBudgetRequest,
  takeBackBudget,
} from '@antt/contracts';
import type { Event } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { budgetFixture } from './test-budget.ts';

const service = useService(personnel);
const { place, drafted, compared, bare, maker } = budgetFixture(service);

const appraiser = someone('finance-officer');
const chair = someone('provincial-administrator');
const paper = { number: '45/QĐ-UBND', signedOn: '2026-02-20', signer: 'Nguyễn Văn Bình' };
const take = (id: string, act: BudgetRequestAct, as = maker) =>
  service.call(stepBudgetRequest, { id, act }, as);
const get = (id: string, as = maker) => service.call(getBudgetRequest, { id }, as);

const submit = { step: 'submit' } as const;
type Act<S> = Extract<BudgetRequestAct, { step: S }>;
const appraise = (...amounts: number[]): Act<'appraise'> => ({
  ...{ step: 'appraise', opinion: 'Phù hợp định mức', amounts },
});
const approve = (...amounts: number[]): Act<'approve'> => ({ step: 'approve', ...paper, amounts });
const allocate = (...amounts: number[]): Act<'allocate'> => {
  const instrumentId = randomUUID();
  return { step: 'allocate', kind: 'opening', instrumentId, amounts };
};
const settle = (spent: number[], returned: number[], reason = ''): Act<'settle'> => {
  const settledOn = '2026-12-20';
  return { step: 'settle', spent, returned, instrumentId: randomUUID(), settledOn, reason };
};

async function allocated(unitId: string, said: Parameters<typeof drafted>[1] = {}) {
  const id = await drafted(unitId, said);
  await take(id, submit);
  await take(id, appraise(45_000_000), appraiser);
  await take(id, approve(40_000_000), chair);
  await take(id, allocate(40_000_000), appraiser);
  return id;
}

async function told(event: Event, id: string): Promise<unknown[]> {
  const rows: { payload: unknown }[] = await service.db.query(
    `select payload from outbox where subject = $1 and payload ->> 'id' = $2`,
    [event.subject, id],
  );
  return rows.map(({ payload }) => payload);
}

test('a request goes through appraisal, approval and allocation to settlement, each by whom and when', async () => {
  const { communeId } = await place();
  const id = await allocated(communeId);
  const request = await take(id, settle([38_000_000], [2_000_000]), appraiser);
  expect(request).toMatchObject({
    ...{ state: 'settled', requested: 50_000_000, appraised: 45_000_000 },
    ...{ approved: 40_000_000, allocated: 40_000_000, decision: paper },
    instrument: { number: '12/QĐ-UBND' },
    lines: [{ spent: 38_000_000, returned: 2_000_000 }],
  });
  expect(request.acts.map(({ step }) => step)).toEqual([
    ...['draft', 'submit', 'appraise', 'approve', 'allocate', 'settle'],
  ]);
  expect(request.acts.map(({ by }) => by)).toEqual([
    ...[maker, maker, appraiser, chair, appraiser, appraiser].map(({ username }) => username),
  ]);
});

test('approval, allocation and settlement are told with their days and amounts, and of nobody', async () => {
  const { communeId } = await place();
  const id = await allocated(communeId);
  await take(id, settle([38_000_000], [2_000_000]), appraiser);
  const about = { id, unitId: communeId, year: 2026, fund: 'force', requested: 50_000_000 };
  const [approved, allocatedAs] = [{ approved: 40_000_000 }, { allocated: 40_000_000 }];
  expect(await told(budgetApproved, id)).toEqual([
    { ...about, ...approved, number: '45/QĐ-UBND', approvedOn: '2026-02-20' },
  ]);
  expect(await told(budgetAllocated, id)).toEqual([
    { ...about, ...approved, ...allocatedAs, allocatedOn: '2026-01-05' },
  ]);
  expect(await told(budgetSettled, id)).toEqual([
    {
      ...{ ...about, ...allocatedAs, spent: 38_000_000, returned: 2_000_000 },
      settledOn: '2026-12-20',
    },
  ]);
});

test('who asks neither appraises nor decides, and who appraises does not decide', async () => {
  const { communeId } = await place();
  const id = await drafted(communeId);
  await take(id, submit);
  const byAnother = { type: 'budget-step-is-by-another' };
  expect((await get(id)).next).toEqual([]);
  await expect(take(id, appraise(1))).rejects.toMatchObject(byAnother);
  await take(id, appraise(45_000_000), appraiser);
  expect((await get(id, appraiser)).next).toEqual(['return']);
  await expect(take(id, approve(1))).rejects.toMatchObject(byAnother);
  await expect(take(id, approve(1), appraiser)).rejects.toMatchObject(byAnother);
  expect((await get(id, chair)).next).toEqual(['return', 'approve', 'refuse']);
  await take(id, approve(45_000_000), chair);
  await expect(take(id, allocate(45_000_000))).rejects.toMatchObject(byAnother);
});

test('who wrote a draft that another submitted does not appraise it either', async () => {
  const { communeId } = await place();
  const id = await drafted(communeId, { as: appraiser });
  await take(id, submit);
  await expect(take(id, appraise(1), appraiser)).rejects.toMatchObject({
    type: 'budget-step-is-by-another',
  });
});

test('an officer of the commune asks, and never appraises, approves or allocates', async () => {
  const { communeId } = await place();
  const officer = someone('commune-officer', [communeId]);
  const id = await drafted(communeId);
  await take(id, submit);
  await expect(take(id, appraise(1), officer)).rejects.toMatchObject({ type: 'outside-area' });
  expect((await get(id, officer)).next).toEqual([]);
});

test('a request that came back is corrected and goes the whole way again', async () => {
  const { communeId } = await place();
  const id = await drafted(communeId);
  await take(id, submit);
  const lines = [{ group: 'equipment', source: 'commune', amount: 30, reason: '' }] as const;
  const change = { id, title: 'Kinh phí sửa', lines: [...lines] };
  await expect(service.call(changeBudgetRequest, change, maker)).rejects.toMatchObject({
    type: 'budget-request-is-sent',
  });
  const back = { step: 'return', reason: 'Thiếu thuyết minh' } as const;
  expect(await take(id, back, appraiser)).toMatchObject({ state: 'drafted' });
  expect(await service.call(changeBudgetRequest, change, maker)).toMatchObject({ requested: 30 });
  await take(id, submit);
  const { acts } = await take(id, appraise(30), appraiser);
  expect(acts.find(({ step }) => step === 'return')!.said).toBe('Thiếu thuyết minh');
});

test('a refusal names its decision and its reason, and ends the way', async () => {
  const { communeId } = await place();
  const id = await drafted(communeId);
  await take(id, submit);
  await take(id, appraise(0), appraiser);
  const refuse = { step: 'refuse', reason: 'Đã bố trí trong dự toán', ...paper } as const;
  expect(await take(id, refuse, chair)).toMatchObject({ state: 'refused', decision: paper });
  await expect(take(id, allocate(1), appraiser)).rejects.toMatchObject({
    ...{ type: 'budget-step-not-now', body: { state: 'refused' } },
  });
  expect(await told(budgetApproved, id)).toEqual([]);
});

test('of ten who appraise at once one does', async () => {
  const { communeId } = await place();
  const id = await drafted(communeId);
  await take(id, submit);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) => take(id, appraise(n), someone('finance-officer'))),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { acts } = await get(id);
  expect(acts.filter(({ step }) => step === 'appraise')).toHaveLength(1);
});

test('the same step sent twice is taken once; another one is refused', async () => {
  const { communeId } = await place();
  const id = await drafted(communeId);
  await take(id, submit);
  await take(id, submit);
  await take(id, appraise(7), appraiser);
  await take(id, appraise(7), appraiser);
  await expect(take(id, appraise(8), appraiser)).rejects.toMatchObject({
    type: 'budget-step-not-now',
  });
});

test('an allocation gives every line its money in the same moment, never more than was approved', async () => {
  const { communeId } = await place();
  const id = randomUUID();
  const lines = [
    { group: 'equipment', source: 'commune', amount: 30, reason: '' },
    { group: 'training', source: 'province', amount: 20, reason: '' },
  ] as const;
  const said = { unitId: communeId, year: 2026, fund: 'force' as const, title: 'Kinh phí' };
  await service.call(draftBudgetRequest, { ...said, id, lines: [...lines] }, maker);
  await take(id, submit);
  await expect(take(id, appraise(30), appraiser)).rejects.toMatchObject({
    type: 'budget-amounts-do-not-fit',
  });
  await take(id, appraise(30, 20), appraiser);
  await take(id, approve(30, 10), chair);
  await expect(take(id, allocate(30, 11), appraiser)).rejects.toMatchObject({
    type: 'budget-exceeds-approval',
  });
  const asked = { unitId: communeId, limit: 9 };
  expect(await service.call(listBudgets, asked, maker)).toMatchObject({ total: 0 });
  await take(id, allocate(30, 10), appraiser);
  const { items } = await service.call(listBudgets, asked, maker);
  expect(items.map(({ amount, requestId }) => [amount, requestId]).sort()).toEqual([
    [10, id],
    [30, id],
  ]);
});

test('an allocation without a document that can be read gives nothing', async () => {
  const { communeId } = await place();
  const id = await drafted(communeId);
  await take(id, submit);
  await take(id, appraise(1), appraiser);
  await take(id, approve(1), chair);
  const act = allocate(1);
  bare.add(act.instrumentId);
  await expect(take(id, act, appraiser)).rejects.toMatchObject({ type: 'instrument-has-no-file' });
  expect(await get(id)).toMatchObject({ state: 'approved', allocated: null });
});

test('a request names an item group and source once', async () => {
  const { communeId } = await place();
  const line = { group: 'equipment', source: 'commune', amount: 30, reason: '' } as const;
  const said = { unitId: communeId, year: 2026, fund: 'force' as const, title: 'Kinh phí' };
  await expect(
    service.call(draftBudgetRequest, { ...said, id: randomUUID(), lines: [line, line] }, maker),
  ).rejects.toMatchObject({ type: 'budget-request-names-a-line-once' });
});

test('what was allocated and taken back is allocated no more', async () => {
  const { communeId } = await place();
  const id = await allocated(communeId);
  const { items } = await service.call(listBudgets, { unitId: communeId, limit: 9 }, maker);
  const back = { id: randomUUID(), budgetId: items[0]!.id, reason: 'Nhầm quyết định' };
  await service.call(takeBackBudget, back, appraiser);
  expect(await get(id)).toMatchObject({ state: 'allocated', approved: 40_000_000, allocated: 0 });
});

test('a settlement enters what was not entered yet, and what comes back is given no more', async () => {
  const { communeId } = await place();
  const requestId = await allocated(communeId);
  const facts = { unitId: communeId, year: 2026, fund: 'force', group: 'equipment' } as const;
  const entry = { ...facts, source: 'commune', spentOn: '2026-06-01', paper: '01/HĐ' } as const;
  const said = { id: randomUUID(), ...entry, amount: 30_000_000, note: '', requestId };
  await service.call(recordBudgetSpending, said, maker);
  await take(requestId, settle([38_000_000], [2_000_000]), appraiser);
  const list = await service.call(listBudgetSpendings, { unitId: communeId, limit: 9 }, maker);
  expect(list.items.map(({ amount }) => amount)).toEqual([8_000_000, 30_000_000]);
  const { items } = await compared(2026, communeId);
  expect(items).toMatchObject([
    { group: 'equipment', allocated: 38_000_000, paid: 38_000_000, remaining: 0, shortfall: 0 },
  ]);
});

test('nothing above what was allocated is settled without a word', async () => {
  const { communeId } = await place();
  const id = await allocated(communeId);
  await expect(take(id, settle([41_000_000], [0]), appraiser)).rejects.toMatchObject({
    type: 'budget-settlement-needs-a-word',
  });
  const word = 'Giá thiết bị tăng, xã bù phần chênh lệch';
  expect(await take(id, settle([41_000_000], [0], word), appraiser)).toMatchObject({
    state: 'settled',
  });
});

test('who is elsewhere finds no request', async () => {
  const { communeId } = await place();
  const { communeId: other } = await place();
  const id = await drafted(communeId);
  const stranger = someone('finance-officer', [other]);
  await expect(get(id, stranger)).rejects.toMatchObject({ type: 'budget-request-not-found' });
  await expect(take(id, submit, stranger)).rejects.toMatchObject({
    type: 'budget-request-not-found',
  });
  const list = await service.call(listBudgetRequests, { year: 2026, limit: 100 }, stranger);
  expect(list.total).toBe(0);
});
