import {
  appraiseAward,
  type AwardDetail,
  type AwardFinding,
  checkAward,
  decideAward,
  getAward,
  listAwardForms,
  listAwards,
  listCampaigns,
  listTeams,
  listUnitStandings,
  proposeAward,
  returnAward,
  revokeAward,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as AwardPage } from './award-page.tsx';
import { Component as AwardsPage } from './awards-page.tsx';

const id = (last: number) => `0199f100-0000-7000-8000-${String(last).padStart(12, '0')}`;
const finding: AwardFinding = {
  ...{ finding: 'class-too-low', severity: 'warn', unitId: id(3), unitName: 'thôn Chằm' },
  ...{ year: 2026, value: 'weak', number: '45/QĐ-BCĐ', decidedOn: '2026-05-20' },
  citation: 'Kế hoạch, mục II.9',
};
const award: AwardDetail = {
  ...{ id: id(1), achievementId: id(2), state: 'proposed', subject: 'team', subjectId: id(4) },
  ...{ subjectName: 'Tổ thôn Chằm', teamId: id(4), unitId: id(5), unitName: 'xã Tân Lập' },
  ...{ achievementKind: 'work', summary: 'Truy bắt đối tượng trộm cắp', from: '2026-05-01' },
  ...{ to: '2026-06-14', formCode: 'merit-letter', titleCode: null, authority: 'commune-chair' },
  ...{ roundId: null, year: 2026, isUnexpected: false, proposedOn: '2026-06-20', note: '' },
  ...{ number: '15/TTr-CAX', formName: 'Giấy khen', formNameEn: 'Merit letter', titleName: null },
  ...{ titleNameEn: null, roundName: null, returns: 0, decisionNumber: null, decidedOn: null },
  ...{ revocation: null, revokedOn: null, proposedBy: 'xa', version: 1, incidentId: null },
  ...{ appraisals: ['commune-council'], agreed: [], findings: [], result: null, credits: [] },
  ...{ roundsToCorrect: [], others: [] },
  steps: [
    {
      ...{ id: id(1), step: 'proposed', sending: 1, agency: null, agrees: null, note: '' },
      ...{ revocation: null, number: '15/TTr-CAX', on: '2026-06-20', findings: [], by: 'xa' },
      at: '2026-06-20T02:00:00.000Z',
    },
  ],
};
const form = {
  ...{ id: id(6), code: 'merit-letter', unitId: null, kind: 'form', name: 'Giấy khen' },
  ...{ nameEn: 'Merit letter', subjects: ['team', 'person'], certainty: 'C', citation: 'Thủ tục' },
  ...{ inUse: true, validFrom: '2025-07-01', validTo: null },
  deciders: [
    { authority: 'commune-chair', appraisals: ['commune-council'], campaignAppraisals: [] },
  ],
};
const team = {
  ...{ id: id(4), code: 'T1', name: 'Tổ thôn Chằm', foundedOn: '2024-08-01', dissolvedOn: null },
  ...{ decisionNumber: '', decisionSignedOn: null, villages: [], workplace: null },
  commune: { id: id(5), kind: 'xã', name: 'Tân Lập' },
};
const listed = <T,>(...items: T[]) => ({ items, nextCursor: null, total: items.length });
const routes = [
  { path: '/awards', element: <AwardsPage /> },
  { path: '/awards/:awardId', element: <AwardPage /> },
];
const page = `/awards/${id(1)}`;
const press = (element: HTMLElement) => fireEvent.click(element);
const button = (name: string) => screen.findByRole('button', { name });
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
async function choose(label: string, option: string) {
  const field = screen.getByRole('combobox', { name: label });
  // what may be chosen may follow from another field
  await waitFor(() => expect(field.hasAttribute('disabled')).toBe(false));
  fireEvent.mouseDown(field);
  press((await screen.findAllByText(option)).at(-1)!);
}
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listAwards, () => listed(award))
    .on(getAward, () => award)
    .on(listAwardForms, () => listed(form))
    .on(listCampaigns, () => listed())
    .on(listTeams, () => listed(team))
    .on(checkAward, () => ({ findings: [], unitId: id(5), unitName: 'xã Tân Lập', isHead: false }));
});

test('the list tells whom, what and how far, is narrowed by its state, and only who may proposes', async () => {
  draw(routes, { at: '/awards?state=proposed', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Tổ thôn Chằm/ });
  for (const said of ['xã Tân Lập', 'Giấy khen', 'Chủ tịch UBND cấp xã', 'Đang thẩm định'])
    expect(within(row).getByText(said)).toBeTruthy();
  expect(within(row).getByText('15/TTr-CAX · 20/06/2026')).toBeTruthy();
  expect(api.lastOf(listAwards)).toMatchObject({ state: 'proposed' });
  expect(screen.queryByRole('button', { name: 'Lập đề nghị' })).toBeNull();
});

test('reporting BR-72: what bars a proposal is shown before it is sent, with the decision and the text', async () => {
  const barred = { ...finding, severity: 'block' };
  api.on(checkAward, () => ({
    ...{ findings: [barred], unitId: id(5), unitName: 'xã Tân Lập', isHead: false },
  }));
  draw(routes, { at: '/awards?propose=new', me: meAs('commune-officer') });
  await screen.findByRole('dialog');
  await choose('Tên', 'Tổ thôn Chằm');
  expect(
    await screen.findByText('thôn Chằm năm 2026 xếp loại Yếu (45/QĐ-BCĐ, 20/05/2026)'),
  ).toBeTruthy();
  expect(screen.getByText('Theo Kế hoạch, mục II.9.')).toBeTruthy();
  const send = await button('Gửi đề nghị');
  expect(send.hasAttribute('disabled')).toBe(true);
}, 60_000);

test('a proposal names form, authority and submission, and is told whose appraisal it needs', async () => {
  // an empty list behind: what is chosen stands in the form alone
  api.on(proposeAward, () => award).on(listAwards, () => listed());
  draw(routes, { at: '/awards?propose=new', me: meAs('commune-officer') });
  await screen.findByRole('dialog');
  await choose('Tên', 'Tổ thôn Chằm');
  type('Thành tích', 'Truy bắt đối tượng trộm cắp');
  await choose('Hình thức khen thưởng', 'Giấy khen');
  await choose('Cấp quyết định', 'Chủ tịch UBND cấp xã');
  expect(await screen.findByText('Cần ý kiến đồng ý của: Hội đồng TĐKT cấp xã.')).toBeTruthy();
  type('Số tờ trình', '15/TTr-CAX');
  press(await button('Gửi đề nghị'));
  await screen.findByText('Truy bắt đối tượng trộm cắp', { selector: 'p' });
  expect(api.lastOf(proposeAward)).toMatchObject({
    ...{ formCode: 'merit-letter', titleCode: null, authority: 'commune-chair', roundId: null },
    achievement: { subject: 'team', subjectId: id(4), kind: 'work', incidentId: null },
  });
}, 90_000);

test('an agency says whether it agrees, and a proposal goes back with guidance', async () => {
  api.on(appraiseAward, () => award).on(returnAward, () => award);
  draw(routes, { at: page, me: meAs('commune-officer') });
  expect(await screen.findByText(/Chưa có ý kiến/)).toBeTruthy();
  press(await button('Ghi thẩm định'));
  await screen.findByRole('dialog');
  press(screen.getByLabelText('Không đồng ý'));
  type('Số văn bản', '7/BB-HĐ');
  press(await button('Lưu ý kiến'));
  await screen.findByText('Đã ghi ý kiến thẩm định.');
  expect(api.lastOf(appraiseAward)).toMatchObject({
    ...{ agency: 'commune-council', agrees: false, number: '7/BB-HĐ', version: 1 },
  });
  press(await button('Trả lại'));
  await screen.findByLabelText('Hướng dẫn bổ sung, sửa');
  type('Hướng dẫn bổ sung, sửa', 'Bổ sung xác nhận của Công an xã');
  press(await button('Trả lại đề nghị'));
  await screen.findByText('Đã trả lại.');
  expect(api.lastOf(returnAward)).toMatchObject({ note: 'Bổ sung xác nhận của Công an xã' });
}, 90_000);

test('in spite of a warning it is approved with a reason only, and what is missing is told', async () => {
  const warned = { ...award, state: 'appraised', findings: [finding], agreed: ['commune-council'] };
  api
    .on(getAward, () => warned)
    .on(decideAward, () => refuse('award-appraisals-missing', 409, { missing: ['home-affairs'] }));
  draw(routes, { at: page, me: meAs('commune-officer') });
  press(await button('Quyết định'));
  await screen.findByRole('dialog');
  type('Số văn bản', '120/QĐ-UBND');
  press(screen.getAllByRole('button', { name: 'Khen thưởng' }).at(-1)!);
  expect(await screen.findByText('Không được để trống')).toBeTruthy();
  expect(api.lastOf(decideAward)).toBeUndefined();
  type('Lý do', 'Dũng cảm cứu người');
  press(screen.getAllByRole('button', { name: 'Khen thưởng' }).at(-1)!);
  expect(await screen.findByText(/Còn thiếu ý kiến đồng ý/)).toBeTruthy();
  expect(api.lastOf(decideAward)).toMatchObject({ approves: true, note: 'Dũng cảm cứu người' });
}, 90_000);

test('reporting BR-75: who revokes says why, and the page names the ratified rounds to correct', async () => {
  const approved = {
    ...{ ...award, state: 'approved', decisionNumber: '120/QĐ-UBND', decidedOn: '2026-06-25' },
  };
  const round = { campaignId: id(7), campaignName: 'Thi đua đặc biệt', roundId: id(8) };
  const revoked = {
    ...{ ...approved, state: 'revoked', revocation: 'forged-papers', revokedOn: '2026-07-10' },
    roundsToCorrect: [{ ...round, roundName: 'Đợt 1' }],
  };
  let now: object = approved;
  api.on(getAward, () => now).on(revokeAward, () => (now = revoked));
  draw(routes, { at: page, me: meAs('provincial-administrator') });
  press(await button('Hủy khen thưởng'));
  await screen.findByRole('dialog');
  await choose('Lý do hủy', 'Hồ sơ giả');
  type('Số văn bản', '9/QĐ-UBND');
  type('Lý do', 'Kết luận kiểm tra ngày 08/7');
  press(await button('Hủy quyết định khen thưởng'));
  expect(await screen.findByText('Thi đua đặc biệt: Đợt 1')).toBeTruthy();
  expect(api.lastOf(revokeAward)).toMatchObject({ revocation: 'forged-papers' });
}, 90_000);

test('results of units stand with their documents, and a missing one is no guess', async () => {
  api.on(listUnitStandings, () =>
    listed({
      ...{ id: id(9), unitId: id(3), unitName: 'Chằm', unitKind: 'thôn', year: 2026 },
      ...{ parentName: 'xã Tân Lập', movementClass: 'average', classNumber: '45/QĐ-BCĐ' },
      ...{ classOn: '2026-11-18', safety: null, safetyNumber: null, safetyOn: null },
      ...{ source: 'Quyết định', recordedBy: 'xa', recordedAt: '2026-11-20T02:00:00.000Z' },
    }),
  );
  draw(routes, { at: '/awards?view=standings&year=2026', me: meAs('commune-officer') });
  const row = await screen.findByRole('row', { name: /thôn Chằm/ });
  expect(within(row).getByText('Trung bình')).toBeTruthy();
  expect(within(row).getByText('45/QĐ-BCĐ · 18/11/2026')).toBeTruthy();
  expect(within(row).getByText('Chưa có')).toBeTruthy();
  expect(api.lastOf(listUnitStandings)).toMatchObject({ year: 2026 });
});
