import { closeAccount, createToken, deleteToken, listTokens } from '@antt/contracts';
import { addDays, today } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { identity } from '../service.ts';
import { factsAbout, people } from '../test-people.ts';

const service = useService(identity);
const { principalOf, signedIn } = people(service);

const problem = (type: string, members = {}) => ({ body: { type, ...members } });
const fresh = (days = 30) => ({
  id: randomUUID(),
  name: 'Bảng kê hằng tháng',
  expiresOn: addDays(today(), days),
});

test('a token has its owner’s rights and shows when it was last used', async () => {
  const me = await signedIn({ role: 'auditor' });
  const { secret, ...token } = await service.call(createToken, fresh(), me);
  expect(secret).toMatch(/^antt_[\w-]{43}$/);
  expect(await principalOf(secret!)).toEqual({ ...me, sessionId: null });
  const { items } = await service.call(listTokens, {}, me);
  expect(items).toEqual([{ ...token, lastUsedAt: expect.any(String) }]);
  const [{ kept }] = await service.db.query(`select string_agg(t::text, '') as kept from token t`);
  expect(kept).not.toContain(secret);
});

test('the same command twice makes one token and tells its secret once', async () => {
  const me = await signedIn();
  const command = fresh();
  const both = await Promise.all([
    service.call(createToken, command, me),
    service.call(createToken, command, me),
  ]);
  expect(both.filter(({ secret }) => secret !== null)).toHaveLength(1);
  await expect(service.call(createToken, { ...command, name: 'Khác' }, me)).rejects.toMatchObject(
    problem('id-reused', { field: 'name' }),
  );
  await expect(service.call(createToken, command, await signedIn())).rejects.toMatchObject(
    problem('id-reused', { field: 'accountId' }),
  );
});

test('a token must expire, within a year', async () => {
  const me = await signedIn();
  for (const [days, message] of [
    [0, 'not-in-future'],
    [367, 'beyond-a-year'],
  ] as const) {
    await expect(service.call(createToken, fresh(days), me)).rejects.toMatchObject(
      problem('invalid-input', { errors: [{ path: 'expiresOn', message }] }),
    );
  }
});

test('a token that has expired opens nothing', async () => {
  const me = await signedIn();
  const { id, secret } = await service.call(createToken, fresh(), me);
  await service.db.query(`update token set expires_on = $2 where id = $1`, [id, today()]);
  await expect(principalOf(secret!)).rejects.toMatchObject(problem('not-signed-in'));
});

test('a token makes no tokens', async () => {
  const me = await signedIn();
  const { secret } = await service.call(createToken, fresh(), me);
  const script = await principalOf(secret!);
  await expect(service.call(createToken, fresh(), script)).rejects.toMatchObject(
    problem('not-allowed', { status: 403 }),
  );
});

test('a token is withdrawn by its owner only, and then opens nothing', async () => {
  const me = await signedIn();
  const { id, secret } = await service.call(createToken, fresh(), me);
  await expect(service.call(deleteToken, { id }, await signedIn())).rejects.toMatchObject(
    problem('token-not-found', { status: 404 }),
  );
  await service.call(deleteToken, { id }, me);
  await expect(principalOf(secret!)).rejects.toMatchObject(problem('not-signed-in'));
  expect((await factsAbout(service, me.accountId)).slice(-2)).toMatchObject([
    { what: 'token-deleted' },
    { event: 'access-changed', why: 'token' },
  ]);
});

test('the tokens of a closed account open nothing', async () => {
  const me = await signedIn({ role: 'auditor' });
  const { secret } = await service.call(createToken, fresh(), me);
  await service.call(closeAccount, { id: me.accountId });
  await expect(principalOf(secret!)).rejects.toMatchObject(problem('not-signed-in'));
});
