import {
  changePassword,
  endSession,
  getMe,
  listAccounts,
  openSession,
  refreshSession,
  unlockAccount,
} from '@antt/contracts';
import { addDays, today } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import { AccountEntity } from '../accounts/account.entity.ts';
import { wholeArea } from '../areas/whole-area.ts';
import { fits, hashPassword } from '../passwords/hash.ts';
import { identity } from '../service.ts';
import { factsAbout, password, people } from '../test-people.ts';

const service = useService(identity);
const { account, area, signIn, principalOf, signedIn } = people(service);

const problem = (type: string, members = {}) => ({ body: { type, ...members } });
const outcome = (reason: { body: { type: string } }) => reason.body.type;
const refresh = (refreshToken: string) => service.call(refreshSession, { refreshToken }, null);

/** The account whose access token a sign-in is given. */
async function whoSignsIn(username: string, secret = password): Promise<string> {
  const { accessToken } = await signIn(username, secret);
  return (await principalOf(accessToken)).accountId;
}

/** Lets time pass for a session, as far as the database knows. */
async function later(sessionId: string, interval: string) {
  await service.db.query(
    `update refresh_secret
        set issued_at = issued_at - $2::interval, replaced_at = replaced_at - $2::interval
      where session_id = $1`,
    [sessionId, interval],
  );
  await service.db.query(
    `update access_token set expires_at = expires_at - $2::interval where session_id = $1`,
    [sessionId, interval],
  );
  await service.db.query(
    `update session set opened_at = opened_at - $2::interval,
            refresh_expires_at = refresh_expires_at - $2::interval where id = $1`,
    [sessionId, interval],
  );
}

test('who signs in is known by the access token, with the roles of today', async () => {
  const commune = randomUUID();
  const mine = await area(commune);
  const { id, username } = await account(
    {},
    { role: 'commune-officer', areaId: mine },
    { role: 'auditor', from: addDays(today(), 1) },
    { role: 'finance-officer', to: today() },
  );
  const tokens = await signIn(username.toUpperCase());
  expect(tokens).toMatchObject({ expiresIn: 600, account: { id, username } });
  expect(await principalOf(tokens.accessToken)).toEqual({
    accountId: id,
    username,
    sessionId: expect.any(String),
    mustChangePassword: false,
    grants: [
      {
        role: 'commune-officer',
        areaId: mine,
        areaName: `Khu vực ${mine}`,
        units: [{ unitId: commune, from: '2024-01-01', to: null }],
      },
    ],
  });
});

test('the whole installation is an area without limit', async () => {
  const { username } = await account({}, { role: 'auditor' });
  const principal = await principalOf((await signIn(username)).accessToken);
  expect(principal.grants).toEqual([
    { role: 'auditor', areaId: wholeArea.id, areaName: wholeArea.name, units: 'all' },
  ]);
  const me = await service.call(getMe, {}, principal);
  expect(me).toMatchObject({
    roles: ['auditor'],
    areas: [{ id: wholeArea.id, whole: true, unitIds: [], from: '2024-07-01', to: null }],
  });
  expect(me.permissions).toContain('audit.read');
});

test('my area names its one unit of today, not the district it was', async () => {
  const [district, commune] = [randomUUID(), randomUUID()];
  const mine = await area(
    { unitId: district, from: '2024-07-01', to: '2025-07-01' },
    { unitId: commune, from: '2025-07-01', to: null },
  );
  const principal = await signedIn({ role: 'area-officer', areaId: mine });
  expect(principal.grants[0]?.units).toHaveLength(2);
  const { areas } = await service.call(getMe, {}, principal);
  expect(areas).toMatchObject([{ id: mine, unitId: commune, unitIds: [commune] }]);
});

test('secrets are kept as hashes only', async () => {
  const { username } = await account();
  const { accessToken, refreshToken } = await signIn(username);
  const [{ everything }] = await service.db.query(
    `select (select string_agg(t::text, '') from access_token t)
         || (select string_agg(t::text, '') from refresh_secret t)
         || (select string_agg(t::text, '') from account t)
         || (select string_agg(t::text, '') from outbox t) as everything`,
  );
  for (const secret of [accessToken, refreshToken, password]) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

test('a wrong password and an unknown username get the same answer', async () => {
  const { username } = await account();
  const tryOut = (name: string) =>
    signIn(name, 'không phải mật khẩu').catch((error) => error.body as object);
  const known = await tryOut(username);
  const unknown = await tryOut(`khong-co-${randomUUID().slice(0, 8)}`);
  expect(known).toMatchObject({ type: 'wrong-credentials', status: 401 });
  expect(unknown).toEqual({ ...known, traceId: expect.any(String) });
});

test('nobody is refused after the same work as somebody, even with a password that would fit', async () => {
  // `fits` verifies against a real hash either way; without one even its own password is refused.
  expect(await fits(null, 'nobody has this password')).toBe(false);
  expect(
    await fits(await hashPassword('nobody has this password'), 'nobody has this password'),
  ).toBe(true);
});

test('fifty guesses at once lock the username once, and the right one among the last is too late', async () => {
  const { id, username } = await account();
  const guesses = [...Array.from({ length: 49 }, (_, n) => `sai mật khẩu ${n}`), password];
  const tries = await Promise.allSettled(guesses.map((guess) => signIn(username, guess)));
  const answers = tries.map((one) => (one.status === 'rejected' ? outcome(one.reason) : 'in'));
  const count = (type: string) => answers.filter((answer) => answer === type).length;
  expect([count('wrong-credentials'), count('account-locked')]).toEqual([4, 46]);
  const locks = (await factsAbout(service, id)).filter(({ what }) => what === 'locked');
  expect(locks).toHaveLength(1);
  const [{ wrong }] = await service.db.query(
    `select min(wrong) as wrong from sign_in_attempt where key = sha256(convert_to($1, 'UTF8'))`,
    [username],
  );
  expect(wrong).toBe(5);
});

test('an unknown username is locked like a known one, and what was typed is not kept', async () => {
  const typed = `MatKhauCuaToi-${randomUUID().slice(0, 8)}`;
  const answers: string[] = [];
  for (let n = 0; n < 6; n += 1) answers.push(await signIn(typed, 'sai').then(() => 'in', outcome));
  expect(answers).toEqual([
    ...Array(4).fill('wrong-credentials'),
    'account-locked',
    'account-locked',
  ]);
  const [{ kept }] = await service.db.query(
    `select (select string_agg(t::text, '') from sign_in_attempt t)
         || (select string_agg(t::text, '') from outbox t) as kept`,
  );
  expect(kept.toLowerCase()).not.toContain(typed.toLowerCase());
});

test('a lock refuses the right password, says how long, lifts by itself and grows', async () => {
  const { username } = await account();
  for (let n = 0; n < 5; n += 1) await signIn(username, 'sai mật khẩu').catch(() => {});
  await expect(signIn(username)).rejects.toMatchObject(
    problem('account-locked', { status: 423, retryAfter: 60 }),
  );
  const wait = (interval: string) =>
    service.db.query(
      `update sign_in_attempt set locked_until = locked_until - $2::interval
        where key = sha256(convert_to($1, 'UTF8'))`,
      [username, interval],
    );
  await wait('61 seconds');
  await expect(signIn(username, 'lại sai')).rejects.toMatchObject(
    problem('account-locked', { retryAfter: 120 }),
  );
  await wait('121 seconds');
  await expect(signIn(username)).resolves.toMatchObject({ account: { username } });
  await expect(signIn(username, 'lại sai')).rejects.toMatchObject(problem('wrong-credentials'));
});

const from = (address: string) => (username: string, secret: string) =>
  service.call(openSession, { username, password: secret, address }, null);
const wrongFrom = (address: string, username: string) =>
  from(address)(username, 'sai mật khẩu').then(() => 'in', outcome);

test('who knows a username locks it at their own address, not where it signed in before', async () => {
  const { username } = await account();
  await from('10.0.0.7')(username, password);
  for (let n = 0; n < 7; n += 1) await wrongFrom('198.51.100.9', username);
  expect(await wrongFrom('198.51.100.9', username)).toBe('account-locked');
  await expect(from('10.0.0.7')(username, password)).resolves.toMatchObject({
    account: { username },
  });
  // Neither does the owner's sign-in open the door to who was locked out.
  expect(await from('198.51.100.9')(username, password).then(() => 'in', outcome)).toBe(
    'account-locked',
  );
  // A place that nobody tried from is open still.
  await expect(from('203.0.113.4')(username, password)).resolves.toMatchObject({
    account: { username },
  });
});

test('guesses from many addresses lock every strange one at last, and never the known', async () => {
  const { id, username } = await account();
  await from('10.0.0.7')(username, password);
  const answers: string[] = [];
  for (let n = 1; n <= 21; n += 1) answers.push(await wrongFrom(`198.51.100.${n}`, username));
  expect(answers.slice(0, 19)).toEqual(Array(19).fill('wrong-credentials'));
  expect(answers.slice(19)).toEqual(['account-locked', 'account-locked']);
  expect(await from('203.0.113.5')(username, password).then(() => 'in', outcome)).toBe(
    'account-locked',
  );
  await expect(from('10.0.0.7')(username, password)).resolves.toMatchObject({
    account: { username },
  });
  const { items } = await service.call(listAccounts, { q: username, limit: 10 });
  expect(items).toMatchObject([{ id, state: 'locked' }]);
  await service.call(unlockAccount, { id });
  await expect(from('203.0.113.5')(username, password)).resolves.toMatchObject({
    account: { username },
  });
});

test('a known address is locked by its own wrong passwords', async () => {
  const { username } = await account();
  await from('10.0.0.7')(username, password);
  for (let n = 0; n < 4; n += 1) await wrongFrom('10.0.0.7', username);
  expect(await wrongFrom('10.0.0.7', username)).toBe('account-locked');
});

test('an administrator lifts a lock at once', async () => {
  const { id, username } = await account();
  for (let n = 0; n < 5; n += 1) await signIn(username, 'sai mật khẩu').catch(() => {});
  const [locked] = await service.db.query(`select count(*)::int as n from sign_in_attempt`);
  expect(locked.n).toBeGreaterThan(0);
  expect(await service.call(unlockAccount, { id })).toMatchObject({ state: 'active' });
  expect(await whoSignsIn(username)).toBe(id);
  const told = (await factsAbout(service, id)).map(({ what }) => what);
  expect(told).toEqual(['locked', 'unlocked', undefined]);
});

test('many right sign-ins at once all succeed', async () => {
  const { username } = await account();
  const sessions = await Promise.all(Array.from({ length: 12 }, () => signIn(username)));
  expect(new Set(sessions.map(({ accessToken }) => accessToken)).size).toBe(12);
});

test('a password hashed with older parameters is hashed anew at sign-in', async () => {
  const old = await hash(password, { memoryCost: 8192, timeCost: 1 });
  const { id, username } = await account({ passwordHash: old });
  await signIn(username);
  const stored = await service.db.getRepository(AccountEntity).findOneByOrFail({ id });
  expect(stored.passwordHash).toContain('m=19456,t=2,p=1');
  expect(await whoSignsIn(username)).toBe(id);
});

test('an access token ends by itself and is refreshed', async () => {
  const { username } = await account();
  const first = await signIn(username);
  const { sessionId } = await principalOf(first.accessToken);
  await later(sessionId!, '11 minutes');
  await expect(principalOf(first.accessToken)).rejects.toMatchObject(problem('not-signed-in'));
  const second = await refresh(first.refreshToken);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect(await principalOf(second.accessToken)).toMatchObject({ username, sessionId });
});

test('two tabs that refresh at once both stay signed in', async () => {
  const { username } = await account();
  const first = await signIn(username);
  const { sessionId } = await principalOf(first.accessToken);
  const tabs = await Promise.all([1, 2, 3, 4, 5].map(() => refresh(first.refreshToken)));
  for (const { accessToken } of tabs) {
    expect(await principalOf(accessToken)).toMatchObject({ sessionId });
  }
  // whichever of the cookies came last is taken next time
  await later(sessionId!, '10 minutes');
  const { accessToken } = await refresh(tabs[2]!.refreshToken);
  expect(await principalOf(accessToken)).toMatchObject({ username, sessionId });
});

test('a refresh secret that comes again later ends the session for both who hold it', async () => {
  const { id, username } = await account();
  const stolen = await signIn(username);
  const { sessionId } = await principalOf(stolen.accessToken);
  const owner = await refresh(stolen.refreshToken);
  await later(sessionId!, '1 minute');
  await expect(refresh(stolen.refreshToken)).rejects.toMatchObject(
    problem('session-ended', { status: 401 }),
  );
  await expect(refresh(owner.refreshToken)).rejects.toMatchObject(problem('session-ended'));
  await expect(principalOf(owner.accessToken)).rejects.toMatchObject(problem('not-signed-in'));
  expect(await factsAbout(service, id)).toMatchObject([
    { event: 'session-opened' },
    { event: 'session-ended', sessionId, why: 'secret-reused' },
    { event: 'access-changed', why: 'signed-out' },
  ]);
});

test('a thief quick enough to share the seconds of grace is found out at the next refresh', async () => {
  const { username } = await account();
  const first = await signIn(username);
  const { sessionId } = await principalOf(first.accessToken);
  const owner = await refresh(first.refreshToken);
  const thief = await refresh(first.refreshToken);
  await later(sessionId!, '9 minutes');
  await refresh(owner.refreshToken);
  await later(sessionId!, '1 minute');
  await expect(refresh(thief.refreshToken)).rejects.toMatchObject(problem('session-ended'));
  await expect(principalOf(owner.accessToken)).rejects.toMatchObject(problem('not-signed-in'));
});

test('a session that nobody used, or that is very old, has ended', async () => {
  const { username } = await account();
  const idle = await signIn(username);
  const { sessionId } = await principalOf(idle.accessToken);
  await later(sessionId!, '25 hours');
  await expect(refresh(idle.refreshToken)).rejects.toMatchObject(problem('session-ended'));

  let busy = await signIn(username);
  const busySession = (await principalOf(busy.accessToken)).sessionId!;
  for (let day = 0; day < 14; day += 1) {
    busy = await refresh(busy.refreshToken);
    await later(busySession, '23 hours 59 minutes');
  }
  busy = await refresh(busy.refreshToken);
  await later(busySession, '1 hour');
  await expect(refresh(busy.refreshToken)).rejects.toMatchObject(problem('session-ended'));
});

test('signing out ends this session and no other', async () => {
  const { id, username } = await account();
  const [here, there] = [await signIn(username), await signIn(username)];
  await service.call(endSession, { refreshToken: here.refreshToken }, null);
  await service.call(endSession, { refreshToken: here.refreshToken }, null);
  await expect(refresh(here.refreshToken)).rejects.toMatchObject(problem('session-ended'));
  await expect(principalOf(here.accessToken)).rejects.toMatchObject(problem('not-signed-in'));
  const principal = await principalOf(there.accessToken);
  const told = (await factsAbout(service, id)).filter(({ event }) => event === 'access-changed');
  expect(told).toEqual([{ event: 'access-changed', accountId: id, why: 'signed-out' }]);

  const stranger = await signedIn();
  await service.call(endSession, { sessionId: principal.sessionId! }, stranger);
  expect(await principalOf(there.accessToken)).toMatchObject({
    accountId: id,
    sessionId: principal.sessionId,
  });
  const forgotten = { refreshToken: 'a cookie of long ago', sessionId: principal.sessionId! };
  await service.call(endSession, forgotten, principal);
  await expect(principalOf(there.accessToken)).rejects.toMatchObject(problem('not-signed-in'));
});

test('changing the password ends my other sessions and lifts the duty to change it', async () => {
  const { id, username } = await account({ mustChangePassword: true, invented: false });
  const [here, there] = [await signIn(username), await signIn(username)];
  const me = await principalOf(here.accessToken);
  expect(me.mustChangePassword).toBe(true);
  const next = 'gió thổi qua sông Thương';
  await service.call(changePassword, { current: password, next }, me);

  expect(await principalOf(here.accessToken)).toMatchObject({ mustChangePassword: false });
  await expect(refresh(there.refreshToken)).rejects.toMatchObject(problem('session-ended'));
  await expect(signIn(username)).rejects.toMatchObject(problem('wrong-credentials'));
  expect(await whoSignsIn(username, next)).toBe(id);
  expect(await factsAbout(service, id)).toContainEqual({
    event: 'access-changed',
    accountId: id,
    why: 'password',
  });
});

test('a new password must be strong, new, and asked for by who knows the old one', async () => {
  const me = await signedIn();
  const change = (current: string, next: string) =>
    service.call(changePassword, { current, next }, me);
  await expect(change(password, 'ngắn')).rejects.toMatchObject(
    problem('password-too-weak', { status: 422, reason: 'too-short' }),
  );
  await expect(change(password, password)).rejects.toMatchObject(problem('password-unchanged'));
  const guess = () => change('đoán mò', 'gió thổi qua sông Thương').catch(outcome);
  expect(await guess()).toBe('wrong-credentials');
  for (let n = 0; n < 4; n += 1) await guess();
  expect(await guess()).toBe('account-locked');
});

test('a one-time password that nobody used in time is worthless', async () => {
  const { username } = await account({ passwordExpiresAt: new Date(Date.now() - 1_000) });
  await expect(signIn(username)).rejects.toMatchObject(
    problem('one-time-password-expired', { status: 401 }),
  );
  await expect(signIn(username, 'sai mật khẩu')).rejects.toMatchObject(
    problem('wrong-credentials'),
  );
});

test('bad input is refused by its fields', async () => {
  const wrong = { username: '', password: 'x', address: 'x', more: 1 } as never;
  await expect(service.call(openSession, wrong, null)).rejects.toMatchObject(
    problem('invalid-input', {
      errors: [
        { path: 'username', message: 'too_small' },
        { path: 'more', message: 'unrecognized_keys' },
      ],
    }),
  );
});
