import {
  discardDraft,
  getDraft,
  issueDraft,
  listInstruments,
  listMemberCosts,
  type QuotaCeiling,
  type QuotaDraftRow,
  saveDraftLines,
  setCeiling,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as DraftPage } from './draft-page.tsx';

const id = (last: number) => `0199d000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const line = (n: number, name: string, more: Partial<QuotaDraftRow> = {}): QuotaDraftRow => ({
  unitId: id(n),
  villages: 10,
  teams: 10,
  members: 30,
  leaders: null,
  deputies: null,
  ordinary: null,
  note: '',
  parts: [],
  version: 1,
  changedBy: 'ai',
  standing: true,
  unit: { code: `0${n}`, name, kind: 'xã' },
  parent: null,
  norm: null,
  decided: { teams: 10, members: 30, note: '' },
  active: 10,
  serving: null,
  surplus: 0,
  ...more,
});
const draft = {
  id: id(1),
  unitId: id(2),
  title: 'Giao số lượng Tổ',
  issuer: 'UBND tỉnh',
  effectiveFrom: '2026-07-01',
  basis: [],
  place: '',
  signerTitle: '',
  signerName: '',
  recipients: [],
  status: 'draft' as const,
  version: 1,
  number: null,
  signedOn: null,
  instrumentId: null,
  changedAt: '2026-06-01T00:00:00Z',
  changedBy: 'ai',
  unitName: 'Bắc Giang',
  unitKind: 'tỉnh',
  lines: [line(11, 'Đồng Kỳ'), line(12, 'An Thượng', { active: 12 })],
  ceiling: {
    id: id(3),
    unitId: id(2),
    instrumentId: id(4),
    teams: 20,
    members: 90,
    validFrom: '2026-01-01',
    validTo: null,
    number: '05/NQ-HĐND',
  },
  proposals: 0,
  changes: [],
  places: [],
};
const routes = [{ path: '/drafts/:id', element: <DraftPage /> }];
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(getDraft, () => draft)
    .on(discardDraft, () => ({}))
    .on(listMemberCosts, () => ({
      items: [],
      ...{ policies: [], illustrative: false, unknown: [] },
    }))
    .on(saveDraftLines, ({ lines }) => ({
      lines: (lines as { unitId: string; version: number }[]).map(({ unitId, version }) => ({
        unitId,
        version: version + 1,
      })),
    }));
});

async function opened() {
  draw(routes, { at: `/drafts/${draft.id}`, me: meAs('provincial-administrator') });
  await screen.findByText('Xã Đồng Kỳ');
  return screen.getByRole('grid');
}

const saved = () => api.asked.filter(({ operation }) => operation === saveDraftLines.subject);
const teamsOf = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(name) })).getAllByRole('gridcell')[2]!;

test('a figure is typed by keyboard alone and saved by itself', async () => {
  const grid = await opened();
  grid.focus();
  await user.keyboard('{ArrowRight}9{Enter}');
  expect(teamsOf('Đồng Kỳ').textContent).toBe('9');
  await waitFor(() => expect(saved()).toHaveLength(1), { timeout: 3000 });
  expect(saved()[0]!.input).toMatchObject({
    lines: [{ unitId: id(11), teams: 9, members: 30, version: 1 }],
  });
  await screen.findByText('Đã lưu');
  expect(screen.getByText(/giảm 1 Tổ so với đang giao/)).toBeTruthy();
});

test('what is no number is not written, and Escape leaves the cell as it was', async () => {
  const grid = await opened();
  grid.focus();
  await user.keyboard('{ArrowRight}ba{Enter}');
  expect(screen.getByLabelText('Xã Đồng Kỳ: Số Tổ').getAttribute('aria-invalid')).toBe('true');
  await user.keyboard('{Escape}');
  expect(teamsOf('Đồng Kỳ').textContent).toBe('10');
});

test('a note of the decision before goes as its figures change; undone, it is back', async () => {
  const note = '02 Tổ phụ trách 02 thôn';
  const lines = [line(11, 'Đồng Kỳ', { note, decided: { teams: 10, members: 30, note } })];
  api.on(getDraft, () => ({ ...draft, lines }));
  const grid = await opened();
  grid.focus();
  await user.keyboard('{ArrowRight}9{Enter}');
  expect(screen.queryByText(note)).toBeNull();
  await user.keyboard('{Control>}z{/Control}');
  expect(screen.getByText(note)).toBeTruthy();
});

test('rows that are filtered have a total of their own beside that of the province', async () => {
  await opened();
  await user.type(screen.getByPlaceholderText('Tìm xã, phường'), 'An Thượng');
  const total = (name: string) =>
    screen.getByRole('row', { name: new RegExp(name) }).querySelector('[data-column="teams"]')!
      .textContent;
  expect(total('Tổng đang xem')).toBe('10');
  expect(total('Tổng cộng toàn tỉnh')).toBe('20');
});

test('Ctrl-Z takes the last change back', async () => {
  const grid = await opened();
  grid.focus();
  await user.keyboard('{ArrowRight}9{Enter}');
  await user.keyboard('{Control>}z{/Control}');
  expect(teamsOf('Đồng Kỳ').textContent).toBe('10');
});

test('totals are weighed against the ceiling, and a surplus to come is counted', async () => {
  const grid = await opened();
  expect(screen.getByText('Trong mức trần: Tổ 20, thành viên 90 (05/NQ-HĐND)')).toBeTruthy();
  expect(screen.getByText('Dôi dư 1')).toBeTruthy();
  grid.focus();
  await user.keyboard('{ArrowRight}11{Enter}');
  expect(screen.getByText('Vượt mức trần: Tổ 20, thành viên 90 (05/NQ-HĐND)')).toBeTruthy();
});

test('the ceiling of a new resolution is set beside the draft that it bounds', async () => {
  api
    .on(listInstruments, () => ({
      items: [
        {
          id: id(5),
          kind: 'resolution',
          number: '09/NQ-HĐND',
          issuer: 'HĐND tỉnh',
          title: 'Số lượng Tổ',
          signedOn: '2026-06-01',
          effectiveFrom: '2026-07-01',
          effectiveTo: null,
          status: 'final',
          subjects: [],
          amends: [],
          bases: [],
          territoryOn: null,
          replaces: [],
          territory: [],
          quotas: 0,
        },
      ],
      nextCursor: null,
      total: 1,
    }))
    .on(setCeiling, (input) => ({ ...(input as QuotaCeiling), validTo: null }));
  await opened();
  await user.click(screen.getByRole('button', { name: 'Đặt mức trần' }));
  const form = within(await screen.findByRole('dialog', { name: 'Mức trần: Tỉnh Bắc Giang' }));
  await user.click(form.getByRole('combobox', { name: 'Nghị quyết' }));
  await user.click(await screen.findByText(/09\/NQ-HĐND/));
  await user.clear(form.getByRole('spinbutton', { name: 'Số thành viên nhiều nhất' }));
  await user.click(form.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.asked.find(({ operation }) => operation === setCeiling.subject)?.input).toEqual(
      expect.objectContaining({
        unitId: draft.unitId,
        instrumentId: id(5),
        teams: 20,
        members: null,
        validFrom: '2026-07-01',
      }),
    ),
  );
}, 60_000);

test('who serves stands beside the draft, and how many more than it gives', async () => {
  const lines = [
    line(11, 'Đồng Kỳ', { serving: 34 }),
    line(12, 'An Thượng', { serving: 1200 }),
    line(13, 'Tam Tiến'),
  ];
  api.on(getDraft, () => ({ ...draft, lines }));
  await opened();
  const served = (name: RegExp | string) =>
    screen.getByRole('row', { name }).querySelector('[data-column="serving"]')!.textContent;
  expect([served(/Đồng Kỳ/), served(/An Thượng/), served(/Tam Tiến/)]).toEqual([
    '34',
    '1.200',
    '–',
  ]);
  expect(served(/Tổng cộng/)).toBe('1.234');
  expect(screen.getByText('4 người đang phục vụ nhiều hơn dự thảo')).toBeTruthy();
});

test('rows of a spreadsheet are shown with what they change before they are written', async () => {
  const grid = await opened();
  fireEvent.paste(grid, {
    clipboardData: { getData: () => 'An Thượng\t12\t36\nLạ Lùng\t1\t3' },
  });
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('1 xã thay đổi, 0 xã như cũ, 1 dòng có lỗi.')).toBeTruthy();
  expect(within(dialog).getByText(/Không có xã nào tên “Lạ Lùng”/)).toBeTruthy();
  expect(within(dialog).getByText('Số Tổ: 10 → 12; Thành viên: 30 → 36')).toBeTruthy();
  await user.click(within(dialog).getByText('Ghi 1 xã'));
  expect(teamsOf('An Thượng').textContent).toBe('12');
});

test('a save that is refused says so, and what was typed stays', async () => {
  api.on(saveDraftLines, () => refuse('draft-is-issued', 409));
  const grid = await opened();
  grid.focus();
  await user.keyboard('{ArrowRight}9{Enter}');
  expect(await screen.findByText('Chưa lưu được', {}, { timeout: 3000 })).toBeTruthy();
  expect(teamsOf('Đồng Kỳ').textContent).toBe('9');
});

test('a decision is issued only after its number is typed twice', async () => {
  api.on(issueDraft, ({ instrumentId }) => ({
    instrumentId: instrumentId as string,
    communes: 2,
    teams: 20,
    members: 60,
  }));
  await opened();
  await user.click(screen.getByRole('button', { name: /Ban hành/ }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('Số quyết định'), {
    target: { value: '12/QĐ-UBND' },
  });
  const submit = within(dialog).getByRole('button', { name: 'Ban hành, không sửa được nữa' });
  expect(submit).toHaveProperty('disabled', true);
  fireEvent.change(within(dialog).getByLabelText('Gõ lại số quyết định để xác nhận'), {
    target: { value: '12/QĐ-UBND' },
  });
  const sign = (day: string) => {
    const field = within(dialog).getByLabelText('Ngày ký');
    fireEvent.mouseDown(field);
    fireEvent.change(field, { target: { value: day } });
    fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  };
  // Signed after the day from which it would hold: told at the day, and nothing is sent.
  sign('02/07/2026');
  await user.click(submit);
  const late = await within(dialog).findByText(
    'Ngày ký 02/07/2026 sau ngày có hiệu lực 01/07/2026. Sửa một trong hai ngày.',
  );
  expect(late.closest('.ant-form-item')?.textContent).toContain('Ngày ký');
  expect(api.lastOf(issueDraft)).toBeUndefined();
  sign('25/06/2026');
  await user.click(submit);
  await waitFor(() =>
    expect(api.lastOf(issueDraft)).toMatchObject({
      number: '12/QĐ-UBND',
      confirmation: '12/QĐ-UBND',
      signedOn: '2026-06-25',
      effectiveFrom: '2026-07-01',
    }),
  );
}, 60_000);

test('an auditor reads the draft and its paper, and is offered nothing that changes it', async () => {
  draw(routes, { at: `/drafts/${draft.id}`, me: meAs('auditor') });
  await screen.findByText('Xã Đồng Kỳ');
  expect(screen.getByRole('button', { name: /Tải Word/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Ban hành/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Đặt mức trần' })).toBeNull();
  const grid = screen.getByRole('grid');
  grid.focus();
  await user.keyboard('{ArrowRight}9{Enter}');
  expect(teamsOf('Đồng Kỳ').textContent).toBe('10');
  expect(saved()).toEqual([]);
});

test('the cost of a year moves with what is typed, beside that of the standing decision', async () => {
  const each = { allowance: 18_000_000, insurance: 2_000_000, state: 1_000_000 };
  const members = { leader: each, deputy: each, ordinary: each };
  api.on(listMemberCosts, () => ({
    items: [
      {
        commune: { id: id(11), name: 'Đồng Kỳ', kind: 'xã' },
        ...{ members, team: 5_000_000, deputiesPerTeam: 1 },
      },
    ],
    ...{ policies: ['08/2025/NQ-HĐND'], illustrative: true, unknown: [] },
  }));
  const grid = await opened();
  // 30 members and 10 teams of Đồng Kỳ; An Thượng has no rates
  expect(await screen.findByText('650 triệu đ')).toBeTruthy();
  expect(screen.getByText(/đang giao 650 triệu đ\).*chưa kể 1 xã.*minh họa/)).toBeTruthy();
  grid.focus();
  await user.keyboard('{ArrowRight}9{Tab}27{Enter}');
  expect(await screen.findByText('585 triệu đ')).toBeTruthy();
  expect(screen.getByRole('row', { name: /Đồng Kỳ/ }).textContent).toContain('585');
});

test('where nothing pays the cost is said to be unknown', async () => {
  await opened();
  expect(await screen.findByText(/chưa có chính sách chi nào áp dụng/)).toBeTruthy();
});
