import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clusterHome } from './account.mjs';
import { freePort } from './port.mjs';
import { answers, clearLeftovers, createCluster, postgresProcess } from './postgres.mjs';
import { folder, readJson, writeJson } from './place.mjs';
import { identify, isRunning, launch, stop } from './process.mjs';
import { obtainServers } from './servers.mjs';
import { openLog } from './log.mjs';

/**
 * jest's globalSetup: one throw-away PostgreSQL for the whole run, and the paths of the other
 * programs. Tests read TEST_DATABASE_URL (a superuser), TEST_PG_BIN, TEST_NATS_SERVER and, for
 * journeys, TEST_CHROMIUM. A TEST_DATABASE_URL that is already set is used as it is.
 */
export default async function setUp() {
  const journeys = process.argv.includes('journeys') || process.env.ANTT_JOURNEYS === '1';
  const need = ['postgres', 'nats', ...(journeys ? ['chromium'] : [])];
  const servers = await obtainServers({ need });
  process.env.TEST_PG_BIN = servers.pgBin;
  process.env.TEST_NATS_SERVER = servers.natsServer;
  if (servers.chromium) process.env.TEST_CHROMIUM = servers.chromium;
  process.env.TEST_RUN = `${process.pid}_${Date.now()}`;
  if (process.env.TEST_DATABASE_URL) return;

  await removeAbandoned();
  const name = `run-${process.pid}-${Date.now()}`;
  const home = await clusterHome('test', name);
  const note = join(folder('test'), `${name}.json`);
  writeJson(note, { owner: identify(process.pid), folder: home.folder });
  const cluster = await createCluster({ pgBin: servers.pgBin, home });
  const port = await freePort();
  const { command, args, options, stopSignal } = postgresProcess(cluster, { port, durable: false });
  const log = openLog('test-postgres');
  const child = launch(command, args, {
    ...options,
    dying: stopSignal,
    stdio: ['ignore', log, log],
  });
  // Read at once: a moment later the number may name nobody any more.
  const server = identify(child.pid);
  process.env.TEST_DATABASE_URL = `postgres://postgres@127.0.0.1:${port}/postgres`;
  globalThis.testCluster = { server, stopSignal, folder: home.folder, note };
  if (await answers(process.env.TEST_DATABASE_URL)) return;
  await removeCluster(globalThis.testCluster);
  throw new Error('the test cluster did not start; see .local/log/test-postgres.log');
}

/** Stops and removes the cluster of a run. */
export async function removeCluster({ server, stopSignal = 'SIGINT', folder: home, note }) {
  await stop(server, { signal: stopSignal });
  rmSync(home, { recursive: true, force: true });
  rmSync(note, { force: true });
}

/** Runs that were killed leave their folder, perhaps even their server. */
async function removeAbandoned() {
  for (const file of readdirSync(folder('test')).filter((name) => /^run-.*\.json$/.test(name))) {
    const note = join(folder('test'), file);
    const run = readJson(note);
    if (!run || isRunning(run.owner)) continue;
    await clearLeftovers({ data: join(run.folder, 'data') });
    await removeCluster({ server: null, folder: run.folder, note });
  }
}
