import {
  correctGrades,
  decideGrades,
  enterGradeFacts,
  getGrade,
  getGradeYear,
  listGrades,
  listGradeYears,
  openGradeYear,
  proposeGrades,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as GradePage } from './grade-page.tsx';
import { Component as GradesPage } from './grades-page.tsx';
import * as given from './test-grades.ts';
import { Component as YearPage } from './year-page.tsx';

const { yearId, communeId, teamId } = given;
const routes = [
  { path: '/grades', element: <GradesPage /> },
  { path: '/grades/:yearId', element: <YearPage /> },
  { path: '/grades/:yearId/:subjectId', element: <GradePage /> },
];
const counts = (subjects: number, proposed: number, excellent = 0) => ({
  ...{ subjects, proposed, notAssessed: 0, excellent, good: proposed - excellent, fulfilled: 0 },
  unfulfilled: 0,
});
const progress = {
  ...{ id: yearId, communeId, name: 'Tân Dĩnh', kind: 'xã', parentName: 'tỉnh Bắc Ninh' },
  ...{ state: 'open', openedAt: null, decisionNumber: null, decidedOn: null },
  ...{ teams: counts(12, 11, 2), members: counts(40, 0) },
};
const silent = {
  ...progress,
  id: null,
  communeId: given.id(7),
  name: 'Yên Thế',
  state: 'not-open',
};
const explained = {
  ...{ ...given.team, checks: [given.check({}), given.reports, given.unity] },
  history: [{ act: 'facts', grade: null, note: '', at: '2026-11-16T02:00:00.000Z', by: 'xa' }],
};
const press = (element: HTMLElement) => fireEvent.click(element);
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const type = (label: string, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};
/** The day of a decision, typed. */
const pick = (value: string) => {
  const day = screen.getByLabelText('Ngày ký quyết định');
  fireEvent.mouseDown(day);
  fireEvent.change(day, { target: { value } });
  fireEvent.keyDown(day, { key: 'Enter', code: 'Enter', keyCode: 13 });
};
/** The last of several: the one in the form that is open. */
const send = (name: string) => press(screen.getAllByRole('button', { name }).at(-1)!);
const page = (items: unknown[], more: object = {}) => ({
  ...{ items, nextCursor: null, total: items.length, ...more },
});
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listGradeYears, () =>
      page([progress, silent], {
        ...{ from: '2025-11-15', to: '2026-11-14' },
        whole: { communes: 2, open: 1, decided: 0 },
      }),
    )
    .on(getGradeYear, () => given.year)
    .on(listGrades, ({ subject }) =>
      subject === 'team'
        ? page([given.team], { cap: given.caps[0] })
        : page([given.person], { cap: given.caps[1] }),
    )
    .on(getGrade, () => explained);
});

test('a province sees how far each commune is, and opens the year of one that has not begun', async () => {
  api.on(openGradeYear, ({ id }) => ({ id, from: '2025-11-15', to: '2026-11-14' }));
  draw(routes, { at: '/grades?year=2026', me: meAs('provincial-administrator') });
  const row = await screen.findByRole('row', { name: /Xã Tân Dĩnh/ });
  const cells = within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
  expect(cells).toEqual([
    ...['Xã Tân Dĩnh', 'tỉnh Bắc Ninh', 'Đang đánh giá', '11/12', '2', '9', '0/40', '0', '0', ''],
  ]);
  expect(screen.getByText('2 xã, phường: 0 đã quyết định, 1 đang đánh giá')).toBeTruthy();
  press(await button('Mở xếp loại năm 2026'));
  await screen.findByText(/Nền tảng điền số tháng/);
  send('Mở xếp loại năm 2026');
  expect(await screen.findByText('Đã mở xếp loại năm 2026.')).toBeTruthy();
  expect(api.lastOf(openGradeYear)).toMatchObject({ communeId: silent.communeId, year: 2026 });
});

test('a year shows facts, eligible and proposed grades, what is missing, the cap and the default’s note', async () => {
  draw(routes, { at: `/grades/${yearId}`, me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Tổ thôn Chằm/ });
  const cells = within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
  expect(cells).toEqual([
    ...['Tổ thôn Chằm', '12', '11/12', '94,9%', '0 (1)', '0', 'Hoàn thành tốt'],
    'Nhiệm vụ được giao: 949/1000 = 94,9%, cần 95%; Báo cáo đầy đủ, đúng hạn: 11/12 báo cáo đúng hạn',
    '–',
  ]);
  expect(screen.getByText('trên nhiều nhất 2', { exact: false })).toBeTruthy();
  expect(screen.getByText(/Quy định mặc định của phần mềm theo Hướng dẫn 01/)).toBeTruthy();
  expect(screen.getByText(/Hoàn thành xuất sắc ≥ 95%, Hoàn thành tốt ≥ 80%/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Quyết định xếp loại' })).toBeNull();
});

test('members stand in a tab of their own, with why one is not graded and a cap that is exceeded', async () => {
  draw(routes, { at: `/grades/${yearId}?subject=member`, me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Nguyễn Văn An/ });
  expect(within(row).getByText('Tổ trưởng')).toBeTruthy();
  expect(within(row).getByText('Chưa đánh giá: chưa đủ tháng')).toBeTruthy();
  expect(screen.getByText('vượt tỷ lệ, nhiều nhất 2', { exact: false })).toBeTruthy();
});

test('who waits with facts is proposed at the highest eligible grade at once', async () => {
  api.on(proposeGrades, ({ proposals }) => ({ proposed: (proposals as unknown[]).length }));
  draw(routes, { at: `/grades/${yearId}`, me: meAs('commune-officer') });
  press(await button('Đề nghị 1 trường hợp còn lại'));
  expect(await screen.findByText('Đã đề nghị 1 trường hợp.')).toBeTruthy();
  expect(api.lastOf(proposeGrades)).toMatchObject({
    ...{ yearId, proposals: [{ subjectId: teamId, grade: 'good' }] },
  });
});

test('facts that are left empty are sent as not known, and said criteria by their code', async () => {
  api.on(enterGradeFacts, () => given.team);
  draw(routes, { at: `/grades/${yearId}/${teamId}`, me: meAs('commune-officer') });
  press(await button('Nhập số liệu'));
  await screen.findByText(/Ô để trống là chưa biết/);
  type('Nhiệm vụ hoàn thành', '960');
  type('Cuộc họp, giao ban', '');
  press(within(screen.getByRole('radiogroup', { name: 'Kỷ luật, đoàn kết' })).getByText('Có'));
  send('Ghi');
  expect(await screen.findByText('Đã ghi số liệu.')).toBeTruthy();
  expect(api.lastOf(enterGradeFacts)).toMatchObject({
    ...{ yearId, subjectId: teamId },
    facts: { tasksDone: 960, meetings: null, confirmed: { unity: true } },
  });
}, 60_000);

test('a grade is explained criterion by criterion, with who said what', async () => {
  draw(routes, { at: `/grades/${yearId}/${teamId}`, me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Nhiệm vụ được giao/ });
  expect(within(row).getByText('949/1000 = 94,9%, cần 95%')).toBeTruthy();
  expect(within(row).getByText('Không đạt')).toBeTruthy();
  expect(screen.getByText('11 đúng hạn, 12 đã gửi trên 12 phải gửi')).toBeTruthy();
  expect(screen.getByText('xa, 16/11/2026 09:00')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Nhập số liệu' })).toBeNull();
});

test('nobody is proposed above the highest eligible grade', async () => {
  api.on(proposeGrades, () => ({ proposed: 1 }));
  draw(routes, { at: `/grades/${yearId}/${teamId}`, me: meAs('commune-officer') });
  press(await button('Đề nghị mức'));
  const excellent = await screen.findByRole('radio', { name: 'Hoàn thành xuất sắc' });
  expect((excellent as HTMLInputElement).disabled).toBe(true);
  press(screen.getByRole('radio', { name: 'Hoàn thành' }));
  send('Đề nghị mức');
  expect(await screen.findByText('Đã đề nghị.')).toBeTruthy();
  expect(api.lastOf(proposeGrades)).toMatchObject({ proposals: [{ grade: 'fulfilled' }] });
}, 60_000);

test('a decision has number, day and the year typed; whoever proposed is told to leave it to another', async () => {
  api.on(decideGrades, () =>
    refuse('grades-are-decided-by-another', 403, { name: 'Tân Dĩnh', year: 2026 }),
  );
  draw(routes, { at: `/grades/${yearId}`, me: meAs('commune-officer') });
  press(await button('Quyết định xếp loại'));
  await screen.findByText(/Quyết định của Chủ tịch UBND cho cả xã/);
  fireEvent.change(screen.getByPlaceholderText('15/QĐ-UBND'), { target: { value: '12/QĐ-UBND' } });
  pick('20/11/2026');
  type('Gõ lại “Năm 2026” để xác nhận; việc này không hoàn tác được', 'Năm 2026');
  send('Quyết định xếp loại');
  expect(await screen.findByText(/đã đề nghị xếp loại năm 2026 của Tân Dĩnh/)).toBeTruthy();
  expect(api.lastOf(decideGrades)).toMatchObject({
    ...{ yearId, number: '12/QĐ-UBND', signedOn: '2026-11-20', changes: [] },
  });
}, 60_000);

test('a decided grade is corrected by another decision with a reason', async () => {
  api
    .on(getGradeYear, () => given.decidedYear)
    .on(getGrade, () => ({ ...explained, proposed: 'good', decided: 'good' }))
    .on(correctGrades, () => ({ revision: 2, changed: 1 }));
  draw(routes, { at: `/grades/${yearId}/${teamId}`, me: meAs('commune-officer') });
  press(await button('Điều chỉnh'));
  await screen.findByText(/Kết quả trước vẫn được giữ/);
  press(screen.getByRole('radio', { name: 'Hoàn thành' }));
  type('Lý do điều chỉnh', 'Xác minh lại');
  fireEvent.change(screen.getByPlaceholderText('15/QĐ-UBND'), { target: { value: '15/QĐ-UBND' } });
  pick('01/12/2026');
  send('Điều chỉnh');
  expect(await screen.findByText('Đã điều chỉnh.')).toBeTruthy();
  expect(api.lastOf(correctGrades)).toMatchObject({
    ...{ yearId, number: '15/QĐ-UBND', signedOn: '2026-12-01', reason: 'Xác minh lại' },
    changes: [{ subjectId: teamId, grade: 'fulfilled', facts: null }],
  });
}, 60_000);
