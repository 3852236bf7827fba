import {
  approveShifts,
  listDutyOrders,
  listPeople,
  listShifts,
  recordShift,
  returnShift,
  type Shift,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as DutiesPage } from './duties-page.tsx';

const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const shift: Shift = {
  id: id(1),
  personId: id(2),
  orderId: null,
  startsAt: '2026-03-02T13:00:00.000Z',
  endsAt: '2026-03-02T19:00:00.000Z',
  restDay: false,
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
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(listShifts, () => ({ items: [shift], nextCursor: null, total: 1 }))
    .on(listPeople, () => ({ items: [], nextCursor: null, total: 0, totalIsLeast: false }))
    .on(listDutyOrders, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(recordShift, () => shift)
    .on(returnShift, () => ({ ...shift, state: 'returned' as const }))
    .on(approveShifts, () => ({ items: [{ ...shift, state: 'approved' as const }] }));
});

test('a week is asked from Monday to Sunday, and a shift tells its night hours', async () => {
  draw(routes, { at: '/duties?on=2026-03-04', me: meAs('team-leader') });
  const card = (await screen.findByText('Nguyễn Văn An')).closest('li')!;
  const told = ['20:00–02:00', 'Nguyễn Văn An', 'Tổ thôn Trung', '4 giờ đêm'];
  expect(told.filter((text) => !card.textContent.includes(text))).toEqual([]);
  expect(within(card).queryAllByRole('button')).toEqual([]);
  expect(api.lastOf(listShifts)).toMatchObject({ from: '2026-03-02', to: '2026-03-08' });
});

test('the commune police approve what the Tổ recorded', async () => {
  draw(routes, { at: '/duties?on=2026-03-04', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Duyệt' }));
  await waitFor(() => expect(api.lastOf(approveShifts)).toEqual({ ids: [id(1)] }));
});
