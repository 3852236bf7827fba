import { listSettings, listTags, listUnits } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as SettingsPage } from './settings-page.tsx';

const id = (n: number) => `0199e300-0000-7000-8000-00000000000${n}`;
const routes = [{ path: '/settings', element: <SettingsPage /> }];
const none = { items: [], nextCursor: null, total: 0 };
const user = userEvent.setup();
beforeEach(() => {
  new FakeApi()
    .on(listTags, () => none)
    .on(listUnits, () => none)
    .on(listSettings, () => ({
      items: [
        {
          id: id(1),
          code: 'deputies-per-team' as const,
          unitId: id(2),
          unitName: 'tỉnh Bắc Ninh',
          value: 2,
          source: 'Nghị quyết 22/2025/NQ-HĐND',
          validFrom: '2026-01-01',
          validTo: null,
        },
      ],
      nextCursor: null,
      total: 1,
      defaults: [{ code: 'deputies-per-team' as const, value: 1, basis: 'Law 30 Art. 16.1' }],
    }));
});

test('a parameter tells its default with the basis, and what holds where and since when', async () => {
  draw(routes, { at: '/settings?on=2026-08-01', me: meAs('auditor') });
  expect(await screen.findByRole('heading', { name: 'Số Tổ phó của một Tổ' })).toBeTruthy();
  expect(screen.getByText(/Khoản 1 Điều 16 Luật số 30\/2023\/QH15/)).toBeTruthy();
  const line = screen.getByRole('row', { name: /Tỉnh Bắc Ninh/ });
  expect(line.textContent).toContain('từ ngày 01/01/2026');
  expect(line.textContent).not.toContain('chưa áp dụng');
  expect(screen.queryByRole('button', { name: 'Đặt giá trị' })).toBeNull();
});

test('on a day before it, a value is said not to hold yet', async () => {
  draw(routes, { at: '/settings?on=2025-08-01', me: meAs('auditor') });
  expect((await screen.findByRole('row', { name: /Tỉnh Bắc Ninh/ })).textContent).toContain(
    'chưa áp dụng',
  );
});

test('who may set it is asked for unit, value, day and document', async () => {
  draw(routes, { at: '/settings?on=2026-08-01', me: meAs('provincial-administrator') });
  await user.click(await screen.findByRole('button', { name: 'Đặt giá trị' }));
  expect(await screen.findByLabelText('Giá trị', {}, { timeout: 15_000 })).toBeTruthy();
  const [, submit] = screen.getAllByRole('button', { name: 'Đặt giá trị' });
  await user.click(submit!);
  expect((await screen.findAllByText('Không được để trống')).length).toBe(2);
}, 40_000);
