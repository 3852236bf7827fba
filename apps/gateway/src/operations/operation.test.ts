import {
  getInstallation,
  getMe,
  grantRole,
  listPoints,
  problem,
  recordInstrument,
  changePassword,
  listUnits,
  reorganise,
  setQuota,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

const quota = () => ({
  unitId: randomUUID(),
  instrumentId: randomUUID(),
  teams: 3,
  members: 9,
  validFrom: '2025-07-01',
});

const quotaOf = (given: Input<typeof setQuota>) => ({
  ...given,
  villages: null,
  leaders: null,
  deputies: null,
  ordinary: null,
  note: given.note ?? '',
  validTo: null,
});

beforeAll(() => {
  const { services } = gateway;
  services.answer(setQuota, (command) => quotaOf(command));
  services.answer(listUnits, () => ({ items: [], nextCursor: null, total: 0 }));
  services.answer(changePassword, () => ({}));
  services.answer(getInstallation, () => ({
    kind: 'demo' as const,
    empty: true,
    holds: { units: 0, boundaries: 0, instruments: 0, quotas: 0, teams: 0, workplaces: 0 },
  }));
});

const asker = () => gateway.signIn('provincial-administrator').authorization;

function post(path: string, body: object, headers: Record<string, string> = {}) {
  return request(gateway.url)
    .post(path)
    .set({ authorization: asker(), ...headers })
    .send(body);
}

test('a question becomes a GET whose query the service checks and converts', async () => {
  const answer = await request(gateway.url)
    .get('/api/units?on=2025-07-01&limit=5')
    .set('authorization', asker());

  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.body).toEqual({ items: [], nextCursor: null, total: 0 });
  const last = gateway.services.asked.at(-1)!;
  expect(last.input).toEqual({ on: '2025-07-01', limit: 5 });
});

test('the service learns who asks and under which trace', async () => {
  const { principal, authorization } = gateway.signIn('area-officer', [randomUUID()]);
  const traceparent = '00-11111111111111111111111111111111-2222222222222222-01';
  await request(gateway.url).get('/api/units?on=2025-07-01').set({ authorization, traceparent });

  const { context } = gateway.services.asked.at(-1)!;
  expect(context.principal).toEqual(principal);
  expect(context.traceparent).toBe(traceparent);
});

test('everybody may ask what is for everybody, even with a token that has ended', async () => {
  const answer = await request(gateway.url)
    .get('/api/installation')
    .set('authorization', 'Bearer ended');
  expect(answer.status).toBe(200);
  expect(answer.body.kind).toBe('demo');
});

test('nobody may ask what is for accounts', async () => {
  const answer = await request(gateway.url).get('/api/units?on=2025-07-01');
  expect(answer.status).toBe(401);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['www-authenticate']).toBe('Bearer');
  expect(answer.body).toMatchObject({ type: 'not-signed-in', status: 401 });
  expect(answer.body.traceId).toMatch(/^[0-9a-f]{32}$/);
});

test('a command without the permission is refused before any service is asked', async () => {
  const { authorization } = gateway.signIn('auditor');
  const before = gateway.services.timesAsked(setQuota);
  const answer = await request(gateway.url)
    .post('/api/quotas')
    .set({ authorization })
    .send(quota());
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({ type: 'not-allowed', permission: 'quota.write' });
  expect(gateway.services.timesAsked(setQuota)).toBe(before);
});

test('the id of a new thing may be left out; each time another one is made', async () => {
  const command = quota();
  const [first, second] = [await post('/api/quotas', command), await post('/api/quotas', command)];
  expect(first.status).toBe(201);
  expect(first.body.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(second.body.id).not.toBe(first.body.id);
});

test('the id that the client gives is kept', async () => {
  const id = randomUUID();
  const { body } = await post('/api/quotas', { ...quota(), id }, { 'idempotency-key': 'a' });
  expect(body.id).toBe(id);
});

test('a command repeated under its idempotency key names the same new thing', async () => {
  const { authorization } = gateway.signIn('provincial-administrator');
  const headers = { authorization, 'idempotency-key': 'quyết định 12' };
  const encoded = { ...headers, 'idempotency-key': encodeURIComponent('quyết định 12') };
  const command = quota();
  const first = await post('/api/quotas', command, encoded);
  const again = await post('/api/quotas', command, encoded);
  const other = await post('/api/quotas', command, { ...encoded, 'idempotency-key': 'other' });
  const somebodyElse = await post('/api/quotas', command, { ...encoded, authorization: asker() });
  expect(again.body.id).toBe(first.body.id);
  expect(other.body.id).not.toBe(first.body.id);
  expect(somebodyElse.body.id).not.toBe(first.body.id);
});

test('a service that knows other content under the id says so', async () => {
  gateway.services.answer(recordInstrument, ({ id }) => {
    throw problem('id-reused', { id, field: 'title' });
  });
  const answer = await post('/api/instruments', {
    id: randomUUID(),
    kind: 'decision',
    number: '01-MH/2024',
    issuer: 'UBND tỉnh',
    title: 'Giao chỉ tiêu',
    signedOn: '2024-07-01',
    effectiveFrom: '2024-07-01',
  });
  expect(answer.status).toBe(409);
  expect(answer.body).toMatchObject({ type: 'id-reused', field: 'title' });
});

test('unknown fields are refused by name', async () => {
  const inBody = await post('/api/quotas', { ...quota(), colour: 'red' });
  expect(inBody.status).toBe(422);
  expect(inBody.body).toMatchObject({
    type: 'invalid-input',
    errors: [{ path: 'colour', message: 'unrecognized_keys' }],
  });
  const inQuery = await request(gateway.url)
    .get('/api/units?on=2025-07-01&colour=red')
    .set('authorization', asker());
  expect(inQuery.body.errors).toEqual([{ path: 'colour', message: 'unrecognized_keys' }]);
  const queryOfCommand = await post('/api/quotas?dryRun=true', quota());
  expect(queryOfCommand.body.errors[0].path).toBe('dryRun');
});

test('a command that can be tried out says so in its address', async () => {
  const none = { founded: 0, changed: 0, ended: 0, moved: 0, outlines: 0, quotas: 0, teams: 0 };
  const effects = {
    counts: { ...none, workplaces: 0 },
    moved: [],
    teams: [],
    quotas: [],
    decisions: [],
  };
  gateway.services.answer(reorganise, ({ id, on, instrumentId, title, dryRun }) => {
    const instrumentNumber = dryRun ? 'dry run' : 'act';
    return { id, on, instrumentId, instrumentNumber, title, status: 'applied' as const, effects };
  });
  const plan = { on: '2025-07-01', instrumentId: randomUUID(), title: 'Sắp xếp' };
  const asked = async (query: string) => {
    const answer = await post(`/api/reorganisations${query}`, plan);
    return answer.body.errors ?? answer.body;
  };
  expect(await asked('?dryRun=true')).toMatchObject({ ...plan, instrumentNumber: 'dry run' });
  expect(await asked('')).toMatchObject({ ...plan, instrumentNumber: 'act' });
  expect(await asked('?dryRun=perhaps')).toEqual([{ path: 'dryRun', message: 'not-a-boolean' }]);
});

test('a field given twice is refused by name', async () => {
  const accountId = randomUUID();
  const twice = await post(`/api/accounts/${accountId}/grants`, { accountId });
  expect(twice.status).toBe(422);
  expect(twice.body.errors).toEqual([{ path: 'accountId', message: 'given-twice' }]);

  const repeated = await request(gateway.url)
    .get('/api/units?on=2025-07-01&on=2025-07-02')
    .set('authorization', asker());
  expect(repeated.status).toBe(422);
  expect(repeated.body.errors[0].path).toBe('on');
});

test('fields of the path and of the body make one command', async () => {
  const accountId = randomUUID();
  const grant = { role: 'auditor', areaId: randomUUID(), from: '2025-07-01' } as const;
  gateway.services.answer(grantRole, () => {
    throw problem('account-not-found', { id: accountId });
  });
  const answer = await post(`/api/accounts/${accountId}/grants`, grant);
  expect(answer.status).toBe(404);
  expect(gateway.services.asked.at(-1)!.input).toMatchObject({ ...grant, accountId });
});

test('a body nested beyond all measure is refused, brackets in texts are not counted', async () => {
  const deep = `{"note":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  const refused = await request(gateway.url)
    .post('/api/quotas')
    .set({ authorization: asker(), 'content-type': 'application/json' })
    .send(deep);
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toEqual([{ path: '', message: 'too-deep' }]);
  const note = `"${'['.repeat(200)}\\"{`;
  expect((await post('/api/quotas', { ...quota(), note })).status).toBe(201);
});

test('what is no JSON object is refused', async () => {
  const broken = await request(gateway.url)
    .post('/api/quotas')
    .set({ authorization: asker(), 'content-type': 'application/json' })
    .send('{"teams":');
  expect(broken.status).toBe(422);
  expect(broken.body.errors).toEqual([{ path: '', message: 'not-json' }]);
  expect((await post('/api/quotas', [1])).body.errors[0].message).toBe('not-an-object');
  const form = await request(gateway.url)
    .post('/api/quotas')
    .set({ authorization: asker(), 'content-type': 'text/plain' })
    .send('teams=3');
  expect(form.status).toBe(422);
});

test('a command too large for a message is refused', async () => {
  const answer = await post('/api/quotas', { ...quota(), note: 'x'.repeat(1024 * 1024) });
  expect(answer.status).toBe(413);
  expect(answer.body.type).toBe('upload-too-large');
});

test('an answer too large for a message reaches the browser whole', async () => {
  const items = Array.from({ length: 8_000 }, (_, n) => ({
    id: randomUUID(),
    name: `Tổ bảo vệ an ninh, trật tự thôn ${n}`,
    kind: null,
    lon: 106.2,
    lat: 21.3,
    communeId: randomUUID(),
    served: true,
  }));
  expect(JSON.stringify({ items }).length).toBeGreaterThan(gateway.connection.info!.max_payload);
  gateway.services.answer(listPoints, () => ({ items }));
  const { status, body } = await request(gateway.url)
    .get('/api/map-points?on=2025-07-01&layer=teams')
    .set({ authorization: asker() });
  expect([status, body]).toEqual([200, { items }]);
});

test('a command that answers nothing is answered without a body', async () => {
  const answer = await post('/api/me/passwords', { current: 'a', next: 'b' });
  expect(answer.status).toBe(204);
  expect(answer.text).toBe('');
});

test('who must change a one-time password may do only that', async () => {
  const { principal } = gateway.signIn('provincial-administrator');
  const { authorization } = gateway.admit({
    ...principal,
    accountId: randomUUID(),
    mustChangePassword: true,
  });
  gateway.services.answer(getMe, () => {
    throw problem('internal');
  });
  const asked = (path: string) => request(gateway.url).get(path).set({ authorization });
  expect((await asked('/api/units?on=2025-07-01')).body.type).toBe('password-change-required');
  expect((await asked('/api/jobs')).body.type).toBe('password-change-required');
  expect((await asked('/api/me')).body.type).toBe('internal');
  const change = await post('/api/me/passwords', { current: 'a', next: 'b' }, { authorization });
  expect(change.status).toBe(204);
});

test('an address that leads nowhere says so', async () => {
  const answer = await request(gateway.url).get('/api/colours').set('authorization', asker());
  expect(answer.status).toBe(404);
  expect(answer.body).toMatchObject({ type: 'no-such-route', method: 'GET', path: '/api/colours' });
  expect((await request(gateway.url).put('/api/units')).body.type).toBe('no-such-route');
  expect((await request(gateway.url).get('/api/units/%ff')).body.type).toBe('no-such-route');
});

test('operations between services have no route', async () => {
  const answer = await post('/api/organisation.unit.place', {});
  expect(answer.status).toBe(404);
});

test('a service that nobody runs is unavailable at once', async () => {
  const begun = Date.now();
  const answer = await request(gateway.url)
    .get(`/api/units/${randomUUID()}?on=2025-07-01`)
    .set('authorization', asker());
  expect(answer.status).toBe(503);
  expect(answer.body).toMatchObject({ type: 'service-unavailable', service: 'organisation' });
  expect(answer.headers['retry-after']).toBe('1');
  expect(Date.now() - begun).toBeLessThan(1_000);
});

test('a page of another origin may not send commands', async () => {
  const answer = await post('/api/quotas', quota(), { 'sec-fetch-site': 'cross-site' });
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({ type: 'not-allowed', reason: 'cross-origin' });
});

test('long answers are compressed, short ones are not', async () => {
  const item = {
    id: randomUUID(),
    level: 'commune' as const,
    kind: 'xã' as const,
    code: '1',
    list: '2025',
    name: 'Tân Dĩnh',
    parentId: null,
    validFrom: '2025-07-01',
    validTo: null,
    parentName: null,
    parentKind: null,
  };
  gateway.services.answer(listUnits, ({ limit }) => ({
    items: Array.from({ length: limit }, () => item),
    nextCursor: null,
    total: limit,
  }));
  const asked = (limit: number) =>
    request(gateway.url)
      .get(`/api/units?on=2025-07-01&limit=${limit}`)
      .set({ authorization: asker(), 'accept-encoding': 'gzip, br' });
  const long = await asked(50);
  expect(long.headers['content-encoding']).toBe('br');
  expect(long.body.items).toHaveLength(50);
  expect((await asked(1)).headers['content-encoding']).toBeUndefined();
});
