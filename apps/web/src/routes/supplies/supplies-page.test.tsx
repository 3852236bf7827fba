import {
  type IssueNeed,
  type IssueNormRow,
  type IssueRow,
  listIssueNeeds,
  listIssueNorms,
  listIssues,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as SuppliesPage } from './supplies-page.tsx';

const id = (n: number) => `0199e200-0000-7000-8000-00000000000${n}`;
const commune = { id: id(5), name: 'Tân Lập', kind: 'xã' };
const plate: IssueRow = {
  ...{ id: id(1), personId: id(2), personName: 'Nguyễn Văn An', item: 'name-plate' },
  ...{ name: 'Biển hiệu', measure: 'chiếc', category: 'token', quantity: 1, number: 'BH-01' },
  ...{ issuedOn: '2025-04-01', servesUntil: null, note: '', left: 1, state: 'in-use' },
  ...{ isDue: false, team: { id: id(3), name: 'Tổ số 1' }, commune },
};
const need: IssueNeed = {
  ...{ commune, item: 'rubber-baton', name: 'Dùi cui cao su', measure: 'chiếc', category: 'tool' },
  ...{ members: 5, due: 4, serving: 1, need: 3 },
};
const norm: IssueNormRow = {
  ...{ id: id(6), item: 'rubber-baton', name: 'Dùi cui cao su', measure: 'chiếc' },
  ...{ category: 'tool', season: 'all', numbered: false, phase: 'first', quantity: null },
  ...{ percent: 80, serviceMonths: null, unitId: null, unitName: '' },
  ...{ source: 'Thông tư 14/2024/TT-BCA, Điều 8', validFrom: '2024-07-01', validTo: null },
};
const routes = [{ path: '/supplies', element: <SuppliesPage /> }];
const user = userEvent.setup();
let asked: unknown[];
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  asked = [];
  api = new FakeApi()
    .on(listIssues, (question) => {
      asked.push(question);
      return { items: [plate], nextCursor: null, total: 1 };
    })
    .on(listIssueNeeds, () => ({ items: [need], nextCursor: null, total: 1 }))
    .on(listIssueNorms, () => ({ items: [norm], nextCursor: null, total: 1 }));
});

test('a plate stands with its number and its holder, and what falls due is asked by the day', async () => {
  draw(routes, { at: '/supplies?on=2026-08-01', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Nguyễn Văn An/ });
  expect(row.textContent).toContain('Biển hiệu BH-01');
  await user.click(screen.getByText('Hết niên hạn', { selector: '.ant-segmented-item-label' }));
  await screen.findByRole('row', { name: /Nguyễn Văn An/ });
  expect(asked.at(-1)).toMatchObject({ dueBy: '2026-08-01' });
});

test('the needs of the next year say what they are made of', async () => {
  draw(routes, { at: '/supplies?on=2026-08-01&view=needs', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Xã Tân Lập/ });
  const cells = within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
  expect(cells).toEqual(['Xã Tân Lập', 'Dùi cui cao su (chiếc)', '5', '4', '1', '3']);
});

test('entitlements name their source', async () => {
  draw(routes, { at: '/supplies?on=2026-08-01&view=norms', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Dùi cui cao su/ });
  expect(row.textContent).toContain('80% quân số Tổ');
  expect(row.textContent).toContain('Thông tư 14/2024/TT-BCA, Điều 8');
});

test('where nothing was issued the page says so', async () => {
  api.on(listIssues, () => ({ items: [], nextCursor: null, total: 0 }));
  draw(routes, { at: '/supplies?on=2026-08-01', me: meAs('auditor') });
  expect(await screen.findByText('Chưa cấp phát gì.')).toBeTruthy();
});

test('a list that could not be fetched says so, and is fetched again', async () => {
  api.on(listIssueNorms, () => refuse('unavailable', 503));
  draw(routes, { at: '/supplies?on=2026-08-01&view=norms', me: meAs('auditor') });
  await screen.findByRole('alert');
  api.on(listIssueNorms, () => ({ items: [norm], nextCursor: null, total: 1 }));
  await user.click(screen.getByRole('button', { name: 'Thử lại' }));
  expect(await screen.findByRole('row', { name: /Dùi cui cao su/ })).toBeTruthy();
});
