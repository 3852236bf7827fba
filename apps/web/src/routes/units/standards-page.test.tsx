import { endVillageStandard, listInstruments, listVillageStandards } from '@antt/contracts';
import { listUnits, setVillageStandard } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import type { StandardRow } from './standard-columns.tsx';
import { Component as StandardsPage } from './standards-page.tsx';

const routes = [{ path: '/units/standards', element: <StandardsPage /> }];
const user = userEvent.setup();
const id = (n: number) => `0199a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const decree: StandardRow = {
  id: id(1),
  kind: 'thôn',
  unitId: null,
  households: 150,
  source: '185/2026/NĐ-CP',
  instrumentId: null,
  instrumentNumber: null,
  unitName: null,
  validFrom: '2026-05-26',
  validTo: null,
};
const former: StandardRow = {
  ...decree,
  id: id(2),
  unitId: id(9),
  unitName: 'xã Sa Lý',
  households: 120,
  source: '3/NQ-HĐND',
  validFrom: '2026-06-01',
  validTo: '2026-07-01',
};
const own: StandardRow = {
  ...former,
  id: id(3),
  households: 100,
  validFrom: '2026-07-01',
  validTo: null,
};
const at = '/units/standards?on=2026-08-01';
let api: FakeApi;

beforeEach(() => {
  const page = (items: StandardRow[]) => ({ items, nextCursor: null, total: items.length });
  const none = () => ({ items: [], nextCursor: null, total: 0 });
  api = new FakeApi()
    .on(listVillageStandards, ({ on }) => page(on ? [decree, own] : [decree, own, former]))
    .on(listInstruments, none as never)
    .on(listUnits, none as never);
});

test('the standards of the day stand with their place and source; one opens its own story', async () => {
  draw(routes, { at, me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /xã Sa Lý/ });
  expect(row.textContent).toContain('100');
  expect(screen.getByRole('row', { name: /Toàn bộ/ }).textContent).toContain('185/2026/NĐ-CP');
  expect(api.lastOf(listVillageStandards)).toEqual({ on: '2026-08-01' });
  await user.click(within(row).getByRole('button', { name: 'thôn' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText(/đến hết ngày 30\/06\/2026/);
  const told = within(dialog)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(told.map((text) => /\d+ hộ/.exec(text!)![0])).toEqual(['100 hộ', '120 hộ']);
  expect(within(dialog).queryByRole('button', { name: /Kết thúc/ })).toBeNull();
});

test('who may write units ends a standard on the day of the page, after a question', async () => {
  api.on(endVillageStandard, ({ id: ended, validTo }) => ({ id: ended, validTo, removed: false }));
  draw(routes, { at, me: meAs('provincial-administrator') });
  const row = await screen.findByRole('row', { name: /xã Sa Lý/ });
  await user.click(within(row).getByRole('button', { name: 'thôn' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('button', { name: 'Kết thúc từ 01/08/2026' }));
  const sure = await screen.findByText(/Kết thúc quy mô này từ ngày 01\/08\/2026/);
  await user.click(
    within(sure.closest<HTMLElement>('.ant-popover')!).getByRole('button', { name: /Kết thúc/ }),
  );
  await screen.findByText('Đã kết thúc quy mô từ ngày 01/08/2026');
  expect(api.lastOf(endVillageStandard)).toEqual({ id: own.id, validTo: '2026-08-01' });
});

test('a standard is set for a kind with its number, day and source; for all villages unless a place is named', async () => {
  api.on(setVillageStandard, (command) => ({ ...command, validTo: null }) as never);
  draw(routes, { at, me: meAs('provincial-administrator') });
  await user.click(await screen.findByRole('button', { name: 'Đặt quy mô' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('button', { name: 'Ghi' }));
  expect((await within(dialog).findAllByText('Không được để trống')).length).toBe(2);
  await user.type(within(dialog).getByLabelText('Số hộ tối thiểu'), '180');
  await user.type(within(dialog).getByLabelText('Căn cứ'), '9/2026/NQ-HĐND');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi' }));
  await screen.findByText('Đã đặt quy mô từ ngày 01/08/2026');
  expect(api.lastOf(setVillageStandard)).toMatchObject({
    kind: 'thôn',
    unitId: null,
    households: 180,
    validFrom: '2026-08-01',
    source: '9/2026/NQ-HĐND',
    instrumentId: null,
  });
});

test('who has a part of the installation names the place', async () => {
  draw(routes, { at, me: meAs('provincial-administrator', 'Huyện Sơn Động') });
  await user.click(await screen.findByRole('button', { name: 'Đặt quy mô' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('button', { name: 'Ghi' }));
  expect((await within(dialog).findAllByText('Không được để trống')).length).toBe(3);
});
