import { getInstallation, listUnits, type Role } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { SignInPage } from '../routes/sign-in/sign-in-page.tsx';
import { signIn } from '../session/session.ts';
import { answerFrame, draw, meAs } from '../test-page.tsx';
import { FakeApi, refuse } from '../test-answers.ts';
import { Frame } from './frame.tsx';

const holds = { units: 9, boundaries: 9, instruments: 1, quotas: 1, teams: 1, workplaces: 1 };
const routes = [
  { path: '/sign-in', element: <SignInPage /> },
  {
    element: <Frame />,
    children: ['/', '/map', '/quotas'].map((path) => ({ path, element: <p>nội dung {path}</p> })),
  },
];
const user = userEvent.setup();
let api: FakeApi;

async function signedInAs(role: Role, at = '/') {
  const me = meAs(role);
  answerFrame(api, me);
  const session = { accessToken: 'a', expiresIn: 600, account: me.account };
  api.hand('POST', '/sessions', () => session);
  await signIn('ai', 'mot cau ngan de nho');
  return draw(routes, { at });
}

beforeEach(() => {
  api = new FakeApi().on(getInstallation, () => ({ kind: 'demo', empty: false, holds }));
});

const links = () =>
  [...new Set(screen.getAllByRole('link').map(({ textContent }) => textContent))].filter(
    (text) => text !== 'Đến nội dung chính',
  );

test('an administrator is shown every page, a team leader only what can be used', async () => {
  const admin = await signedInAs('provincial-administrator');
  await screen.findByText('nội dung /');
  expect(links()).toEqual(
    expect.arrayContaining([
      'Việc cần làm',
      'Bản đồ',
      'Chỉ tiêu',
      'Nhập liệu',
      'Tài khoản',
      'Nhật ký',
    ]),
  );
  admin.unmount();
  await signedInAs('team-leader');
  await screen.findByText('nội dung /');
  expect(links()).toEqual(['Việc cần làm', 'Bản đồ', 'Công việc']);
});

test('the day and the area go along to the next page, a filter of one page does not', async () => {
  const { search } = await signedInAs('auditor', '/map?on=2025-06-30&gap=teams-short');
  await screen.findByText('nội dung /map');
  await user.click(screen.getAllByRole('link', { name: 'Chỉ tiêu' })[0]!);
  await screen.findByText('nội dung /quotas');
  expect(search().toString()).toBe('on=2025-06-30');
  expect(screen.getByText('Tính đến ngày 30/06/2025')).toBeTruthy();
});

test('whoever is not signed in comes back to the page asked for after signing in', async () => {
  const me = meAs('auditor');
  answerFrame(api, me);
  api.hand('POST', '/sessions/refresh', () => refuse('session-ended', 401));
  api.hand('DELETE', '/sessions/current', () => ({}));
  const { signOut } = await import('../session/session.ts');
  await signOut();
  const { router } = draw(routes, { at: '/map?on=2025-06-30&metric=teams' });
  await user.type(await screen.findByLabelText('Tên đăng nhập'), 'ai');
  await user.type(screen.getByLabelText('Mật khẩu'), 'sai mat khau');
  api.hand('POST', '/sessions', () => refuse('wrong-credentials', 401));
  await user.click(screen.getByRole('button', { name: 'Đăng nhập' }));
  await screen.findByText('Tên đăng nhập hoặc mật khẩu không đúng.');
  // Refused for a reason: no fault to look for in the logs.
  expect(screen.queryByText(/Mã vết/)).toBeNull();

  api.hand('POST', '/sessions', () => ({ accessToken: 'b', expiresIn: 600, account: me.account }));
  await user.click(screen.getByRole('button', { name: 'Đăng nhập' }));
  await screen.findByText('nội dung /map');
  expect(router.state.location.search).toBe('?on=2025-06-30&metric=teams');
});

test('Ctrl-K searches units as one types and opens one on the map', async () => {
  const { router } = await signedInAs('area-officer');
  await screen.findByText('nội dung /');
  const id = '0199a000-0000-7000-8000-000000000077';
  api.on(listUnits, () => ({
    items: [
      {
        id,
        level: 'commune',
        kind: 'xã',
        code: '07531',
        list: '2024',
        name: 'Tân Sơn',
        parentId: null,
        parentName: 'Lục Ngạn',
        parentKind: 'huyện',
        validFrom: '2024-07-01',
        validTo: null,
      },
    ],
    nextCursor: null,
    total: 1,
  }));
  await user.keyboard('{Control>}k{/Control}');
  const box = await screen.findByRole('combobox');
  await user.type(box, 'tan son');
  await screen.findByRole('option', { name: /Xã Tân Sơn/ });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/map'));
  expect(router.state.location.search).toBe(`?unit=${id}`);
  expect(api.lastOf(listUnits)).toMatchObject({ q: 'tan son' });
});

test('a unit that ended is found with its last day, and opened on it', async () => {
  const { router } = await signedInAs('area-officer', '/?on=2026-01-01');
  await screen.findByText('nội dung /');
  const id = '0199a000-0000-7000-8000-000000000078';
  api.on(listUnits, () => ({
    items: [
      {
        id,
        level: 'commune',
        kind: 'thị trấn',
        code: '07532',
        list: '2024',
        name: 'Phì Điền',
        parentId: null,
        parentName: '3',
        parentKind: 'quận',
        validFrom: '2024-07-01',
        validTo: '2025-07-01',
      },
    ],
    nextCursor: null,
    total: 1,
  }));
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox'), 'phidien');
  const found = await screen.findByRole('option', { name: /Thị trấn Phì Điền/ });
  expect(found.textContent).toContain('Quận 3');
  expect(found.textContent).toContain('đến 30/06/2025');
  expect(api.lastOf(listUnits)).toMatchObject({ days: 'all', on: '2026-01-01' });
  await user.click(found);
  await waitFor(() => expect(router.state.location.pathname).toBe('/map'));
  expect(router.state.location.search).toBe(`?on=2025-06-30&unit=${id}`);
});

test('a cut network is said above the page, which stays', async () => {
  await signedInAs('auditor');
  await screen.findByText('nội dung /');
  const { connectionLost, connectionBack } = await import('../connection.ts');
  connectionLost();
  await screen.findByText(/Mất kết nối với máy chủ/);
  expect(screen.getByText('nội dung /')).toBeTruthy();
  connectionBack();
  await waitFor(() => expect(screen.queryByText(/Mất kết nối với máy chủ/)).toBeNull());
});
