import {
  changePerson,
  correctDetail,
  getUnit,
  listDetails,
  listUnits,
  type PersonDetail,
  recordDetail,
  revealDetail,
  withdrawDetail,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import CorrectForm from './correct-form.tsx';
import { PersonDetails } from './person-details.tsx';
import { id, none, person } from './test-people.ts';

const on = '2026-08-01';
const routes = [
  { path: '/details', element: <PersonDetails person={person} on={on} /> },
  {
    path: '/correct',
    element: (
      <CorrectForm
        person={{ ...person, revealable: ['citizen-id', 'health'] }}
        onClose={() => undefined}
      />
    ),
  },
];
const user = userEvent.setup();
let api: FakeApi;

const detail = (n: number, content: PersonDetail['content'], more: Partial<PersonDetail> = {}) => ({
  id: id(n),
  personId: person.id,
  content,
  validFrom: '2024-07-01',
  validTo: null,
  revealable: false,
  withdrawn: false,
  corrections: [],
  ...more,
});
const account = detail(
  20,
  { kind: 'bank-account', bank: 'Agribank', number: '•••••••••2233' },
  { revealable: true },
);
const residence = { kind: 'residence', registration: 'permanent', unitId: null } as const;

beforeEach(() => {
  api = new FakeApi()
    .on(listUnits, () => none)
    .on(getUnit, () => refuse('unit-not-found', 404))
    .on(listDetails, () => ({
      items: [
        account,
        detail(21, { ...residence, address: 'Thôn Trung' }),
        detail(
          22,
          { ...residence, address: 'Thôn Hạ' },
          { validFrom: '2019-01-01', validTo: '2024-07-01' },
        ),
      ],
      withheld: [],
    }));
});

/** As pasted: a letter at a time takes long where several things run. */
async function fill(field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

const sectionOf = (title: string) =>
  screen.getByRole('heading', { name: title }).closest('section') as HTMLElement;

test('what holds on the day stands open, what held before is folded away with its days', async () => {
  draw(routes, { at: `/details?on=${on}`, me: meAs('auditor') });
  await screen.findByText('Thôn Trung');
  const residences = within(sectionOf('Nơi cư trú'));
  expect(residences.getByText('từ 01/07/2024')).toBeTruthy();
  expect(residences.getByText('từ 01/01/2019 đến hết 30/06/2024')).toBeTruthy();
  expect(residences.getByText('Ngoài ngày đang xem (1)')).toBeTruthy();
  expect(within(sectionOf('Thân nhân')).getByText('Chưa ghi.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Thêm tài khoản' })).toBeNull();
});

test('kinds that are kept from the reader are said to be', async () => {
  api.on(listDetails, () => ({ items: [account], withheld: ['residence', 'kin'] }));
  draw(routes, { at: '/details', me: meAs('finance-officer') });
  await screen.findByText('Agribank');
  const kept = 'Không hiển thị với vai trò của bạn.';
  expect(within(sectionOf('Nơi cư trú')).getByText(kept)).toBeTruthy();
  expect(within(sectionOf('Tài khoản ngân hàng')).queryByText(kept)).toBeNull();
});

test('an account is recorded from a day on; its number may be typed with spaces', async () => {
  api.on(recordDetail, () => account);
  draw(routes, { at: '/details', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Thêm tài khoản' }));
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  expect((await screen.findAllByText('Không được để trống')).length).toBe(2);
  await fill(screen.getByLabelText('Ngân hàng'), 'Agribank');
  await fill(screen.getByLabelText('Số tài khoản'), '2600 2051 12233');
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.lastOf(recordDetail)).toMatchObject({
      personId: person.id,
      content: { kind: 'bank-account', bank: 'Agribank', number: '2600205112233' },
      validFrom: on,
      validTo: null,
    }),
  );
}, 120_000);

test('who does not join an insurance has no number', async () => {
  api.on(recordDetail, () => account);
  draw(routes, { at: '/details', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Thêm bảo hiểm' }));
  await user.click(screen.getByLabelText('Không tham gia'));
  expect(screen.queryByLabelText('Mã số bảo hiểm')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.lastOf(recordDetail)).toMatchObject({
      content: { kind: 'insurance', scheme: 'health', cover: 'none', number: null },
    }),
  );
}, 120_000);

test('next of kin may have no phone', async () => {
  api.on(recordDetail, () => account);
  draw(routes, { at: '/details', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Thêm thân nhân' }));
  await fill(screen.getByLabelText('Họ và tên'), 'Trần Thị Bình');
  await fill(screen.getByLabelText('Quan hệ'), 'vợ');
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.lastOf(recordDetail)).toMatchObject({
      content: { kind: 'kin', name: 'Trần Thị Bình', relation: 'vợ', phone: '' },
    }),
  );
}, 120_000);

test('a correction asks why, and leaves a number that was not typed as it is', async () => {
  api.on(correctDetail, () => account);
  draw(routes, { at: '/details', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Đính chính: •••••••••2233' }));
  expect(screen.getByText(/Đang ghi •••••••••2233/)).toBeTruthy();
  const bank = screen.getByLabelText('Ngân hàng');
  await user.clear(bank);
  await fill(bank, 'Vietcombank');
  await fill(screen.getByLabelText('Lý do đính chính'), 'Ghi nhầm tên ngân hàng');
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.lastOf(correctDetail)).toEqual({
      id: account.id,
      content: { kind: 'bank-account', bank: 'Vietcombank' },
      validFrom: '2024-07-01',
      validTo: null,
      reason: 'Ghi nhầm tên ngân hàng',
    }),
  );
}, 120_000);

test('what was recorded by mistake is withdrawn with a reason', async () => {
  api.on(withdrawDetail, () => ({ ...account, withdrawn: true }));
  draw(routes, { at: '/details', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Hủy mục ghi nhầm: Thôn Trung' }));
  await fill(await screen.findByLabelText('Lý do hủy'), 'Ghi nhầm người');
  await user.click(screen.getByRole('button', { name: 'Hủy mục' }));
  await waitFor(() =>
    expect(api.lastOf(withdrawDetail)).toEqual({ id: id(21), reason: 'Ghi nhầm người' }),
  );
}, 120_000);

test('a number is told to who gives a reason', async () => {
  api.on(revealDetail, () => ({ number: '2600205112233' }));
  draw(routes, { at: '/details', me: meAs('finance-officer') });
  await user.click(await screen.findByRole('button', { name: 'Xem số tài khoản' }));
  await fill(screen.getByLabelText('Lý do'), 'Chi trả tháng 8');
  await user.click(screen.getByRole('button', { name: 'Xem' }));
  expect(await screen.findByText('2600205112233')).toBeTruthy();
  expect(api.lastOf(revealDetail)).toEqual({ id: account.id, reason: 'Chi trả tháng 8' });
}, 120_000);

test('health that is recorded stays unless something is typed or it is taken away', async () => {
  api.on(changePerson, () => ({ ...person, version: 4 }));
  draw(routes, { at: '/correct', me: meAs('commune-officer') });
  await fill(await screen.findByLabelText('Lý lịch tư pháp'), 'Không có án tích');
  expect(screen.getByText('Đã ghi. Để trống nếu không sửa.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.lastOf(changePerson)).toEqual({
      id: person.id,
      version: 3,
      criminalRecord: 'Không có án tích',
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Xóa nội dung đang ghi' }));
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() => expect(api.lastOf(changePerson)).toMatchObject({ health: '' }));
}, 120_000);
