import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectBus, ensureStream, Files } from '@antt/service-kit';
import { Blob } from 'node:buffer';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { busConfiguration, introducesItself } from './nats.mjs';
import { freePort } from './port.mjs';

let folder, port, server;
const passwordOf = (name) => `secret of ${name}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'antt-bus-'));
  port = await freePort();
  const configuration = busConfiguration({ port, store: join(folder, 'store'), passwordOf });
  writeFileSync(join(folder, 'nats.conf'), JSON.stringify(configuration));
  server = spawn(process.env.TEST_NATS_SERVER, ['-c', join(folder, 'nats.conf')], {
    stdio: 'ignore',
  });
  expect(await introducesItself(port)).toBe(true);
});

afterAll(async () => {
  const ended = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true });
});

/** Says `lines` as a user of the bus and returns what the server answered up to its last PONG. */
function say(user, lines, { pass = passwordOf(user) } = {}) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.setEncoding('utf8').on('data', (text) => {
      heard += text;
      if (/PONG\r\n$/.test(heard) || heard.includes('Authorization')) socket.end();
    });
    socket.on('close', () => resolve(heard));
    const options = JSON.stringify({ user, pass, verbose: false, headers: true, protocol: 1 });
    socket.write([`CONNECT ${options}`, ...lines, 'PING', ''].join('\r\n'));
  });
}

const refused = (kind, subject) =>
  expect.stringContaining(`Permissions Violation for ${kind} to "${subject}"`);
const nothing = expect.not.stringContaining('-ERR');

test('nobody gets on the bus without the right password', async () => {
  expect(await say('gateway', [], { pass: 'guess' })).toMatch(/Authorization Violation/);
});

test('a service hears its own requests and not those of another', async () => {
  expect(await say('identity', ['SUB identity.> q 1'])).toEqual(nothing);
  expect(await say('identity', ['SUB organisation.> 1'])).toEqual(
    refused('Subscription', 'organisation.>'),
  );
  expect(await say('gateway', ['SUB > 1'])).toEqual(refused('Subscription', '>'));
});

test('a process reads only the answers meant for it', async () => {
  expect(await say('gateway', ['SUB _INBOX_gateway.* 1'])).toEqual(nothing);
  expect(await say('gateway', ['SUB _INBOX_identity.* 1'])).toEqual(
    refused('Subscription', '_INBOX_identity.*'),
  );
  expect(await say('gateway', ['SUB _INBOX.> 1'])).toEqual(refused('Subscription', '_INBOX.>'));
});

test('facts are told only by the service they belong to', async () => {
  expect(await say('organisation', ['PUB event.organisation.unit-renamed.v1 0', ''])).toEqual(
    nothing,
  );
  expect(await say('organisation', ['PUB event.identity.account-opened.v1 0', ''])).toEqual(
    refused('Publish', 'event.identity.account-opened.v1'),
  );
  expect(await say('gateway', ['PUB event.organisation.unit-renamed.v1 0', ''])).toEqual(
    refused('Publish', 'event.organisation.unit-renamed.v1'),
  );
});

test('the gateway hears facts and progress as they pass; a service asks for its own facts', async () => {
  expect(await say('gateway', ['SUB event.> 1', 'SUB live.> 2'])).toEqual(nothing);
  expect(await say('identity', ['SUB event.> 1'])).toEqual(refused('Subscription', 'event.>'));
  expect(await say('identity', ['SUB live.> 1'])).toEqual(refused('Subscription', 'live.>'));
});

test('no process can throw the history of facts away', async () => {
  expect(await say('organisation', ['PUB $JS.API.STREAM.DELETE.EVENTS 0', ''])).toEqual(
    refused('Publish', '$JS.API.STREAM.DELETE.EVENTS'),
  );
  expect(await say('organisation', ['PUB $JS.API.STREAM.PURGE.EVENTS 0', ''])).toEqual(
    refused('Publish', '$JS.API.STREAM.PURGE.EVENTS'),
  );
});

/** Connects as a process does, for as long as `work` lasts. */
async function joined(names, work) {
  const url = (name) => `nats://${name}:${encodeURIComponent(passwordOf(name))}@127.0.0.1:${port}`;
  const connections = await Promise.all(names.map((name) => connectBus(url(name), name)));
  try {
    return await work(...connections);
  } finally {
    await Promise.all(connections.map((connection) => connection.close()));
  }
}

test('a service answers whoever asks it', () =>
  joined(['identity', 'gateway'], async (identity, gateway) => {
    identity.subscribe('identity.>', {
      queue: 'identity',
      callback: (_error, question) => question.respond(`answer to ${question.string()}`),
    });
    await identity.flush();
    const answer = await gateway.request('identity.session.open', 'a question');
    expect(answer.string()).toBe('answer to a question');
  }));

test('a file that the gateway takes in reaches a service and can be thrown away', () =>
  joined(['gateway', 'organisation'], async (gateway, organisation) => {
    const bytes = new Uint8Array(300_000).fill(7);
    const stored = await new Files(gateway).put(
      'phụ lục.xlsx',
      new Blob([bytes]).stream(),
      1_000_000,
    );
    const received = new Files(organisation);
    expect(await received.read(stored)).toEqual(bytes);
    await received.delete(stored);
    await expect(new Files(gateway).read(stored)).rejects.toMatchObject({
      body: expect.objectContaining({ type: 'no-such-file' }),
    });
  }));

test('a fact of one service reaches another that keeps its place in the stream', () =>
  joined(['organisation', 'identity'], async (organisation, identity) => {
    const subject = 'event.organisation.unit-renamed.v1';
    const ask = async (connection, api, body) =>
      (await connection.request(`$JS.API.${api}`, JSON.stringify(body))).json();
    await ensureStream(organisation);
    const kept = (await organisation.request(subject, '{}')).json();
    expect(kept).toMatchObject({ stream: 'EVENTS' });
    const config = {
      durable_name: 'identity-test',
      filter_subject: subject,
      ack_policy: 'explicit',
    };
    await ask(identity, 'CONSUMER.DURABLE.CREATE.EVENTS.identity-test', {
      stream_name: 'EVENTS',
      config,
    });
    const fact = await identity.request('$JS.API.CONSUMER.MSG.NEXT.EVENTS.identity-test', '1', {
      noMux: true,
      timeout: 5_000,
    });
    expect(fact.subject).toBe(subject);
    identity.publish(fact.reply, '+ACK');
    await identity.flush();
    expect(await ask(identity, 'CONSUMER.INFO.EVENTS.identity-test', {})).toMatchObject({
      num_ack_pending: 0,
    });
  }));
