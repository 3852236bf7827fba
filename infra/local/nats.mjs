import { chmodSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { permissions, processes } from '../nats/permission.mjs';
import { folder } from './place.mjs';
import { secret } from './secret.mjs';

/** Writes the bus's configuration and returns its path. JSON is a subset of what nats-server reads. */
export function writeConfiguration({ port, passwordOf = (name) => secret(`${name}.bus`) }) {
  const file = join(folder('nats'), 'nats.conf');
  const configuration = busConfiguration({ port, store: folder('nats', 'jetstream'), passwordOf });
  writeFileSync(file, `${JSON.stringify(configuration, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}

export function busConfiguration({ port, host = '127.0.0.1', store, passwordOf }) {
  return {
    server_name: 'antt',
    listen: `${host}:${port}`,
    // Coverage of the country by commune is one answer of some six megabytes. Larger ones go through the object store.
    max_payload: 8_388_608,
    jetstream: { store_dir: store, max_memory_store: 67_108_864, max_file_store: 10_737_418_240 },
    authorization: {
      users: Object.keys(processes).map((name) => ({
        user: name,
        password: passwordOf(name),
        permissions: permissions(name),
      })),
    },
    // Subjects and payloads stay out of the log.
    debug: false,
    trace: false,
  };
}

/** The URL with which one process reaches the bus. */
export function busUrl(name, port) {
  return `nats://${name}:${secret(`${name}.bus`)}@127.0.0.1:${port}`;
}

export function natsProcess({ natsServer, configuration }) {
  return {
    command: natsServer,
    args: ['-c', configuration],
    options: { cwd: folder('nats') },
    stopSignal: 'SIGTERM',
  };
}

/** Resolves once the server introduces itself with JetStream on; false when the patience is at its end. */
export async function introducesItself(port, patience = 20_000, host = '127.0.0.1') {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(25)) {
    const line = await firstLine(port, host);
    if (line.startsWith('INFO') && line.includes('"jetstream":true')) return true;
  }
  return false;
}

function firstLine(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    socket.setEncoding('utf8');
    socket.once('data', (text) => {
      resolve(text);
      socket.destroy();
    });
    for (const end of ['error', 'timeout', 'close']) {
      socket.once(end, () => {
        resolve('');
        socket.destroy();
      });
    }
  });
}
