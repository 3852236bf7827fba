import {
  type identityJobs,
  identityJobs as identity,
  type ImportKind,
  type Job,
  jobCursor,
  organisationJobs as organisation,
  personnelJobs as personnel,
  problem,
  takeHandOver,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { eventually, useGateway } from '@antt/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { request as ask } from 'node:http';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const limit = 2 * 1024 * 1024;
const gateway = useGateway((NATS_URL) =>
  runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL, UPLOAD_LIMIT: limit })),
);

type Start = Input<typeof identityJobs.start>;
const started = new Map<string, Job>();
const bytesOf = new Map<string, Buffer>();

function jobOf(
  { id, kind, dryRun, file, options }: Start,
  createdAt = new Date().toISOString(),
): Job {
  return {
    id,
    kind,
    dryRun,
    status: 'queued',
    fileName: file.name,
    createdAt,
    finishedAt: null,
    progress: { phase: 'waiting', done: 0, total: null },
    options,
    counts: {},
    problems: [],
    errors: 0,
    warnings: 0,
  };
}

beforeEach(() => {
  started.clear();
  for (const { start, get } of [organisation, identity, personnel]) {
    gateway.services.answer(start, async (command) => {
      const bytes = Buffer.from(await gateway.files.read(command.file));
      await gateway.files.delete(command.file);
      bytesOf.set(command.id, bytes);
      if (!started.has(command.id)) started.set(command.id, jobOf(command));
      return started.get(command.id)!;
    });
    gateway.services.answer(get, ({ id }) => {
      const job = started.get(id);
      if (!job) throw problem('job-not-found', { id });
      return job;
    });
  }
});

const administrator = () => gateway.signIn('provincial-administrator').authorization;

function upload(kind: ImportKind | string, headers: Record<string, string> = {}, dryRun = 'true') {
  return request(gateway.url)
    .post(`/api/imports?kind=${kind}&dryRun=${dryRun}`)
    .set({ authorization: administrator(), ...headers });
}

/** Chunks of files in the object store of the bus. */
async function chunks(): Promise<number> {
  const question = JSON.stringify({ subjects_filter: '$O.files.C.>' });
  const answer = await gateway.connection.request('$JS.API.STREAM.INFO.OBJ_files', question);
  const { state } = answer.json<{ state?: { subjects?: Record<string, number> } }>();
  return Object.values(state?.subjects ?? {}).reduce((sum, count) => sum + count, 0);
}

test('an upload becomes a job of the service that knows its kind', async () => {
  const content = randomBytes(500_000);
  const answer = await upload('quotas')
    .field('validFrom', '2025-07-01')
    .field('choices', JSON.stringify({ 'Sheet1!B12': '0198c0de-0000-7000-8000-000000000001' }))
    .attach('file', content, 'Phụ lục số lượng Tổ.xlsx')
    .field('source', '');

  expect(answer.status).toBe(202);
  const { id } = answer.body;
  expect(id).toMatch(/^organisation\.[0-9a-f-]{36}$/);
  expect(answer.headers.location).toBe(`/api/jobs/${id}`);
  expect(answer.body).toMatchObject({
    kind: 'quotas',
    dryRun: true,
    fileName: 'Phụ lục số lượng Tổ.xlsx',
    options: {
      validFrom: '2025-07-01',
      choices: { 'Sheet1!B12': '0198c0de-0000-7000-8000-000000000001' },
    },
  });
  expect(bytesOf.get(id)!.equals(content)).toBe(true);
  expect(await chunks()).toBe(0);

  const again = await request(gateway.url)
    .get(answer.headers.location!)
    .set('authorization', administrator());
  expect(again.body.id).toBe(id);
});

test('accounts go to identity, rosters to personnel', async () => {
  const answer = await upload('accounts').attach('file', Buffer.from('a'), 'a.csv');
  expect(answer.body.id).toMatch(/^identity\./);
  const roster = await upload('roster').attach('file', Buffer.from('a'), 'a.csv');
  expect(roster.body.id).toMatch(/^personnel\./);
});

test('an upload repeated under its idempotency key is one job', async () => {
  const headers = { authorization: administrator(), 'idempotency-key': 'annex-1' };
  const send = () => upload('quotas', headers).attach('file', Buffer.from('rows'), 'a.csv');
  const [first, again] = [await send(), await send()];
  expect(again.status).toBe(202);
  expect(again.body.id).toBe(first.body.id);
  expect(started.size).toBe(1);
  const applied = await upload('quotas', headers, 'false').attach('file', Buffer.from('rows'), 'a');
  expect(applied.body.id).not.toBe(first.body.id);
  expect(await chunks()).toBe(0);
});

test.each([
  ['units', 'commune-officer', 403],
  ['boundaries', 'commune-officer', 403],
  ['quotas', 'commune-officer', 403],
  ['teams', 'commune-officer', 202],
  ['workplaces', 'commune-officer', 202],
  ['accounts', 'commune-officer', 403],
  ['roster', 'commune-officer', 202],
  ['roster', 'area-officer', 403],
  ['roster', 'team-leader', 403],
  ['teams', 'area-officer', 403],
  ['teams', 'auditor', 403],
] as const)('a file of %s from a %s is answered %i', async (kind, role, status) => {
  const { authorization } = gateway.signIn(role);
  const answer = await upload(kind, { authorization }).attach('file', Buffer.from('a'), 'a.csv');
  expect(answer.status).toBe(status);
  if (status === 403) expect(answer.body.type).toBe('not-allowed');
  expect(await chunks()).toBe(0);
});

test('a file beyond the limit is refused while it comes in, and nothing stays', async () => {
  const answer = await upload('quotas').attach('file', randomBytes(limit + 1), 'a.xlsx');
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({ type: 'upload-too-large', limit });
  expect(started.size).toBe(0);
  expect(await chunks()).toBe(0);
  const justFits = await upload('quotas').attach('file', randomBytes(limit), 'a.xlsx');
  expect(justFits.status).toBe(202);
});

test('a file that announces 200 MB is refused, whether its length is told or not', async () => {
  for (const announced of [true, false]) {
    const { status, body } = await sendLarge(200 * 1024 * 1024, announced);
    expect(status).toBe(413);
    expect(JSON.parse(body).type).toBe('upload-too-large');
  }
  expect(await chunks()).toBe(0);
}, 60_000);

/** Sends a form by hand, a megabyte at a time, without keeping it in memory. */
function sendLarge(size: number, announced: boolean): Promise<{ status: number; body: string }> {
  const head = Buffer.from(
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n',
  );
  const tail = Buffer.from('\r\n--x--\r\n');
  const part = Buffer.alloc(1024 * 1024);
  return new Promise((resolve, reject) => {
    const outgoing = ask(
      `${gateway.url}/api/imports?kind=quotas&dryRun=true`,
      {
        method: 'POST',
        headers: {
          authorization: administrator(),
          'content-type': 'multipart/form-data; boundary=x',
          ...(announced ? { 'content-length': head.length + size + tail.length } : {}),
        },
      },
      (response) => {
        let body = '';
        response.on('data', (text) => (body += text));
        response.on('end', () => resolve({ status: response.statusCode!, body }));
      },
    );
    outgoing.on('error', reject);
    void (async () => {
      outgoing.write(head);
      for (let sent = 0; sent < size; sent += part.length) {
        if (!outgoing.write(part)) await new Promise((go) => outgoing.once('drain', go));
      }
      outgoing.end(tail);
    })();
  });
}

test('a sender who goes away in the middle leaves nothing behind', async () => {
  await new Promise<void>((resolve) => {
    const outgoing = ask(`${gateway.url}/api/imports?kind=quotas&dryRun=true`, {
      method: 'POST',
      headers: {
        authorization: administrator(),
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': limit,
      },
    });
    outgoing.on('error', () => resolve());
    outgoing.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n');
    outgoing.write(randomBytes(400_000), () =>
      setTimeout(() => outgoing.destroy(new Error()), 100),
    );
  });
  await eventually(async () => (await chunks()) === 0);
  expect(started.size).toBe(0);
});

test('what is wrong with the form is refused by name, and nothing stays', async () => {
  const file = () => [Buffer.from('rows'), 'a.csv'] as const;
  const unknown = await upload('quotas')
    .attach('file', ...file())
    .field('colour', 'red');
  expect(unknown.status).toBe(422);
  expect(unknown.body.errors[0]).toEqual({ path: 'colour', message: 'unrecognized_keys' });
  const day = await upload('quotas')
    .attach('file', ...file())
    .field('validFrom', '2025-02-30');
  expect(day.body.errors[0].path).toBe('validFrom');
  const choices = await upload('quotas')
    .attach('file', ...file())
    .field('choices', '{');
  expect(choices.body.errors[0]).toEqual({ path: 'choices', message: 'not-json' });
  const two = await upload('quotas')
    .attach('file', ...file())
    .attach('file', ...file());
  expect(two.body.errors[0]).toEqual({ path: 'file', message: 'given-twice' });
  const misnamed = await upload('quotas').attach('annex', ...file());
  expect(misnamed.body.errors[0].path).toBe('annex');
  expect((await upload('quotas').field('validFrom', '2025-07-01')).body.type).toBe(
    'upload-missing',
  );
  expect((await upload('quotas').attach('file', Buffer.alloc(0), 'a')).body.type).toBe(
    'upload-missing',
  );
  expect((await upload('quotas').send({})).body.type).toBe('upload-missing');
  const kind = await upload('colours').attach('file', ...file());
  expect(kind.body.errors[0].path).toBe('kind');
  expect(started.size).toBe(0);
  expect(await chunks()).toBe(0);
});

test('a file that the service refuses does not stay', async () => {
  gateway.services.answer(organisation.start, () => {
    throw problem('import-kind-unknown', { kind: 'quotas' });
  });
  const answer = await upload('quotas').attach('file', randomBytes(300_000), 'a.xlsx');
  expect(answer.status).toBe(422);
  expect(await chunks()).toBe(0);
});

test('while the bus is away nothing is taken in', async () => {
  const { authorization } = gateway.signIn('provincial-administrator');
  const send = () => upload('quotas', { authorization }).attach('file', Buffer.from('a'), 'a.csv');
  expect((await send()).status).toBe(202);
  await gateway.bus.kill();
  await eventually(async () => {
    const { status, body } = await send();
    return status === 503 && body.type === 'service-unavailable';
  });
  await gateway.bus.start();
  await eventually(async () => (await send()).status === 202);
});

test('my jobs of all services come newest first; a service that is away is named', async () => {
  const job = (id: string, at: string) =>
    jobOf(
      {
        id,
        kind: 'units',
        dryRun: true,
        file: { object: '', name: 'a.csv', size: 1 },
        options: {},
      },
      at,
    );
  const pageOf =
    (...all: Job[]) =>
    ({ cursor, limit }: Input<typeof organisation.list>) => {
      const rest = all.filter((one) => !cursor || jobCursor(one) < cursor);
      const items = rest.slice(0, limit);
      const nextCursor = rest.length > limit ? jobCursor(items.at(-1)!) : null;
      return { items, nextCursor, total: all.length };
    };
  gateway.services.answer(
    organisation.list,
    pageOf(
      job('organisation.3', '2026-11-22T03:00:00Z'),
      job('organisation.1', '2026-11-22T01:00:00Z'),
    ),
  );
  const list = (query = '') =>
    request(gateway.url).get(`/api/jobs${query}`).set('authorization', administrator());

  const alone = (await list()).body;
  expect(alone.away).toEqual(['identity', 'personnel']);
  expect(alone.items).toHaveLength(2);

  gateway.services.answer(identity.list, pageOf(job('identity.2', '2026-11-22T02:00:00Z')));
  gateway.services.answer(personnel.list, pageOf());
  const { items, away, nextCursor, total } = (await list()).body;
  expect({ away, nextCursor, total }).toEqual({ away: [], nextCursor: null, total: 3 });
  expect(items.map(({ id }: Job) => id)).toEqual([
    'organisation.3',
    'identity.2',
    'organisation.1',
  ]);

  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: Job[]; nextCursor: string | null } = (
      await list(`?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    ).body;
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['organisation.3', 'identity.2', 'organisation.1']);
});

test('the file of a checked job is applied without being sent again, once for each key', async () => {
  const given: string[] = [];
  gateway.services.answer(organisation.apply, ({ id, jobId }) => {
    given.push(`${jobId} ${id}`);
    const file = { object: 'x', name: 'a.csv', size: 1 };
    return jobOf({ id, kind: 'teams', dryRun: false, file, options: {} });
  });
  const authorization = administrator();
  const apply = (key: string) =>
    request(gateway.url)
      .post('/api/jobs/organisation.1/applications')
      .set({ authorization, 'idempotency-key': key });
  const [first, again, other] = [await apply('a'), await apply('a'), await apply('b')];
  expect(first.status).toBe(202);
  expect(first.body.id).toMatch(/^organisation\.[0-9a-f-]{36}$/);
  expect(first.headers.location).toBe(`/api/jobs/${first.body.id}`);
  expect(again.body.id).toBe(first.body.id);
  expect(other.body.id).not.toBe(first.body.id);
  expect(given[0]).toBe(`organisation.1 ${first.body.id}`);
});

test('a job of no service is not found', async () => {
  for (const id of ['colours.1', 'constructor.1', 'x']) {
    const answer = await request(gateway.url)
      .get(`/api/jobs/${id}`)
      .set('authorization', administrator());
    expect(answer.status).toBe(404);
    expect(answer.body.type).toBe('job-not-found');
  }
});

test('the sheet of one-time passwords is given out once and kept nowhere', async () => {
  const bytes = randomBytes(40_000);
  const file = await gateway.files.put('Bàn giao.xlsx', new Blob([bytes]).stream(), limit);
  let taken = false;
  gateway.services.answer(takeHandOver, ({ jobId }) => {
    if (taken) throw problem('no-such-file', { jobId });
    taken = true;
    return file;
  });
  const take = () =>
    request(gateway.url)
      .post('/api/jobs/identity.1/hand-overs')
      .set('authorization', administrator());
  const answer = await take()
    .buffer(true)
    .parse(binary as never);
  expect(answer.status).toBe(201);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('Bàn giao.xlsx'));
  expect((answer.body as Buffer).equals(bytes)).toBe(true);
  expect(await chunks()).toBe(0);
  expect((await take()).status).toBe(404);
});

function binary(response: NodeJS.ReadableStream, done: (error: null, body: Buffer) => void) {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
}

test('the workbook of errors comes under its own name', async () => {
  const bytes = randomBytes(400_000);
  const name = 'Phụ lục – lỗi.xlsx';
  gateway.services.answer(organisation.errors, () =>
    gateway.files.put(name, new Blob([bytes]).stream(), limit),
  );
  const answer = await request(gateway.url)
    .get('/api/jobs/organisation.1/errors.xlsx')
    .set('authorization', administrator())
    .buffer(true)
    .parse(binary as never);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="Phu luc  loi.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  expect((answer.body as Buffer).equals(bytes)).toBe(true);
  // However often it is asked for, none stays in the store.
  await eventually(async () => (await chunks()) === 0);
});
