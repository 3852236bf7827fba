import {
  accountChanged,
  areaChanged,
  grantRole,
  listAudit,
  openSession,
  verifyAudit,
} from '@antt/contracts';
import { databaseOptions } from '@antt/service-kit';
import { eventually, someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { wholeArea } from '../areas/whole-area.ts';
import { identity } from '../service.ts';
import { organisation } from '../test-organisation.ts';
import { people } from '../test-people.ts';

const service = useService(identity, organisation);
const { account, signIn, principalOf } = people(service);

const auditor = someone('auditor');
const problem = (type: string, members = {}) => ({ body: { type, ...members } });

/** A fact of another service, as its outbox would hold it. */
async function fact(payload: object, by = someone('provincial-administrator'), id = randomUUID()) {
  const { accountId, username } = by;
  const trace = `00-${randomUUID().replaceAll('-', '')}-00f067aa0ba902b7-01`;
  await service.db.query(
    `insert into organisation.outbox (id, subject, payload, principal, traceparent)
     values ($1, 'event.organisation.unit-renamed.v1', $2, $3, $4)`,
    [id, JSON.stringify(payload), JSON.stringify({ accountId, username }), trace],
  );
  await service.db.query(`select pg_notify('outbox_organisation', '')`);
  return { id, trace: trace.split('-')[1] };
}

const entries = (question: object, principal = auditor) =>
  service.call(listAudit, { limit: 100, ...question }, principal);
const verification = () => service.call(verifyAudit, {}, auditor);
const countOf = async (messageId: string): Promise<number> =>
  (
    await service.db.query(`select count(*)::int as n from audit_entry where message_id = $1`, [
      messageId,
    ])
  )[0].n;
const logged = (id: string) => eventually(async () => (await countOf(id)) > 0);

test('every service’s facts land in the log, with who, when and on which trace', async () => {
  const by = someone('provincial-administrator');
  const { id, trace } = await fact({ id: 'unit', name: 'Tân Lập' }, by);
  await logged(id);
  const { items, total } = await entries({ accountId: by.accountId });
  expect(total).toBe(1);
  expect(items).toMatchObject([
    {
      event: 'organisation.unit-renamed.v1',
      accountId: by.accountId,
      username: by.username,
      payload: { id: 'unit', name: 'Tân Lập' },
      traceId: trace,
    },
  ]);
  expect(items[0]).not.toHaveProperty('messageId');
});

test('refused and granted sign-ins are in the log, without password or address', async () => {
  const { id, username } = await account({}, { role: 'auditor' });
  await signIn(username, 'sai mật khẩu').catch(() => {});
  await service
    .call(openSession, { username, password: 'sai', address: '10.9.8.7' }, null)
    .catch(() => {});
  await signIn(username);
  const { items } = await eventually(async () => {
    const found = await entries({ event: 'identity.s' });
    const mine = found.items.filter((item) => JSON.stringify(item).includes(username));
    return mine.length >= 3 ? found : null;
  });
  const mine = items.filter((item) => JSON.stringify(item).includes(username));
  expect(mine.map(({ event }) => event)).toEqual([
    'identity.session-opened.v1',
    'identity.sign-in-refused.v1',
    'identity.sign-in-refused.v1',
  ]);
  expect(mine[0]).toMatchObject({ accountId: id, username });
  expect(JSON.stringify(items)).not.toMatch(/10\.9\.8\.7|10\.0\.0\.7|sai mật khẩu/);
});

test('many facts at once are numbered without gaps and chained', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 150; n += 1) ids.push((await fact({ n })).id);
  for (const id of ids) await logged(id);
  const rows: { seq: number }[] = await service.db.query(
    `select seq from audit_entry order by seq`,
  );
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, index) => index + 1));
  expect(await verification()).toMatchObject({ intact: true, brokenAt: null });
});

test('the log is read newest first, page by page, by event, account and time', async () => {
  const by = someone('provincial-administrator');
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push((await fact({ n }, by)).id);
  for (const id of ids) await logged(id);
  const first = await entries({ accountId: by.accountId, limit: 2 });
  expect(first.total).toBe(5);
  const second = await entries({ accountId: by.accountId, limit: 2, cursor: first.nextCursor });
  const third = await entries({ accountId: by.accountId, limit: 2, cursor: second.nextCursor });
  const seqs = [first, second, third].flatMap(({ items }) => items.map(({ seq }) => seq));
  expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
  expect(new Set(seqs).size).toBe(5);
  expect(third.nextCursor).toBeNull();

  const at = first.items[0]!.at;
  expect((await entries({ accountId: by.accountId, from: at })).total).toBeGreaterThan(0);
  expect((await entries({ accountId: by.accountId, to: '2024-07-01' })).total).toBe(0);
  expect((await entries({ accountId: by.accountId, event: 'organisation.' })).total).toBe(5);
  expect((await entries({ accountId: by.accountId, event: 'identity.' })).total).toBe(0);
  await expect(entries({ from: 'hôm qua' })).rejects.toMatchObject(problem('invalid-input'));
  await expect(entries({ cursor: 'x' })).rejects.toMatchObject(problem('invalid-input'));
});

test('who audits an area reads only what concerns the own account', async () => {
  const { id, username } = await account();
  const me = await principalOf((await signIn(username)).accessToken);
  const ofAnArea = { ...me, grants: someone('auditor', [randomUUID()]).grants };
  const { id: messageId } = await fact({ about: 'somebody else' });
  await logged(messageId);
  const { items } = await eventually(async () => {
    const found = await entries({}, ofAnArea);
    return found.total > 0 ? found : null;
  });
  for (const item of items) {
    expect([item.accountId, (item.payload as { accountId?: string }).accountId]).toContain(id);
  }
  await expect(service.call(verifyAudit, {}, ofAnArea)).rejects.toMatchObject(
    problem('outside-area', { status: 403 }),
  );
});

test('nobody changes the log: not the service, not even the owner of the table', async () => {
  const { id } = await fact({ kept: true });
  await logged(id);
  const url = new URL(service.url);
  url.username = 'identity';
  const asService = await new DataSource(
    databaseOptions({ url: url.href, schema: 'identity', pool: 2 }, {}),
  ).initialize();
  const attempts = [
    `update audit_entry set payload = '{}'`,
    `delete from audit_entry`,
    `truncate audit_entry`,
  ];
  for (const attempt of attempts) {
    await expect(asService.query(attempt)).rejects.toThrow('permission denied');
    await expect(service.db.query(attempt)).rejects.toThrow('only ever appended');
  }
  expect(await asService.query(`select count(*)::int as n from audit_entry`)).not.toEqual([
    { n: 0 },
  ]);
  await asService.destroy();
});

test('an entry that was tampered with by force is found by its number', async () => {
  const { id } = await fact({ amount: 1 });
  await fact({ amount: 2 });
  await logged(id);
  await service.db.query(`alter table audit_entry disable trigger audit_entry_stays`);
  const [{ seq }] = await service.db.query(`select seq from audit_entry where message_id = $1`, [
    id,
  ]);
  const write = (payload: object) =>
    service.db.query(`update audit_entry set payload = $2 where message_id = $1`, [
      id,
      JSON.stringify(payload),
    ]);
  await write({ amount: 100 });
  expect(await verification()).toMatchObject({ intact: false, brokenAt: Number(seq) });
  await write({ amount: 1 });
  expect(await verification()).toMatchObject({ intact: true, brokenAt: null });
  await service.db.query(`alter table audit_entry enable trigger audit_entry_stays`);
});

test('of a person the log keeps the account’s id only; areas and units go by their names', () => {
  const created = { accountId: randomUUID(), what: 'created' as const };
  const person = { fullName: 'Nguyễn Văn Minh Họa', phone: '0900 000 000' };
  expect(accountChanged.payload.parse({ ...created, ...person })).toEqual(created);
  const area = { areaId: randomUUID(), units: 3, name: 'Cụm Lục Ngạn' };
  expect(areaChanged.payload.parse(area)).toEqual(area);
});

test('who gave which role, where and for which days is read from the chain alone', async () => {
  const by = someone('provincial-administrator');
  const { id } = await account();
  const grant = { id: randomUUID(), accountId: id, role: 'auditor' as const, areaId: wholeArea.id };
  await service.call(grantRole, { ...grant, from: '2025-07-01', to: '2026-01-01' }, by);
  const event = 'identity.account-changed.v1';
  const { items } = await eventually(async () => {
    const found = await entries({ event, accountId: by.accountId });
    return found.total > 0 ? found : null;
  });
  expect(items).toMatchObject([
    {
      accountId: by.accountId,
      username: by.username,
      payload: {
        accountId: id,
        what: 'granted',
        grantId: grant.id,
        role: 'auditor',
        areaId: wholeArea.id,
        areaName: wholeArea.name,
        from: '2025-07-01',
        to: '2026-01-01',
      },
    },
  ]);
  expect(await verification()).toMatchObject({ intact: true });
});
