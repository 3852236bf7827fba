import { createPayroll, listPayrolls, listPolicies, listUnits } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { lastEnded } from './payroll.rules.ts';
import { Component as PayrollsPage } from './payrolls-page.tsx';
import { commune, run } from './test-payroll.ts';
import { today } from '@antt/kernel';

const routes = [
  { path: '/payrolls', element: <PayrollsPage /> },
  { path: '/payrolls/:id', element: <p>bảng chi</p> },
];
// Styles of the whole page are not looked up for each touch.
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
const none = { items: [], nextCursor: null, total: 0 };
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  const province = { ...commune, level: 'province', kind: 'tỉnh', name: 'Bắc Giang' };
  api = new FakeApi()
    .on(listPayrolls, () => ({ items: [run], nextCursor: null, total: 1 }))
    .on(createPayroll, ({ id, month }) => ({ ...run, id, month, state: 'draft' }))
    .on(listPolicies, () => none)
    .on(listUnits, () => ({
      items: [
        {
          ...{ ...province, code: '24', list: '2025', parentId: null, parentName: null },
          ...{ parentKind: null, validFrom: '2024-01-01', validTo: null, children: 0 },
        },
      ],
      ...{ nextCursor: null, total: 1 },
    }));
});

test('a run stands with its month, state and money, and says when it is illustrative or old', async () => {
  api.on(listPayrolls, () => ({ ...none, items: [{ ...run, outdated: true }], total: 1 }));
  draw(routes, { at: '/payrolls', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /09\/2026/ });
  for (const text of ['Xã Tân Sơn', 'Đã tính', 'Minh họa', 'cần tính lại', '9.360.000 đ']) {
    expect(row.textContent).toContain(text);
  }
  expect(screen.queryByRole('button', { name: 'Lập bảng chi' })).toBeNull();
});

test('the last ended month of the one province is offered, and the new run is opened', async () => {
  api.on(listPayrolls, () => none);
  const { router } = draw(routes, { at: '/payrolls', me: meAs('finance-officer') });
  await screen.findByText('Chưa có chính sách nào được áp dụng nên chưa tính được tiền.');
  await user.click(screen.getByRole('button', { name: 'Lập bảng chi' }));
  const form = within(await screen.findByRole('dialog'));
  await form.findByText('Tỉnh Bắc Giang');
  await user.click(form.getByRole('button', { name: 'Lập và tính' }));
  await waitFor(() =>
    expect(api.lastOf(createPayroll)).toMatchObject({
      ...{ month: lastEnded(today()), within: commune.id },
    }),
  );
  await screen.findByText('bảng chi');
  expect(router.state.location.pathname).toMatch(/^\/payrolls\/0/);
});
