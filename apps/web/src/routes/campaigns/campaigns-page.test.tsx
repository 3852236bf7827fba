import {
  getCampaign,
  getScore,
  listScores,
  ratifyRound,
  type Score,
  type ScoredItem,
  scoreSelf,
  verifyScore,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as BoardPage } from './board-page.tsx';
import { Component as ScorePage } from './score-page.tsx';

const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [campaignId, roundId, communeId] = [id(1), id(2), id(3)];
const grade = (code: string, name: string, least: number) => ({
  ...{ code, name, nameEn: '', least, floorPercent: 0 },
});
const round = {
  ...{ id: roundId, number: 2, name: 'Đợt cao điểm 2', theme: '', from: '2025-02-04' },
  ...{ to: '2025-05-19', days: 105, state: 'open' as const, revision: 0, ratifiedAt: null },
  openedAt: '2025-02-04T02:00:00.000Z',
};
const campaign = {
  ...{ id: campaignId, unitId: null, name: 'Đợt thi đua đặc biệt', from: '2024-08-19' },
  ...{ to: '2025-08-19', plannedOn: '2024-08-19', citation: 'KH 399', certainty: null },
  ...{ combination: 'by-days' as const, launchBefore: null, launchInclusive: false },
  ...{ rounds: [round], warnings: [], groups: [] },
};
const templateItem = {
  ...{ code: 'C1.1', name: 'Tin của Nhân dân', nameEn: '', kind: 'ratio-target', max: null },
  ...{ indicator: 'ND1.01', target: { comparison: 'at-least', value: '80' }, perCase: null },
  ...{ noCase: 'full', latePercent: 0, mustMax: false, gate: false },
};
const template = {
  ...{ id: id(4), campaignId, subject: 'commune', version: 1, certainty: 'D', citation: 'x' },
  document: {
    ...{ baseMax: 12, bonusMax: null, bonusInside: false, penaltyMax: null, floorAtZero: true },
    ...{ reportKinds: [], leastDays: 15, cap: null, tieBreaks: [] },
    contents: [
      {
        ...{ code: 'C1', name: 'Nắm tình hình', nameEn: '', column: 'base', max: 12 },
        ...{ scoring: 'mean', items: [templateItem] },
      },
    ],
    grades: [grade('first', 'Xuất sắc', 10), grade('second', 'Khá', 5)],
  },
};
const score: Score = {
  ...{ subjectId: communeId, name: 'Xã Tân Sơn', unitId: communeId, unitName: 'Xã Tân Sơn' },
  ...{ group: 'Cụm 1', contents: [{ code: 'C1', points: 9.5, max: 12 }], base: 9.5, bonus: 0 },
  ...{ penalty: 0, total: 9.5, grade: 'second', lowered: false, rank: 1, rankOverall: 4 },
  ...{ breaches: 0, missing: 1, disqualified: [], verified: false },
};
const item: ScoredItem = {
  ...{ content: 'C1', code: 'C1.1', name: 'Tin của Nhân dân', nameEn: '', kind: 'ratio-target' },
  ...{ column: 'base', max: 6, indicator: 'ND1.01', source: 'reports', numerator: 19 },
  ...{ denominator: 24, noCase: false, reports: 3, target: '80', comparison: 'at-least' },
  ...{ reckoned: 5.94, self: 6, verified: null, ratified: null, points: 5.94, breach: false },
  isMissing: false,
};
const unknown: ScoredItem = {
  ...{ ...item, code: 'C1.2', name: 'Có mặt kịp thời', source: null, numerator: null },
  ...{ denominator: null, reports: 0, reckoned: null, self: null, points: 0, isMissing: true },
};
const explained = { ...score, subject: 'commune', explanation: [item, unknown], marks: [] };
const routes = [
  { path: '/campaigns/:campaignId', element: <BoardPage /> },
  { path: '/campaigns/:campaignId/rounds/:roundId/:subjectId', element: <ScorePage /> },
];
const board = `/campaigns/${campaignId}`;
const page = `${board}/rounds/${roundId}/${communeId}`;
const press = (element: HTMLElement) => fireEvent.click(element);
const type = (label: string, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};
const button = (name: string) => screen.findByRole('button', { name });
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(getCampaign, () => ({ ...campaign, templates: [template] }))
    .on(listScores, () => ({
      ...{ items: [score], nextCursor: null, total: 1, ratified: false, revision: 0 },
      ...{ groups: ['Cụm 1'], capAllows: 0, revokedAwards: [] },
      grades: [
        { code: 'first', count: 1 },
        { code: 'second', count: 1 },
      ],
    }))
    .on(getScore, () => explained);
});

test('the board ranks who is scored, with points by content, grade and what is missing', async () => {
  draw(routes, { at: board, me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Xã Tân Sơn/ });
  const cells = within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
  expect(cells.slice(0, 9)).toEqual([
    ...['1', 'Xã Tân Sơn', 'Xã Tân Sơn', '9,5', '9,5', '0', '0', '9,5', 'Khá'],
  ]);
  expect(cells[9]).toBe('1 mục thiếu số liệuChưa thẩm định');
  expect(screen.getByText(/vượt tỷ lệ, nhiều nhất 0/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Phê duyệt kết quả' })).toBeNull();
  expect(api.lastOf(listScores)).toMatchObject({ roundId, subject: 'commune', sort: 'rank' });
});

test('reporting BR-75: the board of a ratified round names awards that were revoked since', async () => {
  const revoked = { awardId: id(8), subjectId: communeId, name: 'Xã Tân Sơn' };
  api.on(listScores, () => ({
    ...{ items: [score], nextCursor: null, total: 1, ratified: true, revision: 1 },
    ...{ groups: [], grades: [], capAllows: null },
    revokedAwards: [{ ...revoked, revokedOn: '2025-06-10' }],
  }));
  draw(routes, { at: board, me: meAs('auditor') });
  const told = await screen.findByText(/nay đã hủy, cần điều chỉnh kết quả/);
  const link = within(told).getByRole('link', { name: 'Xã Tân Sơn' });
  expect(link.getAttribute('href')).toBe(`/awards/${id(8)}`);
});

test('who is not verified and who is over the cap is asked about before results stand', async () => {
  api.on(ratifyRound, ({ withoutVerification, lowerOverCap }) => {
    if (!withoutVerification)
      return refuse('scores-not-verified', 409, { subject: 'commune', waiting: 1, of: 1 });
    if (!lowerOverCap)
      return refuse('grade-cap-exceeded', 409, { subject: 'commune', has: 1, most: 0 });
    return { id: roundId, revision: 1, subjects: 1, lowered: 1 };
  });
  draw(routes, { at: board, me: meAs('provincial-administrator') });
  press(await button('Phê duyệt kết quả'));
  fireEvent.change(await screen.findByRole('textbox', { name: /Gõ lại “Đợt 2”/ }), {
    target: { value: 'Đợt 2' },
  });
  const send = screen.getAllByRole('button', { name: 'Phê duyệt kết quả' }).at(-1)!;
  press(send);
  press(await screen.findByLabelText('Phê duyệt cả kết quả chưa thẩm định'));
  press(send);
  press(await screen.findByLabelText(/Hạ một mức những nơi thấp điểm nhất/));
  press(send);
  expect(await screen.findByText('Đã phê duyệt 1 kết quả, hạ mức 1.')).toBeTruthy();
  expect(api.lastOf(ratifyRound)).toEqual({
    ...{ id: roundId, lowerOverCap: true, withoutVerification: true },
  });
}, 60_000);

test('an explanation tells the figure of each item, where it comes from, and who said what', async () => {
  draw(routes, { at: page, me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Tin của Nhân dân/ });
  expect(within(row).getByText('19/24 = 79,2% (cộng từ 3 báo cáo)')).toBeTruthy();
  expect(within(row).getByText('≥ 80%')).toBeTruthy();
  expect(within(row).getAllByText('5,94')).toHaveLength(2);
  expect(screen.getByText('Chưa có số liệu')).toBeTruthy();
  expect(screen.getByText('Chưa ai chấm hoặc sửa điểm.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Thẩm định' })).toBeNull();
});

test('who verifies types the figure that no report gives, and a reason where points change', async () => {
  api.on(verifyScore, ({ marks }) => ({ marks: (marks as unknown[]).length }));
  draw(routes, { at: page, me: meAs('commune-officer') });
  press(await button('Thẩm định'));
  await button('Xác nhận thẩm định');
  // what reports say is not typed over, and points wait for a figure
  expect(screen.queryByLabelText('C1.1: Số đạt được')).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>('C1.2: Điểm').disabled).toBe(true);
  type('C1.2: Số đạt được', '4');
  type('C1.2: Trên tổng số', '5');
  type('C1.1: Điểm', '5');
  await screen.findByLabelText('C1.1: Lý do thay đổi điểm');
  press(screen.getByRole('button', { name: 'Xác nhận thẩm định' }));
  expect(await screen.findByText('Ghi lý do, ít nhất vài từ.')).toBeTruthy();
  expect(api.lastOf(verifyScore)).toBeUndefined();
  type('C1.1: Lý do thay đổi điểm', 'Trùng 2 tin');
  press(screen.getByRole('button', { name: 'Xác nhận thẩm định' }));
  expect(await screen.findByText('Đã thẩm định, 2 mục nhập hoặc sửa.')).toBeTruthy();
  expect(api.lastOf(verifyScore)).toMatchObject({
    ...{ roundId, subjectId: communeId },
    marks: [
      { item: 'C1.1', points: 5, figure: null, reason: 'Trùng 2 tin' },
      { item: 'C1.2', points: null, figure: { numerator: 4, denominator: 5, noCase: false } },
    ],
  });
}, 60_000);

test('figure and points of an item are given at once, with a decimal comma and the reason', async () => {
  api.on(verifyScore, ({ marks }) => ({ marks: (marks as unknown[]).length }));
  draw(routes, { at: page, me: meAs('commune-officer') });
  press(await button('Thẩm định'));
  await button('Xác nhận thẩm định');
  type('C1.2: Số đạt được', '92,456');
  type('C1.2: Trên tổng số', '100');
  const given = screen.getByLabelText<HTMLInputElement>('C1.2: Điểm');
  await waitFor(() => expect(given.disabled).toBe(false));
  type('C1.2: Điểm', '5,5');
  await screen.findByLabelText('C1.2: Lý do thay đổi điểm');
  type('C1.2: Lý do thay đổi điểm', 'Đã đối chiếu sổ trực');
  press(screen.getByRole('button', { name: 'Xác nhận thẩm định' }));
  expect(await screen.findByText('Đã thẩm định, 1 mục nhập hoặc sửa.')).toBeTruthy();
  const figure = { numerator: 92.46, denominator: 100, noCase: false };
  expect(api.lastOf(verifyScore)).toMatchObject({
    marks: [{ item: 'C1.2', points: 5.5, figure, reason: 'Đã đối chiếu sổ trực' }],
  });
}, 60_000);

test('one says how many points one gives oneself, without a reason', async () => {
  api.on(scoreSelf, ({ marks }) => ({ marks: (marks as unknown[]).length }));
  draw(routes, { at: page, me: meAs('team-leader') });
  press(await button('Tự chấm điểm'));
  await button('Gửi điểm tự chấm');
  type('C1.2: Điểm', '3,5');
  press(screen.getByRole('button', { name: 'Gửi điểm tự chấm' }));
  expect(await screen.findByText('Đã gửi điểm tự chấm 1 mục.')).toBeTruthy();
  expect(api.lastOf(scoreSelf)).toMatchObject({ marks: [{ item: 'C1.2', points: 3.5 }] });
}, 60_000);
