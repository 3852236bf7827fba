import { listAccounts } from '@antt/contracts';
import { databaseOptions } from '@antt/service-kit';
import { useService } from '@antt/testing';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { identity } from '../service.ts';
import { factsAbout, people } from '../test-people.ts';
import { setUp } from './set-up.ts';
import { type Setup, setupConfig } from './setup-kind.ts';

const service = useService(identity);
const { signIn, principalOf } = people(service);

let own: DataSource | null = null;

/** As the one-shot does: with the service's own role, and nothing but the database. */
async function run(setup: Omit<Setup, 'DATABASE_URL'>) {
  const url = new URL(service.url);
  url.username = 'identity';
  const { entities } = identity;
  own ??= await new DataSource(
    databaseOptions({ url: url.href, schema: 'identity', pool: 2 }, { entities }),
  ).initialize();
  const whole = setupConfig.parse({ ...setup, DATABASE_URL: url.href });
  return own.transaction((tx) => setUp(tx, whole));
}

const demo = (password = 'bốn mùa xanh') => ({
  SETUP_KIND: 'demo' as const,
  DEMO_PASSWORD: password,
});
const empty = (change = {}) => ({
  SETUP_KIND: 'empty' as const,
  ADMIN_USERNAME: 'quantri',
  ADMIN_NAME: 'Nguyễn Văn Quản',
  ADMIN_PASSWORD: 'sông Thương nước chảy',
  ...change,
});
const problem = (type: string, members = {}) => ({ body: { type, ...members } });

beforeEach(async () => {
  await service.db.query(
    `truncate account, role_grant, session, token, view, sign_in_attempt cascade`,
  );
});
afterAll(() => own?.destroy());

test('a demo begins with one invented account for each user, free of the duty to change passwords', async () => {
  const { made } = await run(demo());
  expect(made).toEqual(['tinh', 'tinh2', 'huyen', 'taichinh', 'taichinh2', 'xa', 'to', 'kiemtra']);
  const { items } = await service.call(listAccounts, { limit: 100 });
  for (const account of items) {
    expect(account).toMatchObject({ invented: true, mustChangePassword: false });
    expect(account.fullName).toContain('(minh họa)');
  }
  const rolesOf = async (username: string) => {
    const { accessToken } = await signIn(username, 'bốn mùa xanh');
    const { grants } = await principalOf(accessToken);
    return grants.map(({ role, units }) => [role, units]);
  };
  expect(await rolesOf('tinh')).toEqual([['provincial-administrator', 'all']]);
  expect(await rolesOf('kiemtra')).toEqual([['auditor', 'all']]);
  expect(await rolesOf('huyen')).toEqual([]);
});

test('a second start changes nothing, a changed password reaches every demo account', async () => {
  await run(demo());
  const { accessToken } = await signIn('xa', 'bốn mùa xanh');
  const { accountId } = await principalOf(accessToken);
  expect(await run(demo())).toMatchObject({ made: [], changed: [] });
  expect(await principalOf(accessToken)).toMatchObject({ accountId, username: 'xa' });

  expect((await run(demo('sáu mùa xanh'))).changed).toHaveLength(8);
  await expect(principalOf(accessToken)).rejects.toMatchObject(problem('not-signed-in'));
  const again = await signIn('xa', 'sáu mùa xanh');
  expect(await principalOf(again.accessToken)).toMatchObject({ accountId, username: 'xa' });
  const told = (await factsAbout(service, accountId)).map(({ what, why }) => what ?? why);
  expect(told).toEqual(expect.arrayContaining(['created', 'password', 'password-reset']));
});

test('an empty installation begins with an administrator of everything', async () => {
  expect(await run(empty())).toMatchObject({ made: ['quantri'] });
  const tokens = await signIn('quantri', 'sông Thương nước chảy');
  expect(tokens.account.mustChangePassword).toBe(false);
  const { grants } = await principalOf(tokens.accessToken);
  expect(grants).toMatchObject([{ role: 'provincial-administrator', units: 'all' }]);
});

test('an administrator who exists is never overwritten', async () => {
  await run(empty());
  const again = empty({ ADMIN_PASSWORD: 'một mật khẩu khác', ADMIN_NAME: 'Người khác' });
  expect(await run(again)).toEqual({ made: [], changed: [], kept: ['quantri'] });
  await expect(signIn('quantri', 'sông Thương nước chảy')).resolves.toMatchObject({
    account: { fullName: 'Nguyễn Văn Quản' },
  });
});

test('the first administrator’s password must be strong', async () => {
  await expect(run(empty({ ADMIN_PASSWORD: 'ngắn' }))).rejects.toMatchObject(
    problem('password-too-weak', { reason: 'too-short' }),
  );
  await expect(run(empty({ ADMIN_PASSWORD: 'quantri-2026' }))).rejects.toMatchObject(
    problem('password-too-weak', { reason: 'holds-username' }),
  );
});

test('demo and real accounts never share an installation', async () => {
  await run(empty());
  await expect(run(demo())).rejects.toMatchObject(problem('installation-holds-real-data'));
  await service.db.query(`truncate account, role_grant, session, token, view cascade`);
  await run(demo());
  await expect(run(empty())).rejects.toMatchObject(problem('installation-holds-real-data'));
});
