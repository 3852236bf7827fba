import {
  decideSeverance,
  getSeverancePrice,
  listPeople,
  listSeverances,
  recordSeverance,
  type Severance,
  takeBackSeverance,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as ClaimsPage } from './claims-page.tsx';

configure({ defaultHidden: true });

const id = (n: number) => `0199e200-0000-7000-8000-00000000000${n}`;
const on = '2026-08-20';
const commune = { id: id(3), kind: 'xã', name: 'Tân Lập' };
const severance: Severance = {
  ...{ id: id(1), personId: id(2), personName: 'Lê Văn Cũ', commune, state: 'deciding' },
  ...{ forces: ['part-time-police'], leftOn: '2024-07-01', ground: 'reorganised' },
  ...{ receivedOn: '2026-08-10', decidedOn: null, decision: null, amount: null, reasons: '' },
};
const decision = { id: id(6), number: '41/QĐ-UBND', issuer: 'UBND xã', signedOn: '2026-08-15' };
const granted: Severance = {
  ...severance,
  ...{ state: 'granted', decidedOn: '2026-08-15', decision, amount: 21_750_000 },
};
const refused: Severance = { ...severance, state: 'refused', decidedOn: on, reasons: 'Không đủ' };
const price = {
  ...{ on, granted: false, total: 21_750_000, paidApart: false, paid: [] },
  amounts: [
    {
      ...{ code: 'severance', label: 'Hỗ trợ thôi việc', item: 'severance', fund: 'province' },
      ...{ payee: 'person', quantity: 14.5, rate: 1_500_000, amount: 21_750_000, excluded: null },
      ...{ value: null, values: [], service: { months: 170, years: '14.5', allowance: 1_000_000 } },
      policy: {
        ...{ id: id(7), name: 'Thôi việc', number: '05/2024/NQ-HĐND', article: 'Điều 3' },
        certainty: 'illustrative',
      },
    },
  ],
};
const person = {
  ...{
    id: id(2),
    name: 'Lê Văn Cũ',
    sex: 'male',
    phone: '',
    communeId: id(3),
    state: 'candidate',
    position: null,
  },
  ...{ team: null, commune, since: null, until: null, birthDate: '1970-01-01', citizenId: null },
};
const routes = [{ path: '/claims', element: <ClaimsPage /> }];
const listed = <T,>(...items: T[]) => ({ items, nextCursor: null, total: items.length });
const press = (button: HTMLElement) => fireEvent.click(button);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const day = (label: string, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.mouseDown(field);
  fireEvent.change(field, { target: { value } });
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
  fireEvent.blur(field);
};
const fieldOf = (told: HTMLElement) => told.closest('.ant-form-item')!.textContent;
const opened = (more = '', as: Parameters<typeof meAs>[0] = 'commune-officer') =>
  draw(routes, { at: `/claims?on=${on}&tab=severances${more}`, me: meAs(as) });
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listSeverances, () => listed(severance))
    .on(getSeverancePrice, () => price)
    .on(listPeople, () => ({ ...listed(person), totalIsLeast: false }));
});

test('who asks for severance stands in a list of its own, with force, day and ground of leaving', async () => {
  const { search } = opened('', 'auditor');
  const row = await screen.findByRole('row', { name: /Lê Văn Cũ/ });
  const cells = within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent?.trim());
  expect(cells).toEqual([
    ...['Lê Văn Cũ', 'Công an xã bán chuyên trách', 'Xã Tân Lập', '01/07/2024'],
    ...['nghỉ do kiện toàn lực lượng', '10/08/2026', 'Chờ quyết định'],
  ]);
  expect(screen.queryByRole('button', { name: 'Nhận hồ sơ thôi việc' })).toBeNull();
  press(screen.getByRole('tab', { name: 'Ốm đau, tai nạn, chết' }));
  await waitFor(() => expect(search().get('tab')).toBeNull());
}, 60_000);

test('a dossier tells what it comes to, and the service and the policy behind it', async () => {
  opened(`&open=${id(1)}`, 'auditor');
  const sheet = within(await screen.findByRole('dialog'));
  expect(await sheet.findByText(/170 tháng công tác, tính 14,5 năm/)).toBeTruthy();
  expect(sheet.getByRole('link', { name: '05/2024/NQ-HĐND' })).toBeTruthy();
  expect(sheet.getByText('Cộng').closest('p')!.textContent).toContain('21.750.000 đ');
  expect(sheet.queryByRole('button', { name: 'Ghi quyết định' })).toBeNull();
}, 60_000);

test('severance is recorded of somebody who serves nowhere; who asked before is refused by name', async () => {
  let again = true;
  api.on(recordSeverance, () => (again ? refuse('severance-is-asked-once', 409) : severance));
  opened();
  press(await screen.findByRole('button', { name: 'Nhận hồ sơ thôi việc' }));
  fireEvent.mouseDown(await screen.findByLabelText('Người đề nghị'));
  press(await screen.findByText('01/01/1970, Xã Tân Lập'));
  press(screen.getByRole('checkbox', { name: 'Công an xã bán chuyên trách' }));
  day('Ngày thôi công tác', '01/07/2024');
  press(screen.getByRole('button', { name: 'Ghi' }));
  const told = await screen.findByText(/đã có hồ sơ trợ cấp thôi việc/);
  expect(fieldOf(told)).toContain('Người đề nghị');
  again = false;
  press(screen.getByRole('button', { name: 'Ghi' }));
  await screen.findByText('Đã nhận hồ sơ trợ cấp thôi việc.');
  expect(api.lastOf(listPeople)).not.toHaveProperty('state');
  expect(api.lastOf(recordSeverance)).toMatchObject({
    ...{ personId: id(2), forces: ['part-time-police'], leftOn: '2024-07-01' },
    ...{ ground: 'reorganised', receivedOn: on },
  });
}, 90_000);

test('another amount than the policies say is granted with a reason', async () => {
  api.on(decideSeverance, () => granted);
  opened(`&open=${id(1)}`);
  press(await screen.findByRole('button', { name: 'Ghi quyết định' }));
  expect(await screen.findByText(/Theo chính sách: 21\.750\.000 đ\./)).toBeTruthy();
  type('Số quyết định', '41/QĐ-UBND');
  type('Số tiền được hưởng', '20000000');
  press(screen.getByRole('button', { name: 'Ghi' }));
  expect(fieldOf(await screen.findByText('Ghi lý do, ít nhất 5 ký tự'))).toContain('Lý do');
  expect(api.lastOf(decideSeverance)).toBeUndefined();
  type('Lý do', 'Trừ khoản đã tạm ứng');
  press(screen.getByRole('button', { name: 'Ghi' }));
  await screen.findByText('Đã ghi quyết định.');
  expect(api.lastOf(decideSeverance)).toEqual({
    ...{ id: id(1), outcome: 'granted', amount: 20_000_000, reasons: 'Trừ khoản đã tạm ứng' },
    decision: { number: '41/QĐ-UBND', signedOn: on },
  });
}, 90_000);

test('the amount of the policies is granted without a word; a refusal says why and has no amount', async () => {
  api.on(decideSeverance, ({ outcome }) => (outcome === 'granted' ? granted : refused));
  const drawn = opened(`&open=${id(1)}`);
  press(await screen.findByRole('button', { name: 'Ghi quyết định' }));
  await screen.findByText(/Theo chính sách: 21\.750\.000 đ\./);
  type('Số quyết định', '41/QĐ-UBND');
  press(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.lastOf(decideSeverance)).toMatchObject({ amount: null, reasons: '' }),
  );
  drawn.unmount();
  opened(`&open=${id(1)}`);
  press(await screen.findByRole('button', { name: 'Ghi quyết định' }));
  press(await screen.findByRole('radio', { name: 'Không được hưởng' }));
  type('Số quyết định', '42/QĐ-UBND');
  press(screen.getByRole('button', { name: 'Ghi' }));
  await screen.findByText('Ghi lý do, ít nhất 5 ký tự');
  type('Lý do', 'Tự ý nghỉ việc');
  press(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.lastOf(decideSeverance)).toMatchObject({
      ...{ outcome: 'refused', amount: null, reasons: 'Tự ý nghỉ việc' },
    }),
  );
}, 90_000);

test('a decision that was recorded by mistake is taken back with a reason', async () => {
  api.on(listSeverances, () => listed(granted)).on(takeBackSeverance, () => severance);
  opened(`&open=${id(1)}`);
  press(await screen.findByRole('button', { name: 'Thu hồi quyết định' }));
  type('Lý do', 'Ghi nhầm người');
  press(screen.getAllByRole('button', { name: 'Thu hồi quyết định' }).at(-1)!);
  await screen.findByText('Đã thu hồi quyết định.');
  expect(api.lastOf(takeBackSeverance)).toEqual({ id: id(1), reason: 'Ghi nhầm người' });
}, 60_000);
