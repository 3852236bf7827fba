import {
  addClaimPapers,
  appraiseClaim,
  type Claim,
  decideClaim,
  listClaims,
  listDutyOrders,
  listPeople,
  listShifts,
  receiveClaim,
  type Shift,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as ClaimsPage } from './claims-page.tsx';
import { PersonClaims } from './person-claims.tsx';

configure({ defaultHidden: true });

const id = (n: number) => `0199e200-0000-7000-8000-00000000000${n}`;
const on = '2026-08-20';
const claim: Claim = {
  id: id(1),
  personId: id(2),
  personName: 'Nguyễn Văn An',
  communeId: id(3),
  commune: { id: id(3), kind: 'xã', name: 'Tân Lập' },
  kind: 'treatment',
  happenedAt: '2026-08-02T14:00:00.000Z',
  shiftId: id(4),
  orderId: null,
  exclusions: [],
  papers: ['application', 'receipts', 'discharge-paper'],
  missing: [],
  receivedOn: '2026-08-10',
  channel: 'bank',
  route: 'commune',
  state: 'appraising',
  terms: [
    { step: 'appraise', due: '2026-08-17', done: null },
    { step: 'decide', due: '2026-08-19', done: null },
  ],
  ...{ treatmentCost: null, treatmentDays: null, lostPercent: null, beneficiary: '' },
  appraisedOn: null,
  appraisedBy: null,
  report: '',
  decidedOn: null,
  decision: null,
  amount: null,
  reasons: '',
};
const incomplete: Claim = {
  ...claim,
  state: 'incomplete',
  papers: ['application'],
  missing: ['receipts', 'discharge-paper'],
  terms: [],
};
const shift: Shift = {
  ...{ kind: 'watch', withPolice: false },
  ...{ id: id(4), personId: id(2), orderId: null, restDay: false, heavy: false, note: '' },
  ...{ startsAt: '2026-08-02T13:00:00.000Z', endsAt: '2026-08-02T16:00:00.000Z', minutes: 180 },
  ...{ teamId: id(5), personName: claim.personName, teamName: 'Tổ thôn Trung', commune: null },
  ...{ nights: [], holidays: [], outOfArea: false, state: 'approved', correctsId: null },
  ...{ recordedBy: 'to', judgedBy: 'xa', reason: '' },
};
const routes = [
  { path: '/claims', element: <ClaimsPage /> },
  { path: '/of-person', element: <PersonClaims personId={claim.personId} on={on} /> },
];
const listed = <T,>(...items: T[]) => ({ items, nextCursor: null, total: items.length });
const press = (button: HTMLElement) => fireEvent.click(button);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** Opens the dossier and the form of its next step. */
async function openStep(name: string) {
  draw(routes, { at: `/claims?on=${on}&open=${id(1)}`, me: meAs('commune-officer') });
  press(await screen.findByRole('button', { name }));
  return screen.findByRole('button', { name: 'Ghi' });
}
const fieldOf = (told: HTMLElement) => told.closest('.ant-form-item')!.textContent;
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listClaims, () => listed(claim))
    .on(listShifts, () => listed(shift))
    .on(listDutyOrders, () => listed())
    .on(listPeople, () => ({ ...listed(), totalIsLeast: false }));
});

test('a dossier tells what is owed next and by when, and is marked when its term is over', async () => {
  draw(routes, { at: `/claims?on=${on}`, me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Nguyễn Văn An/ });
  const cells = within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
  expect(cells).toEqual([
    ...['Nguyễn Văn An', 'Chi phí khám, chữa bệnh', 'Xã Tân Lập', '10/08/2026'],
    ...['Thẩm định, hạn 17/08/2026', 'Chờ thẩm định Quá hạn 3 ngày'],
  ]);
  expect(screen.queryByRole('button', { name: 'Nhận hồ sơ' })).toBeNull();
});

test('without dossiers the page says when one is received', async () => {
  api.on(listClaims, () => listed());
  draw(routes, { at: '/claims', me: meAs('commune-officer') });
  expect(await screen.findByText('Chưa có hồ sơ nào.')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Nhận hồ sơ' })).toHaveLength(2);
});

test('papers that are missing are told, and with the last of them the terms begin', async () => {
  api.on(listClaims, () => listed(incomplete)).on(addClaimPapers, () => claim);
  const send = await openStep('Bổ sung giấy tờ');
  expect(screen.getAllByText('Còn thiếu')).toHaveLength(2);
  expect(screen.getByText('Thời hạn tính từ ngày hồ sơ đủ giấy tờ.')).toBeTruthy();
  press(send);
  expect(await screen.findByText('Hồ sơ đã đủ giấy tờ. Thời hạn bắt đầu tính.')).toBeTruthy();
  expect(api.lastOf(addClaimPapers)).toEqual({ id: id(1), on, papers: incomplete.missing });
}, 60_000);

test('an appraisal before the papers were complete is refused at its day', async () => {
  api.on(appraiseClaim, () => refuse('claim-goes-step-by-step', 422));
  const send = await openStep('Ghi thẩm định');
  type('Kết quả thẩm định', 'Đủ điều kiện');
  press(send);
  const told = await screen.findByText(/Hồ sơ phải đi theo thứ tự/);
  expect(fieldOf(told)).toContain('Ngày thẩm định');
}, 60_000);

test('a refusal without reasons is told at the reasons', async () => {
  api.on(listClaims, () => listed({ ...claim, state: 'deciding', appraisedOn: '2026-08-14' }));
  api.on(decideClaim, ({ reasons }) =>
    reasons === ''
      ? refuse('claim-is-refused-with-reasons', 422)
      : { ...claim, state: 'refused', decidedOn: on },
  );
  const send = await openStep('Ghi quyết định');
  press(screen.getByRole('radio', { name: 'Không được hưởng' }));
  type('Số quyết định', '40/QĐ-UBND');
  press(send);
  expect(fieldOf(await screen.findByText('Từ chối phải nêu rõ lý do bằng văn bản.'))).toContain(
    'Lý do',
  );
  type('Lý do', 'Không thuộc trường hợp được hưởng');
  press(send);
  await screen.findByText('Đã ghi quyết định.');
  expect(api.lastOf(decideClaim)).toMatchObject({
    ...{ id: id(1), outcome: 'refused', reasons: 'Không thuộc trường hợp được hưởng' },
    decision: { number: '40/QĐ-UBND', signedOn: on },
  });
}, 60_000);

test('the sheet tells what the appraisal found, when and by whom, and what was granted', async () => {
  api.on(listClaims, () =>
    listed({
      ...{ ...claim, state: 'granted' as const, appraisedOn: '2026-08-14', appraisedBy: 'xa' },
      ...{ report: 'Đủ điều kiện hưởng', decidedOn: '2026-08-15', amount: 3_450_000 },
      decision: { id: id(6), number: '41/QĐ-UBND', issuer: 'UBND xã', signedOn: '2026-08-15' },
    }),
  );
  draw(routes, { at: `/claims?on=${on}&open=${id(1)}`, me: meAs('auditor') });
  const sheet = within(await screen.findByRole('dialog'));
  for (const [term, said] of [
    ['Ngày thẩm định', '14/08/2026'],
    ['Người ghi', 'xa'],
    ['Kết quả thẩm định', 'Đủ điều kiện hưởng'],
    ['Số tiền được hưởng', '3.450.000 đ'],
  ] as const) {
    expect(sheet.getByText(term).nextSibling?.textContent).toBe(said);
  }
  expect(screen.getByRole('row', { name: /Được hưởng 3\.450\.000 đ/ })).toBeTruthy();
}, 60_000);

test('an amount stands in a decision that grants, with where its level is set', async () => {
  api.on(listClaims, () => listed({ ...claim, state: 'deciding', appraisedOn: '2026-08-14' }));
  api.on(decideClaim, () => ({ ...claim, state: 'granted', decidedOn: on }));
  const send = await openStep('Ghi quyết định');
  expect(screen.getByText(/khoản 3 Điều 5/)).toBeTruthy();
  type('Số quyết định', '40/QĐ-UBND');
  type('Số tiền được hưởng', '3450000');
  press(send);
  await screen.findByText('Đã ghi quyết định.');
  expect(api.lastOf(decideClaim)).toMatchObject({ outcome: 'granted', amount: 3_450_000 });
}, 60_000);

test('a dossier that the law excludes, or that was not appraised, can only be refused', async () => {
  api.on(listClaims, () => listed({ ...claim, state: 'deciding', exclusions: ['intoxication'] }));
  await openStep('Ghi quyết định');
  expect(
    screen.queryByRole('radio', { name: 'Được hưởng' })?.closest('.ant-form-item-hidden'),
  ).toBeTruthy();
}, 60_000);

test('a dossier rests on a shift that covers the moment, and is refused in words at its kind', async () => {
  let refused = true;
  api.on(receiveClaim, () => (refused ? refuse('claimant-is-insured', 422, { on }) : claim));
  draw(routes, { at: '/of-person', me: meAs('commune-officer') });
  press(await screen.findByRole('button', { name: 'Nhận hồ sơ' }));
  const day = await screen.findByLabelText('Ngày xảy ra');
  fireEvent.mouseDown(day);
  fireEvent.change(day, { target: { value: '02/08/2026' } });
  fireEvent.keyDown(day, { key: 'Enter', keyCode: 13 });
  fireEvent.blur(day);
  type('Giờ xảy ra', '23:30');
  expect(await screen.findByText(/Không có ca trực hay lệnh nào/)).toBeTruthy();
  type('Giờ xảy ra', '21:00');
  await waitFor(() => expect(screen.queryByText(/Không có ca trực hay lệnh nào/)).toBeNull());
  fireEvent.mouseDown(screen.getByLabelText('Ca trực, lệnh điều động'));
  press((await screen.findAllByText('Ca trực 02/08/2026 20:00 – 02/08/2026 23:00')).at(-1)!);
  press(screen.getByRole('button', { name: 'Ghi' }));
  const told = await screen.findByText(/đang có bảo hiểm nên do quỹ bảo hiểm chi trả/);
  expect(fieldOf(told)).toContain('Chế độ đề nghị');
  refused = false;
  press(screen.getByRole('button', { name: 'Ghi' }));
  await screen.findByText('Đã nhận hồ sơ đủ giấy tờ. Thời hạn bắt đầu tính.');
  expect(api.lastOf(receiveClaim)).toMatchObject({
    ...{ personId: claim.personId, happenedAt: '2026-08-02T21:00:00+07:00', shiftId: id(4) },
    ...{ orderId: null, papers: ['application'], exclusions: [], channel: 'bank' },
  });
}, 90_000);
