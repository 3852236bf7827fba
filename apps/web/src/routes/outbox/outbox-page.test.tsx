import { beforeEach, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { type Entry, entryKey } from '../../outbox/entry.ts';
import { currentOutbox, openOutbox, putEntry, removeEntry } from '../../outbox/outbox.ts';
import { deviceOf } from '../../session/device.ts';
import { currentSession, refresh, signIn } from '../../session/session.ts';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as OutboxPage } from './outbox-page.tsx';

const me = meAs('team-leader');
const accountId = me.account.id;
const at = '2026-12-01T02:00:00.000Z';
const id = '0199f300-0000-7000-8000-000000000001';
const routes = [
  { path: '/outbox', element: <OutboxPage /> },
  { path: '/incidents/:incidentId', element: <p>trang của việc đã ghi</p> },
];
/** A record that is at the server, while a photo of it was refused. */
const recorded: Entry = {
  ...{ kind: 'incident', key: entryKey(accountId, 'incident', id), accountId, state: 'refused' },
  ...{ title: 'Việc tốt', note: '', lines: [], madeAt: at, changedAt: at, attempts: 0 },
  ...{
    command: { id, teamId: id, kindCode: 'good-deed', knownAt: at },
    fields: {},
    isRecorded: true,
  },
  files: [{ id: 'anh', name: 'anh-1.jpg', type: 'image/jpeg' }],
  problem: { type: 'photo-is-gone', title: '', status: 409 },
};
let api: FakeApi;

beforeEach(async () => {
  api = new FakeApi();
  api.hand('POST', '/sessions', () => ({ accessToken: 'a', expiresIn: 600, account: me.account }));
  await signIn('ai', 'mot cau ngan de nho');
  await openOutbox(accountId);
  for (const entry of currentOutbox()!.entries) await removeEntry(entry);
});

test('a record that is there is not taken back: what is left of it is named, sent again or looked at', async () => {
  await putEntry(recorded);
  draw(routes, { at: '/outbox', me });
  await screen.findByText(/Việc đã ghi vào sổ, còn lại anh-1.jpg: Ảnh, tệp này không còn trên máy/);
  expect(screen.queryByRole('button', { name: 'Sửa' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Gửi lại' }));
  // Missing as before, and the record itself is not sent a second time.
  await waitFor(() => expect(currentOutbox()!.entries).toMatchObject([{ state: 'refused' }]));
  expect(api.asked).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Xem việc đã ghi' }));
  await screen.findByText('trang của việc đã ghi');
}, 60_000);

test('who has no session any more, or no connection, can still have this device forget the account', async () => {
  await putEntry(recorded);
  api.hand('POST', '/sessions/refresh', () => refuse('session-ended', 401));
  await act(() => refresh());
  expect([currentSession().status, deviceOf()]).toMatchObject(['signed-out', { accountId }]);
  api.unreachable = true;
  draw(routes, { at: '/outbox?leaving=yes', me });
  await screen.findByText('Còn 1 phiếu trên máy này chưa gửi');
  fireEvent.click(screen.getByRole('button', { name: 'Đăng xuất' }));
  await waitFor(() => expect(deviceOf()).toBeNull());
  // Kept for when this account signs in again.
  expect(currentOutbox()!.entries).toHaveLength(1);
}, 60_000);
