import { changePassword, getCoverage, getMe, getUnit, listUnits } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { call, requestOf } from './api.ts';
import { isConnectionLost } from './connection.ts';
import { currentSession, signIn } from './session/session.ts';
import { FakeApi, refuse } from './test-answers.ts';
import { meAs } from './test-page.tsx';

const account = { ...meAs('auditor').account };
let api: FakeApi;

async function signedIn() {
  api.hand('POST', '/sessions', () => ({ accessToken: 'first', expiresIn: 600, account }));
  await signIn('ai', 'mot cau ngan de nho');
}

beforeEach(() => {
  api = new FakeApi();
});

test('an operation knows its address: ids in the path, the rest behind the question mark', () => {
  expect(requestOf(getUnit, { id: 'a/b', on: '2025-07-01' })).toEqual({
    method: 'GET',
    path: '/api/units/a%2Fb?on=2025-07-01',
  });
  expect(requestOf(getCoverage, { on: '2025-07-01', within: undefined })).toEqual({
    method: 'GET',
    path: '/api/coverage?on=2025-07-01',
  });
});

test('a command carries what it says in its body', () => {
  expect(requestOf(changePassword, { current: 'a', next: 'b' })).toEqual({
    method: 'POST',
    path: '/api/me/passwords',
    body: '{"current":"a","next":"b"}',
  });
});

test('an ended token is renewed once, and nobody notices', async () => {
  await signedIn();
  let ended = true;
  api.on(getMe, () => (ended ? refuse('not-signed-in', 401) : meAs('auditor')));
  api.hand('POST', '/sessions/refresh', () => {
    ended = false;
    return { accessToken: 'second', expiresIn: 600, account };
  });
  await expect(call(getMe, {})).resolves.toMatchObject({ roles: ['auditor'] });
  expect(currentSession()).toMatchObject({ accessToken: 'second' });
});

test('where the session has ended too, the way leads to signing in', async () => {
  await signedIn();
  api.on(getMe, () => refuse('not-signed-in', 401));
  await expect(call(getMe, {})).rejects.toMatchObject({ status: 401 });
  expect(currentSession()).toEqual({ status: 'signed-out', ended: true });
});

test('a one-time password must be changed before anything else', async () => {
  await signedIn();
  api.on(listUnits, () => refuse('password-change-required', 403));
  await expect(call(listUnits, { on: '2025-07-01' })).rejects.toMatchObject({ status: 403 });
  expect(currentSession()).toMatchObject({ account: { mustChangePassword: true } });
});

test('a cut network is a problem with a name, and is over with the next answer', async () => {
  await signedIn();
  api.on(getMe, () => meAs('auditor'));
  api.unreachable = true;
  await expect(call(getMe, {})).rejects.toMatchObject({ type: 'no-connection' });
  expect(isConnectionLost()).toBe(true);
  api.unreachable = false;
  await call(getMe, {});
  expect(isConnectionLost()).toBe(false);
});
