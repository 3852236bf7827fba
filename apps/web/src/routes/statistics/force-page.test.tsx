import { type ForceFigures, getForceStatistics } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as ForcePage } from './force-page.tsx';
import { figures } from './force-columns.tsx';

const zero = Object.fromEntries(figures.map((figure) => [figure, 0])) as ForceFigures;
const total: ForceFigures = {
  ...zero,
  ...{ teams: 40, quota: 130, total: 128, active: 120, left: 8, leaders: 40, deputies: 40 },
  ...{ ordinary: 40, male: 102, female: 18, under70: 117, from70: 3, lowerSecondary: 120 },
  ...{ joined: 2, ended: 1, commended: null, trained: 96 },
};
const unit = {
  id: '0199e200-0000-7000-8000-000000000002',
  code: '07210',
  kind: 'xã',
  name: 'Tân Lập',
};
const routes = [{ path: '/force-statistics', element: <ForcePage /> }];
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi().on(getForceStatistics, () => ({
    ...{ from: '2026-05-15', to: '2026-06-14', items: [{ unit, ...total }], total },
  }));
});

test('a commune has its figures in a row, and the shares of the whole stand above as bars', async () => {
  draw(routes, { at: '/force-statistics', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Xã Tân Lập/ });
  expect(
    within(row)
      .getAllByRole('gridcell')
      .slice(0, 6)
      .map((cell) => cell.textContent),
  ).toEqual(['Xã Tân Lập', '40', '130', '128', '120', '8']);
  const bySex = screen.getByRole('region', { name: 'Theo giới tính' });
  expect(bySex.textContent).toContain('Nam102 85%');
  expect(bySex.textContent).toContain('Nữ18 15%');
  expect(api.lastOf(getForceStatistics)).toEqual({});
});

test('the window of the address is the one that is asked for', async () => {
  draw(routes, { at: '/force-statistics?from=2026-01-01&to=2026-03-31', me: meAs('auditor') });
  await screen.findByRole('row', { name: /Xã Tân Lập/ });
  expect(api.lastOf(getForceStatistics)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
});
