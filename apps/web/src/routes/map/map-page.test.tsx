import {
  countPeopleWorkByUnit,
  countWorkByUnit,
  getCoverage,
  getExtent,
  getInstallation,
  getPeopleWork,
  getUnit,
  getUnitHistory,
  getWorklist,
  keepView,
  listChangeDays,
  listPoints,
  listTeams,
  listUnits,
  listViews,
} from '@antt/contracts';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { communeRow, coverageOf } from './test-coverage.ts';

// The map's file never arrives here: WebGL and workers are not for jsdom.
jest.unstable_mockModule('../../map/map-view.tsx', () => {
  throw new Error('no map here');
});
const { Component: MapPage } = await import('./map-page.tsx');

const rows = [
  communeRow(1, 'Đồng Cốc', { active: 6 }),
  communeRow(2, 'Biên Sơn', { active: 5, teamsWith: 3 }),
  communeRow(3, 'Sa Lý', { teamsWith: 7 }),
  communeRow(4, 'Dương Hưu', { decided: null, active: 2 }),
];
const holds = { units: 9, boundaries: 9, instruments: 1, quotas: 1, teams: 1, workplaces: 1 };
const routes = [{ path: '/map', element: <MapPage /> }];
const officer = meAs('area-officer', 'Khu vực Lục Ngạn');
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  // The map itself cannot be drawn here: its place says so, and React reports it.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  localStorage.clear();
  api = new FakeApi()
    .on(getInstallation, () => ({ kind: 'demo', empty: false, holds }))
    .on(getCoverage, () => coverageOf(rows))
    .on(getExtent, () => ({
      bounds: [106, 21, 107, 22],
      sources: ['Số liệu minh họa'],
      levels: ['province', 'commune'],
    }))
    .on(listChangeDays, () => ({
      items: [{ on: '2025-07-01', what: ['unit'] }],
      nextCursor: null,
      total: 1,
    }))
    .on(listPoints, () => ({ items: [] }))
    .on(listUnits, () => ({ items: [], nextCursor: null, total: 1 }))
    .on(listViews, () => ({ items: [] }));
});

/** The second cell of each row in sight, and of the total. */
const names = () =>
  [...document.querySelectorAll('.sheet tbody tr[data-id], .sheet tfoot tr')].map(
    (row) => row.querySelectorAll('td')[1]?.textContent,
  );

async function opened(at = '/map') {
  const drawn = draw(routes, { at, me: officer });
  await screen.findAllByText('Xã Biên Sơn');
  return drawn;
}

test('communes stand in Vietnamese order, Đ after D, with a total below', async () => {
  await opened();
  expect(names()).toEqual(['Xã Biên Sơn', 'Xã Dương Hưu', 'Xã Đồng Cốc', 'Xã Sa Lý', 'Tổng cộng']);
});

test('the map names whom it owes its outlines', async () => {
  await opened();
  expect(await screen.findByText('Ranh giới: Số liệu minh họa')).toBeTruthy();
});

test('an area with more teams than a browser draws says so and asks for none', async () => {
  api.on(getCoverage, () => coverageOf([communeRow(1, 'Biên Sơn', { active: 20_001 })]));
  await opened('/map?points=teams');
  expect(await screen.findByText(/^Quá nhiều điểm để vẽ/)).toBeTruthy();
  expect(api.lastOf(listPoints)).toBeUndefined();
});

test('one click lists the communes short of teams or without a workplace, and the address says so', async () => {
  const { search } = await opened();
  await user.click(screen.getByRole('button', { name: 'Xã thiếu Tổ, thiếu nơi làm việc' }));
  expect(names()).toEqual(['Xã Biên Sơn', 'Xã Đồng Cốc', 'Xã Sa Lý', 'Tổng cộng']);
  expect(search().get('gap')).toBe('teams-short,workplace-missing');
  expect(screen.getByText('3 / 4 đơn vị')).toBeTruthy();
});

test('typing without diacritics finds a commune in the table', async () => {
  const { search } = await opened();
  await user.type(screen.getByRole('textbox', { name: 'Lọc theo tên' }), 'dong coc');
  await waitFor(() => expect(names()).toEqual(['Xã Đồng Cốc', 'Tổng cộng']), { timeout: 5_000 });
  expect(search().get('q')).toBe('dong coc');
});

test('sorting by the difference puts the shortest first and unknown quotas last', async () => {
  const { search } = await opened();
  await user.click(screen.getByRole('button', { name: 'Chênh lệch' }));
  expect(names()).toEqual(['Xã Biên Sơn', 'Xã Đồng Cốc', 'Xã Sa Lý', 'Xã Dương Hưu', 'Tổng cộng']);
  expect(search().get('sort')).toBe('teams');
});

test('an address brings back the day, the measure and the filters', async () => {
  draw(routes, { at: '/map?on=2025-06-30&metric=teams&gap=quota-missing', me: officer });
  await screen.findAllByText('Xã Dương Hưu');
  expect(names()).toEqual(['Xã Dương Hưu', 'Tổng cộng']);
  expect(api.lastOf(getCoverage)).toMatchObject({ on: '2025-06-30' });
  const legend = screen.getByRole('region', { name: 'Số Tổ so với chỉ tiêu' });
  expect(legend.textContent).toContain('Chưa có chỉ tiêu1');
  expect(legend.textContent).toContain('Tính đến ngày 30/06/2025');
});

test('a row opens the profile of its commune, Escape closes it', async () => {
  const unit = rows[1]!.unit;
  api
    .on(getUnit, () => ({
      ...unit,
      list: '2024',
      validFrom: '2024-07-01',
      validTo: '2025-07-01',
      ancestors: [],
      figures: [{ kind: 'households', value: 1234, measuredOn: '2024-07-01', source: 'Niên giám' }],
      tags: [],
      point: null,
      bounds: null,
    }))
    .on(getUnitHistory, () => ({
      items: [
        {
          on: '2024-07-01',
          what: 'quota',
          name: null,
          kind: null,
          parentName: null,
          instrumentNumber: '01/QĐ-UBND',
          instrumentId: null,
          below: null,
        },
      ],
      nextCursor: null,
      total: 1,
    }))
    .on(listTeams, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(getWorklist, () => ({ entries: [] }))
    .on(getPeopleWork, ({ within: asked }) => ({
      entries:
        asked === unit.id
          ? [
              {
                kind: 'leader-vacant',
                count: 2,
                oldest: '2025-05-01',
                closedBy: 'posting.write',
                mine: false,
              },
            ]
          : [],
    }));
  const { search } = await opened('/map?on=2025-06-30');
  await user.click(screen.getByText('Xã Biên Sơn'));
  const profile = await screen.findByRole('complementary', { name: 'Hồ sơ Xã Biên Sơn' });
  await within(profile).findByText('1.234');
  expect(profile.textContent).toContain('5 đang có, 8 được giao (thiếu 3)');
  expect(profile.textContent).toContain('Theo 01/QĐ-UBND, từ ngày 01/07/2024');
  const work = await within(profile).findByRole('link', { name: /Tổ khuyết Tổ trưởng/ });
  expect(work.textContent).toContain('2');
  expect(work.getAttribute('href')).toContain(`/worklist/leader-vacant?`);
  expect(work.getAttribute('href')).toContain(`within=${unit.id}`);
  expect(search().get('unit')).toBe(unit.id);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
});

test('a country of which only communes have outlines opens on its communes', async () => {
  api
    .on(listUnits, () => ({ items: [], nextCursor: null, total: 34 }))
    .on(getExtent, () => ({ bounds: [102, 8, 109, 23], sources: [], levels: ['commune'] }));
  draw(routes, { me: meAs('auditor'), at: '/map' });
  await screen.findAllByText('Xã Biên Sơn');
  expect(api.lastOf(getCoverage)).toMatchObject({ level: 'commune' });
});

test('a level without outlines says so, leads to another level and to the import of outlines', async () => {
  api.on(getExtent, () => ({ bounds: [102, 8, 109, 23], sources: [], levels: ['commune'] }));
  const { search } = draw(routes, {
    me: meAs('provincial-administrator'),
    at: '/map?level=province&on=2025-07-01',
  });
  await screen.findByText(/Chưa có ranh giới cấp tỉnh vào ngày 01\/07\/2025/);
  const load = screen.getByRole('link', { name: 'Nhập tệp ranh giới' });
  expect(load.getAttribute('href')).toContain('kind=boundaries&level=province');
  await user.click(screen.getByRole('button', { name: 'Xem cấp xã' }));
  await waitFor(() => expect(search().get('level')).toBe('commune'));
  expect(screen.queryByText(/Chưa có ranh giới/)).toBeNull();
});

test('on a phone the gap button stays in sight and a filter that is set says so', async () => {
  const wide = window.matchMedia;
  window.matchMedia = ((query: string) => ({
    ...wide(query),
    matches: query.includes('max-width: 767px'),
  })) as typeof wide;
  try {
    const { search } = await opened();
    await user.click(screen.getByRole('button', { name: 'Xã thiếu Tổ, thiếu nơi làm việc' }));
    const line = await screen.findByText(/còn 3 \/ 4 đơn vị/);
    expect(line.textContent).toContain('thiếu Tổ; có Tổ chưa có nơi làm việc');
    expect(screen.getByRole('button', { name: 'Bộ lọc (2)' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
    await waitFor(() => expect(search().get('gap')).toBeNull());
    expect(screen.queryByText(/Đang lọc/)).toBeNull();
  } finally {
    window.matchMedia = wide;
  }
});

test('where the map cannot be drawn, the table goes on working', async () => {
  await opened();
  await screen.findByText(/Không vẽ được bản đồ/);
  expect(names()).toHaveLength(5);
});

test('a view is kept with its filters, without the unit that happens to be open', async () => {
  api.on(keepView, ({ id, page, name, search }) => ({ id, page, name, search }) as never);
  await opened('/map?gap=teams-short');
  await user.click(screen.getByRole('button', { name: /Chế độ xem/ }));
  await user.type(await screen.findByLabelText(/Lưu trang đang xem/), 'Xã còn thiếu Tổ{Enter}');
  await waitFor(() =>
    expect(api.lastOf(keepView)).toMatchObject({
      page: 'map',
      name: 'Xã còn thiếu Tổ',
      search: 'gap=teams-short',
    }),
  );
});

test('figures of a day are read in the units of another, and those shared out are marked', async () => {
  api.on(getCoverage, ({ restate }) =>
    coverageOf(restate ? [{ ...rows[1]!, apportioned: ['teams.decided'] }] : rows),
  );
  await opened('/map?on=2025-06-30&restate=2026-01-01');
  expect(api.lastOf(getCoverage)).toMatchObject({ on: '2025-06-30', restate: '2026-01-01' });
  expect(api.lastOf(getExtent)).toMatchObject({ on: '2026-01-01' });
  expect(screen.getAllByTitle(/^Phân bổ/)[0]?.textContent).toMatch(/^≈/);
});

test('the profile of a unit says of which day its figures are, and in the units of which', async () => {
  await opened(`/map?on=2025-06-30&restate=2026-01-01&unit=${rows[1]!.unit.id}`);
  expect(
    await screen.findByText('Số liệu tính đến ngày 30/06/2025, theo đơn vị ngày 01/01/2026'),
  ).toBeTruthy();
});

/** Work of units and of people: seven and two things in two communes, one in none of them. */
function withWork() {
  const [first, second] = rows.map(({ unit }) => unit.id) as [string, string];
  return api
    .on(countWorkByUnit, ({ kind }) =>
      kind
        ? { items: [{ unitId: first, count: 1 }], total: 1 }
        : { items: [{ unitId: first, count: 4 }], total: 5 },
    )
    .on(countPeopleWorkByUnit, ({ kind }) =>
      kind
        ? { items: [{ unitId: second, count: 2 }], total: 2 }
        : {
            items: [
              { unitId: first, count: 3 },
              { unitId: second, count: 2 },
            ],
            total: 5,
          },
    )
    .on(getWorklist, () => ({ entries: [] }))
    .on(getPeopleWork, () => ({
      entries: [
        { kind: 'leader-vacant', count: 2, oldest: null, closedBy: 'posting.write', mine: false },
      ],
    }));
}

/** Names of the rows in sight with what stands under a heading. */
function under(heading: string) {
  const headings = [...document.querySelectorAll('.sheet thead th')];
  const at = headings.findIndex(({ textContent }) => textContent?.startsWith(heading));
  return Object.fromEntries(
    [...document.querySelectorAll('.sheet tbody tr[data-id], .sheet tfoot tr')].map((row) => {
      const cells = row.querySelectorAll('td');
      return [cells[1]?.textContent, cells[at]?.textContent];
    }),
  );
}

test('work of units and of people is counted together in the legend and in the table', async () => {
  withWork();
  await opened('/map?metric=work');
  await waitFor(() =>
    expect(under('Việc cần làm')).toEqual({
      'Xã Biên Sơn': '2',
      'Xã Dương Hưu': '0',
      'Xã Đồng Cốc': '7',
      'Xã Sa Lý': '0',
      'Tổng cộng': '9',
    }),
  );
  expect(api.lastOf(countPeopleWorkByUnit)).toMatchObject({ level: 'commune' });
  const legend = screen.getByRole('region', { name: 'Việc cần làm' });
  expect(legend.textContent).toContain('02');
  expect(legend.textContent).toContain('Chưa có số liệu0');
  expect(legend.textContent).toContain('Ngoài ra có 1 việc không thuộc riêng đơn vị nào');
  expect(legend.textContent).not.toContain('Không phải hôm nay');
  const link = screen.getByRole('link', { name: '7' });
  expect(link.getAttribute('href')).toBe(`/?within=${rows[0]!.unit.id}`);
});

test('a kind of work is chosen among those that wait, asked of its own service, and leads to its list', async () => {
  withWork();
  const { search } = await opened('/map?metric=work&on=2025-07-02');
  await user.click(await screen.findByRole('combobox', { name: 'Loại việc cần làm trên bản đồ' }));
  await user.click(await screen.findByText('Tổ khuyết Tổ trưởng (2)'));
  await waitFor(() => expect(search().get('work')).toBe('leader-vacant'));
  await waitFor(() => expect(under('Việc cần làm')['Tổng cộng']).toBe('2'));
  expect(api.lastOf(countPeopleWorkByUnit)).toMatchObject({ kind: 'leader-vacant' });
  expect(api.lastOf(countWorkByUnit)).not.toHaveProperty('kind');
  const legend = screen.getByRole('region', { name: 'Việc cần làm: Tổ khuyết Tổ trưởng' });
  expect(legend.textContent).toContain('Không phải hôm nay');
  const link = screen.getByRole('link', { name: '2' });
  expect(link.getAttribute('href')).toContain('/worklist/leader-vacant?on=2025-07-02&within=');
});

test('work that one service cannot tell is not shown as none', async () => {
  withWork().on(countPeopleWorkByUnit, () => refuse('unavailable', 503));
  await opened('/map?metric=work');
  await screen.findByRole('alert');
  expect(under('Việc cần làm')['Xã Sa Lý']).toBe('–');
  const legend = screen.getByRole('region', { name: 'Việc cần làm' });
  expect(legend.textContent).toContain('Chưa có số liệu4');
});

test('work is asked for only while the map shows it, and never in the units of another day', async () => {
  withWork();
  await opened('/map?metric=teams');
  expect(under('Việc cần làm')['Xã Sa Lý']).toBeUndefined();
  draw(routes, { at: '/map?metric=work&on=2025-06-30&restate=2026-01-01', me: officer });
  await screen.findByText(/Việc cần làm không quy đổi/);
  expect(api.lastOf(countWorkByUnit)).toBeUndefined();
});

test('who sees no kind of work is offered no map of it', async () => {
  withWork();
  draw(routes, { at: '/map?metric=work', me: { ...officer, permissions: ['unit.read'] } });
  await screen.findAllByText('Xã Biên Sơn');
  expect(screen.getByRole('region', { name: 'Thôn, tổ dân phố đã có Tổ' })).toBeTruthy();
  expect(api.lastOf(countWorkByUnit)).toBeUndefined();
});
