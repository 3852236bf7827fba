import {
  closeAccount,
  createAccount,
  listAccounts,
  refreshSession,
  resetPassword,
  unlockAccount,
} from '@antt/contracts';
import { addDays, today } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { wholeArea } from '../areas/whole-area.ts';
import { identity } from '../service.ts';
import { asked, moved, organisation, unit } from '../test-organisation.ts';
import { factsAbout, people } from '../test-people.ts';

const service = useService(identity, organisation);
const { account, area, signIn, principalOf, made } = people(service);

const problem = (type: string, members = {}) => ({ body: { type, ...members } });
const administratorOf = (...units: string[]) => someone('provincial-administrator', units);
const since = { from: '2024-07-01', to: null };

const province = unit('Bắc Giang');
const district = unit('Lục Ngạn', province);
const other = unit('Sơn Động', province);

test('a new account signs in with its one-time password and must change it', async () => {
  const { account: created, oneTimePassword } = await made([
    { role: 'area-officer', areaId: wholeArea.id, ...since },
  ]);
  expect(oneTimePassword).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  expect(created).toMatchObject({
    state: 'active',
    mustChangePassword: true,
    invented: false,
    lastSignInAt: null,
    grants: [{ role: 'area-officer', areaName: wholeArea.name, ...since }],
  });
  const tokens = await signIn(created.username, oneTimePassword);
  expect(tokens.account.mustChangePassword).toBe(true);
  expect(await principalOf(tokens.accessToken)).toMatchObject({ mustChangePassword: true });
  const told = await factsAbout(service, created.id);
  expect(told).toMatchObject([{ what: 'created' }, { what: 'granted', role: 'area-officer' }, {}]);
  expect(JSON.stringify(told)).not.toMatch(/Minh Họa|0900/);
});

test('the same command twice makes one account and tells its password once', async () => {
  const command = {
    id: randomUUID(),
    username: `hai-lan-${randomUUID().slice(0, 8)}`,
    fullName: 'Lê Văn Minh Họa',
    phone: '',
    grants: [{ role: 'auditor' as const, areaId: wholeArea.id, ...since }],
  };
  const both = await Promise.all([
    service.call(createAccount, command),
    service.call(createAccount, command),
  ]);
  const passwords = both.map(({ oneTimePassword }) => oneTimePassword).filter(Boolean);
  expect(passwords).toHaveLength(1);
  expect(both[0]!.account).toEqual(both[1]!.account);
  await expect(
    service.call(createAccount, { ...command, fullName: 'Người khác' }),
  ).rejects.toMatchObject(problem('id-reused', { status: 409, field: 'fullName' }));
  await expect(service.call(createAccount, { ...command, id: randomUUID() })).rejects.toMatchObject(
    problem('account-username-is-taken', { status: 409 }),
  );
});

test('accounts are found by username and name, with or without diacritics, page by page', async () => {
  const mark = randomUUID().slice(0, 8);
  for (const n of [1, 2, 3]) {
    await account({
      username: `trang-${mark}-${n}`,
      fullName: `Đỗ Thị Trang ${mark}`,
      searchKey: `trang-${mark}-${n} do thi trang ${mark}`,
    });
  }
  const first = await service.call(listAccounts, { q: `ĐỖ thi Trang ${mark}`, limit: 2 });
  expect(first).toMatchObject({ total: 3, nextCursor: `trang-${mark}-2` });
  const rest = await service.call(listAccounts, {
    q: mark,
    limit: 2,
    cursor: first.nextCursor!,
  });
  expect(rest).toMatchObject({ items: [{ username: `trang-${mark}-3` }], nextCursor: null });
  expect((await service.call(listAccounts, { q: '%', limit: 10 })).total).toBe(0);
});

test('an administrator of an area sees only accounts all of whose areas lie inside', async () => {
  const commune = unit('Phì Điền', district);
  const [mine, far] = [await area(commune), await area(other)];
  const inside = await account({}, { role: 'commune-officer', areaId: mine });
  const both = await account(
    {},
    { role: 'commune-officer', areaId: mine },
    { role: 'area-officer', areaId: far, from: addDays(today(), 30) },
  );
  const former = await account(
    {},
    { role: 'commune-officer', areaId: mine },
    { role: 'area-officer', areaId: far, to: '2025-07-01' },
  );
  const everywhere = await account({}, { role: 'auditor' });
  const nowhere = await account();
  const roles = { role: 'commune-officer' as const, limit: 500 };
  asked.length = 0;
  const seen = await service.call(listAccounts, roles, administratorOf(district));
  const ids = seen.items.map(({ id }) => id);
  expect(ids).toContain(inside.id);
  expect(ids).toContain(former.id);
  expect(ids).not.toContain(both.id);
  expect(asked).toHaveLength(1);

  const all = await service.call(listAccounts, { limit: 500 }, administratorOf(district));
  const allIds = all.items.map(({ id }) => id);
  expect(allIds).not.toContain(everywhere.id);
  expect(allIds).not.toContain(nowhere.id);
  const everything = await service.call(listAccounts, { limit: 500 });
  expect(everything.items.map(({ id }) => id)).toEqual(
    expect.arrayContaining([everywhere.id, nowhere.id, both.id]),
  );
});

test('a password is reset inside the own area only', async () => {
  const commune = unit('Biển Động', district);
  const [mine, far] = [await area(commune), await area(other)];
  const inside = await account({}, { role: 'commune-officer', areaId: mine });
  const outside = await account({}, { role: 'commune-officer', areaId: far });
  const half = await account(
    {},
    { role: 'commune-officer', areaId: mine },
    { role: 'commune-officer', areaId: far },
  );
  const whole = await account({}, { role: 'team-leader' });
  const nowhere = await account();
  const officer = administratorOf(district);
  asked.length = 0;
  const answer = await service.call(resetPassword, { id: inside.id }, officer);
  expect(asked).toHaveLength(1);
  const session = await signIn(inside.username, answer.oneTimePassword);
  expect(session).toMatchObject({ account: { id: inside.id } });
  for (const { id } of [outside, half, whole, nowhere]) {
    await expect(service.call(resetPassword, { id }, officer)).rejects.toMatchObject(
      problem('outside-area', { status: 403 }),
    );
    await expect(service.call(resetPassword, { id })).resolves.toMatchObject({
      oneTimePassword: expect.any(String),
    });
  }
});

test('a reset by an area follows the communes of today', async () => {
  const wandering = unit('Xã chuyển địa bàn', other);
  moved(wandering, district, '2025-07-01');
  const itsArea = await area(wandering);
  const { id } = await account({}, { role: 'commune-officer', areaId: itsArea });
  await expect(service.call(resetPassword, { id }, administratorOf(other))).rejects.toMatchObject(
    problem('outside-area'),
  );
  await expect(
    service.call(resetPassword, { id }, administratorOf(district)),
  ).resolves.toMatchObject({ oneTimePassword: expect.any(String) });
});

test('an officer without the permission manages nobody', async () => {
  const { id } = await account({}, { role: 'team-leader', areaId: await area(district) });
  for (const role of ['area-officer', 'auditor', 'commune-officer'] as const) {
    await expect(service.call(resetPassword, { id }, someone(role))).rejects.toMatchObject({
      body: { status: 403 },
    });
  }
});

test('nobody resets, unlocks or closes the own account', async () => {
  const { id, username } = await account({}, { role: 'provincial-administrator' });
  const me = await principalOf((await signIn(username)).accessToken);
  for (const operation of [resetPassword, unlockAccount, closeAccount]) {
    await expect(service.call(operation, { id }, me)).rejects.toMatchObject(
      problem('own-account', { status: 422 }),
    );
  }
});

test('a reset ends sessions and tokens, lifts the lock and asks for a new password', async () => {
  const { id, username } = await account({ invented: false }, { role: 'auditor' });
  const { refreshToken, accessToken } = await signIn(username);
  for (let n = 0; n < 5; n += 1) await signIn(username, 'sai mật khẩu').catch(() => {});
  const { oneTimePassword } = await service.call(resetPassword, { id });
  await expect(principalOf(accessToken)).rejects.toMatchObject(problem('not-signed-in'));
  await expect(service.call(refreshSession, { refreshToken }, null)).rejects.toMatchObject(
    problem('session-ended'),
  );
  const { account: again } = await signIn(username, oneTimePassword);
  expect(again.mustChangePassword).toBe(true);
  const told = (await factsAbout(service, id)).map(({ what, why }) => what ?? why);
  expect(told).toEqual(expect.arrayContaining(['locked', 'password', 'password-reset']));
});

test('an invented account of the demo need not change its password, also after a reset', async () => {
  const { id, username } = await account({ invented: true }, { role: 'auditor' });
  const { oneTimePassword } = await service.call(resetPassword, { id });
  const tokens = await signIn(username, oneTimePassword);
  expect(tokens.account.mustChangePassword).toBe(false);
});

test('a closed account is shut out at once and stays closed', async () => {
  const { id, username } = await account({}, { role: 'auditor' });
  const { accessToken, refreshToken } = await signIn(username);
  expect(await service.call(closeAccount, { id })).toMatchObject({ id, state: 'closed' });
  expect(await service.call(closeAccount, { id })).toMatchObject({ id, state: 'closed' });
  await expect(principalOf(accessToken)).rejects.toMatchObject(problem('not-signed-in'));
  await expect(service.call(refreshSession, { refreshToken }, null)).rejects.toMatchObject(
    problem('session-ended'),
  );
  await expect(signIn(username)).rejects.toMatchObject(problem('wrong-credentials'));
  await expect(service.call(resetPassword, { id })).rejects.toMatchObject(
    problem('account-is-closed', { status: 409, username }),
  );
  const found = await service.call(listAccounts, { q: username, state: 'closed', limit: 10 });
  expect(found).toMatchObject({ items: [{ id }], total: 1 });
  expect(
    (await service.call(listAccounts, { q: username, state: 'active', limit: 10 })).total,
  ).toBe(0);
  const closings = (await factsAbout(service, id)).filter(({ what }) => what === 'closed');
  expect(closings).toHaveLength(1);
});

test('an account that is not there is not found', async () => {
  const id = randomUUID();
  for (const operation of [resetPassword, unlockAccount, closeAccount]) {
    await expect(service.call(operation, { id })).rejects.toMatchObject(
      problem('account-not-found', { status: 404, id }),
    );
  }
});
