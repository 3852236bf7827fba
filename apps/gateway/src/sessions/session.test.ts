import {
  accessChanged,
  endSession,
  listTokens,
  openSession,
  problem,
  refreshSession,
  resolvePrincipal,
  type SessionTokens,
} from '@antt/contracts';
import { eventually, useGateway } from '@antt/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const settings = { PORT: 0, SIGN_INS_PER_ADDRESS: 12, SIGN_INS_PER_USERNAME: 3 };
const gateway = useGateway((NATS_URL) =>
  runGateway(gatewayConfig.parse({ ...settings, NATS_URL, TRUST_PROXY: '127.0.0.1' })),
);

const tokens = (): SessionTokens => ({
  accessToken: 'access',
  expiresIn: 600,
  refreshToken: `refresh-${randomUUID()}`,
  refreshExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  account: { id: randomUUID(), username: 'xa', fullName: 'Nguyễn A', mustChangePassword: false },
});

beforeEach(() => {
  const { services } = gateway;
  services.answer(openSession, ({ password }) => {
    if (password !== 'right') throw problem('wrong-credentials');
    return tokens();
  });
  services.answer(refreshSession, ({ refreshToken }) => {
    if (!refreshToken.startsWith('refresh-')) throw problem('session-ended');
    return tokens();
  });
  services.answer(listTokens, () => ({ items: [] }));
});

let address = 0;
const signIn = (username: string, password: string, headers: Record<string, string> = {}) =>
  request(gateway.url)
    .post('/api/sessions')
    .set({ 'x-forwarded-for': `10.0.0.${(address += 1)}`, ...headers })
    .send({ username, password });

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  (answer.headers['set-cookie'] as string[] | undefined)?.[0] ?? '';

const own = { 'x-requested-with': 'antt' };

test('signing in gives an access token, and what renews it as a cookie no script reads', async () => {
  const answer = await signIn('xa', 'right');
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ accessToken: 'access', expiresIn: 600 });
  expect(answer.body.account.username).toBe('xa');
  expect(JSON.stringify(answer.body)).not.toContain('refresh');
  expect(answer.headers['cache-control']).toBe('no-store');
  const cookie = cookieOf(answer);
  expect(cookie).toMatch(/^antt_refresh=refresh-/);
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/api/sessions', 'Expires=']) {
    expect(cookie).toContain(part);
  }
  expect(cookie).not.toContain('Secure');
});

test('over https the cookie never travels in the clear', async () => {
  const answer = await signIn('xa', 'right', { 'x-forwarded-proto': 'https' });
  expect(cookieOf(answer)).toContain('Secure');
  expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
});

test('identity learns the address behind the proxy', async () => {
  await signIn('xa2', 'right', { 'x-forwarded-for': '10.9.9.9' });
  expect(gateway.services.asked.at(-1)!.input).toMatchObject({ address: '10.9.9.9' });
});

test('wrong credentials are said as such', async () => {
  const answer = await signIn('to', 'wrong');
  expect(answer.status).toBe(401);
  expect(answer.body.type).toBe('wrong-credentials');
  expect(cookieOf(answer)).toBe('');
});

test('what is no username and password is refused by name', async () => {
  const answer = await request(gateway.url)
    .post('/api/sessions')
    .send({ username: 'xa', colour: 1 });
  expect(answer.status).toBe(422);
  expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual([
    'password',
    'colour',
  ]);
});

test('one username is tried only so often from one address, and by its owner still elsewhere', async () => {
  const here = { 'x-forwarded-for': '10.2.2.2' };
  for (let n = 0; n < 3; n += 1) expect((await signIn('tinh', 'wrong', here)).status).toBe(401);
  const refused = await signIn('Tinh', 'right', here);
  expect(refused.status).toBe(429);
  expect(refused.body.type).toBe('too-many-requests');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await signIn('huyen', 'right', here)).status).toBe(201);
  expect((await signIn('tinh', 'right')).status).toBe(201);
});

test('one address tries only so often, with whatever username', async () => {
  const from = { 'x-forwarded-for': '10.1.1.1' };
  for (let n = 0; n < 12; n += 1) {
    expect((await signIn(`user${n}`, 'wrong', from)).status).toBe(401);
  }
  expect((await signIn('user12', 'right', from)).status).toBe(429);
});

test('the cookie renews the session for a page of ours', async () => {
  const answer = await request(gateway.url)
    .post('/api/sessions/refresh')
    .set({ ...own, cookie: 'antt_refresh=refresh-1' });
  expect(answer.status).toBe(200);
  expect(answer.body.accessToken).toBe('access');
  expect(cookieOf(answer)).toMatch(/^antt_refresh=refresh-/);
});

test('the cookie alone renews nothing: a foreign page cannot prove itself', async () => {
  const bare = request(gateway.url)
    .post('/api/sessions/refresh')
    .set('cookie', 'antt_refresh=refresh-1');
  expect((await bare).status).toBe(403);
  const foreign = await request(gateway.url)
    .post('/api/sessions/refresh')
    .set({ ...own, cookie: 'antt_refresh=refresh-1', 'sec-fetch-site': 'same-site' });
  expect(foreign.status).toBe(403);
  const signOut = request(gateway.url)
    .delete('/api/sessions/current')
    .set('cookie', 'antt_refresh=refresh-1');
  expect((await signOut).status).toBe(403);
});

test('a refresh secret that ended is taken from the browser', async () => {
  const answer = await request(gateway.url)
    .post('/api/sessions/refresh')
    .set({ ...own, cookie: 'antt_refresh=old' });
  expect(answer.status).toBe(401);
  expect(answer.body.type).toBe('session-ended');
  expect(cookieOf(answer)).toContain('Expires=Thu, 01 Jan 1970');
  const without = await request(gateway.url).post('/api/sessions/refresh').set(own);
  expect(without.body.type).toBe('not-signed-in');
});

test('signing out ends the session by cookie and token, even when the token has ended', async () => {
  const { principal, token, authorization } = gateway.signIn('auditor');
  const out = (headers: Record<string, string>) =>
    request(gateway.url)
      .delete('/api/sessions/current')
      .set({ ...own, ...headers });

  const answer = await out({ authorization, cookie: 'antt_refresh=refresh-1' });
  expect(answer.status).toBe(204);
  expect(cookieOf(answer)).toContain('antt_refresh=;');
  expect(gateway.services.asked.at(-1)).toMatchObject({
    subject: endSession.subject,
    input: { refreshToken: 'refresh-1', sessionId: principal.sessionId },
  });

  gateway.expel(token);
  expect((await out({ authorization, cookie: 'antt_refresh=refresh-2' })).status).toBe(204);
  expect(gateway.services.asked.at(-1)!.input).toEqual({ refreshToken: 'refresh-2' });
});

const asks = (authorization: string) =>
  request(gateway.url).get('/api/tokens').set({ authorization });

test('identity is asked once about a token, not at each request', async () => {
  const { authorization } = gateway.signIn('auditor');
  const before = gateway.services.timesAsked(resolvePrincipal);
  await Promise.all([asks(authorization), asks(authorization), asks(authorization)]);
  await asks(authorization);
  expect(gateway.services.timesAsked(resolvePrincipal)).toBe(before + 1);
});

test('access that changes is asked about anew at once', async () => {
  const { principal, token, authorization } = gateway.signIn('auditor');
  const other = gateway.signIn('auditor');
  expect((await asks(authorization)).status).toBe(200);
  expect((await asks(other.authorization)).status).toBe(200);
  const before = gateway.services.timesAsked(resolvePrincipal);

  gateway.expel(token);
  expect((await asks(authorization)).status).toBe(200);
  const change = { accountId: principal.accountId, why: 'closed' } as const;
  await gateway.services.tell(accessChanged, change);

  await eventually(async () => (await asks(authorization)).status === 401, 2_000);
  expect((await asks(other.authorization)).status).toBe(200);
  expect(gateway.services.timesAsked(resolvePrincipal)).toBe(before + 1);
});

test('something else than a bearer token is no sign-in', async () => {
  const { token } = gateway.signIn('auditor');
  for (const authorization of [token, `Basic ${token}`, `Bearer ${token} x`, 'Bearer ']) {
    expect((await asks(authorization)).status).toBe(401);
  }
  expect((await asks(`bearer ${token}`)).status).toBe(200);
});
