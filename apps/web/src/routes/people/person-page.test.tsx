import {
  changePerson,
  changePosting,
  getPerson,
  listAbsences,
  listAgeReviews,
  listAttendances,
  listCertificates,
  listCessations,
  listClaims,
  listClosures,
  listComparisons,
  listDetails,
  listIssues,
  listPeople,
  listPersonFiles,
  listPostings,
  listRefusals,
  listReminders,
  listSupervisions,
  listRemovals,
  listTeams,
  listUnits,
  recognise,
  recordAgeReview,
  revealField,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as PersonPage } from './person-page.tsx';
import RecogniseForm from './recognise-form.tsx';
import { hard, id, listed, none, person, posting, row, soft, team } from './test-people.ts';

configure({ defaultHidden: true });

const routes = [
  { path: '/people/:personId', element: <PersonPage /> },
  {
    path: '/recognise',
    element: <RecogniseForm on="2026-08-01" person={row} team={team} onClose={() => undefined} />,
  },
];
/** Forms are fetched when they are wanted. */
const slowly = { timeout: 15_000 };
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
// Styles of the whole page are not looked up for each touch.
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
const at = `/people/${row.id}?on=2026-08-01`;
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(getPerson, () => person)
    .on(listPostings, () => ({ items: [posting], nextCursor: null, total: 1 }))
    .on(listPeople, () => listed())
    .on(listTeams, () => none)
    .on(listUnits, () => none);
  api.on(listDetails, () => ({ items: [], withheld: [] }));
  api.on(listPersonFiles, () => ({ items: [], withheld: [] }));
  api.on(listComparisons, () => ({ items: [] }));
  api.on(listClosures, () => none).on(listRemovals, () => none);
  const records = [
    listAttendances,
    listCertificates,
    listIssues,
    listCessations,
    listAbsences,
    listClaims,
    listSupervisions,
  ] as const;
  for (const operation of [...records, listReminders, listRefusals, listAgeReviews]) {
    api.on(operation, () => none);
  }
});

test('a person is told with the decision behind the service and what was accepted with it', async () => {
  draw(routes, { at, me: meAs('auditor') });
  expect(await screen.findByRole('heading', { name: 'Nguyễn Văn Mẫu' })).toBeTruthy();
  expect(
    await screen.findByText('Quyết định 15/QĐ-UBND ngày 25/07/2024, Chủ tịch UBND xã Tân Lập'),
  ).toBeTruthy();
  expect(screen.getByText('Chấp thuận vượt quy định (quá 70 tuổi): Còn khỏe')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sửa thông tin' })).toBeNull();
});

test('what is kept from the reader is said, and nothing is offered to be revealed', async () => {
  api.on(getPerson, () => ({
    ...person,
    birthDate: null,
    ethnicity: null,
    religion: null,
    education: null,
    address: null,
    note: null,
    withheld: true,
    revealable: [],
  }));
  draw(routes, { at, me: meAs('team-leader') });
  expect(await screen.findByText(/không hiển thị với vai trò của bạn/)).toBeTruthy();
  expect(screen.getByText('Không hiển thị với vai trò của bạn')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Xem số căn cước' })).toBeNull();
});

test('a number is told to who gives a reason, and goes again', async () => {
  api.on(revealField, () => ({ field: 'citizen-id', value: '024090012345' }));
  const { router } = draw(routes, { at, me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Xem số căn cước' }));
  await user.click(await screen.findByRole('button', { name: 'Xem' }));
  expect(await screen.findByText('Ghi lý do')).toBeTruthy();
  expect(api.lastOf(revealField)).toBeUndefined();
  type(screen.getByLabelText('Lý do'), 'Đối chiếu hồ sơ');
  await user.click(screen.getByRole('button', { name: 'Xem' }));
  expect(await screen.findByText('024090012345')).toBeTruthy();
  expect(api.lastOf(revealField)).toMatchObject({ reason: 'Đối chiếu hồ sơ' });
  expect(router.state.location.search).not.toContain('024090012345');
  await user.click(screen.getByRole('button', { name: 'Ẩn ngay' }));
  await waitFor(() => expect(screen.queryByText('024090012345')).toBeNull());
}, 40_000);

test('what somebody else changed meanwhile is not overwritten, and what was typed is kept', async () => {
  api.on(changePerson, ({ version }) =>
    version === 3 ? refuse('person-changed-meanwhile', 409) : { ...person, version: 5 },
  );
  draw(routes, { at, me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Sửa thông tin' }));
  const address = await screen.findByLabelText('Địa chỉ', {}, slowly);
  type(address, 'Thôn Bầu');
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  expect(await screen.findByText(/vừa được người khác sửa/)).toBeTruthy();
  api.on(getPerson, () => ({ ...person, phone: '0912 999 999', version: 4 }));
  await user.click(screen.getByRole('button', { name: 'Lấy bản mới' }));
  expect(await screen.findByText(/Người kia đã sửa: Điện thoại/)).toBeTruthy();
  expect(screen.getByDisplayValue('0912 999 999')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.lastOf(changePerson)).toEqual({ id: row.id, version: 4, address: 'Thôn Bầu' }),
  );
}, 60_000);

const acted = (findings: object[]) => ({
  id: id(7),
  personId: row.id,
  teamId: team.id,
  position: 'ordinary' as const,
  validFrom: '2026-08-01',
  validTo: null,
  findings,
});

test('a soft rule is ticked and gets its reason before somebody is recognised', async () => {
  api.on(recognise, () => acted([soft]));
  draw(routes, { at: '/recognise', me: meAs('commune-officer') });
  await user.click(await screen.findByLabelText('Tổ viên'));
  expect(await screen.findByText('Hồ sơ chưa cho biết trình độ học vấn phổ thông.')).toBeTruthy();
  expect(screen.getByText('Khoản 3 Điều 13 Luật số 30/2023/QH15')).toBeTruthy();
  expect(api.lastOf(recognise)).toMatchObject({ dryRun: true });
  type(screen.getByLabelText('Số quyết định'), '20/QĐ-UBND');
  await user.click(screen.getByRole('button', { name: 'Công nhận' }));
  expect(await screen.findByText('Đánh dấu từng mục, hoặc hủy', {}, slowly)).toBeTruthy();
  expect(api.asked.some(({ input }) => input.dryRun === false)).toBe(false);
  await user.click(screen.getByRole('checkbox', { name: /trình độ học vấn/ }));
  type(screen.getByLabelText('Lý do và căn cứ'), 'Đang bổ sung bằng');
  await user.click(screen.getByRole('button', { name: 'Công nhận' }));
  await waitFor(() =>
    expect(api.asked.find(({ input }) => input.dryRun === false)?.input).toMatchObject({
      accept: ['education-unknown'],
      reason: 'Đang bổ sung bằng',
      decision: { number: '20/QĐ-UBND', signedOn: '2026-08-01' },
    }),
  );
}, 60_000);

test('a hard rule blocks, with its article', async () => {
  api.on(recognise, () => acted([hard]));
  draw(routes, { at: '/recognise', me: meAs('commune-officer') });
  await user.click(await screen.findByLabelText('Tổ viên'));
  expect(await screen.findByText(/Mới 16 tuổi, chưa đủ 18 tuổi/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Công nhận' }).disabled).toBe(true);
});

test('a Tổ that has a leader is told at the title', async () => {
  api.on(recognise, () => refuse('team-has-one-leader-a-day', 409));
  draw(routes, { at: '/recognise', me: meAs('commune-officer') });
  await user.click(await screen.findByLabelText('Tổ trưởng'));
  expect(await screen.findByText(/Tổ đã có Tổ trưởng trong thời gian đó/)).toBeTruthy();
});

test('another title is given by a decision from a day on', async () => {
  api.on(changePosting, () => acted([]));
  draw(routes, { at, me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Đổi chức danh' }));
  await user.click(await screen.findByLabelText('Tổ phó', {}, slowly));
  expect(await screen.findByText(/Đủ điều kiện theo quy định/)).toBeTruthy();
  expect(api.lastOf(changePosting)).toMatchObject({
    id: posting.id,
    position: 'deputy',
    dryRun: true,
  });
}, 40_000);

test('a member of about 70 is looked into on the page, and a day that is too early is told at its field', async () => {
  api
    .on(getPerson, () => ({ ...person, birthDate: '1956-08-20' }))
    .on(recordAgeReview, () => refuse('age-review-too-early', 422, { first: '2025-08-20' }));
  draw(routes, { at, me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Ghi kết quả xem xét' }, slowly));
  await user.click(await screen.findByRole('radio', { name: 'Tiếp tục tham gia' }, slowly));
  type(screen.getByLabelText(/Căn cứ \(giấy khám/), 'Sức khỏe loại II');
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  expect(await screen.findByText(/sớm nhất là ngày 20\/08\/2025/)).toBeTruthy();
  expect(api.lastOf(recordAgeReview)).toMatchObject({
    personId: row.id,
    outcome: 'continues',
    reviewedOn: '2026-08-01',
  });
});

test('of a younger member no review is asked for, and of nobody by who sees no profile', async () => {
  api.on(getPerson, () => ({ ...person, birthDate: '1990-01-01' }));
  const page = draw(routes, { at, me: meAs('commune-officer') });
  await screen.findByText('Trang phục, công cụ', {}, slowly);
  expect(screen.queryByText('Xem xét khi đến tuổi 70')).toBeNull();
  page.unmount();
  draw(routes, { at, me: meAs('team-leader') });
  await screen.findByRole('heading', { name: 'Nguyễn Văn Mẫu' });
  expect(screen.queryByText('Trang phục, công cụ')).toBeNull();
});
