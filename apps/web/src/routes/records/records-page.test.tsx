import {
  closeEditing,
  decideRemoval,
  judgeDuplicate,
  listClosures,
  listComparisons,
  listDuplicates,
  listRemovals,
  listUnits,
  openEditingWindow,
  type Removal,
  requestRemoval,
  undoComparison,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { commune, id, none, person, row } from '../people/test-people.ts';
import { ClosedNote } from './closed-note.tsx';
import { PersonCare } from './person-care.tsx';
import { Component as RecordsPage } from './records-page.tsx';

const on = '2026-08-01';
const routes = [
  { path: '/records', element: <RecordsPage /> },
  { path: '/care', element: <PersonCare person={person} on={on} /> },
  { path: '/closed', element: <ClosedNote communeId={commune.id} on={on} /> },
];
const user = userEvent.setup();
let api: FakeApi;

/** As pasted: a letter at a time takes long where several things run. */
async function fill(field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

const other = { ...row, id: id(30), name: 'Nguyễn Văn Mẩu', citizenId: '••••••••9999' };
const comparison = {
  id: id(31),
  personIds: [row.id, other.id] as [string, string],
  judgement: 'same' as const,
  keptId: row.id,
  reason: 'Đối chiếu căn cước',
  judgedAt: '2026-07-30T03:00:00.000Z',
  judgedBy: 'xa',
  undone: false,
};
const removal: Removal = {
  id: id(32),
  personId: row.id,
  communeId: commune.id,
  commune,
  reason: 'Ghi nhầm người không dự tuyển',
  evidence: 'Biên bản 05/BB-CAX',
  requestedBy: 'xa2',
  requestedAt: '2026-07-30T03:00:00.000Z',
  outcome: null,
  decidedBy: null,
  decidedAt: null,
  note: '',
};
const closure = {
  communeId: commune.id,
  commune,
  closedAt: '2026-07-30T03:00:00.000Z',
  closedBy: 'tinh',
  reason: 'Khóa sổ để chi trả quý III',
  windows: [],
};

beforeEach(() => {
  api = new FakeApi()
    .on(listUnits, () => none)
    .on(listDuplicates, () => ({
      items: [{ people: [row, other], similarity: 0.9 }],
      nextCursor: null,
      total: 1,
    }))
    .on(listRemovals, () => ({ items: [removal], nextCursor: null, total: 1 }))
    .on(listClosures, () => ({ items: [closure], nextCursor: null, total: 1 }))
    .on(listComparisons, () => ({ items: [] }));
});

test('likely pairs that the first page does not hold are shown on demand', async () => {
  const next = { ...other, id: id(33), name: 'Nguyễn Văn Mẫu Hai' };
  api.on(listDuplicates, ({ cursor }) => ({
    items: [{ people: [row, cursor ? next : other] as [typeof row, typeof row], similarity: 0.9 }],
    nextCursor: cursor ? null : 'next',
    total: 2,
  }));
  draw(routes, { at: `/records?on=${on}`, me: meAs('commune-officer') });
  expect(await screen.findByText(/1 trong 2 cặp/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Xem thêm các cặp tiếp theo' }));
  expect(await screen.findByText('Nguyễn Văn Mẫu Hai')).toBeTruthy();
  expect(screen.getByText(/2 trong 2 cặp/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Xem thêm các cặp tiếp theo' })).toBeNull();
});

test('two records stand side by side, and what differs is told apart', async () => {
  draw(routes, { at: '/records', me: meAs('commune-officer') });
  expect(await screen.findByRole('link', { name: 'Nguyễn Văn Mẩu' })).toBeTruthy();
  const differs = (name: string) => screen.getByRole('row', { name }).dataset.differs;
  expect(differs('Số căn cước ••••••••2345 ••••••••9999')).toBe('true');
  expect(differs('Ngày sinh 04/05/1980 04/05/1980')).toBeUndefined();
});

test('of one person the record that stays is chosen, with how it was found out', async () => {
  api.on(judgeDuplicate, () => comparison);
  draw(routes, { at: '/records', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Cùng một người: gộp' }));
  await user.click(await screen.findByRole('radio', { name: /Nguyễn Văn Mẩu/ }));
  await fill(screen.getByLabelText('Căn cứ kết luận'), 'Đối chiếu căn cước');
  await user.click(screen.getByRole('button', { name: 'Gộp hồ sơ' }));
  await waitFor(() =>
    expect(api.lastOf(judgeDuplicate)).toMatchObject({
      personIds: [row.id, other.id],
      judgement: 'same',
      keptId: other.id,
      reason: 'Đối chiếu căn cước',
    }),
  );
}, 120_000);

test('two people are said to be two, and none of them is kept', async () => {
  api.on(judgeDuplicate, () => ({ ...comparison, judgement: 'different', keptId: null }));
  draw(routes, { at: '/records', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Hai người khác nhau' }));
  await fill(await screen.findByLabelText('Căn cứ kết luận'), 'Khác căn cước');
  await user.click(screen.getByRole('button', { name: 'Ghi kết luận' }));
  await waitFor(() =>
    expect(api.lastOf(judgeDuplicate)).toMatchObject({ judgement: 'different', keptId: null }),
  );
}, 120_000);

test('a removal is decided, and refused with a remark', async () => {
  api.on(decideRemoval, () => ({ ...removal, outcome: 'refused' }));
  draw(routes, { at: '/records?view=removals', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Quyết định' }));
  await user.click(await screen.findByRole('radio', { name: 'Không đồng ý' }));
  await user.click(screen.getByRole('button', { name: 'Ghi quyết định' }));
  expect(await screen.findByText('Không được để trống')).toBeTruthy();
  await fill(screen.getByLabelText('Ý kiến'), 'Đã tham gia Tổ');
  await user.click(screen.getByRole('button', { name: 'Ghi quyết định' }));
  await waitFor(() =>
    expect(api.lastOf(decideRemoval)).toEqual({
      id: removal.id,
      outcome: 'refused',
      note: 'Đã tham gia Tổ',
    }),
  );
}, 120_000);

test('who asked for a removal does not decide on it', async () => {
  api.on(listRemovals, () => ({
    items: [{ ...removal, requestedBy: 'ai' }],
    nextCursor: null,
    total: 1,
  }));
  draw(routes, { at: '/records?view=removals', me: meAs('commune-officer') });
  expect(await screen.findByText(/người khác quyết định/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Quyết định' })).toBeNull();
});

test('a removal is asked for on the page of the person, with reason and evidence', async () => {
  api.on(listRemovals, () => none).on(requestRemoval, () => removal);
  draw(routes, { at: '/care', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Đề nghị xóa hồ sơ' }));
  await fill(await screen.findByLabelText('Lý do xóa'), removal.reason);
  await fill(screen.getByLabelText('Giấy tờ chứng minh'), removal.evidence);
  await user.click(screen.getByRole('button', { name: 'Gửi đề nghị' }));
  await waitFor(() =>
    expect(api.lastOf(requestRemoval)).toMatchObject({
      personId: row.id,
      reason: removal.reason,
      evidence: removal.evidence,
    }),
  );
}, 120_000);

test('a judgement is taken back on the page of the person', async () => {
  const names: [string, string] = [row.name, other.name];
  api
    .on(listComparisons, () => ({ items: [{ ...comparison, names, keptName: row.name }] }))
    .on(undoComparison, () => ({ ...comparison, undone: true }));
  draw(routes, { at: '/care', me: meAs('commune-officer') });
  expect(await screen.findByText(/là một người, giữ hồ sơ Nguyễn Văn Mẫu/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Hủy kết luận' }));
  await fill(await screen.findByLabelText('Lý do'), 'Nhầm người cùng tên');
  await user.click(screen.getAllByRole('button', { name: 'Hủy kết luận' }).at(-1)!);
  await waitFor(() =>
    expect(api.lastOf(undoComparison)).toEqual({
      id: comparison.id,
      reason: 'Nhầm người cùng tên',
    }),
  );
}, 120_000);

test('the province lets a closed commune change records for a time; the commune does not', async () => {
  api.on(openEditingWindow, (input) => ({ ...input, openedBy: 'tinh' }));
  const page = draw(routes, {
    at: '/records?view=editing',
    me: meAs('provincial-administrator'),
  });
  await user.click(await screen.findByRole('button', { name: 'Cho sửa trong một thời gian' }));
  await fill(await screen.findByLabelText('Xã đề nghị sửa gì'), 'Bổ sung số tài khoản');
  await user.click(screen.getByRole('button', { name: 'Cho sửa' }));
  await waitFor(() =>
    expect(api.lastOf(openEditingWindow)).toMatchObject({
      communeId: commune.id,
      opensAt: expect.stringMatching(/T07:00:00\+07:00$/),
      closesAt: expect.stringMatching(/T17:00:00\+07:00$/),
      reason: 'Bổ sung số tài khoản',
    }),
  );
  page.unmount();
  draw(routes, { at: '/records?view=editing', me: meAs('commune-officer') });
  expect(await screen.findByText('Khóa sổ để chi trả quý III')).toBeTruthy();
  for (const name of ['Khóa sửa một xã', 'Mở lại hẳn', 'Cho sửa trong một thời gian']) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
  expect(api.lastOf(closeEditing)).toBeUndefined();
}, 120_000);

test('that a commune is closed is said above a person, and that it is open for a time', async () => {
  const page = draw(routes, { at: '/closed', me: meAs('commune-officer') });
  expect(await screen.findByText(/đang bị khóa sửa/)).toBeTruthy();
  page.unmount();
  const now = Date.now();
  const window = {
    id: id(33),
    communeId: commune.id,
    opensAt: new Date(now - 60_000).toISOString(),
    closesAt: new Date(now + 60_000).toISOString(),
    reason: 'Bổ sung số tài khoản',
    openedBy: 'tinh',
  };
  api.on(listClosures, () => ({
    items: [{ ...closure, windows: [window] }],
    nextCursor: null,
    total: 1,
  }));
  draw(routes, { at: '/closed', me: meAs('commune-officer') });
  expect(await screen.findByText(/được sửa trong thời gian dưới đây/)).toBeTruthy();
});
