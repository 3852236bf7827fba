import {
  getCoverage,
  getDigest,
  getInstallation,
  getPeopleWork,
  getReportWork,
  getWorklist,
  listAreaParts,
  type WorkEntry,
} from '@antt/contracts';
import { today } from '@antt/kernel';
import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { communeRow, coverageOf } from '../map/test-coverage.ts';
import { dayTitle, isTerm } from '../worklist/work-day.rules.ts';
import { Component as HomePage } from './home-page.tsx';

const holds = { units: 9, boundaries: 9, instruments: 1, quotas: 1, teams: 1, workplaces: 1 };
const installed = { kind: 'real' as const, empty: false, holds };
const routes = [{ path: '/', element: <HomePage /> }];
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(getInstallation, () => installed)
    .on(getWorklist, () => ({ entries: [] }))
    .on(getPeopleWork, () => ({ entries: [] }))
    .on(getReportWork, () => ({ entries: [] }));
});

const entry = (kind: WorkEntry['kind'], count: number, mine: boolean): WorkEntry => ({
  kind,
  count,
  oldest: '2024-08-01',
  closedBy: 'team.write',
  mine,
});

test('my own work comes first, each count leads to its list on the same day', async () => {
  api
    .on(getCoverage, () => coverageOf([communeRow(3, 'Sa Lý')]))
    .on(getWorklist, () => ({
      entries: [entry('quota-missing', 4, false), entry('villages-uncovered', 2, true)],
    }));
  draw(routes, { at: '/?on=2025-06-30', me: meAs('commune-officer', 'Xã Tân Sơn') });
  const uncovered = await screen.findByRole('link', { name: /2.*chưa có Tổ.*01\/08\/2024/ });
  expect(uncovered.getAttribute('href')).toBe('/worklist/villages-uncovered?on=2025-06-30');
  const others = screen.getByRole('link', { name: /4.*chưa được giao chỉ tiêu/ });
  expect(uncovered.compareDocumentPosition(others)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(screen.getByText('Cần biết trong địa bàn')).toBeTruthy();
  expect(api.lastOf(getWorklist)).toMatchObject({ on: '2025-06-30' });
});

test('who has no work of their own reads that of the area under one heading', async () => {
  api
    .on(getCoverage, () => coverageOf([communeRow(3, 'Sa Lý')]))
    .on(getWorklist, () => ({ entries: [entry('quota-missing', 4, false)] }));
  draw(routes, { me: meAs('auditor', 'Xã Tân Sơn') });
  await screen.findByRole('link', { name: /4.*chưa được giao chỉ tiêu/ });
  expect(screen.getAllByRole('heading', { name: /^Cần/ })).toHaveLength(1);
});

test('work about people stands beside that of units, and is there when the other list cannot be had', async () => {
  api
    .on(getCoverage, () => coverageOf([communeRow(3, 'Sa Lý')]))
    .on(getWorklist, () => refuse('internal', 500))
    .on(getPeopleWork, () => ({
      entries: [{ ...entry('teams-over', 3, true), kind: 'leader-vacant' as const }],
    }));
  draw(routes, { at: '/?on=2026-08-01', me: meAs('commune-officer', 'Xã Tân Sơn') });
  const vacant = await screen.findByRole(
    'link',
    { name: /3.*khuyết Tổ trưởng/ },
    { timeout: 5000 },
  );
  expect(vacant.getAttribute('href')).toBe('/worklist/leader-vacant?on=2026-08-01');
  expect(screen.getByRole('button', { name: 'Thử lại' })).toBeTruthy();
});

test('who may change areas finds what acts made only partly of them, with the way there', async () => {
  const id = '0199e000-0000-7000-8000-000000000001';
  const part = { id, area: { id, name: 'Địa bàn' }, unit: { id, name: 'Chung', kind: 'xã' } };
  api
    .on(getCoverage, () => coverageOf([communeRow(1, 'Tân Sơn')]))
    .on(listAreaParts, () => ({ items: [{ ...part, on: '2025-07-01', reorganisationId: id }] }));
  draw(routes, { me: meAs('provincial-administrator') });
  const link = await screen.findByRole('link', { name: /1.*một phần thuộc khu vực/ });
  expect(link.getAttribute('href')).toBe('/accounts?tab=areas');
});

test('the communes that are short of most teams come first, each a link to its profile', async () => {
  api.on(getCoverage, () =>
    coverageOf([
      communeRow(1, 'Tân Sơn', { active: 6 }),
      communeRow(2, 'Biên Sơn', { active: 5 }),
      communeRow(3, 'Sa Lý'),
    ]),
  );
  draw(routes, { at: '/', me: meAs('area-officer', 'Khu vực Lục Ngạn') });
  await screen.findByText('Thiếu nhiều Tổ nhất');
  const links = [...document.querySelectorAll('.most a')];
  expect(links.map((link) => link.textContent)).toEqual([
    'Xã Biên Sơn Huyện Lục Ngạn5 / 8 Tổ-3',
    'Xã Tân Sơn Huyện Lục Ngạn6 / 8 Tổ-2',
  ]);
  expect(links[0]!.getAttribute('href')).toContain('unit=');
});

test('numbers whose service does not exist yet say so instead of zero', async () => {
  api.on(getCoverage, () => coverageOf([communeRow(1, 'Tân Sơn')]));
  draw(routes, { me: meAs('area-officer', 'Khu vực') });
  await screen.findByText('Định mức');
  expect(screen.getAllByText('chưa có')).toHaveLength(3);
  expect(screen.getByText(/Không có việc nào tồn đọng/)).toBeTruthy();
});

test('an empty installation tells the administrator what to load first', async () => {
  api.on(getInstallation, () => ({ ...installed, empty: true }));
  api.on(getCoverage, () => coverageOf([]));
  draw(routes, { me: meAs('provincial-administrator') });
  const first = await screen.findByRole('link', { name: 'Đơn vị và số liệu' });
  expect(first.getAttribute('href')).toBe('/imports?kind=units');
  const order = screen.getAllByRole('listitem').map((item) => item.querySelector('a'));
  const [decision, annex] = order.slice(2);
  expect(decision?.textContent).toBe('Quyết định giao chỉ tiêu');
  expect(decision?.getAttribute('href')).toBe('/quotas');
  expect(annex?.getAttribute('href')).toBe('/imports?kind=quotas');
});

test('a service that is away is said in words, with a way to try again', async () => {
  api.on(getWorklist, () => refuse('service-unavailable', 503));
  api.on(getCoverage, () => coverageOf([communeRow(1, 'Tân Sơn', { active: 6 })]));
  draw(routes, { me: meAs('auditor') });
  await screen.findByText(/Dịch vụ tạm thời không trả lời/);
  api.on(getWorklist, () => ({ entries: [entry('teams-short', 1, false)] }));
  screen.getByRole('button', { name: 'Thử lại' }).click();
  await screen.findByRole('link', { name: /thiếu Tổ/ });
});

test("this morning's digest tells what has become more since the one before, and what is done", async () => {
  api.on(getDigest, () => ({
    digest: {
      madeOn: today(),
      entries: [{ kind: 'teams-short' as const, count: 5, oldest: '2026-11-03' }],
      away: ['personnel'],
      former: {
        madeOn: '2026-11-01',
        entries: [
          { kind: 'teams-short' as const, count: 2, oldest: '2026-11-03' },
          { kind: 'leader-vacant' as const, count: 1, oldest: null },
        ],
      },
    },
  }));
  draw(routes, { at: '/?on=2026-08-01', me: meAs('team-leader') });
  expect(await screen.findByText(/5 việc của tôi \(\+2 so với 01\/11\/2026\)/)).toBeTruthy();
  expect(screen.getByText(/số việc có thể chưa đủ/)).toBeTruthy();
  const line = (name: RegExp) => screen.getByRole('link', { name, hidden: true }).closest('li')!;
  expect(line(/Xã thiếu Tổ/).textContent).toContain('5 (+3)');
  expect(line(/chưa có Tổ trưởng|Tổ trưởng/).textContent).toContain('0 (-1)');
});

test('work is due on a term and on a day that is to come, and waits since any other', () => {
  expect(isTerm('claim-due', '2026-08-01', '2026-08-03')).toBe(true);
  expect(isTerm('age-review-due', '2026-08-20', '2026-08-03')).toBe(true);
  expect(isTerm('cessation-due', '2026-08-20', '2026-08-03')).toBe(true);
  expect(isTerm('cessation-due', '2026-08-01', '2026-08-03')).toBe(false);
  expect(isTerm('leader-vacant', '2026-06-01', '2026-08-03')).toBe(false);
  expect(dayTitle('cessation-due')).toBe('work.since-or-term');
});
