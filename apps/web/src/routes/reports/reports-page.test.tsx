import {
  acceptReports,
  getForm,
  getReport,
  type Indicator,
  listCompleteness,
  listObstacles,
  listReportingPeriods,
  listReports,
  listUnits,
  type ReportRow,
  returnReport,
  sendReport,
  verifyReports,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { currentOutbox, removeEntry } from '../../outbox/outbox.ts';
import { signIn } from '../../session/session.ts';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as CompletenessPage } from './completeness-page.tsx';
import { Component as ReportPage } from './report-page.tsx';
import { Component as ReportsPage } from './reports-page.tsx';

const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [province, periodId, teamId] = [id(1), id(2), id(3)];
const moment = '2026-06-16T02:00:00.000Z';
const period = {
  ...{ id: periodId, provinceId: province, kindCode: 'LL-01', kindId: id(4), name: '2026-06' },
  ...{ from: '2026-05-15', to: '2026-06-14', cutOffOn: '2026-06-14', dueOn: '2026-06-17' },
  ...{ lateFrom: '2026-06-17T17:00:00.000Z', closesFrom: '2026-07-07T17:00:00.000Z' },
  ...{ workingDays: 3, resubmissionDays: 2, inUse: true, kindName: 'Biểu tháng của Tổ' },
};
const row: ReportRow = {
  ...{ id: id(5), periodId, periodName: '2026-06', sender: 'team', senderId: teamId },
  ...{ name: 'Tổ thôn Chằm', unitId: id(6), unitName: 'xã Lục Ngạn', state: 'submitted' },
  ...{ version: 1, daysLate: 0, inTime: true, firstSentAt: moment, sentAt: moment },
  ...{
    resubmitBy: null,
    returnReason: null,
    returns: 0,
    changedSinceAcceptance: false,
    warnings: 0,
  },
};
const missing: ReportRow = {
  ...{ ...row, id: id(7), senderId: id(8), name: 'Tổ thôn Bầu', state: 'missing', version: 0 },
  ...{ daysLate: null, inTime: null, firstSentAt: null, sentAt: null },
};
const indicator = (code: string, name: string, shape: 'count' | 'ratio'): Indicator => ({
  ...{ id: id(9), unitId: null, inUse: true, validFrom: '2024-01-01', validTo: null, code, name },
  ...{ nameEn: '', measure: shape === 'count' ? 'tin' : '%', shape, numerator: 'Số vụ thành' },
  ...{ denominator: shape === 'ratio' ? 'Số vụ tiếp nhận' : null, aggregation: 'sum' },
  ...{ cycles: ['month'], levels: ['team'], target: null, direction: 'up', zeroTolerance: false },
  ...{ source: 'team', certainty: 'C', citation: 'Số liệu đã công bố' },
});
const item = { mandatory: true, min: null, max: 100, outlierPercent: 200 };
const value = (code: string, numerator: number, denominator: number | null = null) => ({
  ...{ code, numerator, denominator, noCase: false },
});
const version = {
  ...{ id: id(10), number: 1, sentAt: moment, sentBy: 'to', reason: '', late: false },
  ...{ verifiedAt: null, verifiedBy: null, acceptedAt: null, acceptedBy: null },
  ...{ returnedAt: null, returnedBy: null, returnReason: null, warnings: [] },
  values: [value('ND1.03', 12), value('ND5.05', 3, 4)],
};
const opened = (changes: object = {}): Output<typeof getReport> =>
  getReport.output.parse({
    ...row,
    period,
    form: {
      ...{ id: id(11), kindCode: 'LL-01', sender: 'team', unitId: null, certainty: 'D' },
      ...{ citation: 'Mặc định', validFrom: '2024-01-01', validTo: null },
      document: {
        checks: [],
        groups: [
          {
            ...{ name: 'Nắm tình hình', nameEn: 'Knowing the situation' },
            items: [
              { ...item, code: 'ND1.03' },
              { ...item, code: 'ND5.05', outlierPercent: null },
            ],
          },
        ],
      },
    },
    indicators: [
      indicator('ND1.03', 'Số nguồn tin cung cấp', 'count'),
      indicator('ND5.05', 'Vụ hòa giải', 'ratio'),
    ],
    ...{ draft: null, versions: [version], acceptedVersion: null },
    former: { name: '2026-05', values: [value('ND1.03', 10)] },
    ...changes,
  });
const unsent = { ...missing, id: row.id, senderId: teamId, versions: [], former: null };

const routes = [
  { path: '/reports', element: <ReportsPage /> },
  { path: '/reports/:periodId/:senderId', element: <ReportPage /> },
  { path: '/report-completeness', element: <CompletenessPage /> },
];
const at = `/reports/${periodId}/${teamId}`;
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
const standing = { id: row.id, version: 1 };
const sentReport = {
  ...{ ...standing, state: 'submitted', versionId: id(12), sentAt: moment },
  ...{ late: false, warnings: [] },
};
let api: FakeApi;

beforeEach(async () => {
  localStorage.clear();
  for (const entry of currentOutbox()?.entries ?? []) await removeEntry(entry);
  api = new FakeApi()
    .on(listUnits, () => ({
      items: [{ id: province, level: 'province' } as never],
      ...{ nextCursor: null, total: 0 },
    }))
    .on(listReportingPeriods, () => ({
      items: [{ ...period, senders: ['team'], formSenders: ['team'] }],
      ...{ nextCursor: null, total: 1 },
    }))
    .on(listReports, () => ({ items: [row, missing], nextCursor: null, total: 2 }))
    .on(listObstacles, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(verifyReports, () => ({ items: [{ ...standing, state: 'verified' }] }))
    .on(acceptReports, () => ({ items: [{ ...standing, state: 'accepted' }] }))
    .on(returnReport, () => ({ ...standing, state: 'returned', resubmitBy: moment }))
    .on(sendReport, () => sentReport);
  api.on(getForm, () => refuse('form-not-found', 404));
  const { account } = meAs('team-leader');
  api.hand('POST', '/sessions', () => ({ accessToken: 'a', expiresIn: 600, account }));
  await signIn('ai', 'mot cau ngan de nho');
});

const within = `?within=${province}`;

test('who has not reported is told as such, and reports that wait are verified together', async () => {
  draw(routes, { at: `/reports${within}`, me: meAs('commune-officer') });
  await screen.findByText('Tổ thôn Bầu');
  expect(screen.getAllByText('Chưa báo cáo').length).toBeGreaterThan(0);
  expect(api.lastOf(listReports)).toMatchObject({ periodId, sender: 'team', within: province });
  const boxes = screen.getAllByRole('checkbox');
  expect(boxes.map((box) => (box as HTMLInputElement).disabled)).toEqual([false, true]);
  await user.click(boxes[0]!);
  await user.click(screen.getByRole('button', { name: 'Xác minh (1)' }));
  await waitFor(() => expect(api.lastOf(verifyReports)).toEqual({ reports: [standing] }));
});

test('a team leader fills in a report, is told what is missing, and sends it once', async () => {
  api.on(getReport, () => opened(unsent));
  draw(routes, { at, me: meAs('team-leader') });
  await screen.findByLabelText('Số nguồn tin cung cấp');
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  expect(await screen.findAllByText('Chưa nhập')).toHaveLength(2);
  expect(api.lastOf(sendReport)).toBeUndefined();
  await user.type(screen.getByLabelText('Số nguồn tin cung cấp'), '12');
  await user.click(screen.getByRole('checkbox', { name: 'Không phát sinh' }));
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  await waitFor(() =>
    expect(api.lastOf(sendReport)).toMatchObject({
      ...{ periodId, senderId: teamId, follows: 0 },
      values: [
        value('ND1.03', 12),
        { code: 'ND5.05', numerator: null, denominator: null, noCase: true },
      ],
    }),
  );
});

test('what could not be sent waits on the device, and is sent once under the same id when taken back', async () => {
  api.on(getReport, () => opened(unsent)).on(sendReport, () => refuse('service-unavailable', 503));
  const first = draw(routes, { at, me: meAs('team-leader') });
  await user.type(await screen.findByLabelText('Số nguồn tin cung cấp'), '12');
  await user.click(screen.getByRole('checkbox', { name: 'Không phát sinh' }));
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  await screen.findByText(/Chờ gửi từ/);
  const { id: sent } = api.lastOf(sendReport)!;
  first.unmount();
  draw(routes, { at, me: meAs('team-leader') });
  await user.click(await screen.findByRole('button', { name: 'Lấy lại để sửa' }));
  const field: HTMLInputElement = await screen.findByLabelText('Số nguồn tin cung cấp');
  expect(field.value).toBe('12');
  api.on(sendReport, () => sentReport);
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  await waitFor(() => expect(currentOutbox()?.entries).toEqual([]));
  expect(api.lastOf(sendReport)).toMatchObject({ id: sent });
});

test('what was typed is still there after the page was left, and follows a version that came meanwhile', async () => {
  api.on(getReport, () => opened(unsent));
  const first = draw(routes, { at, me: meAs('team-leader') });
  await user.type(await screen.findByLabelText('Số nguồn tin cung cấp'), '37');
  const { id: begun } = currentOutbox()!.entries[0]!.command;
  first.unmount();
  api.on(getReport, () => opened({ state: 'returned', returnReason: 'Thiếu', resubmitBy: moment }));
  draw(routes, { at, me: meAs('team-leader') });
  const field: HTMLInputElement = await screen.findByLabelText('Số nguồn tin cung cấp');
  expect(field.value).toBe('37');
  await screen.findByText(/nơi này đã có bản số 1/);
  await user.click(screen.getByRole('checkbox', { name: 'Không phát sinh' }));
  await user.click(screen.getByRole('checkbox', { name: /số liệu đúng/ }));
  await user.click(screen.getByRole('button', { name: 'Gửi bản mới' }));
  await waitFor(() => expect(api.lastOf(sendReport)).toMatchObject({ follows: 1 }));
  expect(api.lastOf(sendReport)!.id).not.toBe(begun);
});

test('what the form asks no more is left out of what was begun, and named', async () => {
  const draft = [value('ND1.03', 12), value('ND9.99', 3)];
  api.on(getReport, () => opened({ ...unsent, draft }));
  draw(routes, { at, me: meAs('team-leader') });
  await screen.findByText(/không còn hỏi các mục sau.*ND9\.99/);
  await user.click(screen.getByRole('checkbox', { name: 'Không phát sinh' }));
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  await waitFor(() => expect(api.lastOf(sendReport)).toBeDefined());
  const sent = api.lastOf(sendReport) as { values: { code: string }[] };
  expect(sent.values.map(({ code }) => code).sort()).toEqual(['ND1.03', 'ND5.05']);
});

test('what the server refuses stays in the form with the reason', async () => {
  api.on(getReport, () => opened(unsent));
  const refused = { period: '2026-06', on: '2026-06-17' };
  api.on(sendReport, () => refuse('reporting-period-is-closed', 409, refused));
  draw(routes, { at, me: meAs('team-leader') });
  await user.type(await screen.findByLabelText('Số nguồn tin cung cấp'), '12');
  await user.click(screen.getByRole('checkbox', { name: 'Không phát sinh' }));
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  await screen.findByText(/Kỳ 2026-06 đã đóng/);
  expect(currentOutbox()!.entries).toMatchObject([{ state: 'refused' }]);
  expect(screen.getByLabelText<HTMLInputElement>('Số nguồn tin cung cấp').value).toBe('12');
});

test('a number far from the last one is sent only once it was looked at', async () => {
  api.on(getReport, () => opened({ ...unsent, former: opened().former }));
  draw(routes, { at, me: meAs('team-leader') });
  await user.type(await screen.findByLabelText('Số nguồn tin cung cấp'), '99');
  await user.click(screen.getByRole('checkbox', { name: 'Không phát sinh' }));
  expect(screen.getByText('Khác nhiều so với kỳ trước (10)')).toBeTruthy();
  const send: HTMLButtonElement = screen.getByRole('button', { name: 'Gửi báo cáo' });
  expect(send.disabled).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: /số liệu đúng/ }));
  await user.click(send);
  await waitFor(() => expect(api.lastOf(sendReport)).toMatchObject({ confirmed: true }));
});

test('commune police look at a report beside the period before, and return it with the reason', async () => {
  api.on(getReport, () => opened());
  draw(routes, { at, me: meAs('commune-officer') });
  const line = (await screen.findByText(/Số nguồn tin cung cấp/)).closest('tr')!;
  expect(line.textContent).toContain('12');
  expect(line.textContent).toContain('10 +2');
  expect(screen.getByText('3/4 (75 %)')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Trả lại' }));
  await user.type(await screen.findByLabelText('Lý do trả lại'), 'Sai số ca trực');
  const buttons = screen.getAllByRole('button', { name: 'Trả lại' });
  await user.click(buttons.at(-1)!);
  await waitFor(() =>
    expect(api.lastOf(returnReport)).toEqual({ ...standing, reason: 'Sai số ca trực' }),
  );
});

test('a leader reads why a report came back, and what changes an accepted one needs a reason', async () => {
  const returned = { state: 'returned', returnReason: 'Thiếu ca trực', resubmitBy: moment };
  api.on(getReport, () => opened(returned));
  const first = draw(routes, { at, me: meAs('team-leader') });
  await screen.findByText('Thiếu ca trực');
  first.unmount();
  api.on(getReport, () => opened({ state: 'accepted', acceptedVersion: 1 }));
  draw(routes, { at, me: meAs('team-leader') });
  await user.click(await screen.findByRole('button', { name: 'Sửa, gửi bản khác' }));
  await user.click(await screen.findByRole('button', { name: 'Gửi bản mới' }));
  expect(await screen.findByText('Ghi rõ lý do, từ 5 đến 1.000 ký tự')).toBeTruthy();
  await user.type(screen.getByLabelText('Lý do đính chính'), 'Ghi nhầm số tin');
  await user.click(screen.getByRole('button', { name: 'Gửi bản mới' }));
  await waitFor(() =>
    expect(api.lastOf(sendReport)).toMatchObject({ follows: 1, reason: 'Ghi nhầm số tin' }),
  );
});

test('completeness is told by unit, and each number leads to its reports', async () => {
  const counts = {
    ...{ owed: 4, missing: 1, submitted: 1, returned: 0, verified: 0, accepted: 2 },
    ...{ inTime: 2, late: 1, changedSinceAcceptance: 0 },
  };
  api.on(listCompleteness, () => ({
    items: [
      {
        ...{ ...counts, unitId: id(6), name: 'Lục Ngạn', kind: 'xã', parentName: 'tỉnh Bắc Ninh' },
        ...{ periodId, periodName: '2026-06', dueOn: '2026-06-17' },
      },
    ],
    ...{ nextCursor: null, total: 1, whole: counts },
  }));
  draw(routes, { at: `/report-completeness${within}`, me: meAs('provincial-administrator') });
  const unit = await screen.findByRole('link', { name: 'Xã Lục Ngạn' });
  expect(unit.closest('tr')!.textContent).toContain('75%');
  const numbers = screen.getAllByRole('link', { name: '1' });
  expect(numbers[0]!.getAttribute('href')).toContain('state=missing');
  expect(api.lastOf(listCompleteness)).toMatchObject({ on: '2026-06-14', level: 'commune' });
});

test('a workbook is checked cell by cell, and sent once nothing is wrong with it', async () => {
  const finding = {
    ...{ at: 'Báo cáo!M4', name: 'Tổ thôn Bầu', code: 'ND5.05', comparison: null, others: [] },
    ...{ severity: 'error', fault: 'percent-differs', said: '99.17', expected: '89.88' },
  };
  const taken = {
    ...{ read: 2, sent: 1, unchanged: 0, empty: 0 },
    reports: [],
    findings: [finding],
  };
  let answer: object = taken;
  const asked: string[] = [];
  api.hand('POST', '/report-sheets/:periodId', (input) => {
    asked.push(`${String(input.periodId)} ${String(input.dryRun)}`);
    return answer;
  });
  draw(routes, { at: `/reports${within}`, me: meAs('commune-officer') });
  await screen.findByText('Tổ thôn Bầu');
  await user.click(screen.getByRole('button', { name: /Nhập bằng Excel/ }));
  const choose = await screen.findByLabelText('Chọn tệp đã điền');
  await user.upload(choose, new File(['PK'], 'bieu.xlsx'));
  expect(await screen.findByText('Báo cáo!M4')).toBeTruthy();
  expect(screen.getByText('Ghi 99,17 % nhưng tính ra 89,88 %')).toBeTruthy();
  const send = (): HTMLButtonElement => screen.getByRole('button', { name: /Gửi tất cả/ });
  expect(send().disabled).toBe(true);
  answer = { ...taken, sent: 2, findings: [] };
  await user.upload(choose, new File(['PK2'], 'bieu-2.xlsx'));
  await waitFor(() => expect(send().disabled).toBe(false));
  await user.click(screen.getByRole('button', { name: 'Gửi tất cả (2)' }));
  expect(await screen.findByText('Đã gửi 2 báo cáo.')).toBeTruthy();
  expect(asked.map((one) => one.split(' ')[1])).toEqual(['true', 'true', 'false']);
});
