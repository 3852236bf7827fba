import { getAllowanceChange, getAllowanceTotals, listPayrolls } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { commune, id, run } from '../payrolls/test-payroll.ts';
import { Component as TotalsPage } from './totals-page.tsx';

const routes = [
  { path: '/allowance-totals', element: <TotalsPage /> },
  { path: '/payrolls/:id', element: <p>bảng chi</p> },
];
// Styles of the whole page are not looked up for each touch.
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
const paid = { ...run, state: 'closed' as const };
const cell = { unit: null, month: null, item: null, position: null, source: null, payee: null };
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(getAllowanceChange, () => ({
      ...{ month: '2026-09', before: '2026-08', amount: 9_360_000, amountBefore: 9_200_000 },
      ...{ people: 6, peopleBefore: 7, decided: 8, serving: 7, illustrative: true },
      causes: [
        { cause: 'left', people: 1, difference: -1_300_000 },
        { cause: 'rate', people: 6, difference: 1_460_000 },
      ],
    }))
    .on(getAllowanceTotals, ({ by }) => ({
      rows:
        by === 'month'
          ? [{ ...cell, month: '2026-09', people: 6, lines: 12, amount: 9_360_000 }]
          : [
              {
                ...{ ...cell, unit: { ...commune, code: '07192' }, item: 'night-duty' },
                ...{ people: 6, lines: 6, amount: 360_000 },
              },
            ],
      total: { people: 6, lines: 12, amount: 9_360_000 },
      runs: [{ id: run.id, month: '2026-09', state: 'closed' }],
      version: '0',
      illustrative: true,
    }))
    .on(listPayrolls, () => ({ items: [paid], nextCursor: null, total: 1 }));
});

test('the last paid month stands beside the one before, with who was decided, serves and is paid', async () => {
  draw(routes, { at: '/allowance-totals', me: meAs('auditor') });
  const head = within(await screen.findByRole('region', { name: /Tháng 09\/2026/ }));
  expect(head.getByText('+160.000 đ').closest('li')?.textContent).toContain('so với tháng 08/2026');
  expect(head.getByText('thành viên được giao').closest('li')?.textContent).toContain('8');
  expect(head.getByText(/được chi/).closest('li')?.textContent).toBe('6được chi (-1)');
  expect(head.getByRole('row', { name: /Đổi mức chi/ }).textContent).toContain('+1.460.000 đ');
  await waitFor(() =>
    expect(api.asked.map(({ input }) => input)).toContainEqual(
      expect.objectContaining({ from: '2026-09', to: '2026-09', by: 'unit', status: 'closed' }),
    ),
  );
});

test('an amount leads to its people in the run, with what it was told by', async () => {
  const { router } = draw(routes, {
    ...{ at: '/allowance-totals?by=unit,item', me: meAs('finance-officer') },
  });
  const row = await screen.findByRole('row', { name: /Xã Tân Sơn.*Làm nhiệm vụ ban đêm/ });
  await user.click(within(row).getByRole('button', { name: '360.000 đ' }));
  await screen.findByText('bảng chi');
  const { pathname, search } = router.state.location;
  expect(pathname).toBe(`/payrolls/${run.id}`);
  expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
    ...{ within: commune.id, tab: 'lines', item: 'night-duty' },
  });
  expect(api.lastOf(listPayrolls)).toMatchObject({ month: '2026-09', within: commune.id });
});

test('where several runs stand behind a figure they are offered', async () => {
  api.on(listPayrolls, () => ({
    ...{ items: [paid, { ...paid, id: id(3) }], nextCursor: null, total: 2 },
  }));
  draw(routes, { at: '/allowance-totals', me: meAs('auditor') });
  await user.click(await screen.findByRole('button', { name: 'Thôi tham gia' }));
  const offered = within(await screen.findByRole('dialog'));
  expect(
    offered.getAllByRole('link', { name: '09/2026 · Xã Tân Sơn' })[0]?.getAttribute('href'),
  ).toBe(`/payrolls/${run.id}?cause=left`);
});

test('where nothing was paid the page says what to do', async () => {
  const nothing = { month: null, before: null, amount: 0, amountBefore: 0, people: 0 };
  api
    .on(getAllowanceChange, () => ({
      ...{ ...nothing, peopleBefore: 0, decided: null, serving: 0, causes: [] },
      illustrative: false,
    }))
    .on(getAllowanceTotals, () => ({
      ...{
        rows: [],
        total: { people: 0, lines: 0, amount: 0 },
        runs: [],
        version: '0',
        illustrative: false,
      },
    }));
  draw(routes, { at: '/allowance-totals', me: meAs('auditor') });
  await screen.findByText('Chưa có khoản chi nào trong các tháng này.');
  expect(screen.getByRole('link', { name: 'Đến trang Bảng chi' })).toBeTruthy();
});
