import type { Role } from '@antt/contracts';
import {
  closeAccount,
  createAccount,
  listAccounts,
  listAreas,
  resetPassword,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as AccountsPage } from './accounts-page.tsx';

const id = (last: number) => `0199d000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const account = (n: number, username: string, fullName: string, state = 'active') => ({
  id: id(n),
  username,
  fullName,
  phone: '',
  state,
  mustChangePassword: false,
  invented: false,
  lastSignInAt: null,
  grants: [
    {
      id: id(100 + n),
      role: 'commune-officer',
      areaId: id(50),
      areaName: 'Xã Tân Sơn',
      from: '2025-07-01',
      to: null,
    },
  ],
});
const accounts = [
  account(11, 'xa.tanson', 'Vi Thị Đào'),
  account(12, 'xa.saly', 'Hoàng Văn Dũng', 'locked'),
];
const routes = [{ path: '/accounts', element: <AccountsPage /> }];
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listAccounts, ({ state }) => {
      const items = accounts.filter((one) => !state || one.state === state);
      return { items, nextCursor: null, total: items.length };
    })
    .on(listAreas, () => ({
      items: [
        { id: id(50), name: 'Xã Tân Sơn', whole: false, units: [], unitNames: {}, unitKinds: {} },
      ],
    }));
});

async function opened(role: Role = 'provincial-administrator', at = '/accounts') {
  const drawn = draw(routes, { at, me: meAs(role) });
  await screen.findAllByText('xa.tanson');
  return drawn;
}

const usernames = () =>
  [...document.querySelectorAll('.sheet tbody tr[data-id]')].map(
    (row) => row.querySelectorAll('td')[1]?.textContent,
  );

test('people sort by their given name, Đ after D', async () => {
  const { search } = await opened();
  await user.click(screen.getByRole('button', { name: 'Họ và tên' }));
  expect(usernames()).toEqual(['xa.saly', 'xa.tanson']);
  expect(search().get('sort')).toBe('name');
});

test('a reset password is shown once, with a strip to hand over', async () => {
  api.on(resetPassword, () => ({ oneTimePassword: 'k7mw-tq4h-vp9x' }));
  await opened('provincial-administrator', `/accounts?account=${id(11)}`);
  await user.click(await screen.findByRole('button', { name: 'Cấp lại mật khẩu' }));
  const sure = await screen.findByRole('tooltip');
  await user.click(within(sure).getByRole('button', { name: 'Cấp lại mật khẩu' }));
  expect(await screen.findByText('k7mw-tq4h-vp9x')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Đã bàn giao' }));
  await waitFor(() => expect(screen.queryByText('k7mw-tq4h-vp9x')).toBeNull());
});

test('an account is closed only after its username was typed', async () => {
  api.on(closeAccount, () => ({ ...accounts[0], state: 'closed' }));
  await opened('provincial-administrator', `/accounts?account=${id(11)}`);
  await user.click(await screen.findByRole('button', { name: 'Đóng tài khoản' }));
  const typed = await screen.findByRole('textbox', { name: 'Gõ xa.tanson để xác nhận' });
  await user.type(typed, 'xa.tan{Enter}');
  expect(api.lastOf(closeAccount)).toBeUndefined();
  await user.type(typed, 'son{Enter}');
  await waitFor(() => expect(api.lastOf(closeAccount)).toEqual({ id: id(11) }));
});

test('a new account needs a username one can dictate, and a role in an area', async () => {
  await opened();
  await user.click(screen.getByRole('button', { name: 'Tạo tài khoản' }));
  const form = await screen.findByRole('dialog');
  await user.type(within(form).getByLabelText('Họ và tên'), 'Thân Văn Ước');
  await user.type(within(form).getByLabelText('Tên đăng nhập'), 'Xã Tân');
  await user.click(within(form).getByRole('button', { name: 'Tạo tài khoản' }));
  expect(await screen.findByText(/Bắt đầu bằng chữ thường không dấu/)).toBeTruthy();
  await waitFor(() => expect(screen.getAllByText('Không được để trống')).toHaveLength(2));
  expect(api.lastOf(createAccount)).toBeUndefined();
});

test('who may only read accounts is offered no command', async () => {
  await opened('auditor', `/accounts?account=${id(11)}`);
  await screen.findByRole('dialog');
  expect(
    screen.queryByRole('button', { name: /Tạo tài khoản|Cấp lại|Đóng tài khoản|Thêm vai trò/ }),
  ).toBeNull();
});

test('a locked account is found by its state', async () => {
  await opened('provincial-administrator', '/accounts?state=locked').catch(() => null);
  await waitFor(() => expect(usernames()).toEqual(['xa.saly']));
});
