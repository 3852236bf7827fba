import {
  compareCoverage,
  getExtent,
  getInstallation,
  listCoverageGroups,
  listCoverageSeries,
  listUnits,
} from '@antt/contracts';
import { beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as CoveragePage } from './coverage-page.tsx';

const id = (last: number) => `0199f100-0000-7000-8000-${String(last).padStart(12, '0')}`;
const routes = [{ path: '/coverage/:view', element: <CoveragePage /> }];
const me = meAs('area-officer');
const user = userEvent.setup();
jest.setTimeout(30_000);
let api: FakeApi;

const figures = (active: number, decided: number | null = 8) => ({
  villages: 12,
  coveredVillages: 10,
  teamsDecided: decided,
  teamsActive: active,
  teamsWithWorkplace: 3,
  membersDecided: decided === null ? null : decided * 3,
});
const unit = (n: number, name: string) => ({
  id: id(n),
  code: `0${n}`,
  name,
  kind: 'xã' as const,
  level: 'commune' as const,
  parentId: null,
  parentName: null,
  parentKind: null,
});
const holds = { units: 9, boundaries: 9, instruments: 1, quotas: 1, teams: 1, workplaces: 1 };

// The views are fetched when they are first opened, which is no part of what is asked here.
beforeAll(
  () =>
    Promise.all([
      import('./series-page.tsx'),
      import('./two-days-page.tsx'),
      import('./groups-page.tsx'),
    ]),
  60_000,
);

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(getInstallation, () => ({ kind: 'real', empty: false, holds }))
    .on(listUnits, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(getExtent, () => ({ bounds: null, levels: [], sources: [] }));
});

test('figures over time stand as a drawing and as a table, month by month since the law', async () => {
  api.on(listCoverageSeries, () => ({
    items: [
      { on: '2024-07-01', ...figures(0, null) },
      { on: '2025-01-01', ...figures(5) },
      { on: '2025-06-30', ...figures(7) },
    ],
    nextCursor: null,
    total: 3,
  }));
  draw(routes, { at: '/coverage/series?on=2025-06-30', me });
  const chart = await screen.findByRole('group', { name: /Biểu đồ số liệu/ });
  expect(api.lastOf(listCoverageSeries)).toMatchObject({
    from: '2024-07-01',
    to: '2025-06-30',
    step: 'month',
  });
  expect(within(chart).getByLabelText('Tổ đang có, 30/06/2025: 7')).toBeTruthy();
  // Without a decision there is no point, not a zero.
  expect(within(chart).queryByLabelText(/Tổ được giao, 01\/07\/2024/)).toBeNull();
  expect(screen.getByRole('row', { name: /01\/01\/2025 8 5 3/ })).toBeTruthy();
});

test('arrows move from day to day and from figure to figure, and steps are asked for', async () => {
  api.on(listCoverageSeries, () => ({
    items: [
      { on: '2024-08-01', ...figures(4) },
      { on: '2025-01-01', ...figures(5) },
    ],
    nextCursor: null,
    total: 2,
  }));
  const { search } = draw(routes, { at: '/coverage/series?on=2025-06-30', me });
  const chart = await screen.findByRole('group', { name: /Biểu đồ số liệu/ });
  within(chart).getByLabelText('Tổ được giao, 01/01/2025: 8').focus();
  await user.keyboard('{ArrowDown}{ArrowLeft}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Tổ đang có, 01/08/2024: 4');
  expect(chart.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  await user.click(screen.getByText('Theo từng thay đổi'));
  expect(search().get('step')).toBe('change');
  expect(api.lastOf(listCoverageSeries)).toMatchObject({ step: 'change' });
});

test('two days stand side by side with the difference, and say what became of units', async () => {
  api.on(compareCoverage, () => ({
    items: [
      {
        unit: unit(1, 'Tân An'),
        standing: 'restated',
        before: figures(9),
        after: figures(6),
        predecessors: [
          { id: id(7), name: 'Tân Lập', share: 1 },
          { id: id(8), name: 'An Lạc', share: 0.5 },
        ],
      },
      {
        unit: unit(2, 'Lệ Viễn'),
        standing: 'both',
        before: figures(4),
        after: figures(4),
        predecessors: [],
      },
      {
        unit: unit(3, 'Sa Lý'),
        standing: 'ended',
        before: figures(2),
        after: null,
        predecessors: [],
      },
    ],
    nextCursor: null,
    total: 3,
  }));
  draw(routes, { at: '/coverage/comparison?from=2025-06-01&to=2025-09-01', me });
  const merged = await screen.findByRole('row', { name: /Xã Tân An/ });
  expect(merged.textContent).toBe('Xã Tân An96-3Lập từ: Tân Lập, An Lạc (50%)');
  expect(screen.getByRole('row', { name: /Xã Sa Lý/ }).textContent).toContain(
    '2––Đã kết thúc, không có đơn vị kế thừa trong khu vực',
  );
  expect(document.querySelector('tfoot')?.textContent).toBe('Tổng cộng1510-5');
  expect(screen.getByText('Giảm 1–3')).toBeTruthy();
  await user.click(screen.getByText('Có thay đổi 2'));
  expect(screen.queryByRole('row', { name: /Xã Lệ Viễn/ })).toBeNull();
});

test('days in the wrong order are not asked for', async () => {
  draw(routes, { at: '/coverage/comparison?from=2025-09-01&to=2025-06-01', me });
  expect(await screen.findByText(/Ngày đầu phải trước ngày cuối/)).toBeTruthy();
  expect(api.lastOf(compareCoverage)).toBeUndefined();
});

const group = (villages: number, communes: number) => ({
  villages,
  coveredVillages: villages,
  teams: { norm: null, decided: villages, active: villages },
  members: { norm: null, decided: null, serving: null, paid: null },
  workplaces: { teamsWith: 1, total: 1 },
  communes: { total: communes, teamsShort: 0, workplaceMissing: 0 },
});

test('former districts and what lies in none of them add up to the whole', async () => {
  api.on(listCoverageGroups, () => ({
    items: [
      { group: { id: id(1), name: 'Lục Ngạn', kind: 'huyện' }, units: [id(5)], ...group(9, 1) },
    ],
    whole: { ...group(12, 2), workplaces: { teamsWith: 4, total: 4 } },
    nextCursor: null,
    total: 1,
  }));
  draw(routes, { at: '/coverage/groups?on=2025-09-01', me });
  const district = await screen.findByRole('link', { name: 'Huyện Lục Ngạn' });
  expect(district.getAttribute('href')).toBe(`/units/${id(1)}?on=2025-06-30`);
  expect(screen.getByRole('row', { name: /Không rõ huyện cũ/ }).textContent).toBe(
    '2Không rõ huyện cũ133333–0',
  );
  expect(document.querySelector('tfoot')?.textContent).toBe('Tổng cộng2121212124–0');
});

test('my areas are called by their names, and overlapping ones are said to overlap', async () => {
  const area = me.areas[0]!;
  api.on(listCoverageGroups, () => ({
    items: [1, 2].map((n) => ({
      group: { id: n === 1 ? area.id : id(9), name: null, kind: null },
      units: [id(5)],
      ...group(9, 1),
    })),
    whole: group(9, 1),
    nextCursor: null,
    total: 2,
  }));
  draw(routes, { at: '/coverage/groups?by=area', me });
  expect(await screen.findByRole('link', { name: area.name })).toBeTruthy();
  expect(screen.getByText(/Các khu vực có phần chung/)).toBeTruthy();
});
