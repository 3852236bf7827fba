import {
  chooseNotices,
  getDigest,
  getNoticeChoice,
  type Principal,
  type WorkEntry,
} from '@antt/contracts';
import { addDays, today } from '@antt/kernel';
import { Client, connectBus } from '@antt/service-kit';
import { useService } from '@antt/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { createHmac } from 'node:crypto';
import { identitySettings } from '../config.ts';
import { identity } from '../service.ts';
import { people } from '../test-people.ts';
import { peopleWork, unitWork, workOfPeople, workOfReports, workOfUnits } from '../test-work.ts';
import { DigestMaker } from './digest-maker.service.ts';
import { NoticeCarrier } from './notice-carrier.service.ts';
import { mailRelay, messageGateway } from './test-relay.ts';

const service = useService(identity, workOfUnits, workOfPeople, workOfReports);
const { account, signIn, principalOf } = people(service);

let bus: NatsConnection;
let gateway: Awaited<ReturnType<typeof messageGateway>>;
let relay: Awaited<ReturnType<typeof mailRelay>>;
let maker: DigestMaker;
let carrier: NoticeCarrier;

beforeAll(async () => {
  [gateway, relay] = [await messageGateway(), await mailRelay()];
  bus = await connectBus(service.bus.url, 'identity');
  const settings = identitySettings.parse({
    PUBLIC_URL: 'https://antt.example.vn',
    SMTP_URL: relay.url,
    WEBHOOK_URL: gateway.url,
    WEBHOOK_SECRET: 'a secret of the province',
    DIGEST_AT: 'off',
  });
  maker = new DigestMaker(service.db.manager, new Client(bus), settings);
  carrier = new NoticeCarrier(service.db.manager, settings);
});
afterAll(async () => {
  await bus?.close();
  await gateway?.stop();
  await relay?.stop();
});

async function officer(phone = ''): Promise<Principal> {
  const { username } = await account({ phone }, { role: 'commune-officer' });
  return principalOf((await signIn(username)).accessToken);
}

const entry = (kind: WorkEntry['kind'], count: number, mine = true): WorkEntry => ({
  kind,
  count,
  oldest: '2026-11-03',
  closedBy: 'team.write',
  mine,
});
const vacant = (count: number) => ({
  kind: 'leader-vacant' as const,
  count,
  oldest: '2026-10-20',
  closedBy: 'posting.write' as const,
  mine: true,
});
const yesterday = addDays(today(), -1);

test('a digest holds what is my own of both lists, beside the one before it', async () => {
  const me = await officer();
  unitWork.set(me.accountId, [entry('teams-short', 3), entry('draft-open', 9, false)]);
  await maker.make(yesterday);
  peopleWork.set(me.accountId, [vacant(2)]);
  await maker.make(today());
  const { digest } = await service.call(getDigest, {}, me);
  const short = { kind: 'teams-short', count: 3, oldest: '2026-11-03' };
  expect(digest).toEqual({
    madeOn: today(),
    entries: [short, { kind: 'leader-vacant', count: 2, oldest: '2026-10-20' }],
    away: [],
    former: { madeOn: yesterday, entries: [short] },
  });
});

test('there is one digest a day, however often it is made', async () => {
  const me = await officer();
  unitWork.set(me.accountId, [entry('teams-short', 1)]);
  await Promise.all([maker.make(today()), maker.make(today())]);
  unitWork.set(me.accountId, [entry('teams-short', 8)]);
  expect(await maker.make(today())).toBe(0);
  const { digest } = await service.call(getDigest, {}, me);
  expect(digest?.entries).toMatchObject([{ count: 1 }]);
});

test('an account that is younger than the morning gets its first digest the next one', async () => {
  const me = await officer();
  unitWork.set(me.accountId, [entry('teams-short', 1)]);
  await maker.make(today(), '2020-01-01T06:30:00+07:00');
  expect(await service.call(getDigest, {}, me)).toEqual({ digest: null });
  await maker.make(today(), new Date(Date.now() + 60_000).toISOString());
  expect(await service.call(getDigest, {}, me)).toMatchObject({ digest: { madeOn: today() } });
});

test('who only reads has no work and gets no digest', async () => {
  const { username } = await account({}, { role: 'auditor' });
  const auditor = await principalOf((await signIn(username)).accessToken);
  unitWork.set(auditor.accountId, [entry('teams-short', 1)]);
  await maker.make(today());
  expect(await service.call(getDigest, {}, auditor)).toEqual({ digest: null });
});

test('nothing is sent to who has not asked for it', async () => {
  const me = await officer('0900000001');
  unitWork.set(me.accountId, [entry('teams-short', 1)]);
  await maker.make(today());
  expect(await carrier.carry()).toBe(0);
  expect(await service.call(getNoticeChoice, {}, me)).toEqual({
    email: '',
    message: false,
    phone: '0900000001',
    // The service under test runs without a relay and a gateway.
    ways: { mail: false, message: false },
  });
});

test('a message goes to the gateway once, signed, with figures and without a name', async () => {
  const me = await officer('0900000002');
  await service.call(chooseNotices, { email: '', message: true }, me);
  unitWork.set(me.accountId, [entry('teams-short', 3)]);
  peopleWork.set(me.accountId, [vacant(2)]);
  await maker.make(today());
  expect(await carrier.carry()).toBe(1);
  expect(await carrier.carry()).toBe(0);
  const { headers, body } = gateway.received.at(-1)!;
  const { to, text, id } = JSON.parse(body) as Record<string, string>;
  expect(to).toBe('0900000002');
  expect(text).toBe(
    'Hôm nay có 5 việc chờ anh/chị xử lý, việc lâu nhất từ ngày 20/10/2026. Xem danh sách: https://antt.example.vn',
  );
  expect(headers['idempotency-key']).toBe(id);
  const signature = createHmac('sha256', 'a secret of the province').update(body).digest('hex');
  expect(headers['x-antt-signature']).toBe(`sha256=${signature}`);
});

test('what the gateway did not take is sent again later, with the same id', async () => {
  const me = await officer('0900000003');
  await service.call(chooseNotices, { email: '', message: true }, me);
  unitWork.set(me.accountId, [entry('teams-short', 1)]);
  await maker.make(today());
  gateway.said.status = 503;
  expect(await carrier.carry()).toBe(0);
  const refused = gateway.received.at(-1)!;
  gateway.said.status = 202;
  expect(await carrier.carry()).toBe(0);
  await service.db.query(`update notice set next_at = now() where sent_at is null`);
  expect(await carrier.carry()).toBe(1);
  expect(gateway.received.at(-1)!.body).toBe(refused.body);
});

test('mail goes by the relay to the address that was chosen', async () => {
  const me = await officer();
  await service.call(chooseNotices, { email: 'can-bo@example.vn', message: false }, me);
  unitWork.set(me.accountId, [entry('teams-short', 4)]);
  await maker.make(today());
  expect(await carrier.carry()).toBe(1);
  const letter = relay.received.at(-1)!;
  expect(letter).toContain('To: can-bo@example.vn');
  expect(letter).toMatch(/Message-ID: <[0-9a-f-]{36}@antt>/);
});

test('a digest without work sends nothing', async () => {
  const me = await officer('0900000004');
  await service.call(chooseNotices, { email: '', message: true }, me);
  await maker.make(today());
  expect((await service.call(getDigest, {}, me)).digest).toMatchObject({ entries: [] });
  expect(await carrier.carry()).toBe(0);
});

test('what could not be sent for a day is over', async () => {
  const me = await officer('0900000005');
  await service.call(chooseNotices, { email: '', message: true }, me);
  unitWork.set(me.accountId, [entry('teams-short', 1)]);
  await maker.make(addDays(today(), -3));
  expect(await carrier.carry()).toBe(0);
});
