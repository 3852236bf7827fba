import { listRateTables, listUnits, setRate } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as RateTablesPage } from './rate-tables-page.tsx';

const routes = [{ path: '/rate-tables', element: <RateTablesPage /> }];
const user = userEvent.setup();
const value = (last: number, more: object) => ({
  id: `0199f100-0000-7000-8000-00000000000${last}`,
  table: 'base-wage' as const,
  key: '',
  unitId: null,
  unitName: '',
  source: 'Nghị định',
  validFrom: '2024-07-01',
  validTo: null as string | null,
  ...more,
});
let api: FakeApi;
const at = { at: '/rate-tables?on=2026-06-30', me: meAs('finance-officer') };
const section = async (name: string) =>
  within((await screen.findByRole('heading', { name })).closest('section')!);

beforeEach(() => {
  const items = [
    value(1, { value: '2530000', validFrom: '2026-07-01' }),
    value(2, { value: '2340000', validTo: '2026-07-01' }),
    value(3, { value: '50', table: 'state-share', key: 'poor', validFrom: '2025-07-01' }),
  ];
  api = new FakeApi()
    .on(listRateTables, () => ({ items, nextCursor: null, total: 3 }))
    .on(listUnits, () => ({ on: '2026-06-30', items: [], nextCursor: null, total: 0 }));
});

test('the value of the day stands first, those before and after it behind', async () => {
  draw(routes, at);
  const wage = await section('lương cơ sở');
  const [now, others] = wage.getAllByRole('table', { hidden: true });
  expect(now!.textContent).toContain('2.340.000 đ');
  expect(now!.textContent).toContain('đến hết 30/06/2026');
  expect(others!.textContent).toContain('2.530.000 đ');
});

test('a table without a value of the day says what cannot be adopted, and which rows are missing', async () => {
  draw(routes, at);
  const meal = await section('tiền ăn chiến sĩ nghĩa vụ');
  expect(meal.getByText(/chính sách dùng bảng này chưa áp dụng được/)).toBeTruthy();
  const share = await section('phần Nhà nước hỗ trợ BHXH');
  expect(share.getByText(/Còn thiếu: hộ cận nghèo/)).toBeTruthy();
});

test('a value is set from a day on with its source', async () => {
  api.on(setRate, (command) => ({ ...command, validTo: null }));
  draw(routes, at);
  await user.click(
    await screen.findByRole('button', { name: 'Ghi giá trị: tiền ăn chiến sĩ nghĩa vụ' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('Giá trị (đồng)'), '65000');
  await user.type(dialog.getByLabelText('Số và ngày văn bản'), 'Thông tư 1/2026/TT-BCA');
  await user.click(dialog.getByRole('button', { name: 'Ghi giá trị' }));
  await waitFor(() =>
    expect(api.lastOf(setRate)).toMatchObject({
      table: 'conscript-meal',
      key: '',
      unitId: null,
      value: '65000',
      validFrom: '2026-06-30',
      source: 'Thông tư 1/2026/TT-BCA',
    }),
  );
});

test('who only reads is offered nothing to set', async () => {
  draw(routes, { ...at, me: meAs('auditor') });
  await section('lương cơ sở');
  expect(screen.queryByRole('button', { name: /Ghi giá trị/ })).toBeNull();
});
