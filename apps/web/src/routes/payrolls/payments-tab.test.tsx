import {
  checkPayroll,
  getPayroll,
  issuePayments,
  listPaymentBatches,
  listPayments,
  listPayrollVariance,
  type Payment,
  settlePayment,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as PayrollPage } from './payroll-page.tsx';
import { batch, check, commune, id, run, sum, variance } from './test-payroll.ts';

configure({ defaultHidden: true });

const routes = [{ path: '/payrolls/:id', element: <PayrollPage /> }];
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
let api: FakeApi;

const payment: Payment = {
  ...{ id: id(81), payrollId: run.id, batchId: id(80), batch: 1, key: 'ANTT000000001' },
  ...{ personId: id(11), teamId: id(21), payee: 'person', name: 'Vi Văn Toàn' },
  ...{ teamName: 'Tổ số 1', commune, position: 'leader', amount: 1_660_000, channel: 'bank' },
  ...{ bank: 'Agribank', account: '•••••••••2233', state: 'failed', again: null },
  ...{ reason: 'Sai số tài khoản', settledBy: 'taichinh', settledAt: '2026-10-05T01:00:00Z' },
};
const sums = {
  ...{ lines: 4_980_000, insurer: 0, bodies: 0, paid: sum(1, 1_660_000), issued: sum(0, 0) },
  ...{ left: sum(0, 0), recoveries: sum(0, 0), due: sum(2, 3_320_000), held: sum(0, 0) },
};
const due = (ownerId: string, name: string, changed: boolean) => ({
  ...{ ownerId, commune, name, amount: 1_660_000, why: 'failed' as const, changed },
  ...{ reason: 'Sai số tài khoản', channel: 'bank' as const },
});

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(getPayroll, () => ({ ...run, state: 'paid' as const }))
    .on(checkPayroll, () => check)
    .on(listPayrollVariance, () => variance)
    .on(listPaymentBatches, () => ({
      items: [batch],
      due: [due(id(11), 'Vi Văn Toàn', true), due(id(12), 'Lò Thị Bình', false)],
      ...{ sums, whole: true },
    }))
    .on(listPayments, () => ({ items: [payment], nextCursor: null, total: 1, amount: 1_660_000 }))
    .on(issuePayments, () => ({ ...batch, id: id(82), number: 2 }))
    .on(settlePayment, () => ({ ...payment, state: 'left' as const }));
});

const opened = async (role: 'finance-officer' | 'auditor' = 'finance-officer') => {
  draw(routes, { at: `/payrolls/${run.id}?tab=payments`, me: meAs(role) });
  await screen.findByRole('heading', { name: /Đợt 1/ });
};

test('the money of a run is divided by what became of it, and failures are issued where the account changed', async () => {
  await opened();
  expect(screen.getByText('Các dòng của bảng chi').closest('li')?.textContent).toContain(
    '4.980.000 đ',
  );
  expect(screen.getByText('Tài khoản chưa đổi')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Lập đợt chi cho 1 khoản' }));
  await waitFor(() => expect(api.lastOf(issuePayments)).toMatchObject({ only: [id(11)] }));
});

test('what no file tells of a payment is said by hand, with a reason', async () => {
  await opened();
  await user.click(await screen.findByRole('button', { name: /Ghi kết quả Vi Văn Toàn/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Không chi' }));
  const asking = within(await screen.findByRole('dialog'));
  fireEvent.change(asking.getByRole('textbox'), { target: { value: 'Đã chết, không thân nhân' } });
  await user.click(asking.getByRole('button', { name: 'Không chi' }));
  await waitFor(() =>
    expect(api.lastOf(settlePayment)).toEqual({
      ...{ id: payment.id, outcome: 'left', reason: 'Đã chết, không thân nhân' },
    }),
  );
});

test('who only reads takes lists, but neither the bank file nor the bundle', async () => {
  await opened('auditor');
  expect(screen.getByRole('button', { name: /Tổng hợp kho bạc/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Tệp chuyển khoản/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /Bộ hồ sơ chi/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /Lập đợt chi/ })).toBeNull();
});

test('a run that was not approved has no batch yet, and says when there will be one', async () => {
  const nothing = { ...sums, due: sum(0, 0) };
  api.on(listPaymentBatches, () => ({ items: [], due: [], sums: nothing, whole: true }));
  draw(routes, { at: `/payrolls/${run.id}?tab=payments`, me: meAs('finance-officer') });
  expect(await screen.findByText('Chưa có đợt chi nào.')).toBeTruthy();
});

test('an account that is somebody else’s as well is issued only with a reason', async () => {
  const findings = [
    {
      ...{ check: 'bank-account-shared', severity: 'soft', people: 1 },
      examples: [{ personId: id(11), name: 'Vi Văn Toàn', detail: 'xã Tân Lập' }],
    },
  ];
  api.on(issuePayments, (asked) =>
    (asked.accept as string[] | undefined)?.length
      ? { ...batch, id: id(82), number: 2 }
      : refuse('payroll-has-findings', 422, { findings }),
  );
  await opened();
  await user.click(screen.getByRole('button', { name: 'Lập đợt chi cho 1 khoản' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/xã Tân Lập/)).toBeTruthy();
  await user.click(dialog.getByRole('checkbox'));
  await user.type(dialog.getByRole('textbox'), 'Hai vợ chồng dùng chung');
  await user.click(dialog.getByRole('button', { name: 'Lập đợt chi cho 1 khoản' }));
  await waitFor(() =>
    expect(api.lastOf(issuePayments)).toMatchObject({
      ...{ only: [id(11)], accept: ['bank-account-shared'], reason: 'Hai vợ chồng dùng chung' },
    }),
  );
});
