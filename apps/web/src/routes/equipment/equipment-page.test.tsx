import {
  type EquipmentNeed,
  type EquipmentShortage,
  listEquipmentNeeds,
  listEquipmentShortages,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as EquipmentPage } from './equipment-page.tsx';

const id = (n: number) => `0199e200-0000-7000-8000-00000000000${n}`;
const commune = { id: id(2), kind: 'xã', name: 'Tân Lập' };
const shortage: EquipmentShortage = {
  team: { id: id(1), name: 'Tổ số 1' },
  commune,
  item: 'desk',
  name: 'Bàn làm việc',
  unit: 'chiếc',
  size: 3,
  least: 3,
  most: 4,
  usable: 1,
  due: 1,
  short: 2,
};
const need: EquipmentNeed = {
  commune,
  item: 'chair',
  name: 'Ghế',
  unit: 'chiếc',
  teams: 2,
  short: 3,
  fallsDue: 4,
  need: 7,
};
const { commune: _, ...ofAll } = { ...need, need: 1207 };
const totals = [ofAll];
const none = { items: [], nextCursor: null, total: 0 };
const routes = [{ path: '/equipment', element: <EquipmentPage /> }];
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listEquipmentShortages, () => ({
      items: [shortage],
      nextCursor: null,
      total: 1,
      teamsWithoutSize: 4,
    }))
    .on(listEquipmentNeeds, () => ({ items: [need], nextCursor: null, total: 1, totals }));
});

test('what a Tổ lacks stands beside what it is due and what it has that serves', async () => {
  draw(routes, { at: '/equipment?on=2026-08-01', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Tổ số 1/ });
  const cells = within(row).getAllByRole('gridcell');
  expect(cells.map((cell) => cell.textContent)).toEqual([
    'Tổ số 1',
    'Xã Tân Lập',
    'Bàn làm việc',
    '3',
    '3–4',
    '1',
    '1',
    '2',
  ]);
  expect(screen.getByText(/4 Tổ chưa rõ số thành viên/)).toBeTruthy();
});

test('the needs of a year are asked for the year in the address, and say what they are made of', async () => {
  const asked: unknown[] = [];
  api.on(listEquipmentNeeds, ({ year }) => {
    asked.push(year);
    return { items: [need], nextCursor: null, total: 1, totals };
  });
  draw(routes, { at: '/equipment?on=2026-08-01&view=needs&year=2028', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Xã Tân Lập/ });
  expect(row.textContent).toContain('Ghế2347');
  expect(asked.map(Number)).toContain(2028);
  // what all communes need together of a kind stands before
  expect(screen.getByRole('row', { name: /Tổng cộng/ }).textContent).toContain('Ghế2341.207');
});

test('where nothing is lacking the page says so', async () => {
  api.on(listEquipmentShortages, () => ({ ...none, teamsWithoutSize: 0 }));
  api.on(listEquipmentNeeds, () => ({ ...none, totals: [] }));
  draw(routes, { at: '/equipment?on=2026-08-01', me: meAs('auditor') });
  expect(await screen.findByText('Không thiếu gì so với định mức.')).toBeTruthy();
  await user.click(screen.getByText('Nhu cầu năm'));
  expect(await screen.findByText('Năm này không cần trang bị thêm.')).toBeTruthy();
});
