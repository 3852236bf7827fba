import {
  type CompiledReport,
  getCompiledReport,
  listCampaigns,
  listCompiledParts,
  listReportingPeriods,
  listUnits,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as CompiledPage } from './compiled-page.tsx';
import { Component as PartsPage } from './parts-page.tsx';

const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [province, periodId] = [id(1), id(2)];
const period = {
  ...{ id: periodId, provinceId: province, kindCode: 'LL-01', kindId: id(4), name: '2026-06' },
  ...{ from: '2026-05-15', to: '2026-06-14', cutOffOn: '2026-06-14', dueOn: '2026-06-17' },
  ...{ lateFrom: '2026-06-17T17:00:00.000Z', closesFrom: '2026-07-07T17:00:00.000Z' },
  ...{ workingDays: 3, resubmissionDays: 2, inUse: true, kindName: 'Biểu tháng của Tổ' },
  ...{ senders: ['team'], formSenders: ['team'] },
};
const unwritten = {
  ...{ ...period, id: id(30), kindCode: 'BC-02', kindName: 'Báo cáo của sở, ngành' },
  ...{ senders: ['agency'], formSenders: [] },
};
const indicator = {
  ...{ id: id(9), unitId: null, inUse: true, validFrom: '2024-01-01', validTo: null },
  ...{ code: 'ND1.03', name: 'Số nguồn tin', nameEn: '', measure: 'tin', shape: 'count' as const },
  ...{ numerator: 'Số nguồn tin', denominator: null, aggregation: 'sum' as const },
  ...{ cycles: ['month'], levels: ['team'], target: null, direction: 'up', zeroTolerance: false },
  ...{ source: 'team', certainty: 'C', citation: 'Số liệu đã công bố' },
};
const count = (numerator: number) => ({ numerator, denominator: null, noCase: false });
const windowOf = (name: string, of = periodId) => ({
  ...{ name, from: '2026-05-15', to: '2026-06-14' },
  periods: [{ id: of, name, from: '2026-05-15', to: '2026-06-14' }],
});
const counts = {
  ...{ owed: 4, missing: 1, submitted: 1, returned: 0, verified: 0, accepted: 2 },
  ...{ inTime: 2, late: 1, changedSinceAcceptance: 0 },
};
const figure = {
  ...{ code: 'ND1.03', value: count(15), reported: 2, former: count(12), formerReported: 3 },
};
const silent = {
  ...{ code: 'ND4.05', value: null, reported: 0, former: count(3), formerReported: 1 },
};
const report = (changes: object = {}): CompiledReport =>
  getCompiledReport.output.parse({
    units: [{ id: province, kind: 'tỉnh', name: 'Bắc Ninh', level: 'province' }],
    ...{ above: null, kindCode: 'LL-01', kindName: 'Biểu tháng của Tổ', sender: 'team' },
    ...{ span: 'period', window: windowOf('2026-06'), former: windowOf('2026-05', id(3)) },
    ...{ counts, counting: 2, corrected: 0, formerCounts: counts },
    groups: [{ name: 'Nắm tình hình', nameEn: '', codes: ['ND1.03', 'ND4.05'] }],
    indicators: [indicator, { ...indicator, code: 'ND4.05', name: 'Số tin về cơ sở' }],
    figures: [figure, silent],
    missing: {
      total: 1,
      items: [
        {
          ...{ periodId, periodName: '2026-06', senderId: id(8) },
          ...{ name: 'Tổ thôn Bầu', unitName: 'xã Lục Ngạn' },
        },
      ],
    },
    obstacles: {
      total: 1,
      items: [
        {
          ...{ id: id(20), periodId: id(3), periodName: '2026-05', sender: 'team' },
          ...{ senderId: id(7), name: 'Tổ thôn Chằm', unitId: id(6), unitName: 'xã Lục Ngạn' },
          ...{ state: 'open', text: 'Chưa có nơi làm việc', raisedAt: '2026-05-20T02:00:00.000Z' },
          ...{ raisedBy: 'to', answer: null, solvedAt: null, solvedBy: null },
        },
      ],
    },
    ...changes,
  });

const routes = [
  { path: '/compiled-report', element: <CompiledPage /> },
  { path: '/compiled-report/parts', element: <PartsPage /> },
];
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
const at = `/compiled-report?within=${province}`;
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(listUnits, () => ({
      items: [{ id: province, level: 'province' } as never],
      ...{ nextCursor: null, total: 0 },
    }))
    .on(listReportingPeriods, () => ({
      ...{ items: [unwritten, period], nextCursor: null, total: 2 },
    }))
    .on(listCampaigns, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(getCompiledReport, () => report())
    .on(listCompiledParts, () => ({
      items: [
        {
          ...{ id: id(6), kind: 'xã', name: 'Lục Ngạn', isSender: false, owed: 4, missing: 1 },
          ...{ counting: 2, value: count(15), reported: 2, former: count(12), formerReported: 3 },
        },
        {
          ...{ id: id(16), kind: 'xã', name: 'Tân Yên', isSender: false, owed: 2, missing: 2 },
          ...{ counting: 0, value: null, reported: 0, former: null, formerReported: 0 },
        },
      ],
      ...{ nextCursor: null, total: 2, units: report().units, above: null },
      ...{ window: windowOf('2026-06'), former: windowOf('2026-05', id(3)), indicator },
      ...{ whole: figure, counts, counting: 2, corrected: 0 },
    }));
});

const rowOf = (name: RegExp) => screen.getByRole('row', { name });

test('figures stand beside those before, each leading to what makes it up', async () => {
  draw(routes, { at, me: meAs('provincial-administrator') });
  expect(await screen.findByText(/Tỉnh Bắc Ninh, kỳ 2026-06/)).toBeTruthy();
  const tips = rowOf(/Số nguồn tin/);
  expect(tips.textContent).toContain('2/2');
  expect(tips.textContent).toContain('12+3+25 %');
  const link = within(tips).getByRole('link', { name: '15' });
  expect(link.getAttribute('href')).toContain('/compiled-report/parts?');
  expect(link.getAttribute('href')).toContain('code=ND1.03');
  expect(api.lastOf(getCompiledReport)).toEqual({
    ...{ kindCode: 'LL-01', sender: 'team', within: province, periodId },
  });
});

test('BR-25: what nobody has reported is told as such and is no zero', async () => {
  draw(routes, { at, me: meAs('auditor') });
  await screen.findByText(/Tỉnh Bắc Ninh/);
  const cells = within(rowOf(/Số tin về cơ sở/)).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    ...['chưa báo cáo', '0/2', '3', '–', '–'],
  ]);
});

test('n of N, who is missing and what is in the way lead to their reports', async () => {
  draw(routes, { at, me: meAs('provincial-administrator') });
  const missing = await screen.findByRole('link', { name: 'Tổ thôn Bầu' });
  expect(missing.getAttribute('href')).toContain(`/reports/${periodId}/${id(8)}`);
  const obstacle = screen.getByRole('link', { name: 'Tổ thôn Chằm' });
  expect(obstacle.getAttribute('href')).toContain(`/reports/${id(3)}/${id(7)}`);
  expect(screen.getByText('Chưa có nơi làm việc')).toBeTruthy();
  const [first] = screen.getAllByRole('link', { name: '1' });
  expect(first!.getAttribute('href')).toContain('state=missing');
});

test('a kind without a form is no choice', async () => {
  draw(routes, { at, me: meAs('provincial-administrator') });
  await screen.findByText(/Tỉnh Bắc Ninh/);
  await user.click(screen.getByRole('combobox', { name: 'Loại báo cáo' }));
  expect(await screen.findAllByText('Biểu tháng của Tổ')).not.toHaveLength(0);
  expect(screen.queryByText('Báo cáo của sở, ngành')).toBeNull();
});

test('a year is asked for as such, and one that has nothing to compile says so', async () => {
  api.on(getCompiledReport, () => refuse('nothing-to-compile', 404, { on: '2026-12-01' }));
  draw(routes, { at: `${at}&span=year`, me: meAs('provincial-administrator') });
  expect(await screen.findByText('Chưa có kỳ nào để tổng hợp')).toBeTruthy();
  expect(api.lastOf(getCompiledReport)).toMatchObject({ year: 2026 });
  expect(api.lastOf(getCompiledReport)).not.toHaveProperty('periodId');
});

test('what makes up a figure is told by unit, and leads further down', async () => {
  const search = `within=${province}&period=${periodId}&code=ND1.03`;
  draw(routes, { at: `/compiled-report/parts?${search}`, me: meAs('auditor') });
  const unit = await screen.findByRole('link', { name: 'Xã Lục Ngạn' });
  expect(unit.getAttribute('href')).toContain(`within=${id(6)}`);
  expect(unit.closest('tr')!.textContent).toContain('152/412+3+25 %');
  expect(screen.getByRole('link', { name: 'Xã Tân Yên' }).closest('tr')!.textContent).toContain(
    'chưa báo cáo0/2',
  );
});
