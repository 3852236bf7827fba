import { listPeople, recordPerson } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as PeoplePage } from './people-page.tsx';
import { id, listed, row } from './test-people.ts';

const routes = [
  { path: '/people', element: <PeoplePage /> },
  { path: '/people/:personId', element: <p>hồ sơ</p> },
];
/** Forms are fetched when they are wanted. */
const slowly = { timeout: 15_000 };
const user = userEvent.setup();
const at = '/people?on=2026-08-01';
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi().on(listPeople, () => listed(row));
});

test('people are listed with title, Tổ, state and a number that is masked', async () => {
  draw(routes, { at, me: meAs('commune-officer') });
  const line = await screen.findByRole('row', { name: /Nguyễn Văn Mẫu/ });
  for (const text of ['Tổ trưởng', 'Tổ số 1', 'Xã Tân Lập', '04/05/1980', '••••••••2345']) {
    expect(within(line).getByText(text)).toBeTruthy();
  }
  expect(within(line).getByText('Đang tham gia')).toBeTruthy();
});

test('who may not see birthdays has no column for them, and adds nobody', async () => {
  api.on(listPeople, () => listed({ ...row, birthDate: null }));
  draw(routes, { at, me: meAs('team-leader') });
  await screen.findByRole('row', { name: /Nguyễn Văn Mẫu/ });
  expect(screen.queryByRole('columnheader', { name: 'Ngày sinh' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Thêm hồ sơ' })).toBeNull();
});

test('what is typed and chosen is asked of the server and stands in the address', async () => {
  const { search } = draw(routes, { at, me: meAs('auditor') });
  await screen.findByRole('row', { name: /Nguyễn Văn Mẫu/ });
  await user.type(screen.getByRole('textbox', { name: 'Tìm theo họ tên' }), 'mau');
  await user.click(screen.getByRole('button', { name: 'Chưa công nhận' }));
  await waitFor(() =>
    expect(api.lastOf(listPeople)).toMatchObject({
      q: 'mau',
      state: 'candidate',
      on: '2026-08-01',
    }),
  );
  expect(search().get('state')).toBe('candidate');
  expect(search().get('q')).toBe('mau');
});

test('further pages are asked for by the key of the last one', async () => {
  api.on(listPeople, ({ cursor }) =>
    cursor
      ? { ...listed({ ...row, id: id(9), name: 'Trần Thị Hai' }), total: 2 }
      : { ...listed(row), nextCursor: 'k', total: 2 },
  );
  draw(routes, { at, me: meAs('auditor') });
  await user.click(await screen.findByRole('button', { name: 'Xem thêm (1 trong 2)' }));
  expect(await screen.findByRole('row', { name: /Trần Thị Hai/ })).toBeTruthy();
  expect(api.lastOf(listPeople)).toMatchObject({ cursor: 'k' });
});

test('an empty area says what to do, a filter that finds nobody says so', async () => {
  api.on(listPeople, () => listed());
  const empty = draw(routes, { at, me: meAs('commune-officer') });
  expect(await screen.findByText('Chưa có hồ sơ nào trong khu vực')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: /Thêm hồ sơ/ })).toHaveLength(2);
  empty.unmount();
  draw(routes, { at: `${at}&q=xyz`, me: meAs('commune-officer') });
  expect(await screen.findByText('Không có ai khớp')).toBeTruthy();
});

test('a new person is recorded with the day as people write it; what is missing is said at its field', async () => {
  api.on(listPeople, () => listed()).on(recordPerson, () => refuse('citizen-id-is-recorded', 409));
  const { router } = draw(routes, { at: `${at}&record=new`, me: meAs('commune-officer') });
  await user.type(await screen.findByLabelText('Họ và tên', {}, slowly), 'Lê Thị Mới');
  await user.type(screen.getByLabelText('Số căn cước'), '02409 123');
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  expect(await screen.findByText(/Số căn cước có 12 chữ số/, {}, slowly)).toBeTruthy();
  const missing = await screen.findAllByText('Không được để trống', {}, slowly);
  expect(missing.length).toBeGreaterThan(1);
  expect(api.lastOf(recordPerson)).toBeUndefined();
  expect(router.state.location.pathname).toBe('/people');
}, 40_000);

test('somebody who is called so already is shown before another record is made', async () => {
  api.on(listPeople, ({ q }) => (q ? listed(row) : listed()));
  draw(routes, { at: `${at}&record=new`, me: meAs('commune-officer') });
  await user.type(await screen.findByLabelText('Họ và tên', {}, slowly), 'nguyen van mau');
  expect(await screen.findByText(/Đã có 1 hồ sơ cùng tên/, {}, slowly)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Nguyễn Văn Mẫu' }).getAttribute('href')).toContain(
    `/people/${row.id}`,
  );
}, 40_000);
