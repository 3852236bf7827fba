import { afterEach, expect, test } from '@jest/globals';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoClient } from './client.ts';

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** A gateway that takes a file in and answers questions about the job one after another. */
async function gateway(...answers: [number, object][]): Promise<DemoClient> {
  server = createServer((request, response) => {
    request.resume();
    const [status, body] = request.method === 'POST' ? [202, { id: 'j' }] : answers.shift()!;
    response.writeHead(status, { connection: 'close' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return new DemoClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

async function aFile(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'antt-client-')), 'roster.csv');
  await writeFile(path, 'name');
  return path;
}

test('a question about a job that a busy machine leaves unanswered is asked again', async () => {
  const client = await gateway(
    [504, { type: 'deadline-exceeded' }],
    [503, {}],
    [200, { id: 'j', status: 'succeeded', counts: { people: 3 }, problems: [] }],
  );
  expect((await client.import('roster', await aFile())).counts).toEqual({ people: 3 });
});

test('a job that is refused or failed ends the load', async () => {
  const refused = await gateway([404, { type: 'not-found' }]);
  await expect(refused.import('roster', await aFile())).rejects.toThrow('404');
  await new Promise((resolve) => server.close(resolve));
  const failed = await gateway([200, { id: 'j', status: 'failed', counts: {}, problems: ['x'] }]);
  await expect(failed.import('roster', await aFile())).rejects.toThrow('failed ["x"]');
});
