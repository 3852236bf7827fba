import {
  listAreas,
  listInstruments,
  listReorganisations,
  listUnits,
  reorganise,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as WizardPage } from './wizard-page.tsx';

const id = (n: number) => `0199e000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const village = (n: number, name: string) => ({
  id: id(n),
  level: 'village' as const,
  kind: 'thôn' as const,
  code: `0${n}`,
  list: 'village',
  name,
  parentId: id(90),
  parentName: 'Lục Sơn',
  parentKind: 'xã' as const,
  validFrom: '2024-07-01',
  validTo: null,
});
const [east, west] = [village(11, 'Đông'), village(12, 'Đoài')] as const;
const resolution = {
  id: id(2),
  kind: 'resolution' as const,
  number: '05/NQ-HĐND',
  issuer: 'HĐND xã Lục Sơn',
  title: 'Sáp nhập thôn Đông và thôn Đoài',
  signedOn: '2026-06-20',
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  status: 'final' as const,
  subjects: ['reorganisation'],
  amends: [],
  bases: [],
  territoryOn: null,
  replaces: [],
  territory: [id(90)],
  quotas: 0,
};
const none = { changed: 0, moved: 0, outlines: 0, quotas: 0, workplaces: 0 };
const joined = { id: id(20), kind: 'thôn' as const, name: 'Hợp Nhất' };
const effects = {
  counts: { ...none, founded: 1, ended: 2, teams: 2 },
  moved: [],
  teams: [{ id: id(30), name: 'Tổ thôn Đông', villages: ['Hợp Nhất'] }],
  quotas: [],
  decisions: [
    { what: 'teams-await-consolidation' as const, unit: joined, count: 2 },
    {
      what: 'resolution-of-another-commune' as const,
      unit: { id: id(90), kind: 'xã' as const, name: 'Lục Sơn' },
      count: null,
    },
  ],
};
const routes = [
  { path: '/reorganisations/new', element: <WizardPage /> },
  { path: '/reorganisations', element: <p>các đợt sắp xếp</p> },
];
let api: FakeApi;

beforeEach(() => {
  sessionStorage.clear();
  api = new FakeApi()
    .on(listInstruments, () => ({ items: [resolution], nextCursor: null, total: 1 }))
    .on(listUnits, ({ level }) => {
      const items = level === 'village' ? [east, west] : [];
      return { items, nextCursor: null, total: items.length };
    })
    .on(listAreas, () => ({ items: [] }))
    .on(listReorganisations, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(reorganise, ({ id: act, on, instrumentId, title }) => ({
      ...{ id: act, on, instrumentId, title },
      ...{ instrumentNumber: resolution.number, status: 'applied', effects },
    }));
});

const open = () =>
  draw(routes, { at: '/reorganisations/new', me: meAs('provincial-administrator') });
const press = (text: string) =>
  fireEvent.click(screen.getByText(text, { selector: 'button, button *' }));
const forward = () => press('Tiếp tục');
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** A check is asked for and drawn. */
const patience = { timeout: 15_000 };

/** Chooses from a field that is searched. */
async function choose(field: HTMLElement, option: string | RegExp) {
  fireEvent.mouseDown(field);
  const inList = { selector: '.ant-select-item-option *' };
  const [shown] = await screen.findAllByText(option, inList, patience);
  fireEvent.click(shown!);
}

test('two villages are merged: chosen, tried without a trace, and done when the number is typed', async () => {
  const { search, router } = open();
  fireEvent.click(await screen.findByLabelText('Sáp nhập', {}, patience));
  await choose(screen.getByLabelText('Văn bản'), /05\/NQ-HĐND/);
  // The instrument says from which day, and what the act is called.
  expect(screen.getByLabelText<HTMLInputElement>('Tên đợt sắp xếp').value).toBe(resolution.title);
  forward();

  const villages = await screen.findByLabelText('Tìm thôn theo tên hoặc mã', {}, patience);
  await choose(villages, 'Thôn Đông');
  await choose(villages, 'Thôn Đoài');
  // They are looked for where they stand last.
  const looked = api.asked.filter(({ operation }) => operation === listUnits.subject);
  expect(looked.map(({ input }) => input)).toContainEqual(
    expect.objectContaining({ on: '2026-06-30', level: 'village' }),
  );
  expect(new Set(looked.map(({ input }) => input['on']))).toEqual(new Set(['2026-06-30']));
  forward();
  expect(await screen.findByText('Còn 1 chỗ cần điền hoặc sửa.')).toBeTruthy();
  write('Tên (không gồm loại)', 'Hợp Nhất');
  expect(screen.getByLabelText<HTMLInputElement>('Mã').value).toBe(east.code);
  forward();

  await screen.findByText('Đây là kiểm tra trước: chưa có gì được ghi.', {}, patience);
  const tried = api.lastOf(reorganise)!;
  expect(tried).toMatchObject({
    dryRun: true,
    on: '2026-07-01',
    instrumentId: resolution.id,
    title: resolution.title,
    ended: [east.id, west.id],
    founded: [{ level: 'village', kind: 'thôn', name: 'Hợp Nhất', parentId: id(90) }],
  });
  const successorId = (tried.founded as { id: string }[])[0]!.id;
  expect(tried.lineage).toEqual(
    [east, west].map((unit) => ({ predecessorId: unit.id, successorId, share: 1 })),
  );
  expect(screen.getByText('đơn vị kết thúc').previousSibling?.textContent).toBe('2');
  expect(screen.getByText(/Cần kiện toàn: nhiều Tổ/)).toBeTruthy();
  const warning = screen.getByText(/Cảnh báo: văn bản nêu làm căn cứ là của xã khác/);
  expect(within(warning.closest('details')!).getByText('Xã Lục Sơn')).toBeTruthy();
  forward();

  const confirmed = await screen.findByText('Áp dụng đợt sắp xếp', {}, patience);
  const apply = confirmed.closest('button')!;
  write(/Gõ số văn bản 05\/NQ-HĐND để xác nhận/, '05/NQ');
  expect(apply.disabled).toBe(true);
  write(/Gõ số văn bản 05\/NQ-HĐND để xác nhận/, '05/nq-hđnd');
  await waitFor(() => expect(apply.disabled).toBe(false));
  fireEvent.click(apply);
  await screen.findByText('các đợt sắp xếp', {}, patience);
  expect(api.lastOf(reorganise)).toEqual({ ...tried, dryRun: false });
  expect(search().get('act')).toBe(tried.id);
  // Nothing of the draft is left for the next act.
  await act(() => router.navigate('/reorganisations/new'));
  const again = await screen.findByLabelText<HTMLInputElement>('Sáp nhập', {}, patience);
  expect(again.checked).toBe(false);
}, 90_000);

test('what is missing is said before anything is tried, and a reload loses nothing', async () => {
  const first = open();
  fireEvent.click(await screen.findByLabelText('Chia', {}, patience));
  forward();
  expect(await screen.findByText('Còn 3 chỗ cần điền hoặc sửa.')).toBeTruthy();
  first.unmount();
  draw(routes, { at: '/reorganisations/new?step=3', me: meAs('provincial-administrator') });
  // Those of the next step with them: who is divided, and into what.
  expect(await screen.findByText('Còn 5 chỗ cần điền hoặc sửa.', {}, patience)).toBeTruthy();
  expect(api.lastOf(reorganise)).toBeUndefined();
  press('Sửa ở bước “Việc, ngày và văn bản”');
  const kept = await screen.findByLabelText<HTMLInputElement>('Chia', {}, patience);
  expect(kept.checked).toBe(true);
}, 60_000);

test('an act that is refused says why, with the way back to its units', async () => {
  api.on(reorganise, () => refuse('reorganisation-leaves-a-unit-without-parent', 409));
  sessionStorage.setItem(
    'antt.reorganisation-draft',
    JSON.stringify({
      ...{ id: id(1), shape: 'dissolve', level: 'village', on: '2026-07-01' },
      ...{ instrumentId: resolution.id, title: 'Giải thể', old: [east], next: [] },
      ...{ measure: 'households', whole: null, children: [], places: {}, parent: null },
    }),
  );
  const { search } = draw(routes, {
    at: '/reorganisations/new?step=3',
    me: meAs('provincial-administrator'),
  });
  const back = await screen.findByText('Quay lại đơn vị cũ và mới', {}, patience);
  expect(api.lastOf(reorganise)).toMatchObject({ dryRun: true, ended: [east.id] });
  fireEvent.click(back);
  await waitFor(() => expect(search().get('step')).toBe('2'));
}, 60_000);

test('a share is told with the name of who gets it, and never as more than everything', async () => {
  const receiver = { id: west.id, goesOn: west, kind: west.kind, name: west.name, code: west.code };
  sessionStorage.setItem(
    'antt.reorganisation-draft',
    JSON.stringify({
      ...{ id: id(1), shape: 'transfer', level: 'village', on: '2026-07-01' },
      ...{ instrumentId: resolution.id, title: 'Điều chỉnh', old: [east], children: [] },
      next: [{ ...receiver, households: null, part: 100 }],
      ...{ measure: 'households', whole: 400, places: {}, parent: null },
    }),
  );
  draw(routes, { at: '/reorganisations/new?step=2', me: meAs('provincial-administrator') });
  const share = await screen.findByText('25%', {}, patience);
  expect(share.parentElement?.textContent).toBe('Thôn Đoài 25%');
  write('Số hộ nhận', '500');
  await waitFor(() => expect(screen.queryByText('25%')).toBeNull());
  expect(document.querySelector('.share-line')?.textContent).toBe('');
  forward();
  expect(await screen.findByText(/Phần chuyển đi phải nhỏ hơn toàn bộ đơn vị/)).toBeTruthy();
}, 60_000);
