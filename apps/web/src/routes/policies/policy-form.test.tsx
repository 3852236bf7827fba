import {
  changePolicy,
  getPolicy,
  listInstruments,
  listPolicies,
  listPolicyTemplates,
  listTags,
  listUnits,
  PolicyDocument,
  recordPolicy,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as PoliciesPage } from './policies-page.tsx';
import { Component as EditPage } from './policy-edit-page.tsx';

const id = '0199f100-0000-7000-8000-000000000001';
const routes = [
  { path: '/policies', element: <PoliciesPage /> },
  { path: '/policies/new', element: <EditPage /> },
  { path: '/policies/:policyId/edit', element: <EditPage /> },
];
const user = userEvent.setup();
const none = { items: [], nextCursor: null, total: 0 };
const document = PolicyDocument.parse({
  name: 'Mức hỗ trợ của tỉnh',
  certainty: 'press',
  lines: [
    {
      code: 'monthly',
      item: 'monthly-support',
      label: 'Hỗ trợ hằng tháng',
      rates: [{ when: { positions: ['leader'] }, value: { vnd: 1_500_000 } }],
    },
  ],
});
const policy = {
  id,
  instrument: null,
  units: [],
  status: 'draft' as const,
  validFrom: null,
  validTo: null,
  adoptedBy: null,
};
const row = {
  ...policy,
  name: document.name,
  certainty: document.certainty,
  lines: 1,
  territory: [],
};
let api: FakeApi;
const me = meAs('finance-officer');
const amount = (n: number) =>
  screen.findByLabelText<HTMLInputElement>(`Hỗ trợ hằng tháng, mức ${n}: Mức chi`);

beforeEach(() => {
  api = new FakeApi()
    .on(listInstruments, () => none)
    .on(listTags, () => none)
    .on(listUnits, () => ({ ...none, on: '2026-08-01' }))
    .on(listPolicies, () => ({ items: [row], nextCursor: null, total: 1 }))
    .on(listPolicyTemplates, () => ({
      items: [{ code: 'ha-noi', province: 'Hà Nội', document, scenarios: [] }],
    }))
    .on(getPolicy, () => ({ ...row, document, faults: [], confirmations: [] }))
    .on(recordPolicy, () => ({ ...policy, document }))
    .on(changePolicy, () => ({ ...policy, document }));
});

test('a new policy is typed like a table and kept as the contract wants it', async () => {
  draw(routes, { at: '/policies/new', me });
  await user.click(await screen.findByRole('button', { name: 'Lưu dự thảo' }));
  expect(api.lastOf(recordPolicy)).toBeUndefined();
  expect(await screen.findByRole('link', { name: 'Toàn chính sách' })).toBeTruthy();
  await user.type(screen.getByLabelText(/Tên chính sách/), 'Mức chi mới');
  const first = screen.getByLabelText('Hỗ trợ thường xuyên hằng tháng, mức 1: Mức chi');
  await user.type(first, '1400000{Enter}');
  const second = screen.getByLabelText('Hỗ trợ thường xuyên hằng tháng, mức 2: Mức chi');
  expect(globalThis.document.activeElement).toBe(second);
  await user.selectOptions(
    screen.getByLabelText('Hỗ trợ thường xuyên hằng tháng, mức 2: Kiểu mức'),
    'unknown',
  );
  await user.type(
    screen.getByLabelText('Hỗ trợ thường xuyên hằng tháng, mức 2: Mức chi'),
    'bài báo bị cắt',
  );
  expect(screen.getByText('chưa rõ: bài báo bị cắt')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Lưu dự thảo' }));
  await waitFor(() => expect(api.lastOf(recordPolicy)).toBeDefined());
  const sent = PolicyDocument.parse(api.lastOf(recordPolicy)!.document);
  expect(sent.lines[0]!.rates.map(({ value }) => value)).toEqual([
    { vnd: 1_400_000 },
    { unknown: 'bài báo bị cắt' },
  ]);
});

test('a column of amounts is pasted from a spreadsheet and undone at once', async () => {
  draw(routes, { at: `/policies/${id}/edit`, me });
  await user.click(await amount(1));
  await user.paste('1.800.000\n1.500.000\n1.200.000');
  expect((await amount(3)).value).toBe('1.200.000');
  await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
  expect((await amount(1)).value).toBe('1.500.000');
  expect(screen.queryByLabelText('Hỗ trợ hằng tháng, mức 2: Mức chi')).toBeNull();
});

test('a rate is copied below and the copy moved up, what it says is read beside', async () => {
  draw(routes, { at: `/policies/${id}/edit`, me });
  await user.click(await screen.findByLabelText('Hỗ trợ hằng tháng: nhân đôi dòng 1'));
  await user.clear(await amount(2));
  await user.type(await amount(2), '1300000');
  await user.click(screen.getByLabelText('Hỗ trợ hằng tháng: đưa dòng 2 lên'));
  await user.click(screen.getByRole('button', { name: 'Lưu dự thảo' }));
  await waitFor(() =>
    expect(api.lastOf(changePolicy)).toMatchObject({
      document: {
        lines: [{ rates: [{ value: { vnd: 1_300_000 } }, { value: { vnd: 1_500_000 } }] }],
      },
    }),
  );
  expect(screen.getByText('1.300.000 đ')).toBeTruthy();
});

test('a province’s policy opens as a draft with nothing lost', async () => {
  draw(routes, { at: '/policies/new?template=ha-noi', me });
  await amount(1);
  await user.click(screen.getByRole('button', { name: 'Lưu dự thảo' }));
  await waitFor(() => expect(api.lastOf(recordPolicy)).toMatchObject({ document, units: [] }));
});

test('a file that is a policy opens as a draft, one that is none tells why in words', async () => {
  draw(routes, { at: '/policies?state=draft', me });
  await screen.findByRole('link', { name: 'Mức hỗ trợ của tỉnh' });
  const choose = (text: string) => {
    const file = new File([text], 'muc-chi.yaml');
    file.text = () => Promise.resolve(text);
    return user.upload(screen.getByTestId('policy-file'), file);
  };
  await choose(
    'name: Mức chi\ncertainty: gazette\nlines: [{ code: a, item: death, label: Tiền tuất }]',
  );
  expect(await screen.findByText(/Khoản 1 “Tiền tuất”/)).toBeTruthy();
  expect(screen.getByText('Thiếu mục “rates”.')).toBeTruthy();
  await choose(
    'name: Mức chi\ncertainty: gazette\nlines: [{ code: a, item: death, label: Tiền tuất, rates: [{ value: { vnd: 1 } }] }]',
  );
  expect(await screen.findByRole('heading', { name: 'Mức chi' })).toBeTruthy();
});
