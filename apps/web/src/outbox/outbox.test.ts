/** @jest-environment node */
import 'fake-indexeddb/auto';
import { sendReport } from '@antt/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { currentSession, signIn, signOut } from '../session/session.ts';
import { FakeApi, refuse } from '../test-answers.ts';
import { vietnamese } from '../test-text.ts';
import { readAll, write } from './device-store.ts';
import { entriesOf, keepFile, keptFile } from './entries.ts';
import { entryKey, type EntryOf } from './entry.ts';
import { asData, asText } from './export.ts';
import { currentOutbox, findEntry, openOutbox, putEntry, removeEntry } from './outbox.ts';
import { deliver, hindrance, sendWaiting } from './sender.ts';
import { onSent } from './sent.ts';

const id = (last: number) => `0199f100-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [leader, other, periodId] = [id(1), id(2), id(3)];
const moment = '2026-06-16T02:00:00.000Z';

function report(number: number, more: Partial<EntryOf<'report'>> = {}): EntryOf<'report'> {
  const accountId = more.accountId ?? leader;
  const senderId = id(100 + number);
  return {
    ...{ kind: 'report', accountId, key: entryKey(accountId, 'report', `${periodId} ${senderId}`) },
    ...{
      state: 'draft',
      title: `Tổ thôn ${number}`,
      note: 'Biểu tháng',
      attempts: 0,
      problem: null,
    },
    lines: [{ label: 'Số nguồn tin', value: '12' }],
    madeAt: `2026-12-01T0${number}:00:00.000Z`,
    changedAt: `2026-12-01T0${number}:00:00.000Z`,
    command: {
      ...{ id: id(200 + number), periodId, senderId, follows: 0 },
      values: [{ code: 'ND1.03', numerator: 12, denominator: null, noCase: false }],
    },
    ...more,
  };
}

let api: FakeApi;
const sent = () => api.asked.filter(({ operation }) => operation === sendReport.subject);
const sentIds = () => sent().map(({ input }) => input.id);
const standing = {
  ...{ id: id(5), state: 'submitted', version: 1, versionId: id(6), sentAt: moment },
  ...{ late: false, warnings: [] },
};
const tokens = (accountId: string) => ({
  ...{ accessToken: accountId, expiresIn: 600 },
  account: { id: accountId, username: 'to', fullName: 'Tổ trưởng', mustChangePassword: false },
});
async function signedInAs(accountId: string) {
  api.hand('POST', '/sessions', () => tokens(accountId));
  await signIn('to', 'mot cau ngan de nho');
}

beforeAll(() => {
  const kept = new Map<string, string>();
  Object.defineProperty(globalThis, 'localStorage', {
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  });
});

beforeEach(async () => {
  api = new FakeApi().on(sendReport, () => standing);
  for (const accountId of [other, leader]) {
    await openOutbox(accountId);
    for (const entry of currentOutbox()!.entries) await removeEntry(entry);
  }
  await openOutbox(leader);
  await signedInAs(leader);
});

afterEach(() => void jest.restoreAllMocks());

/** As a device does whose room is used up, or whose store opens no more. */
function withoutRoom(method: 'put' | 'getAll' = 'put') {
  jest.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}

/** What would be tried again later is given up, or it would outlive the tests. */
afterAll(async () => {
  for (const entry of currentOutbox()!.entries) await removeEntry(entry);
  await sendWaiting();
  api.hand('DELETE', '/sessions/current', () => ({}));
  await signOut();
});

test('what is written outlives the page, and lies on the device for nobody to read', async () => {
  await putEntry(report(1));
  const rows = await readAll<{ sealed: object }>('entries');
  const [row] = rows as { sealed: { data: ArrayBuffer } }[];
  expect(new TextDecoder().decode(row!.sealed.data)).not.toContain('Tổ thôn');
  expect(JSON.stringify(rows)).not.toContain('ND1.03');
  const [key] = await readAll<CryptoKey>('keys');
  await expect(crypto.subtle.exportKey('raw', key!)).rejects.toThrow();
  // As after the browser was closed: from the device alone.
  const { entries } = await entriesOf(leader);
  expect(entries).toEqual([report(1)]);
});

test('another account is told how many wait, and sees none of them', async () => {
  await putEntry(report(1, { state: 'waiting' }));
  await openOutbox(other);
  expect(currentOutbox()).toMatchObject({ entries: [], others: 1 });
  await signedInAs(other);
  await sendWaiting();
  expect(sent()).toEqual([]);
});

test('what was put under the name of another account does not open there', async () => {
  await putEntry(report(1));
  const [row] = await readAll<{ accountId: string; key: string }>('entries');
  await write('entries', row!.key, { ...row!, accountId: other });
  expect(await entriesOf(other)).toMatchObject({ entries: [], unreadable: 1 });
});

test('entries are sent in the order they were written, once each, however often it is asked for', async () => {
  await putEntry(report(2, { state: 'waiting' }));
  await putEntry(report(1, { state: 'waiting' }));
  await putEntry(report(3));
  await Promise.all([sendWaiting(), sendWaiting(), sendWaiting()]);
  await sendWaiting();
  expect(sentIds()).toEqual([id(201), id(202)]);
  expect((await entriesOf(leader)).entries.map(({ title }) => title)).toEqual(['Tổ thôn 3']);
});

test('without a connection it waits under the same id, and leaves once there is one', async () => {
  api.unreachable = true;
  expect(await deliver(report(1))).toBe('later');
  expect(findEntry(report(1).key)).toMatchObject({ state: 'waiting', attempts: 1 });
  api.unreachable = false;
  const told: string[] = [];
  const stop = onSent(({ title }) => told.push(title));
  await sendWaiting();
  stop();
  expect([sentIds(), told]).toEqual([[id(201)], ['Tổ thôn 1']]);
  expect((await entriesOf(leader)).entries).toEqual([]);
});

test('what the server refuses is kept with the reason, and holds up nothing behind it', async () => {
  api.on(sendReport, ({ id: asked }) =>
    asked === id(201) ? refuse('reporting-period-is-closed', 409, { period: '2026-06' }) : standing,
  );
  await putEntry(report(1, { state: 'waiting' }));
  await putEntry(report(2, { state: 'waiting' }));
  await sendWaiting();
  const { entries } = await entriesOf(leader);
  expect(entries).toMatchObject([
    {
      state: 'refused',
      title: 'Tổ thôn 1',
      problem: { type: 'reporting-period-is-closed', period: '2026-06' },
    },
  ]);
  await sendWaiting();
  expect(sentIds()).toEqual([id(201), id(202)]);
});

test('an ended session loses nothing: it waits until the account that wrote it signs in', async () => {
  api.on(sendReport, () => refuse('not-signed-in', 401));
  api.hand('POST', '/sessions/refresh', () => refuse('session-ended', 401));
  expect(await deliver(report(1))).toBe('sign-in');
  expect(findEntry(report(1).key)).toMatchObject({ state: 'waiting', attempts: 0, problem: null });
  expect(hindrance(leader)).toBe('sign-in');
  api.on(sendReport, () => standing);
  await signedInAs(leader);
  await sendWaiting();
  expect(sentIds().at(-1)).toBe(id(201));
  expect((await entriesOf(leader)).entries).toEqual([]);
});

test('where another tab signed in as somebody else, the renewed session sends nothing of the former', async () => {
  let asked = 0;
  api.on(sendReport, () => {
    asked += 1;
    return refuse('not-signed-in', 401);
  });
  // The cookie is every tab's: what it gives now is the session of another account.
  api.hand('POST', '/sessions/refresh', () => tokens(other));
  expect(await deliver(report(1))).toBe('sign-in');
  expect(asked).toBe(1);
  expect(currentSession()).toMatchObject({ account: { id: other } });
  expect((await entriesOf(leader)).entries).toMatchObject([{ state: 'waiting' }]);
});

test('what is written on while it is sent is another thing, and stays', async () => {
  const later = report(1, { changedAt: '2026-12-01T09:00:00.000Z', note: 'viết thêm' });
  api.on(sendReport, () => {
    void putEntry(later);
    return standing;
  });
  await deliver(report(1));
  await openOutbox(leader);
  expect((await entriesOf(leader)).entries).toMatchObject([{ note: 'viết thêm', state: 'draft' }]);
});

test('photos are encrypted beside their entry, and go with it', async () => {
  const entry = report(1);
  await putEntry(entry);
  await keepFile(entry, id(300), new Blob(['ảnh hiện trường']));
  const [row] = await readAll<{ sealed: { data: ArrayBuffer } }>('files');
  expect(new TextDecoder().decode(row!.sealed.data)).not.toContain('hiện trường');
  const file = await keptFile(entry, { id: id(300), name: 'anh.jpg', type: 'image/jpeg' });
  expect(await file!.text()).toBe('ảnh hiện trường');
  await removeEntry(entry);
  expect(await readAll('files')).toEqual([]);
});

test('the queue is exported without the server, as data and to be read', async () => {
  api.unreachable = true;
  const entry = report(1, { title: 'Tổ <thôn> Chằm', state: 'waiting' });
  const whose = { username: 'to', at: moment };
  const data = JSON.parse(await (await asData([entry], whose)).text());
  expect(data).toMatchObject({ username: 'to', items: [{ command: { id: id(201), periodId } }] });
  const intl = createIntl({ locale: 'vi', messages: vietnamese });
  const text = await asText(intl, [entry], whose).text();
  expect(text).toContain('Tổ &#60;thôn&#62; Chằm');
  expect(text).toContain('<th>Số nguồn tin</th><td>12</td>');
});

test('what the device had no room for is not lost and not called sent, and leaves when it can', async () => {
  api.unreachable = true;
  withoutRoom();
  expect(await deliver(report(1))).toBe('later');
  expect(currentOutbox()).toMatchObject({ entries: [{ title: 'Tổ thôn 1' }], isFull: true });
  // As when another tab says that something changed.
  await openOutbox(leader);
  expect(findEntry(report(1).key)).toMatchObject({ state: 'waiting' });
  api.unreachable = false;
  expect(await deliver(report(1))).toBe('sent');
  expect(sentIds()).toEqual([id(201)]);
  await openOutbox(leader);
  expect(currentOutbox()!.entries).toEqual([]);
});

test('what found no room is written as soon as something else finds some', async () => {
  withoutRoom();
  await putEntry(report(1));
  jest.restoreAllMocks();
  await putEntry(report(2));
  expect(currentOutbox()!.isFull).toBe(false);
  const { entries } = await entriesOf(leader);
  expect(entries.map(({ title }) => title)).toEqual(['Tổ thôn 1', 'Tổ thôn 2']);
});

test('a store that cannot be read takes nothing from the screen', async () => {
  await putEntry(report(1));
  withoutRoom('getAll');
  await openOutbox(leader);
  expect(currentOutbox()).toMatchObject({ entries: [{ title: 'Tổ thôn 1' }], isFull: true });
});

test('what another tab sent is sent, what is merely gone is not', async () => {
  api.unreachable = true;
  const entry = report(1);
  const elsewhere = new BroadcastChannel('antt.outbox.sent');
  const { key, kind, title, changedAt } = entry;
  // Gone while this tab waited for its turn: another one discarded it, and then sent it.
  api.on(sendReport, () => refuse('not-signed-in', 401));
  const gone = deliver(entry);
  await removeEntry(entry);
  expect(await gone).not.toBe('sent');
  const sentThere = deliver(entry);
  await removeEntry(entry);
  elsewhere.postMessage({ key, kind, title, changedAt });
  expect(await sentThere).toBe('sent');
  elsewhere.close();
});
