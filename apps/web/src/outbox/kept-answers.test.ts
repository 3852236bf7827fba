/** @jest-environment node */
import 'fake-indexeddb/auto';
import { getMe, listIncidentKinds, listTeams } from '@antt/contracts';
import { addDays, today } from '@antt/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { signIn, signOut } from '../session/session.ts';
import { FakeApi } from '../test-answers.ts';
import { readAll, remove } from './device-store.ts';
import { forgetOldAnswers, keepFor, keptMe } from './kept-answers.ts';
import { ask } from './keeping.ts';
import { prepare } from './prepare.ts';

const id = (last: number) => `0199f400-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [leader, other] = [id(1), id(2)];
const accountOf = (accountId: string) => ({
  ...{ id: accountId, username: 'to', fullName: 'Tổ trưởng', mustChangePassword: false },
});
const meOf = (accountId: string) => ({
  ...{ account: accountOf(accountId), roles: ['team-leader'], permissions: [], areas: [] },
});
let api: FakeApi;

async function signedInAs(accountId: string) {
  const account = accountOf(accountId);
  api.hand('POST', '/sessions', () => ({ accessToken: accountId, expiresIn: 600, account }));
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
  for (const { key } of await readAll<{ key: string }>('answers')) await remove('answers', key);
  api = new FakeApi();
  await signedInAs(leader);
});

afterAll(async () => {
  api.hand('DELETE', '/sessions/current', () => ({}));
  await signOut();
});

test('an answer that was had once is had again without a connection, by its account alone', async () => {
  api.on(getMe, () => meOf(leader));
  keepFor(leader);
  await ask(getMe, {});
  api.unreachable = true;
  // Kept behind the answer, which nobody waits for.
  for (let n = 0; n < 50 && !(await keptMe(leader)); n += 1)
    await new Promise((go) => setTimeout(go, 10));
  expect(await ask(getMe, {})).toMatchObject({ roles: ['team-leader'] });
  expect(JSON.stringify(await readAll('answers'))).not.toContain('team-leader');
  expect(await keptMe(other)).toBeNull();
  await forgetOldAnswers(Date.now() + 90 * 24 * 3_600_000);
  expect(await keptMe(leader)).toBeNull();
});

test('what another account was answered, which signed in by another tab, is not kept for this one', async () => {
  api.on(getMe, () => meOf(other));
  keepFor(leader);
  await signedInAs(other);
  expect(await ask(getMe, {})).toMatchObject({ account: { id: other } });
  await new Promise((go) => setTimeout(go, 50));
  expect(await readAll('answers')).toEqual([]);
});

test('without a connection another day is answered with the kinds and Tổ of today', async () => {
  const kind = {
    ...{ id: id(9), code: 'good-deed', name: 'Việc tốt', nameEn: 'Good deed', unitId: null },
    ...{ taskGroup: 'T2', origin: 'record', reported: 'asked', onScene: 'none', fields: [] },
    ...{ feeds: [], certainty: 'A', citation: 'Kế hoạch', inUse: true },
    ...{ validFrom: '2024-01-01', validTo: null },
  };
  const none = { items: [], nextCursor: null, total: 0 };
  api.on(listIncidentKinds, () => ({ ...none, items: [kind], total: 1 })).on(listTeams, () => none);
  keepFor(leader);
  await ask(listIncidentKinds, { on: today() });
  await ask(listTeams, { on: today(), limit: 1000 });
  api.unreachable = true;
  // Kept behind the answer, which nobody waits for.
  for (let n = 0; n < 50 && (await readAll('answers')).length < 2; n += 1)
    await new Promise((go) => setTimeout(go, 10));
  const on = addDays(today(), -3);
  expect(await ask(listIncidentKinds, { on })).toMatchObject({ items: [{ code: 'good-deed' }] });
  expect(await ask(listTeams, { on, limit: 1000 })).toEqual(none);
  await expect(ask(listIncidentKinds, { on, within: id(8) })).rejects.toMatchObject({ status: 0 });
});

test('a clock that was set back does not keep a device from being prepared', async () => {
  const area = { id: id(5), name: 'xã', unitIds: [id(6)], whole: false, from: today(), to: null };
  localStorage.setItem('antt.prepared', `${leader} ${Date.now() + 90 * 60_000}`);
  const me = getMe.output.parse({ ...meOf(leader), areas: [area] });
  api.unreachable = true;
  // Somebody is asked at all.
  await expect(prepare(me, new AbortController().signal)).rejects.toMatchObject({ status: 0 });
  localStorage.setItem('antt.prepared', `${leader} ${Date.now() - 60_000}`);
  await prepare(me, new AbortController().signal);
});
