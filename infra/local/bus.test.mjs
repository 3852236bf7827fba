import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
