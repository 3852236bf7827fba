import { compareQuotas, listInstruments } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as ComparisonPage } from './comparison-page.tsx';

const id = (last: number) => `0199f100-0000-7000-8000-${String(last).padStart(12, '0')}`;
const unit = (n: number, name: string) => ({ id: id(n), code: `0${n}`, name, kind: 'xã' });
const figures = (teams: number) => ({ villages: null, teams, members: teams * 3 });
const routes = [{ path: '/quotas/comparison', element: <ComparisonPage /> }];
const user = userEvent.setup();

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  new FakeApi()
    .on(listInstruments, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(compareQuotas, () => ({
      from: { on: '2025-06-30', instrument: null, total: figures(17) },
      to: { on: '2025-07-01', instrument: null, total: figures(14) },
      items: [
        {
          before: { units: [unit(1, 'Sa Lý'), unit(2, 'Tân Sơn')], figures: figures(12) },
          after: { units: [unit(3, 'Sơn Lý')], figures: figures(9) },
          parent: null,
        },
        {
          before: { units: [unit(4, 'Đồng Kỳ')], figures: figures(5) },
          after: { units: [unit(4, 'Đồng Kỳ')], figures: figures(5) },
          parent: null,
        },
      ],
    }));
});

test('merged communes stand in one row, unchanged ones are left out until asked for', async () => {
  draw(routes, {
    at: '/quotas/comparison?by=day&from=2025-06-30&to=2025-07-01',
    me: meAs('area-officer'),
  });
  const row = await screen.findByRole('row', { name: /Xã Sa Lý, Xã Tân Sơn/ });
  expect(row.textContent).toContain('Xã Sơn Lý129-33627-9');
  expect(screen.queryByText('Xã Đồng Kỳ')).toBeNull();
  expect(document.querySelector('tfoot')?.textContent).toContain('Tổng cộng1714-35142-9');
  await user.click(screen.getByText('Tất cả 2'));
  expect((await screen.findAllByText('Xã Đồng Kỳ')).length).toBe(2);
});

test('what a decision does not name is said so, and is no difference', async () => {
  const decision = (last: number, teams: number) => ({
    on: '2025-01-01',
    instrument: { id: id(last), number: `0${last}/QĐ` },
    total: figures(teams),
  });
  new FakeApi()
    .on(listInstruments, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(compareQuotas, () => ({
      from: decision(8, 12),
      to: decision(9, 6),
      items: [
        {
          before: { units: [unit(1, 'Sa Lý')], figures: figures(5) },
          after: { units: [], figures: null },
          parent: null,
        },
        {
          before: { units: [unit(4, 'Đồng Kỳ')], figures: figures(7) },
          after: { units: [unit(4, 'Đồng Kỳ')], figures: figures(6) },
          parent: null,
        },
        {
          before: {
            units: [unit(5, 'Tam Tiến')],
            figures: figures(0),
            unnamed: [unit(6, 'Hồng Kỳ')],
          },
          after: { units: [unit(7, 'Yên Thế')], figures: figures(0) },
          parent: null,
        },
      ],
    }));
  draw(routes, {
    at: `/quotas/comparison?from=${id(8)}&to=${id(9)}&rows=all`,
    me: meAs('area-officer'),
  });
  const row = await screen.findByRole('row', { name: /Xã Sa Lý/ });
  expect(row.textContent).toContain('Xã Sa Lýkhông nêu trong quyết định5–15–');
  const part = screen.getByRole('row', { name: /Xã Tam Tiến/ });
  expect(part.textContent).toContain(
    'Xã Tam TiếnXã Hồng Kỳ: không nêu trong quyết địnhXã Yên Thế00',
  );
  expect(screen.queryByText('không có')).toBeNull();
  expect(document.querySelector('tfoot')?.textContent).toContain('Tổng cộng126-13618-3');
  expect(screen.getByRole('note').textContent).toContain(
    '2 dòng có đơn vị không nêu trong quyết định',
  );
  await user.click(screen.getByText('Có thay đổi 1'));
  expect(screen.queryByText('Xã Sa Lý')).toBeNull();
}, 20_000);

test('the page opens on the newest decision beside the one before it', async () => {
  const decision = (last: number, signedOn: string, quotas: number) => ({
    id: id(last),
    kind: 'decision',
    number: `0${last}/QĐ-UBND`,
    issuer: 'UBND tỉnh',
    title: 'Giao số lượng Tổ và thành viên',
    signedOn,
    effectiveFrom: signedOn,
    effectiveTo: null,
    status: 'final',
    subjects: [],
    amends: [],
    bases: [],
    territoryOn: null,
    replaces: [],
    territory: [],
    quotas,
  });
  const items = [
    decision(9, '2026-09-12', 0),
    decision(8, '2026-09-10', 21),
    decision(7, '2025-07-01', 58),
    decision(6, '2024-06-28', 192),
  ];
  const api = new FakeApi()
    .on(listInstruments, () => ({ items, nextCursor: null, total: 4 }))
    .on(compareQuotas, () => ({
      from: { on: '2025-07-01', instrument: null, total: figures(17) },
      to: { on: '2026-09-10', instrument: null, total: figures(14) },
      items: [],
    }));
  draw(routes, { at: '/quotas/comparison', me: meAs('area-officer') });
  await waitFor(() =>
    expect(api.asked.map(({ input }) => input)).toContainEqual(
      expect.objectContaining({ from: id(7), to: id(8) }),
    ),
  );
  expect(screen.queryByText('Chọn hai văn bản hoặc hai ngày để so sánh')).toBeNull();
});

test('until two sides are chosen the page says what to do', async () => {
  draw(routes, { at: '/quotas/comparison', me: meAs('area-officer') });
  expect(await screen.findByText('Chọn hai văn bản hoặc hai ngày để so sánh')).toBeTruthy();
});
