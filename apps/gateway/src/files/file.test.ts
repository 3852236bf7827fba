import { keepFile, keepPersonFile, openFile, openPersonFile, problem } from '@antt/contracts';
import { eventually, useGateway } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const limit = 1024 * 1024;
const gateway = useGateway((NATS_URL) =>
  runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL, FILE_LIMIT: limit })),
);

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const kept = (id: string, name: string, bytes: Uint8Array) => ({
  id,
  name,
  type: 'application/pdf' as const,
  size: bytes.length,
  sha256: hash(bytes),
  keptAt: '2026-01-01T00:00:00.000Z',
});

function upload(noun: string, role: Parameters<typeof gateway.signIn>[0] = 'commune-officer') {
  const { authorization } = gateway.signIn(role);
  return request(gateway.url).post(`/api/files?noun=${noun}`).set({ authorization });
}

function download(id: string, headers: Record<string, string> = {}) {
  const { authorization } = gateway.signIn('area-officer');
  return request(gateway.url)
    .get(`/api/files/${id}`)
    .set({ authorization, ...headers });
}

/** Chunks of files in the object store of the bus. */
async function chunks(): Promise<number> {
  const question = JSON.stringify({ subjects_filter: '$O.files.C.>' });
  const answer = await gateway.connection.request('$JS.API.STREAM.INFO.OBJ_files', question);
  const { state } = answer.json<{ state?: { subjects?: Record<string, number> } }>();
  return Object.values(state?.subjects ?? {}).reduce((sum, count) => sum + count, 0);
}

test('a file is handed to the service with its bytes, and does not stay on the bus', async () => {
  const bytes = randomBytes(300_000);
  let got: Buffer | null = null;
  gateway.services.answer(keepFile, async ({ id, file }) => {
    got = Buffer.from(await gateway.files.read(file));
    return kept(id, file.name, got);
  });
  const answer = await upload('workplace').attach('file', bytes, 'Trụ sở tổ.pdf');
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ name: 'Trụ sở tổ.pdf', size: bytes.length });
  expect(answer.headers.location).toBe(`/api/files/${answer.body.id}`);
  expect(got!.equals(bytes)).toBe(true);
  await eventually(async () => (await chunks()) === 0 || null);
});

test('who may not write the noun is refused before the file is read', async () => {
  const before = gateway.services.timesAsked(keepFile);
  const answer = await upload('instrument').attach('file', Buffer.from('%PDF-'), 'a.pdf');
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({ type: 'not-allowed', permission: 'instrument.record' });
  const unknown = await upload('poem').attach('file', Buffer.from('%PDF-'), 'a.pdf');
  expect(unknown.body).toMatchObject({ type: 'invalid-input', errors: [{ path: 'noun' }] });
  expect(gateway.services.timesAsked(keepFile)).toBe(before);
});

test('a file past the limit is refused while it is sent', async () => {
  const answer = await upload('workplace').attach('file', randomBytes(limit + 1), 'a.pdf');
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({ type: 'upload-too-large', limit });
  const missing = await upload('workplace');
  expect(missing.body.type).toBe('upload-missing');
});

test('a file comes as an attachment that no browser runs, of the type that the service names', async () => {
  const bytes = randomBytes(200_000);
  const id = randomUUID();
  gateway.services.answer(openFile, async ({ known }) => {
    const source = new Blob([bytes]).stream();
    const file = known === hash(bytes) ? null : await gateway.files.put('x', source, 1e6);
    return { ...kept(id, 'Nghị quyết.pdf', bytes), file };
  });
  const answer = await download(id)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  expect(answer.status).toBe(200);
  expect((answer.body as Buffer).equals(bytes)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-length': '200000',
    'cache-control': 'private, no-cache',
  });
  expect(answer.headers['content-disposition']).toContain('attachment; filename="Nghi quyet.pdf"');
  await eventually(async () => (await chunks()) === 0 || null);

  const again = await download(id, { 'if-none-match': answer.headers.etag! });
  expect(again.status).toBe(304);
});

test('a file that one may not read is a problem like any other', async () => {
  gateway.services.answer(openFile, ({ id }) => {
    throw problem('file-not-found', { id });
  });
  const id = randomUUID();
  const answer = await download(id);
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ type: 'file-not-found', id });
  const nobody = await request(gateway.url).get(`/api/files/${id}`);
  expect(nobody.status).toBe(401);
});

const personId = randomUUID();
const ofPerson = (id: string, name: string, bytes: Uint8Array) => ({
  ...kept(id, name, bytes),
  personId,
  kind: 'certificate' as const,
  withdrawn: false,
});

test('a file of a person is handed to the service with whose and what it is', async () => {
  const bytes = randomBytes(50_000);
  gateway.services.answer(keepPersonFile, async ({ id, personId: whose, kind, file }) => {
    const got = await gateway.files.read(file);
    return { ...ofPerson(id, file.name, got), personId: whose, kind };
  });
  const send = (role: Parameters<typeof gateway.signIn>[0], kind: string) =>
    request(gateway.url)
      .post(`/api/people/${personId}/files?kind=${kind}`)
      .set({ authorization: gateway.signIn(role).authorization })
      .attach('file', bytes, 'Chứng nhận.pdf');
  const answer = await send('commune-officer', 'certificate');
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ personId, kind: 'certificate', size: bytes.length });
  expect(answer.headers.location).toBe(`/api/person-files/${answer.body.id}`);
  const asked = gateway.services.timesAsked(keepPersonFile);
  expect((await send('area-officer', 'certificate')).body).toMatchObject({ type: 'not-allowed' });
  expect((await send('commune-officer', 'poem')).body).toMatchObject({
    type: 'invalid-input',
    errors: [{ path: 'kind' }],
  });
  expect(gateway.services.timesAsked(keepPersonFile)).toBe(asked);
  await eventually(async () => (await chunks()) === 0 || null);
});

test('a file of a person is kept by no cache, so that each look at it is one that is written down', async () => {
  const bytes = randomBytes(50_000);
  const id = randomUUID();
  gateway.services.answer(openPersonFile, async () => {
    const file = await gateway.files.put('Chứng nhận.pdf', new Blob([bytes]).stream(), 1e6);
    return { ...ofPerson(id, 'Chứng nhận.pdf', bytes), file };
  });
  const { authorization } = gateway.signIn('area-officer');
  const open = () =>
    request(gateway.url)
      .get(`/api/person-files/${id}`)
      .set({ authorization, 'if-none-match': `"${hash(bytes)}"` });
  const before = gateway.services.timesAsked(openPersonFile);
  const answer = await open();
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-length': '50000',
  });
  expect(answer.headers['content-disposition']).toContain('attachment');
  expect(answer.headers.etag).toBeUndefined();
  await open();
  expect(gateway.services.timesAsked(openPersonFile)).toBe(before + 2);
  await eventually(async () => (await chunks()) === 0 || null);
});
