import { listAccounts, listAudit, verifyAudit } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as AuditPage } from './audit-page.tsx';

const entry = (seq: number) => ({
  seq,
  at: '2026-11-21T18:30:05Z',
  accountId: '0199e000-0000-7000-8000-000000000001',
  username: 'tinh',
  event: 'organisation.quotas-imported.v1',
  payload: { counts: { added: 190 } },
  traceId: 'f'.repeat(32),
  previousHash: 'a'.repeat(64),
  hash: 'b'.repeat(64),
});
const routes = [{ path: '/audit', element: <AuditPage /> }];
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listAccounts, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(listAudit, ({ cursor }) =>
      cursor
        ? { items: [entry(1)], nextCursor: null, total: 2 }
        : { items: [entry(2)], nextCursor: '2', total: 2 },
    );
});

test('the last day asked for counts: the service takes the first that does not', async () => {
  draw(routes, { at: '/audit?from=2026-11-01&last=2026-11-21', me: meAs('auditor') });
  await screen.findByText('Nhập phụ lục chỉ tiêu');
  expect(api.lastOf(listAudit)).toMatchObject({ from: '2026-11-01', to: '2026-11-22' });
});

test('entries come page by page and open with all they hold', async () => {
  const { search } = draw(routes, { at: '/audit', me: meAs('auditor') });
  await screen.findByText('22/11/2026 01:30:05');
  await user.click(screen.getByRole('button', { name: 'Xem các mục cũ hơn' }));
  await waitFor(() => expect(screen.getAllByText('Nhập phụ lục chỉ tiêu')).toHaveLength(2));
  await user.click(screen.getAllByText('Nhập phụ lục chỉ tiêu')[0]!);
  const panel = await screen.findByRole('dialog');
  expect(within(panel).getByText('counts.added')).toBeTruthy();
  expect(search().get('entry')).toBe('2');
});

test('a broken log is said plainly, and where it breaks', async () => {
  api.on(verifyAudit, () => ({ entries: 41, intact: false, brokenAt: 42, head: 'c'.repeat(64) }));
  draw(routes, { at: '/audit', me: meAs('auditor') });
  await user.click(await screen.findByRole('button', { name: 'Kiểm tra toàn vẹn' }));
  expect(await screen.findByText(/Nhật ký bị đứt tại mục số 42/)).toBeTruthy();
});

test('a log that cannot be read says why and offers to try again', async () => {
  api.on(listAudit, () => refuse('service-unavailable', 503));
  draw(routes, { at: '/audit', me: meAs('auditor') });
  expect(await screen.findByRole('button', { name: 'Thử lại' })).toBeTruthy();
});
