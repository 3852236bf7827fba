import {
  checkPayroll,
  explainLine,
  getPayroll,
  getPolicy,
  holdPay,
  listPaymentBatches,
  listPayrollLines,
  listPayrollVariance,
  listTags,
  type PayrollFinding,
  stepPayroll,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as PayrollPage } from './payroll-page.tsx';
import {
  batch,
  check,
  duty,
  explanation,
  id,
  late,
  line,
  noBatches,
  run,
  variance,
} from './test-payroll.ts';

configure({ defaultHidden: true });

const routes = [{ path: '/payrolls/:id', element: <PayrollPage /> }];
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
// Styles of the whole page are not looked up for each touch.
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(getPayroll, () => run)
    .on(checkPayroll, () => check)
    .on(listPayrollVariance, () => variance)
    .on(stepPayroll, () => ({ ...run, state: 'submitted' }))
    .on(listPayrollLines, () => ({
      items: [line, duty, late],
      ...{ nextCursor: null, total: 3, amount: 1_540_000 },
    }))
    .on(explainLine, () => explanation)
    .on(listTags, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(getPolicy, () => refuse('policy-not-found', 404))
    .on(holdPay, () => ({ held: true, amount: 1_660_000 }));
});

const opened = async (at = '') => {
  const drawn = draw(routes, { at: `/payrolls/${run.id}${at}`, me: meAs('finance-officer') });
  await screen.findByRole('heading', { name: /Bảng chi tháng 09\/2026 – Xã Tân Sơn/ });
  return drawn;
};
const dialog = () => within(screen.getByRole('dialog'));

test('a run says how far it is, what it comes to and that it is no real money', async () => {
  await opened();
  const stages = screen.getByRole('list', { name: 'Các bước của bảng chi' });
  expect(within(stages).getByText('Tính').closest('li')?.getAttribute('aria-current')).toBe('step');
  expect(screen.getByText(/không phải tiền chi thật/)).toBeTruthy();
  const figures = screen.getByRole('list', { name: 'Số liệu của bảng chi' });
  expect(figures.textContent).toContain('9.360.000 đ');
  expect(figures.textContent).toContain('-120.000 đ');
  const row = screen.getByRole('row', { name: /Làm nhiệm vụ ban đêm/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([...['—', '360.000 đ', '360.000 đ']]);
});

test('the difference to the month before is divided by cause, and a cause opens its people', async () => {
  const { search } = await opened();
  const left = await screen.findByRole('row', { name: /Thôi tham gia/ });
  expect(left.textContent).toContain('2-3.000.000 đ');
  await user.click(screen.getByRole('button', { name: 'Đổi mức chi' }));
  expect(search().get('cause')).toBe('rate');
  await waitFor(() =>
    expect(
      api.asked.some(
        ({ operation, input }) =>
          operation === listPayrollVariance.subject && input.cause === 'rate',
      ),
    ).toBe(true),
  );
});

test('who is paid otherwise for two causes has both, with what each makes of it', async () => {
  await opened();
  const row = await screen.findByRole('row', { name: /Vi Văn Toàn/ });
  expect(within(row).getByText('Đổi mức chi: +220.000 đ')).toBeTruthy();
  expect(within(row).getByText('Khác số ca trực: -60.000 đ')).toBeTruthy();
});

test('what is unusual is accepted one by one with a reason before it is submitted', async () => {
  await opened();
  await user.click(screen.getByRole('button', { name: 'Trình' }));
  const tick = await screen.findByRole('checkbox', { name: /2 người quá 70 tuổi/ });
  const submit = () => user.click(dialog().getByRole('button', { name: 'Trình' }));
  await submit();
  expect(await dialog().findByText('Ghi lý do và căn cứ')).toBeTruthy();
  expect(api.lastOf(stepPayroll)).toBeUndefined();
  await user.click(tick);
  type(dialog().getByRole('textbox'), 'Đang chờ kết quả xem xét');
  await submit();
  await waitFor(() =>
    expect(api.lastOf(stepPayroll)).toEqual({
      ...{ id: run.id, step: 'submit', accept: ['over-age-undecided'] },
      reason: 'Đang chờ kết quả xem xét',
    }),
  );
});

test('what must be mended stands in the way of submitting', async () => {
  const hard: PayrollFinding = {
    ...{ check: 'posting-without-decision', severity: 'hard', people: 1, examples: [] },
  };
  api.on(checkPayroll, () => ({ ...check, findings: [hard] }));
  await opened();
  await user.click(screen.getByRole('button', { name: 'Trình' }));
  expect(await dialog().findByText(/chưa có quyết định công nhận/)).toBeTruthy();
  expect(dialog().getByRole<HTMLButtonElement>('button', { name: 'Trình' }).disabled).toBe(true);
});

test('a return says why; who may do nothing sees no step', async () => {
  api.on(getPayroll, () => ({ ...run, state: 'submitted', next: ['return', 'approve'] }));
  const drawn = await opened();
  await user.click(screen.getByRole('button', { name: 'Trả lại' }));
  await dialog().findByText(/về lại người lập/);
  type(dialog().getByRole('textbox'), 'Sai');
  await user.click(dialog().getByRole('button', { name: 'Trả lại' }));
  expect(await dialog().findByText(/ít nhất 5 ký tự/)).toBeTruthy();
  type(dialog().getByRole('textbox'), 'Sai mức chi của Tổ 3');
  await user.click(dialog().getByRole('button', { name: 'Trả lại' }));
  await waitFor(() =>
    expect(api.lastOf(stepPayroll)).toMatchObject({
      step: 'return',
      reason: 'Sai mức chi của Tổ 3',
    }),
  );
  drawn.unmount();
  api.on(getPayroll, () => ({ ...run, next: [] }));
  await opened();
  expect(screen.queryByRole('button', { name: 'Trả lại' })).toBeNull();
});

test('what was paid is reversed only when the month is typed', async () => {
  api.on(getPayroll, () => ({ ...run, state: 'paid', next: ['close', 'reverse'] }));
  api.on(listPaymentBatches, () => noBatches);
  await opened();
  await user.click(screen.getByRole('button', { name: 'Hủy bảng chi' }));
  await dialog().findByText(/không được tính vào tổng hợp/);
  const [reason, typed] = dialog().getAllByRole('textbox');
  type(reason!, 'Chi nhầm nguồn kinh phí');
  type(typed!, '08/2026');
  await user.click(dialog().getByRole('button', { name: 'Hủy bảng chi' }));
  await waitFor(() => expect(typed!.getAttribute('aria-invalid')).toBe('true'));
  expect(api.lastOf(stepPayroll)).toBeUndefined();
  type(typed!, '09/2026');
  await user.click(dialog().getByRole('button', { name: 'Hủy bảng chi' }));
  await waitFor(() => expect(api.lastOf(stepPayroll)).toMatchObject({ step: 'reverse' }));
});

test('a run whose money has gone out is not reversed: the dialog says which batch, and what to do', async () => {
  const state = 'closed' as const;
  api.on(getPayroll, () => ({ ...run, state, next: ['reverse'] }));
  const sums = (paid: number) => [
    { state: 'paid' as const, payments: paid, amount: paid * 1_660_000 },
    { state: 'issued' as const, payments: 2, amount: 3_320_000 },
  ];
  api.on(listPaymentBatches, () => ({
    ...noBatches,
    items: [
      { ...batch, number: 1, filesAt: '2026-10-02T08:00:00Z', byState: sums(3) },
      { ...batch, id: run.unit.id, number: 2, filesAt: null, byState: sums(0).slice(1) },
    ],
  }));
  await opened();
  await user.click(screen.getByRole('button', { name: 'Hủy bảng chi' }));
  const told = await dialog().findByText(
    /tiền đã chi ra \(đợt 1\): 3 khoản đã chi, 2 khoản đã gửi/,
  );
  expect(told.textContent).toContain('ghi từng khoản là không thành công ở thẻ Chi trả');
  const act = dialog().getByRole('button', { name: 'Hủy bảng chi' });
  expect(act.hasAttribute('disabled')).toBe(true);
});

const missing = {
  code: 'value-missing' as const,
  lines: [
    { month: '2026-09', policy: '01/2024/NQ-HĐND', line: 'Hỗ trợ đóng BHXH tự nguyện', people: 12 },
  ],
  detail: 'null value in column "whole"',
};

test('a run on its way is looked at again until it is calculated; a failure is told in words', async () => {
  let asked = 0;
  api.on(getPayroll, () => {
    asked += 1;
    const draft = { ...run, state: 'draft' as const, calculatedAt: null, items: [], next: [] };
    return asked < 2 ? draft : { ...draft, failure: missing };
  });
  await opened();
  expect(screen.getByRole('status').textContent).toContain('Đang tính cho 1 xã');
  expect(await screen.findByText('Chưa tính được bảng chi.', {}, { timeout: 4_000 })).toBeTruthy();
  expect(screen.getByText(/01\/2024\/NQ-HĐND.*BHXH tự nguyện.*12 người/)).toBeTruthy();
  expect(screen.queryByText(/null value/)).toBeNull();
});

test('amounts stand by person, an adjustment with its month and cause, and are filtered by the address', async () => {
  await opened('?tab=lines&position=leader&item=monthly-support');
  const adjusted = await screen.findByRole('row', { name: /Lò Thị Bình/ });
  expect(adjusted.textContent).toContain('Cho tháng 08/2026: Quyết định đến sau');
  expect(adjusted.textContent).toContain('-120.000 đ');
  expect(screen.getAllByText('Vi Văn Toàn', { selector: 'b' })).toHaveLength(1);
  expect(api.lastOf(listPayrollLines)).toMatchObject({
    ...{ id: run.id, position: 'leader', item: 'monthly-support', limit: 200 },
  });
});

test('an amount opens to person, posting, team, quota, article and value', async () => {
  await opened('?tab=lines&line=71');
  const drawer = within(await screen.findByRole('dialog', {}, { timeout: 4_000 }));
  const chain = (await drawer.findByText('15/QĐ-UBND', { exact: false })).closest('ol')!;
  const told = [...chain.children].map(({ textContent }) => textContent);
  expect(told[0]).toContain('1 × 1.600.000 đ = 1.600.000 đ');
  expect(told[0]).toContain('01/09/2026 – 30/09/2026');
  expect(told[1]).toContain('Vi Văn Toàn');
  expect(told[2]).toContain('Tổ trưởng, từ ngày 01/08/2024');
  expect(told[3]).toContain('Tổ số 1, Xã Tân Sơn');
  expect(told[4]).toContain('05/QĐ-UBND');
  expect(told[4]).toContain('20 thành viên');
  expect(told[5]).toContain('12/2024/NQ-HĐND, Điều 4 khoản 1 · Minh họa');
  expect(told[6]).toContain('0,8 × lương cơ sở');
  expect(told[6]).toContain('2.000.000 đ');
});

test('an amount of a dossier opens to the dossier, its decision and who survives the member', async () => {
  const granted = {
    ...{
      ...line,
      kind: 'case' as const,
      item: 'death' as const,
      label: 'Tiền tuất',
      fund: 'commune',
    },
    ...{ payee: 'relative' as const, payeeName: 'Trần Thị Ba (vợ)', caseId: id(51) },
  };
  const dossier = {
    ...{ id: id(51), about: 'death', service: null, reason: 'Theo đề nghị của gia đình' },
    ...{ decision: { number: '40/QĐ-UBND', signedOn: '2026-09-10' }, expected: 1_500_000 },
  };
  api.on(explainLine, () => ({ ...explanation, line: granted, posting: null, dossier }));
  await opened('?tab=lines&line=71');
  const drawer = within(await screen.findByRole('dialog', {}, { timeout: 4_000 }));
  const chain = (await drawer.findByText(/40\/QĐ-UBND/)).closest('ol')!;
  const told = [...chain.children].map(({ textContent }) => textContent);
  expect(told[0]).not.toContain('01/09/2026 – 30/09/2026');
  expect(told[1]).toBe('Thành viên được hưởngVi Văn Toàn');
  expect(told[2]).toBe('Người nhậnTrần Thị Ba (vợ)Thân nhân');
  expect(told[3]).toContain('Chết khi làm nhiệm vụQuyết định 40/QĐ-UBND ngày 10/09/2026');
  expect(told[3]).toContain('Theo chính sách: 1.500.000 đLý do: Theo đề nghị của gia đình');
});

test('severance tells the service that was counted, and a disability its percent', async () => {
  const decision = { number: '41/QĐ-UBND', signedOn: '2026-09-10' };
  const dossier = {
    ...{ id: id(52), about: 'severance', decision, reason: '', expected: null },
    service: { months: 170, years: '14.5', allowance: 900_000 },
  };
  const severed = { ...line, kind: 'case' as const, teamId: null, teamName: '', quantity: 14.5 };
  api.on(explainLine, () => ({ ...explanation, line: severed, dossier }));
  const drawn = await opened('?tab=lines&line=71');
  const counted = await screen.findByText(/170 tháng công tác/, {}, { timeout: 4_000 });
  expect(counted.textContent).toContain('tính 14,5 năm; phụ cấp 900.000 đ');
  const opens = screen.getByRole('link', { name: 'Trợ cấp thôi việc' });
  expect(opens.getAttribute('href')).toBe(`/claims?tab=severances&open=${id(52)}`);
  drawn.unmount();
  const disabled = { ...line, kind: 'case' as const, quantity: 12 };
  api.on(explainLine, () => ({
    ...{ ...explanation, line: disabled },
    dossier: { ...dossier, about: 'disability', service: null },
  }));
  await opened('?tab=lines&line=71');
  expect(
    await screen.findByText('12 % suy giảm khả năng lao động được tính', {}, { timeout: 4_000 }),
  ).toBeTruthy();
});

test('duty out of the area names the body that pays for it', async () => {
  const away = { ...duty, fund: 'mobilising-body' as const, body: 'Công an tỉnh' };
  api.on(explainLine, () => ({ ...explanation, line: away }));
  await opened('?tab=lines&line=71');
  const body = await screen.findByText('Công an tỉnh', {}, { timeout: 4_000 });
  expect(body.closest('li')!.textContent).toContain('Cơ quan điều động, huy động chi trả');
});

test('the pay of a person is held back with a reason', async () => {
  await opened('?tab=lines&line=71');
  await user.click(await screen.findByRole('button', { name: 'Tạm giữ tiền' }, { timeout: 4_000 }));
  await screen.findByText('Tạm giữ tiền của Vi Văn Toàn?');
  const asking = within(screen.getAllByRole('dialog').at(-1)!);
  type(asking.getByRole('textbox'), 'Chờ xác minh tài khoản');
  await user.click(asking.getByRole('button', { name: 'Tạm giữ tiền' }));
  await waitFor(() =>
    expect(api.lastOf(holdPay)).toEqual({
      ...{ id: run.id, personId: id(11), reason: 'Chờ xác minh tài khoản' },
    }),
  );
});

test('who is held says so where the first amount goes to the insurance, and that is released by another', async () => {
  const insurance: typeof line = {
    ...{ ...line, id: '70', code: 'si', label: 'Hỗ trợ đóng BHXH', payee: 'insurer' },
    aside: 'insurer',
  };
  api
    .on(listPayrollLines, () => ({
      items: [insurance, { ...line, aside: 'held' as const }],
      ...{ nextCursor: null, total: 2, amount: 1_666_000 },
    }))
    .on(explainLine, () => ({ ...explanation, line: insurance }));
  await opened('?tab=lines');
  const row = await screen.findByRole('row', { name: /Hỗ trợ đóng BHXH/ });
  expect(within(row).getByText('Tạm giữ')).toBeTruthy();
  await user.click(within(row).getByText('Hỗ trợ đóng BHXH'));
  await screen.findByRole('dialog');
  expect(screen.queryByRole('button', { name: 'Tạm giữ tiền' })).toBeNull();
});

test('who approves is told whose money does not last, and answers for that alone', async () => {
  const short: PayrollFinding = {
    ...{ check: 'funds-short', severity: 'soft', people: 1, examples: [] },
    funds: [
      {
        ...{ unit: { id: id(9), name: 'Tân Sơn', kind: 'xã' }, group: 'team-operation' },
        ...{ source: 'commune', asked: 6_800_000, left: -2_800_000 },
      },
    ],
  };
  api
    .on(getPayroll, () => ({ ...run, state: 'submitted' as const, next: ['approve' as const] }))
    .on(checkPayroll, () => ({ ...check, findings: [...check.findings, short] }));
  await opened();
  await user.click(screen.getByRole('button', { name: 'Duyệt' }));
  const tick = await dialog().findByRole('checkbox', { name: /1 nguồn không đủ tiền/ });
  expect(dialog().getAllByRole('checkbox')).toHaveLength(1);
  expect(
    dialog().getByText(/Xã Tân Sơn · Kinh phí hoạt động của Tổ .* còn -2.800.000 đ/),
  ).toBeTruthy();
  await user.click(tick);
  type(dialog().getByRole('textbox'), 'Đã xin bổ sung');
  await user.click(dialog().getByRole('button', { name: 'Duyệt' }));
  await waitFor(() =>
    expect(api.lastOf(stepPayroll)).toEqual({
      ...{ id: run.id, step: 'approve', accept: ['funds-short'], reason: 'Đã xin bổ sung' },
    }),
  );
}, 30_000);
