import {
  approveShifts,
  correctShift,
  listDutyOrders,
  listPeople,
  listShifts,
  listUnits,
  recordDutyOrder,
  recordShifts,
  returnShift,
  type Shift,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { addDays, today } from '@antt/kernel';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { listed, row } from '../people/test-people.ts';
import { Component as DutiesPage } from './duties-page.tsx';

const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const shift: Shift = {
  id: id(1),
  personId: id(2),
  orderId: null,
  startsAt: '2026-03-02T13:00:00.000Z',
  endsAt: '2026-03-02T19:00:00.000Z',
  restDay: false,
  kind: 'patrol',
  withPolice: true,
  heavy: false,
  note: '',
  teamId: id(3),
  personName: 'Nguyễn Văn An',
  teamName: 'Tổ thôn Trung',
  commune: null,
  minutes: 360,
  nights: [{ night: '2026-03-02', minutes: 240 }],
  holidays: [],
  outOfArea: false,
  state: 'recorded',
  correctsId: null,
  recordedBy: 'to',
  judgedBy: null,
  reason: '',
};
const routes = [{ path: '/duties', element: <DutiesPage /> }];
// Styles of the whole page are not looked up for each touch.
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(listShifts, () => ({ items: [shift], nextCursor: null, total: 1 }))
    .on(listPeople, () => ({ items: [], nextCursor: null, total: 0, totalIsLeast: false }))
    .on(listDutyOrders, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(recordShifts, () => ({ items: [shift] }))
    .on(returnShift, () => ({ ...shift, state: 'returned' as const }))
    .on(approveShifts, () => ({ items: [{ ...shift, state: 'approved' as const }] }));
});

test('a week is asked from Monday to Sunday, and a shift tells its night hours', async () => {
  draw(routes, { at: '/duties?on=2026-03-04', me: meAs('team-leader') });
  const card = (await screen.findByText('Nguyễn Văn An', { selector: '.shift-line *' })).closest(
    'li',
  )!;
  expect(screen.getByRole('heading', { name: 'Tổ thôn Trung' })).toBeTruthy();
  const told = ['20:00–02:00', 'Nguyễn Văn An', '4 giờ đêm'];
  expect(told.filter((text) => !card.textContent.includes(text))).toEqual([]);
  expect(
    within(card)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Sửa Nguyễn Văn An']);
  expect(api.lastOf(listShifts)).toMatchObject({ from: '2026-03-02', to: '2026-03-08' });
});

test('shifts of a day stand by Tổ, each with its commune where several are shown', async () => {
  const xa = (n: number, name: string) => ({ id: id(n), kind: 'xã', name });
  const here = { ...shift, commune: xa(8, 'Tân Lập') };
  const there = { teamId: id(6), teamName: 'Tổ thôn Hạ', commune: xa(9, 'An Lạc') };
  const items = [
    here,
    { ...shift, ...there, id: id(5) },
    { ...here, id: id(4), personName: 'Lê Văn Ba' },
  ];
  api.on(listShifts, () => ({ items, nextCursor: null, total: 3 }));
  draw(routes, { at: '/duties?on=2026-03-04', me: meAs('auditor') });
  await screen.findByText('Lê Văn Ba', { selector: '.shift-line *' });
  const teams = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  expect(teams).toEqual(['Tổ thôn HạXã An Lạc', 'Tổ thôn TrungXã Tân Lập']);
});

test('to look at another week does not move the day of the other pages', async () => {
  const { search } = draw(routes, { at: '/duties?on=2026-03-04', me: meAs('team-leader') });
  await screen.findByText('Nguyễn Văn An', { selector: '.shift-line *' });
  await user.click(screen.getByRole('button', { name: 'Tuần trước' }));
  await waitFor(() =>
    expect(api.lastOf(listShifts)).toMatchObject({ from: '2026-02-23', to: '2026-03-01' }),
  );
  expect(search().get('on')).toBe('2026-03-04');
});

test('the commune police approve what the Tổ recorded', async () => {
  draw(routes, { at: '/duties?on=2026-03-04', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Duyệt Nguyễn Văn An' }));
  await waitFor(() => expect(api.lastOf(approveShifts)).toEqual({ ids: [id(1)] }));
});

const slowly = { timeout: 20_000 };
const minutes = 120_000;
const send = () =>
  fireEvent.click(document.querySelector('.ant-drawer-footer .ant-btn-primary') as HTMLElement);
const order = {
  ...{ id: id(7), communeId: id(8), commune: { id: id(8), kind: 'xã', name: 'Tân Lập' } },
  ...{ kind: 'mobilisation' as const, body: 'Công an tỉnh', number: '12/LĐ-CAT' },
  ...{ signedOn: '2026-03-01', from: '2026-03-02', to: '2026-03-04', place: 'Phường Đa Mai' },
  ...{ task: 'Tuần tra', outOfArea: true, mobilisingBody: 'Công an tỉnh', hazardGrade: 2 },
};

test('an order of the week tells what was ordered, and a shift under it names it', async () => {
  api
    .on(listDutyOrders, () => ({ items: [order], nextCursor: null, total: 1 }))
    .on(listShifts, () => ({
      ...{ items: [{ ...shift, orderId: order.id }], nextCursor: null, total: 1 },
    }));
  draw(routes, { at: '/duties?on=2026-03-04', me: meAs('auditor') });
  const orders = await screen.findByRole('region', { name: 'Lệnh, phân công (1)' }, slowly);
  for (const text of ['12/LĐ-CAT – Phường Đa Mai', 'Điều động', '02/03/2026 – 04/03/2026']) {
    expect(orders.textContent).toContain(text);
  }
  expect(orders.textContent).toContain('Ngoài địa bàn, Công an tỉnh điều động');
  expect(screen.getByText('Theo 12/LĐ-CAT – Phường Đa Mai')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ghi lệnh, phân công' })).toBeNull();
});

test(
  'an order out of the area is recorded with the body that mobilises',
  async () => {
    const commune = {
      ...{ id: id(8), level: 'commune' as const, kind: 'xã' as const, code: '1', list: 'national' },
      ...{ name: 'Tân Lập', validFrom: '2025-07-01', validTo: null },
      ...{ parentId: null, parentName: null, parentKind: null },
    };
    api
      .on(listUnits, () => ({ items: [commune as never], nextCursor: null, total: 1 }))
      .on(recordDutyOrder, () => order);
    draw(routes, { at: '/duties?on=2026-03-04', me: meAs('commune-officer') });
    fireEvent.click(await screen.findByRole('button', { name: 'Ghi lệnh, phân công' }, slowly));
    fireEvent.click(await screen.findByLabelText('Điều động', {}, slowly));
    const type = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    type('Người, cơ quan ra lệnh', 'Công an tỉnh');
    type('Nơi làm nhiệm vụ', 'Phường Đa Mai');
    fireEvent.click(screen.getByLabelText('Ngoài địa bàn'));
    await screen.findByLabelText('Cơ quan điều động', {}, slowly);
    send();
    expect(await screen.findByText('Không được để trống', {}, slowly)).toBeTruthy();
    type('Cơ quan điều động', 'Công an tỉnh');
    send();
    await waitFor(() => expect(api.lastOf(recordDutyOrder)).toBeTruthy(), slowly);
    expect(api.lastOf(recordDutyOrder)).toMatchObject({
      ...{ communeId: id(8), kind: 'mobilisation', body: 'Công an tỉnh', number: '' },
      ...{ from: '2026-03-04', to: '2026-03-04', outOfArea: true, hazardGrade: null },
      mobilisingBody: 'Công an tỉnh',
    });
  },
  minutes,
);

test(
  'an approved shift is corrected by an entry of its own, with the reason',
  async () => {
    api
      .on(listShifts, () => ({
        ...{ items: [{ ...shift, state: 'approved' as const }], nextCursor: null, total: 1 },
      }))
      .on(correctShift, () => shift);
    draw(routes, { at: '/duties?on=2026-03-04', me: meAs('team-leader') });
    fireEvent.click(await screen.findByRole('button', { name: 'Sửa Nguyễn Văn An' }, slowly));
    expect(await screen.findByText(/bản sửa phải duyệt lại/, {}, slowly)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Đến giờ'), { target: { value: '01:00' } });
    send();
    expect(await screen.findByText('Ghi rõ lý do, từ 5 đến 500 ký tự', {}, slowly)).toBeTruthy();
    const reason = { target: { value: 'Ghi nhầm giờ kết thúc' } };
    fireEvent.change(screen.getByLabelText('Lý do sửa'), reason);
    send();
    await waitFor(() => expect(api.lastOf(correctShift)).toBeTruthy(), slowly);
    expect(api.lastOf(correctShift)).toMatchObject({
      ...{ correctsId: id(1), personId: id(2), reason: 'Ghi nhầm giờ kết thúc' },
      ...{ startsAt: '2026-03-02T20:00:00+07:00', endsAt: '2026-03-03T01:00:00+07:00' },
    });
  },
  minutes,
);

test(
  'a shift is recorded of several members at once, and whom a refusal is about is told',
  async () => {
    const team = { id: id(3), name: 'Tổ thôn Trung' };
    const people = ['Nguyễn Văn An', 'Trần Văn Bình', 'Lê Thị Cúc'].map((name, n) => ({
      ...{ ...row, id: id(20 + n), name, team, state: 'serving' as const },
    }));
    const refusals = [refuse('person-has-one-shift-at-a-time', 409, { id: id(22) })];
    api
      .on(listPeople, () => listed(...people))
      .on(recordShifts, () => refusals.shift() ?? { items: [shift] });
    draw(routes, { at: '/duties?on=2026-03-04', me: meAs('team-leader') });
    fireEvent.click((await screen.findAllByRole('button', { name: /Ghi ca trực/ }, slowly))[0]!);
    fireEvent.mouseDown(await screen.findByLabelText('Thành viên cùng ca', {}, slowly));
    fireEvent.click(await screen.findByTitle('Nguyễn Văn An – Tổ thôn Trung', {}, slowly));
    fireEvent.click(await screen.findByText('Thêm cả Tổ thôn Trung (2 người)', {}, slowly));
    send();
    expect(await screen.findByText(/Vướng ở Lê Thị Cúc/, {}, slowly)).toBeTruthy();
    const first = api.lastOf(recordShifts);
    expect(first).toMatchObject({
      members: people.map(({ id: personId }) => ({ personId })),
      startsAt: '2026-03-04T20:00:00+07:00',
    });
    send();
    expect(await screen.findByText(/Đã ghi ca trực của Nguyễn Văn An/, {}, slowly)).toBeTruthy();
    expect(api.lastOf(recordShifts)).toEqual(first);
  },
  minutes,
);

test('a shift to come is a plan: nobody is offered to approve it, and a refusal says when', async () => {
  const day = addDays(today(), 1);
  const planned = { startsAt: `${day}T13:00:00.000Z`, endsAt: `${day}T16:00:00.000Z` };
  api
    .on(listShifts, () => ({
      items: [shift, { ...shift, ...planned, id: id(5), personName: 'Lê Thị Bình' }],
      ...{ nextCursor: null, total: 2 },
    }))
    .on(approveShifts, () =>
      refuse('shift-is-not-over', 409, {
        ...{ id: id(5), team: 'Tổ thôn Trung', on: '2026-12-01', endsOn: '2026-12-02' },
        until: '02:00',
      }),
    );
  draw(routes, { at: `/duties?on=${day}`, me: meAs('commune-officer') });
  expect(await screen.findByText('Kế hoạch', {}, slowly)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Duyệt Lê Thị Bình' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Duyệt 1 ca' }));
  const told = /Ca trực ngày 01\/12\/2026 của Tổ thôn Trung đến 02:00 ngày 02\/12\/2026/;
  expect(await screen.findByText(told, {}, slowly)).toBeTruthy();
  expect(api.lastOf(approveShifts)).toEqual({ ids: [id(1)] });
});
