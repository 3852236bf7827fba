import {
  type BudgetComparison,
  type BudgetRequest,
  getBudgetComparison,
  getBudgetRequest,
  giveBudget,
  listBudgetRequests,
  listBudgets,
  listBudgetSpendings,
  listInstruments,
  listInstrumentSubjects,
  listUnits,
  stepBudgetRequest,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as BudgetsPage } from './budgets-page.tsx';

configure({ defaultHidden: true });

const id = (last: number) => `0199e800-0000-7000-8000-${String(last).padStart(12, '0')}`;
const unit = { id: id(1), name: 'Tân Sơn', kind: 'xã' };
const routes = [{ path: '/budgets', element: <BudgetsPage /> }];
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
const none = { items: [], nextCursor: null, total: 0 };

const row: BudgetComparison = {
  ...{ unit, fund: 'force', group: 'team-operation', source: 'commune', held: 'own' },
  ...{ allocated: 20_000_000, committed: 2_000_000, paid: 18_000_000, forecast: 26_000_000 },
  ...{ remaining: 0, shortfall: 6_000_000, extra: 6_000_000 },
};
const movement: BudgetComparison = {
  ...{ unit, fund: 'movement', group: 'movement-model', source: 'commune', held: 'own' },
  ...{ allocated: 30_000_000, committed: 0, paid: 7_000_000, forecast: 7_000_000 },
  ...{ remaining: 23_000_000, shortfall: 0, extra: -23_000_000 },
};
const sumOf = ({ unit: _, source: __, held: ___, ...sum }: BudgetComparison) => sum;
const instrument = { id: id(8), number: '04/QĐ-UBND', issuer: 'UBND tỉnh', signedOn: '2026-01-08' };
const request: BudgetRequest = {
  ...{ id: id(2), unitId: unit.id, unit, year: 2026, fund: 'force', title: 'Trang bị năm 2026' },
  ...{ state: 'submitted', requested: 85_000_000, appraised: null, approved: null },
  ...{ allocated: null, decision: null, instrument: null, next: ['return', 'appraise'] },
  acts: [{ step: 'submit', by: 'xa', at: '2026-01-15T02:00:00Z', said: '' }],
  lines: [
    {
      ...{ group: 'equipment', source: 'commune', amount: 85_000_000, reason: 'Bộ đàm' },
      ...{ appraised: null, approved: null, allocated: null, spent: null, returned: null },
    },
  ],
};

let api: FakeApi;
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(getBudgetComparison, () => ({
      ...{ items: [row, movement], nextCursor: null, total: 2, months: ['2026-12'] },
      ...{ sums: [sumOf(row), sumOf(movement)], illustrative: true },
    }))
    .on(listBudgets, () => ({
      ...{ nextCursor: null, total: 1, amount: 20_000_000 },
      items: [
        {
          ...{ id: id(5), unitId: unit.id, unit, year: 2026, fund: 'force' as const },
          ...{ group: 'team-operation' as const, source: 'commune' as const },
          ...{ kind: 'opening' as const, amount: 20_000_000, instrument, requestId: null },
          ...{ takesBackId: null, takenBack: false, note: '', by: 'taichinh2' },
          at: '2026-01-08T02:00:00Z',
        },
      ],
    }))
    .on(listBudgetSpendings, () => ({ ...none, amount: 0 }))
    .on(listBudgetRequests, () => ({ items: [request], nextCursor: null, total: 1 }))
    .on(getBudgetRequest, () => request)
    .on(stepBudgetRequest, () => ({ ...request, state: 'appraised' as const }))
    .on(listUnits, () => none)
    .on(listInstruments, () => none);
});

const opened = async (at = '', role: 'finance-officer' | 'auditor' = 'finance-officer') => {
  const drawn = draw(routes, { at: `/budgets?on=2026-11-30${at}`, me: meAs(role) });
  await screen.findByRole('heading', { name: 'Dự toán năm 2026' });
  return drawn;
};

test('the two funds stand apart, each with its own sums', async () => {
  await opened();
  const force = await screen.findByRole('region', { name: /Kinh phí lực lượng/ });
  expect(force.textContent).toContain('20.000.000 đ');
  expect(force.textContent).toContain('Dự báo thiếu 6.000.000 đ');
  expect(force.textContent).toContain('Minh họa');
  const other = screen.getByRole('region', { name: /Kinh phí phong trào/ });
  expect(other.textContent).toContain('23.000.000 đ');
  expect(other.textContent).not.toContain('20.000.000 đ');
});

test('an item group opens its units, and a unit the instruments its money rests on', async () => {
  const { search } = await opened();
  await user.dblClick(await screen.findByText('Kinh phí hoạt động của Tổ'));
  await waitFor(() => expect(search().get('group')).toBe('team-operation'));
  await user.dblClick(await screen.findByText('Xã Tân Sơn'));
  const drawer = await screen.findByRole('dialog');
  expect(await within(drawer).findByText('04/QĐ-UBND')).toBeTruthy();
  expect(within(drawer).getByText('6.000.000 đ')).toBeTruthy();
});

test('a request shows its lines and its steps; the officer appraises each line', async () => {
  await opened('&tab=requests&request=' + request.id);
  await user.click(await screen.findByRole('button', { name: 'Thẩm định' }));
  const opinion = await screen.findByLabelText('Ý kiến thẩm định', {}, { timeout: 15_000 });
  fireEvent.change(opinion, { target: { value: 'Phù hợp' } });
  const form = within(opinion.closest<HTMLElement>('[role="dialog"]')!);
  await user.click(form.getByText('Thẩm định', { selector: 'button' }));
  await waitFor(() =>
    expect(api.lastOf(stepBudgetRequest)).toEqual({
      id: request.id,
      act: { step: 'appraise', amounts: [85_000_000], opinion: 'Phù hợp' },
    }),
  );
}, 30_000);

test('where nothing was given that is said, and nothing is left over or wanting of it', async () => {
  const bare: BudgetComparison = {
    ...{ ...row, held: 'none', allocated: 0, committed: 0, paid: 18_000_000 },
    ...{ remaining: 0, forecast: 26_000_000, shortfall: 26_000_000, extra: 26_000_000 },
  };
  api.on(getBudgetComparison, () => ({
    ...{ items: [bare], nextCursor: null, total: 1, months: ['2026-12'] },
    ...{ sums: [sumOf(bare)], illustrative: false },
  }));
  const { search } = await opened();
  const force = await screen.findByRole('region', { name: /Kinh phí lực lượng/ });
  const told = (name: string) =>
    within(force).getByText(name).closest('div')!.querySelector('dd')!.textContent;
  expect([told('Được giao'), told('Còn lại')]).toEqual(['Chưa giao', '—']);
  expect(told('Đã chi')).toBe('18.000.000 đ');
  await user.dblClick(await screen.findByText('Kinh phí hoạt động của Tổ'));
  await waitFor(() => expect(search().get('group')).toBe('team-operation'));
  expect(await screen.findByText('Xã Tân Sơn')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/-18\.000\.000/);
});

test('a document that gives money and is not in the register yet is recorded on the spot', async () => {
  api.on(listInstrumentSubjects, () => none);
  await opened();
  await user.click(screen.getByRole('button', { name: 'Ghi dự toán được giao' }));
  await user.click(await screen.findByRole('button', { name: 'Ghi văn bản' }, { timeout: 15_000 }));
  expect(await screen.findByLabelText('Cơ quan ban hành', {}, { timeout: 15_000 })).toBeTruthy();
  // what ends or amends others is not the finance officer's to write
  expect(screen.queryByLabelText('Dự thảo')).toBeNull();
}, 40_000);

test('who only reads is offered nothing to record', async () => {
  await opened('', 'auditor');
  expect(screen.queryByRole('button', { name: 'Ghi dự toán được giao' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Lập đề nghị' })).toBeNull();
});

test('without any budget the page says what to do', async () => {
  api.on(getBudgetComparison, () => ({ ...none, months: [], sums: [], illustrative: false }));
  await opened();
  expect(await screen.findByText('Chưa có dự toán và khoản chi nào')).toBeTruthy();
  expect(screen.getByText(/Ghi quyết định giao dự toán/)).toBeTruthy();
});

test('money is not recorded without saying whose, for what, and by which document', async () => {
  await opened();
  await user.click(screen.getByRole('button', { name: 'Ghi dự toán được giao' }));
  await user.click(await screen.findByText('Ghi', { selector: 'button' }, { timeout: 15_000 }));
  expect((await screen.findAllByText('Không được để trống')).length).toBeGreaterThanOrEqual(4);
  expect(api.lastOf(giveBudget)).toBeUndefined();
}, 30_000);
