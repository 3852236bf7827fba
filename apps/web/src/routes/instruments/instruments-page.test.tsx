import {
  correctInstrument,
  getInstrument,
  type InstrumentProfile,
  listGoverned,
  listInForce,
  listInstruments,
  listInstrumentSubjects,
  listUnits,
  recordInstrument,
  repealInstrument,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { CorrectionForm } from './correction-form.tsx';
import InstrumentForm from './instrument-form.tsx';
import { Component as InstrumentPage } from './instrument-page.tsx';
import { Component as InstrumentsPage } from './instruments-page.tsx';
import { RepealDialog } from './repeal-dialog.tsx';

// Whether a role can be seen is asked of every style of the page, which takes jsdom seconds.
configure({ asyncUtilTimeout: 30_000, defaultHidden: true });

const id = (last: number) => `0199a000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const profile = (last: number, given: Partial<InstrumentProfile> = {}): InstrumentProfile => ({
  id: id(last),
  kind: 'resolution',
  number: `${last}/2024/NQ-HĐND`,
  issuer: 'HĐND tỉnh Bắc Giang',
  title: 'Tiêu chí số lượng thành viên Tổ',
  status: 'final',
  signedOn: '2024-07-05',
  effectiveFrom: '2024-07-15',
  effectiveTo: null,
  subjects: ['member-criteria'],
  amends: [],
  replaces: [],
  bases: [],
  territory: [],
  territoryOn: null,
  links: { amends: [], amendedBy: [], replaces: [], replacedBy: [], bases: [], basisOf: [] },
  units: [],
  files: [],
  repeal: null,
  corrections: [],
  ...given,
});
const listed = (one: InstrumentProfile) => ({ ...one, quotas: 0 });
const routes = [
  { path: '/instruments', element: <InstrumentsPage /> },
  { path: '/instruments/:id', element: <InstrumentPage /> },
];
const user = userEvent.setup();

/** Plain events: the checks before a simulated user's key or click take jsdom seconds on forms this large. */
const press = (element: HTMLElement) => fireEvent.click(element);
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const me = meAs('provincial-administrator');
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(listInstrumentSubjects, () => ({
      items: [
        {
          code: 'member-criteria',
          name: 'Tiêu chí số lượng thành viên',
          nameEn: 'Criteria',
          exclusive: true,
        },
      ],
    }))
    .on(listUnits, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(listInstruments, () => ({
      items: [listed(profile(22)), listed(profile(7, { status: 'draft', number: 'Dự thảo 7' }))],
      nextCursor: null,
      total: 2,
    }))
    .on(listGoverned, () => ({
      items: [
        {
          noun: 'quota' as const,
          id: id(90),
          name: '2 / 6',
          unit: { id: id(91), kind: 'xã', name: 'Tân Lập' },
          from: '2024-08-01',
          to: null,
        },
      ],
      nextCursor: null,
      total: 1,
      counts: { quota: 1 },
    }));
});

test('a document leads to the criteria and to the Tổ that rest on it', async () => {
  const governed = (noun: 'criteria' | 'team', last: number, name: string) => ({
    noun,
    id: id(last),
    name,
    unit: null,
    from: '2024-08-01',
    to: null,
  });
  api.on(listGoverned, () => ({
    items: [governed('criteria', 81, 'Tiêu chí tỉnh'), governed('team', 82, 'Tổ số 1')],
    nextCursor: null,
    total: 2,
    counts: { criteria: 1, team: 1 },
  }));
  api.on(getInstrument, () => profile(22));
  draw(routes, { at: `/instruments/${id(22)}?on=2025-01-01`, me });
  const leadsTo = async (name: string) =>
    (await screen.findByText(name)).closest('a')?.getAttribute('href');
  expect(await leadsTo('Tiêu chí tỉnh')).toBe(`/criteria/${id(81)}?on=2025-01-01`);
  expect(await leadsTo('Tổ số 1')).toBe(`/teams/${id(82)}?on=2025-01-01`);
});

test('the list keeps its filters in the address and opens a document', async () => {
  const { search, router } = draw(routes, { at: '/instruments?on=2025-01-01', me });
  expect(await screen.findByText('2 văn bản')).toBeTruthy();
  write(screen.getByRole('textbox', { name: 'Số, ký hiệu hoặc trích yếu' }), 'tieu chi');
  await waitFor(() => expect(api.lastOf(listInstruments)).toMatchObject({ q: 'tieu chi' }));
  await user.click(screen.getByRole('combobox', { name: 'Tình trạng' }));
  await user.click(await screen.findByText('Có hiệu lực ngày 01/01/2025'));
  expect(search().get('standing')).toBe('in-force');
  await waitFor(() => expect(api.lastOf(listInstruments)).toMatchObject({ on: '2025-01-01' }));
  expect(router.state.location.pathname).toBe('/instruments');
});

test('in a unit it says which documents are in force there, and through which former unit', async () => {
  api.on(listInForce, () => {
    const {
      links: _,
      units: __,
      files: ___,
      repeal: ____,
      corrections: _____,
      ...one
    } = profile(5);
    const by = [{ id: id(80), kind: 'tỉnh', name: 'Bắc Giang' }];
    return { items: [{ ...one, extent: 'part' as const, by }] };
  });
  draw(routes, { at: `/instruments?unit=${id(81)}&on=2025-09-01`, me });
  expect(await screen.findByText('1 văn bản')).toBeTruthy();
  expect(api.lastOf(listInForce)).toMatchObject({ unit: id(81), on: '2025-09-01' });
});

test('without documents the list says how to begin', async () => {
  api.on(listInstruments, () => ({ items: [], nextCursor: null, total: 0 }));
  draw(routes, { at: '/instruments', me });
  expect(await screen.findByText('Chưa có văn bản nào')).toBeTruthy();
});

test('a document is recorded as it was filled in, and what clashes is said in words', async () => {
  api.on(recordInstrument, () => refuse('instrument-subject-overlaps', 409));
  const given = {
    ...{ kind: 'decision' as const, number: '12/2025/QĐ-UBND', issuer: 'UBND tỉnh' },
    ...{ title: 'Giao số lượng', signedOn: '2025-06-20', effectiveFrom: '2025-07-01' },
    amends: [id(22)],
  };
  const nothing = () => {};
  const form = <InstrumentForm given={given} onClose={nothing} onRecorded={nothing} />;
  draw([{ path: '/', element: form }], { me });
  press(await screen.findByLabelText(/Đây là dự thảo/));
  press(screen.getByText('Ghi'));
  const told = await screen.findByText(/cùng quy định/);
  expect(told.closest('.ant-form-item')!.querySelector('#subjects')).toBeTruthy();
  expect(api.lastOf(recordInstrument)).toMatchObject({
    ...given,
    status: 'draft',
    fileIds: [],
    territory: [],
  });
}, 60_000);

test('a document shows its territory, its ties and what rests on it', async () => {
  const amendment = profile(30, { effectiveFrom: '2025-01-01' });
  const links = { ...profile(1).links, amendedBy: [amendment] };
  const units = [{ id: id(80), kind: 'tỉnh', name: 'Bắc Giang', endedOn: '2025-07-01' }];
  api.on(getInstrument, () => profile(22, { links, units }));
  draw(routes, { at: `/instruments/${id(22)}?on=2025-09-01`, me });
  expect(await screen.findByText('Tỉnh Bắc Giang (đến hết ngày 30/06/2025)')).toBeTruthy();
  expect(screen.getByRole('link', { name: /30\/2024/ }).getAttribute('href')).toBe(
    `/instruments/${id(30)}?on=2025-09-01`,
  );
  expect(await screen.findByText(/2 Tổ, 6 thành viên/)).toBeTruthy();
  press(screen.getByRole('tab', { name: 'Diễn biến' }));
  const moments = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(moments.filter((text) => /Ký|Có hiệu lực|sửa đổi/.test(text ?? ''))).toHaveLength(3);
});

test('a repeal shows what loses its basis before the number is typed', async () => {
  api
    .on(getInstrument, () => profile(22))
    .on(repealInstrument, ({ dryRun, on }) => ({
      instrument: profile(22, { effectiveTo: on as string }),
      effects: {
        counts: { quota: 1 },
        items: dryRun
          ? [
              {
                noun: 'quota' as const,
                id: id(90),
                name: '2 / 6',
                unit: { id: id(91), kind: 'xã', name: 'Tân Lập' },
                from: '2024-08-01',
                to: null,
                losesBasisOn: on as string,
              },
            ]
          : [],
      },
    }));
  const nothing = () => {};
  const asked = <RepealDialog instrument={profile(22)} onClose={nothing} />;
  draw([{ path: '/', element: asked }], { me });
  const dialog = within(await screen.findByRole('dialog'));
  write(dialog.getByLabelText('Lý do'), 'Không còn phù hợp');
  press(dialog.getByRole('button', { name: 'Xem ảnh hưởng' }));
  expect(await dialog.findByText(/1 mục mất căn cứ/)).toBeTruthy();
  expect(api.lastOf(repealInstrument)).toMatchObject({ dryRun: true, byId: null });
  const button = dialog.getByRole('button', { name: 'Bãi bỏ' });
  expect(button).toHaveProperty('disabled', true);
  write(dialog.getByLabelText(/Gõ số/), '22/2024/NQ-HĐND');
  press(button);
  await waitFor(() => expect(api.lastOf(repealInstrument)).toMatchObject({ dryRun: false }));
}, 60_000);

test('a correction sends the fields with the reason', async () => {
  api.on(getInstrument, () => profile(22)).on(correctInstrument, () => profile(22));
  const nothing = () => {};
  const form = <CorrectionForm instrument={profile(22)} onClose={nothing} />;
  draw([{ path: '/', element: form }], { me });
  write(await screen.findByLabelText('Lý do'), 'Ghi nhầm số');
  const number = screen.getByLabelText('Số, ký hiệu');
  await user.clear(number);
  write(number, '23/2024/NQ-HĐND');
  press(screen.getAllByText('Đính chính').at(-1)!);
  await waitFor(() =>
    expect(api.lastOf(correctInstrument)).toMatchObject({
      id: id(22),
      number: '23/2024/NQ-HĐND',
      reason: 'Ghi nhầm số',
    }),
  );
}, 60_000);

test('who may not write documents sees no way to change one', async () => {
  api.on(getInstrument, () => profile(22));
  draw(routes, { at: `/instruments/${id(22)}`, me: meAs('area-officer') });
  expect(await screen.findByText('Chưa có tệp nào.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Thao tác/ })).toBeNull();
});
