import { afterEach, expect, jest, test } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { clusterHome } from './account.mjs';
import { dropSchemas, migratedBy, noteMigratedBy, prepareDatabase } from './database.mjs';
import { freePort } from './port.mjs';
import { answers, clearLeftovers, createCluster, postgresProcess } from './postgres.mjs';
import { identify, isRunning, launch, stop } from './process.mjs';

// These clusters write through to the disk: how long that takes is the disk's, not the subject.
jest.setTimeout(180_000);

const opened = [];
afterEach(async () => {
  for (const { home, server } of opened.splice(0)) {
    await stop(server, { signal: 'SIGINT' });
    rmSync(home.folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function openCluster(name) {
  const home = await clusterHome('test', `${name}-${process.pid}`);
  const cluster = await createCluster({
    pgBin: process.env.TEST_PG_BIN,
    home,
    password: 'a secret',
  });
  const port = await freePort();
  const url = `postgres://postgres:a%20secret@127.0.0.1:${port}/postgres`;
  const entry = { home, cluster, url, server: null };
  entry.run = async () => {
    const { command, args, options } = postgresProcess(cluster, { port });
    entry.server = identify(launch(command, args, { ...options, stdio: 'ignore' }).pid);
    return answers(url);
  };
  opened.push(entry);
  expect(await entry.run()).toBe(true);
  return entry;
}

test('the throw-away cluster of a test run has PostGIS and the Vietnamese day', async () => {
  const rows = await query(
    process.env.TEST_DATABASE_URL,
    `select current_setting('timezone') as zone, current_setting('fsync') as fsync,
            (select count(*)::int from pg_available_extensions
              where name in ('postgis', 'btree_gist', 'unaccent', 'pg_trgm')) as extensions`,
  );
  expect(rows).toEqual([{ zone: 'Asia/Ho_Chi_Minh', fsync: 'off', extensions: 4 }]);
});

test('a cluster that was killed comes back with its data', async () => {
  const entry = await openCluster('killed');
  await query(entry.url, 'create table kept as select 42 as answer');
  process.kill(entry.server.pid, 'SIGKILL');
  for (; isRunning(entry.server);) await new Promise((resolve) => setTimeout(resolve, 10));
  await clearLeftovers(entry.cluster);
  for (let attempt = 0; !(await entry.run()) && attempt < 5; attempt += 1);
  expect(await query(entry.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('an orphaned server of the same folder is stopped before a new one begins', async () => {
  const entry = await openCluster('orphaned');
  const orphan = entry.server;
  await clearLeftovers(entry.cluster);
  expect(isRunning(orphan)).toBe(false);
  expect(await entry.run()).toBe(true);
});

test('a lock file that names a stranger is removed and the stranger left alone', async () => {
  const entry = await openCluster('stranger');
  await stop(entry.server, { signal: 'SIGINT' });
  const lock = join(entry.cluster.data, 'postmaster.pid');
  writeFileSync(lock, `${process.pid}\n${entry.cluster.data}\n`);
  await clearLeftovers(entry.cluster);
  expect(() => readFileSync(lock)).toThrow(/ENOENT/);
  expect(await entry.run()).toBe(true);
});

test('PostgreSQL listens on this machine only and asks for a password', async () => {
  const { url } = await openCluster('private');
  const [settings] = await query(
    url,
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
  );
  expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '' });
  await expect(answers(url.replace('a%20secret', 'guess'))).rejects.toThrow(/password/);
});

test('a service sees its own schema and no other, and cannot make tables', async () => {
  const { url } = await openCluster('roles');
  const databases = await prepareDatabase(url);
  expect(await prepareDatabase(url)).toEqual(databases);
  const { identity, organisation } = databases;
  expect(new URL(identity.url).pathname).toBe('/antt');
  await query(organisation.migratorUrl, 'create table unit (id int); insert into unit values (1)');
  expect(await query(organisation.url, 'select id from unit')).toEqual([{ id: 1 }]);
  await expect(query(organisation.url, 'create table other (id int)')).rejects.toThrow(
    /permission denied/,
  );
  await expect(query(organisation.url, 'drop table unit')).rejects.toThrow(/must be owner/);
  await expect(query(organisation.url, 'truncate unit')).rejects.toThrow(/permission denied/);
  await expect(query(identity.url, 'select id from organisation.unit')).rejects.toThrow(
    /permission denied/,
  );
  await expect(query(identity.url, 'create table public.mine (id int)')).rejects.toThrow(
    /permission denied/,
  );
  expect(await query(identity.url, 'select postgis_version() is not null as ok')).toEqual([
    { ok: true },
  ]);
});

test('which build migrated a schema is forgotten with the schema', async () => {
  const { url } = await openCluster('migrated');
  await prepareDatabase(url);
  expect(await migratedBy(url)).toEqual({
    identity: null,
    organisation: null,
    personnel: null,
    activity: null,
  });
  await noteMigratedBy(url, 'identity', 'a build');
  expect(await migratedBy(url)).toEqual({
    identity: 'a build',
    organisation: null,
    personnel: null,
    activity: null,
  });
  await dropSchemas(url);
  await prepareDatabase(url);
  expect(await migratedBy(url)).toEqual({
    identity: null,
    organisation: null,
    personnel: null,
    activity: null,
  });
});
