import {
  getInstallation,
  getPeopleWork,
  getWorklist,
  type Role,
  search as searchAll,
} from '@antt/contracts';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { SignInPage } from '../routes/sign-in/sign-in-page.tsx';
import type { Entry } from '../outbox/entry.ts';
import { openOutbox, putEntry } from '../outbox/outbox.ts';
import { currentSession, refresh, signIn, signOut } from '../session/session.ts';
import { answerFrame, draw, meAs } from '../test-page.tsx';
import { FakeApi, refuse } from '../test-answers.ts';
import { Frame } from './frame.tsx';

// Panels are fetched when they are wanted.

const holds = { units: 9, boundaries: 9, instruments: 1, quotas: 1, teams: 1, workplaces: 1 };
const routes = [
  { path: '/sign-in', element: <SignInPage /> },
  {
    element: <Frame />,
    children: ['/', '/map', '/quotas', '/outbox', '/units/:id', '/reports/:period/:sender'].map(
      (path) => ({
        path,
        element: <p>nội dung {path}</p>,
      }),
    ),
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

test('what waits for me is counted on every page, of units and of people; what others have to do is not', async () => {
  const entry = { oldest: null, closedBy: 'posting.write' as const };
  api
    .on(getWorklist, () => ({
      entries: [{ ...entry, kind: 'quota-missing' as const, count: 7, mine: false }],
    }))
    .on(getPeopleWork, () => ({
      entries: [
        { ...entry, kind: 'leader-vacant' as const, count: 3, mine: true },
        { ...entry, kind: 'shift-waiting' as const, count: 2, mine: true },
      ],
    }));
  await signedInAs('commune-officer', '/map?on=2026-08-01');
  const counter = await screen.findByRole('link', { name: '5 việc của tôi đang chờ' });
  expect(counter.getAttribute('href')).toBe('/?on=2026-08-01');
});

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
  expect(links()).toEqual([
    'Việc cần làm',
    'Bản đồ',
    'Đơn vị',
    'Tổ bảo vệ ANTT',
    'Nơi làm việc',
    'Trang bị',
    'Thành viên',
    'Tạm đình chỉ, nghỉ',
    'Cho thôi',
    'Ca trực',
    'Tập huấn',
    'Cấp phát',
    'Thống kê lực lượng',
    'Sổ ghi việc',
    'Báo cáo',
    'Tình hình gửi',
    'Thi đua',
    'Khen thưởng',
    'Công việc',
    'Tổ chức',
    'Nhân sự',
  ]);
});

test('on a phone the row of a group shows the page one is on, also behind its edge', async () => {
  const scrolled = jest.spyOn(Element.prototype, 'scrollLeft', 'set');
  const left = jest.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockReturnValue(500);
  const width = jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(336);
  await signedInAs('provincial-administrator', '/quotas');
  await screen.findByText('nội dung /quotas');
  expect(scrolled).toHaveBeenCalledWith(500 - 336 / 2);
  for (const spy of [scrolled, left, width]) spy.mockRestore();
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

async function somethingUnsent(accountId: string) {
  const at = '2026-12-01T01:00:00.000Z';
  await act(async () => {
    await openOutbox(accountId);
    await putEntry({
      ...{
        kind: 'report',
        key: 'ky to',
        accountId,
        state: 'draft',
        title: 'Tổ',
        note: '',
        lines: [],
      },
      ...{ madeAt: at, changedAt: at, attempts: 0, problem: null },
      command: { id: 'phieu', periodId: 'ky', senderId: 'to', values: [] },
    } satisfies Entry);
  });
}

test('an ended session leaves the page that is written on while something is unsent, and no other', async () => {
  const { router } = await signedInAs('team-leader', '/reports/ky/to');
  await screen.findByText('nội dung /reports/:period/:sender');
  await somethingUnsent(meAs('team-leader').account.id);
  api.hand('POST', '/sessions/refresh', () => refuse('session-ended', 401));
  await act(() => refresh());
  expect(currentSession().status).toBe('signed-out');
  expect(screen.getByText('nội dung /reports/:period/:sender')).toBeTruthy();
  await screen.findByText(/Phiên làm việc đã hết hạn/);
  await user.click(screen.getByRole('button', { name: 'Đăng nhập' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.querySelector('input')!.value).toBe('ai');
  await act(() => router.navigate('/map'));
  expect(router.state.location.pathname).toBe('/sign-in');
});

test('who signs out leaves nothing standing behind, and is told of what is unsent first', async () => {
  const { router } = await signedInAs('team-leader', '/reports/ky/to');
  await screen.findByText('nội dung /reports/:period/:sender');
  await somethingUnsent(meAs('team-leader').account.id);
  await user.click(screen.getByRole('button', { name: /Lê Thị Mai/ }));
  await user.click(await screen.findByRole('button', { name: 'Đăng xuất' }));
  expect(`${router.state.location.pathname}${router.state.location.search}`).toBe(
    '/outbox?leaving=yes',
  );
  await act(() => router.navigate('/reports/ky/to'));
  api.hand('DELETE', '/sessions/current', () => ({}));
  await act(() => signOut());
  expect(router.state.location.pathname).toBe('/sign-in');
});

const found = (id: string, on: string) => ({
  groups: [
    {
      noun: 'unit' as const,
      total: 1,
      items: [{ noun: 'unit' as const, id, name: 'xã Tân Sơn', note: 'huyện Lục Ngạn', on }],
    },
  ],
});

test('Ctrl-K searches as one types and opens what is chosen', async () => {
  const { router } = await signedInAs('area-officer', '/?on=2025-01-01');
  await screen.findByText('nội dung /');
  const id = '0199a000-0000-7000-8000-000000000077';
  api.on(searchAll, () => found(id, '2025-01-01'));
  await user.keyboard('{Control>}k{/Control}');
  const box = await screen.findByRole('combobox');
  await user.type(box, 'tan son');
  await screen.findByRole('option', { name: /Xã Tân Sơn/ });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe(`/units/${id}`));
  expect(router.state.location.search).toBe('?on=2025-01-01');
  expect(api.lastOf(searchAll)).toMatchObject({ q: 'tan son', on: '2025-01-01' });
});

test('the stroke that opens what was found does not press the search button again', async () => {
  const { router } = await signedInAs('area-officer', '/?on=2025-01-01');
  await screen.findByText('nội dung /');
  const id = '0199a000-0000-7000-8000-000000000079';
  api.on(searchAll, () => found(id, '2025-01-01'));
  const strokes: boolean[] = [];
  const note = (event: KeyboardEvent) => {
    if (event.key === 'Enter') strokes.push(event.defaultPrevented);
  };
  document.addEventListener('keydown', note);
  await user.click(screen.getByRole('button', { name: /Tìm kiếm/ }));
  await user.type(await screen.findByRole('combobox'), 'tan son');
  await screen.findByRole('option', { name: /Xã Tân Sơn/ });
  await user.keyboard('{Enter}');
  document.removeEventListener('keydown', note);
  await waitFor(() => expect(router.state.location.pathname).toBe(`/units/${id}`));
  expect(strokes).toEqual([true]);
});

test('a unit that ended is found with its last day, and opened on it', async () => {
  const { router } = await signedInAs('area-officer', '/?on=2026-01-01');
  await screen.findByText('nội dung /');
  const id = '0199a000-0000-7000-8000-000000000078';
  api.on(searchAll, () => found(id, '2025-06-30'));
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox'), 'tanson');
  const option = await screen.findByRole('option', { name: /Xã Tân Sơn/ });
  expect(option.textContent).toContain('đến 30/06/2025');
  await user.click(option);
  await waitFor(() => expect(router.state.location.pathname).toBe(`/units/${id}`));
  expect(router.state.location.search).toBe('?on=2025-06-30');
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
