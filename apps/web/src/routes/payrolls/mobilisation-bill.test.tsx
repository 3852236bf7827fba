import {
  checkPayroll,
  getPayroll,
  listMobilisationBills,
  listPayrollVariance,
} from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { configure, screen, within } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as PayrollPage } from './payroll-page.tsx';
import { check, id, run, variance } from './test-payroll.ts';

configure({ defaultHidden: true });

const routes = [{ path: '/payrolls/:id', element: <PayrollPage /> }];
const opened = async () => {
  const drawn = draw(routes, { at: `/payrolls/${run.id}`, me: meAs('finance-officer') });
  await screen.findByRole('heading', { name: /Bảng chi tháng 09\/2026/ });
  return drawn;
};

test('bodies that mobilised members are billed each for its people, days and amount', async () => {
  const api = new FakeApi()
    .on(getPayroll, () => run)
    .on(checkPayroll, () => check)
    .on(listPayrollVariance, () => variance);
  const drawn = await opened();
  expect(screen.queryByText('Kinh phí của cơ quan điều động')).toBeNull();
  drawn.unmount();
  const away = {
    ...{ item: 'out-of-area', fund: 'mobilising-body', payee: 'person', aside: 'body' },
    lines: 3,
  };
  api
    .on(getPayroll, () => ({ ...run, items: [...run.items, { ...away, amount: 360_000 }] }))
    .on(listMobilisationBills, () => ({
      ...{ items: [], nextCursor: null, total: 3, amount: 360_000, illustrative: true },
      bodies: [
        { body: 'Công an phường Đông', people: 1, days: 1, amount: 120_000 },
        { body: 'Công an tỉnh', people: 2, days: 2.5, amount: 240_000 },
      ],
    }));
  await opened();
  const bill = within(
    await screen.findByRole('region', { name: 'Kinh phí của cơ quan điều động' }),
  );
  const [, one, other, sum] = bill.getAllByRole('row').map(({ textContent }) => textContent);
  expect(one).toMatch(/^Công an phường Đông11120\.000 đ/);
  expect(other).toMatch(/^Công an tỉnh22,5240\.000 đ/);
  expect(sum).toBe('Tổng cộng360.000 đ');
  expect(api.lastOf(listMobilisationBills)).toMatchObject({ month: '2026-09', within: id(9) });
  expect(bill.getAllByRole('button', { name: /Xuất|Tải/ })).toHaveLength(3);
});
