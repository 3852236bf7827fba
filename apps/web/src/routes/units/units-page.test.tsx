import { listTags, listUnits } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as UnitsPage } from './units-page.tsx';

const routes = [
  { path: '/units', element: <UnitsPage /> },
  { path: '/units/:unitId', element: <p>Hồ sơ đơn vị</p> },
];
const user = userEvent.setup();
const id = (last: number) => `0199a000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const commune = (n: number, name: string) => ({
  ...{ id: id(n), level: 'commune' as const, kind: 'xã' as const, code: `0700${n}`, name },
  ...{ list: '2025', parentId: id(9), parentName: 'Bắc Ninh', parentKind: 'tỉnh' as const },
  ...{ validFrom: '2025-07-01', validTo: null },
});
const mine = { ...commune(1, 'Lục Ngạn'), facts: { figures: [], tags: [] } };

function given(...items: object[]) {
  new FakeApi()
    .on(listTags, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(listUnits, () => ({ items, nextCursor: null, total: items.length }) as never);
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  draw(routes, { at: '/units?on=2026-08-01', me: meAs('commune-officer', 'Xã Lục Ngạn') });
}

test('a unit outside the area has its name and nothing to open', async () => {
  given(mine, commune(2, 'Biển Động'));
  const outside = await screen.findByRole('row', { name: /Xã Biển Động/ });
  expect(within(outside).queryByRole('link')).toBeNull();
  expect(screen.getByText(/Đơn vị ngoài địa bàn của bạn chỉ có tên và mã/)).toBeTruthy();
  await user.click(within(outside).getByText('Xã Biển Động'));
  expect(screen.queryByText('Hồ sơ đơn vị')).toBeNull();
  await user.click(screen.getByRole('link', { name: 'Xã Lục Ngạn' }));
  expect(await screen.findByText('Hồ sơ đơn vị')).toBeTruthy();
}, 60_000);

test('where all units lie in the area, nothing is said of others', async () => {
  given(mine);
  expect(await screen.findByRole('link', { name: 'Xã Lục Ngạn' })).toBeTruthy();
  expect(screen.queryByText(/ngoài địa bàn của bạn/)).toBeNull();
}, 60_000);
