import { getInstallation, listInstruments, listQuotas, setQuota } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as QuotasPage } from './quotas-page.tsx';

const id = (last: number) => `0199b000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const decision = {
  id: id(1),
  kind: 'decision',
  number: '01/2024/QĐ-UBND',
  issuer: 'UBND tỉnh',
  title: 'Giao số lượng Tổ và thành viên',
  signedOn: '2024-06-28',
  effectiveFrom: '2024-07-01',
  status: 'final',
  effectiveTo: null,
  subjects: [],
  amends: [],
  bases: [],
  territoryOn: null,
  replaces: [],
  territory: [],
  quotas: 3,
};
const quota = (n: number, name: string, parent: string, active: number) => ({
  id: id(100 + n),
  unitId: id(n),
  instrumentId: decision.id,
  villages: 10,
  teams: 10,
  members: 32,
  leaders: 10,
  deputies: 10,
  ordinary: 12,
  note: '',
  validFrom: '2024-07-01',
  validTo: null,
  unit: { code: String(n), name, kind: 'xã' },
  parent: { id: id(parent.length), name: parent, kind: 'huyện' },
  active,
});
const rows = [
  quota(11, 'Đồng Kỳ', 'Yên Thế', 8),
  quota(12, 'An Thượng', 'Yên Thế', 10),
  quota(13, 'Tân Sơn', 'Lục Ngạn', 11),
];
const sum = (name: 'villages' | 'teams' | 'members' | 'active', items: typeof rows) =>
  items.reduce((total, row) => total + row[name], 0);
const answer = (items: typeof rows) => ({
  items,
  nextCursor: null,
  total: items.length,
  totals: {
    villages: sum('villages', items),
    teams: sum('teams', items),
    members: sum('members', items),
    active: sum('active', items),
  },
});
const holds = { units: 9, boundaries: 9, instruments: 1, quotas: 3, teams: 1, workplaces: 1 };
const routes = [{ path: '/quotas', element: <QuotasPage /> }];
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(getInstallation, () => ({ kind: 'real', empty: false, holds }))
    .on(listInstruments, () => ({ items: [decision], nextCursor: null, total: 1 }))
    .on(listQuotas, () => answer(rows));
});

const lines = () =>
  [...document.querySelectorAll('.quota-sheet tbody tr[data-id]')].map((row) =>
    [...row.querySelectorAll('td')]
      .slice(0, 2)
      .map((cell) => cell.textContent)
      .join(' '),
  );

async function opened(
  role: Parameters<typeof meAs>[0] = 'provincial-administrator',
  at = '/quotas',
) {
  const drawn = draw(routes, { at, me: meAs(role) });
  await screen.findAllByText('Xã Đồng Kỳ');
  return drawn;
}

test('communes stand under their districts in Roman numerals, with a total below', async () => {
  await opened();
  expect(lines()).toEqual([
    'I Huyện Yên Thế',
    '1 Xã Đồng Kỳ',
    '2 Xã An Thượng',
    'II Huyện Lục Ngạn',
    '1 Xã Tân Sơn',
  ]);
  expect(document.querySelector('.quota-sheet tfoot')?.textContent).toContain('Tổng cộng30–30');
  expect(screen.getByRole('row', { name: /Xã Đồng Kỳ/ }).textContent).toContain('−2 thiếu');
});

test('the communes short of teams are one click away, and the address says so', async () => {
  const { search } = await opened();
  await user.click(screen.getByText('Thiếu Tổ 1'));
  expect(lines()).toEqual(['1 Xã Đồng Kỳ']);
  expect(search().get('gap')).toBe('short');
});

test('a commune opens with the decision behind its figures, by keyboard alone', async () => {
  const { search } = await opened();
  screen.getByRole('treegrid').focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(search().get('unit')).toBe(rows[0]!.unitId);
  const panel = await screen.findByRole('dialog');
  expect(within(panel).getByText('Quyết định số 01/2024/QĐ-UBND')).toBeTruthy();
});

test('a quota whose positions do not add up is not sent', async () => {
  await opened('provincial-administrator', `/quotas?unit=${rows[0]!.unitId}`);
  await user.click(await screen.findByText('Đặt chỉ tiêu mới'));
  fireEvent.change(await screen.findByLabelText('Tổng thành viên'), { target: { value: '33' } });
  expect(
    await screen.findByText(
      'Tổ trưởng, Tổ phó và Tổ viên cộng lại là 32, khác tổng thành viên 33.',
    ),
  ).toBeTruthy();
  await user.click(screen.getByText('Đặt chỉ tiêu'));
  expect(api.lastOf(setQuota)).toBeUndefined();
});

test('who may only read is offered no command', async () => {
  await opened('area-officer');
  expect(screen.getByRole('button', { name: /Xuất/ })).toBeTruthy();
  expect(screen.queryByText('Ghi văn bản')).toBeNull();
  expect(screen.queryByText('Nhập phụ lục')).toBeNull();
});

test('without any quota the page says what to do first', async () => {
  api.on(listQuotas, () => answer([]));
  draw(routes, { at: '/quotas?on=2024-01-01', me: meAs('provincial-administrator') });
  expect(await screen.findByText('Chưa có chỉ tiêu nào có hiệu lực ngày 01/01/2024')).toBeTruthy();
  await waitFor(() => expect(screen.getAllByText('Ghi văn bản').length).toBeGreaterThan(0));
});

const restatedRow = {
  ...rows[0]!,
  instrumentId: null,
  validFrom: null,
  restated: {
    apportioned: ['teams'],
    of: [
      { id: id(31), kind: 'xã', name: 'Hồng Kỳ', whole: true },
      { id: id(32), kind: 'xã', name: 'Tam Tiến', whole: false },
    ],
  },
};

test('quotas in the units of another day say so, mark what was shared out and name what they are made of', async () => {
  api.on(listQuotas, () => ({
    ...answer([restatedRow as never]),
    unplaced: [{ id: id(33), kind: 'xã', name: 'Kim Sơn' }],
  }));
  await opened(
    'provincial-administrator',
    `/quotas?on=2024-12-31&restate=2025-07-01&apportioning=households&unit=${rows[0]!.unitId}`,
  );
  expect(api.lastOf(listQuotas)).toMatchObject({
    on: '2024-12-31',
    restate: '2025-07-01',
    apportioning: 'households',
  });
  const note = screen.getByRole('note').textContent;
  expect(note).toContain('Số giao ngày 31/12/2024, theo đơn vị ngày 01/07/2025');
  expect(note).toContain('không có trong xã, phường nào dưới đây: Xã Kim Sơn');
  expect(note).toContain('Cách chia: theo số hộ.');
  const marked = [...document.querySelectorAll('.quota-sheet tbody td i')];
  expect(marked.map((mark) => mark.closest('td')?.dataset.column)).toEqual(['teams']);
  const panel = await screen.findByRole('dialog');
  expect(within(panel).getByText('Từ: Xã Hồng Kỳ, một phần Xã Tam Tiến.')).toBeTruthy();
  // Nobody sets a quota that was computed from others.
  expect(within(panel).queryByText('Đặt chỉ tiêu mới')).toBeNull();
});
