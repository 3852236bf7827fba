import {
  adoptPolicy,
  confirmPolicy,
  getInstrument,
  getPolicy,
  listPolicies,
  listPolicyTemplates,
  listTags,
  PolicyDocument,
  simulatePolicy,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as ComparisonPage } from './comparison-page.tsx';
import { Component as PolicyPage } from './policy-page.tsx';

const id = '0199f100-0000-7000-8000-000000000001';
const other = '0199f100-0000-7000-8000-000000000002';
const paper = '0199f100-0000-7000-8000-000000000003';
const routes = [
  { path: '/policies/:policyId', element: <PolicyPage /> },
  { path: '/policies/:policyId/comparison', element: <ComparisonPage /> },
];
const user = userEvent.setup();
const document = PolicyDocument.parse({
  name: 'Mức hỗ trợ của tỉnh',
  certainty: 'gazette',
  lines: [
    {
      code: 'monthly',
      item: 'monthly-support',
      label: 'Hỗ trợ hằng tháng',
      rates: [
        { when: { positions: ['leader'] }, value: { vnd: 1_800_000 } },
        { value: { vnd: 1_200_000 } },
      ],
    },
  ],
});
const instrument = {
  id: paper,
  number: '30/NQ-HĐND',
  issuer: 'HĐND tỉnh',
  signedOn: '2026-06-01',
};
const row = {
  id,
  instrument,
  units: [],
  status: 'draft' as const,
  validFrom: null,
  validTo: null,
  adoptedBy: null,
  name: document.name,
  certainty: document.certainty,
  lines: 1,
  territory: [],
};
const former = {
  ...row,
  id: other,
  name: 'Mức hỗ trợ cũ',
  status: 'adopted' as const,
  validFrom: '2024-07-01',
  instrument: { ...instrument, number: '12/NQ-HĐND' },
};
const formerDocument = PolicyDocument.parse({
  ...document,
  lines: [
    {
      ...document.lines[0]!,
      rates: [
        { when: { positions: ['leader'] }, value: { vnd: 1_500_000 } },
        { value: { vnd: 1_200_000 } },
      ],
    },
  ],
});
const decree = (files: object[]) => ({
  ...instrument,
  kind: 'resolution' as const,
  title: 'Mức hỗ trợ',
  status: 'final' as const,
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  subjects: [],
  amends: [],
  replaces: [],
  bases: [],
  territory: [],
  territoryOn: null,
  links: { amends: [], amendedBy: [], replaces: [], replacedBy: [], bases: [], basisOf: [] },
  units: [],
  files,
  repeal: null,
  corrections: [],
});
const file = {
  id: other,
  name: 'nghi-quyet.pdf',
  type: 'application/pdf',
  size: 1000,
  sha256: 'a'.repeat(64),
  keptAt: '2026-06-02T02:00:00Z',
};
let confirmed: string[];
let api: FakeApi;
const at = { at: `/policies/${id}?on=2026-08-01`, me: meAs('finance-officer') };

beforeEach(() => {
  confirmed = [];
  api = new FakeApi()
    .on(getPolicy, (asked) => ({
      ...(asked.id === other ? former : row),
      document: asked.id === other ? formerDocument : document,
      faults: [],
      confirmations: confirmed.map((path) => ({
        path,
        by: 'taichinh',
        at: '2026-08-01T02:00:00Z',
      })),
    }))
    .on(listPolicies, () => ({ items: [row, former], nextCursor: null, total: 2 }))
    .on(listPolicyTemplates, () => ({ items: [] }))
    .on(listTags, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(getInstrument, () => decree([file]))
    .on(confirmPolicy, ({ paths }) => {
      confirmed = paths as string[];
      return { confirmed: confirmed.length };
    });
});

test('values are confirmed one by one or together, and then bear a name and a time', async () => {
  draw(routes, at);
  await user.click(await screen.findByLabelText('Đã đối chiếu Hỗ trợ hằng tháng, mức 1'));
  await user.click(screen.getByText('Xác nhận 1 giá trị'));
  await waitFor(() =>
    expect(api.lastOf(confirmPolicy)).toEqual({ id, paths: ['lines.0.rates.0'] }),
  );
  expect(await screen.findByText('taichinh')).toBeTruthy();
  expect(screen.getByText('01/08/2026 09:00')).toBeTruthy();
  expect(screen.queryByLabelText('Đã đối chiếu Hỗ trợ hằng tháng, mức 1')).toBeNull();
  expect(screen.getByText('Chọn cả 1')).toBeTruthy();
});

test('without a file of the instrument there is nothing to compare with, and a link to it', async () => {
  api.on(getInstrument, () => decree([]));
  draw(routes, at);
  const told = await screen.findByText(/chưa có tệp đính kèm/);
  expect(within(told).getByRole('link').getAttribute('href')).toBe(
    `/instruments/${paper}?on=2026-08-01`,
  );
});

test('who only reads is asked to confirm and adopt nothing', async () => {
  draw(routes, { ...at, me: meAs('auditor') });
  await screen.findByText('1.800.000 đ');
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByText('Áp dụng')).toBeNull();
  expect(screen.queryByText('Sửa dự thảo')).toBeNull();
});

test('a refused adoption tells each value; with the former policy ended it is adopted', async () => {
  api.on(adoptPolicy, () =>
    refuse('policy-has-faults', 422, {
      id,
      faults: [
        { code: 'item-paid-twice', path: 'lines.0.item', about: '12/NQ-HĐND' },
        { code: 'not-confirmed', path: 'lines.0.rates.1', about: '30/NQ-HĐND' },
      ],
    }),
  );
  draw(routes, at);
  await user.click(await screen.findByRole('button', { name: 'Áp dụng' }));
  const dialog = await screen.findByRole('dialog');
  const adopt = within(dialog).getByRole('button', { name: 'Áp dụng' }) as HTMLButtonElement;
  expect(adopt.disabled).toBe(true);
  await user.type(within(dialog).getByLabelText(/Gõ lại số văn bản/), '30/NQ-HĐND');
  await user.click(adopt);
  expect(await within(dialog).findByText(/đang được chi theo văn bản 12\/NQ-HĐND/)).toBeTruthy();
  expect(within(dialog).getByText('1 giá trị chưa đối chiếu với văn bản')).toBeTruthy();
  api.on(adoptPolicy, () => ({ ...row, status: 'adopted' as const, document }));
  await user.click(within(dialog).getByRole('checkbox', { name: /12\/NQ-HĐND/ }));
  await user.click(adopt);
  await waitFor(() =>
    expect(api.lastOf(adoptPolicy)).toEqual({ id, validFrom: '2026-07-01', ends: [other] }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a draft is compared with the adopted policy, value by value', async () => {
  draw(routes, { ...at, at: `/policies/${id}/comparison?on=2026-08-01` });
  expect((await screen.findByText('1.500.000 đ')).closest('del')).toBeTruthy();
  expect(screen.getByText('1.800.000 đ').closest('ins')).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: 'Tổ trưởng' })).toBeTruthy();
  expect(screen.queryByText('1.200.000 đ')).toBeNull();
});

test('a draft is tried on the people of a month beside what is paid by now', async () => {
  const sums = { people: 3, amount: 4_200_000, inForce: 3_900_000 };
  api.on(simulatePolicy, ({ month }) => ({
    ...sums,
    month,
    gainers: { people: 1, difference: 300_000 },
    losers: { people: 0, difference: 0 },
    byCommune: [],
    byPosition: [],
    byItem: [{ item: 'monthly-support', fund: 'province', ...sums }],
    unknown: [],
    comparedWith: ['12/NQ-HĐND'],
  }));
  draw(routes, at);
  await user.click(await screen.findByRole('button', { name: 'Thử trên danh sách thật' }));
  expect(await screen.findByText(/1 người được nhiều hơn, cộng 300.000 đ/)).toBeTruthy();
  expect(screen.getByText('So với: 12/NQ-HĐND.')).toBeTruthy();
  expect(api.lastOf(simulatePolicy)).toEqual({ id, month: '2026-08' });
  const row = screen.getByRole('row', { name: /Hỗ trợ thường xuyên hằng tháng/ });
  expect(within(row).getByText('+300.000 đ')).toBeTruthy();
});
