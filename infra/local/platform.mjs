import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterHome } from './account.mjs';
import { builtFrom } from './build.mjs';
import { migratedBy, noteMigratedBy, prepareDatabase, services } from './database.mjs';
import { baseEnv, processEnvs } from './env.mjs';
import { pinnedNode } from './install.mjs';
import { runLogged, tail } from './log.mjs';
import { introducesItself, natsProcess, writeConfiguration } from './nats.mjs';
import { checkout, local, readJson } from './place.mjs';
import { rememberedPort } from './port.mjs';
import { answers, clearLeftovers, createCluster, postgresProcess } from './postgres.mjs';
import { secret } from './secret.mjs';
import { Refusal } from './step.mjs';

/**
 * The database server: the one of DATABASE_URL, else a private cluster. Returns the administrator's
 * `adminUrl` and, where the data had to lie outside the installation's folder, a `note` that says so.
 */
export async function startPostgres({ supervisor, pgBin }) {
  if (process.env.DATABASE_URL) {
    const adminUrl = process.env.DATABASE_URL;
    if (await answers(adminUrl, 10_000)) return { adminUrl };
    throw new Refusal('No PostgreSQL answers at DATABASE_URL.');
  }
  const home = await clusterHome('postgres');
  const cluster = await createCluster({ pgBin, home, password: secret('postgres') });
  await clearLeftovers(cluster);
  const port = await rememberedPort('postgres');
  const url = clusterUrl(port);
  await supervisor.start({
    name: 'postgres',
    ...postgresProcess(cluster, {
      port,
      durable: process.env.ANTT_THROWAWAY !== '1' || process.env.ANTT_DURABLE === '1',
    }),
    before: () => clearLeftovers(cluster),
    ready: () => answers(url, 500),
    patience: 60_000,
    patienceToStop: 30_000,
  });
  const note = home.folder.startsWith(local) ? undefined : `data in ${home.folder}`;
  return { adminUrl: url, note };
}

/** The administrator's URL of the database server that the running platform uses. */
export function rememberedUrl() {
  return process.env.DATABASE_URL ?? clusterUrl(readJson(join(local, 'ports.json')).postgres);
}

const clusterUrl = (port) => `postgres://postgres:${secret('postgres')}@127.0.0.1:${port}/postgres`;

/** The bus: the one of NATS_URL, else a private nats-server. Returns its port. */
export async function startBus({ supervisor, natsServer }) {
  if (process.env.NATS_URL) {
    const { hostname, port } = new URL(process.env.NATS_URL);
    if (await introducesItself(Number(port || 4222), 10_000, hostname)) return null;
    throw new Refusal('No nats-server with JetStream answers at NATS_URL.');
  }
  const port = await rememberedPort('nats');
  await supervisor.start({
    name: 'nats',
    ...natsProcess({ natsServer, configuration: writeConfiguration({ port }) }),
    ready: () => introducesItself(port, 1000),
  });
  return port;
}

/**
 * Makes database, roles and schemas, and brings each service's tables up to date. A schema that this
 * very build has migrated already is passed over unless `always`.
 */
export async function migrate(adminUrl, { always = false } = {}) {
  const databases = await prepareDatabase(adminUrl);
  const build = builtFrom();
  const last = await migratedBy(adminUrl);
  for (const service of services) {
    if (!always && build && last[service] === build) continue;
    const script = join(checkout, 'services', service, 'dist/migrate.js');
    const env = { ...baseEnv(), MIGRATOR_DATABASE_URL: databases[service].migratorUrl };
    await oneShot(`${service}-migrate`, script, env);
    if (build) await noteMigratedBy(adminUrl, service, build);
  }
  return databases;
}

/** Notes what the installation is and makes its first accounts: the demo ones or the administrator. */
export async function setUpAccounts({ databases, kind, values }) {
  let isDone = false;
  for (const service of services) {
    const script = join(checkout, 'services', service, 'dist/setup.js');
    if (!existsSync(script)) continue;
    const env = {
      ...baseEnv(),
      DATABASE_URL: databases[service].url,
      SETUP_KIND: kind === 'demo' ? 'demo' : 'empty',
      ...(service === 'identity' ? values : {}),
    };
    await oneShot(`${service}-setup`, script, env);
    isDone = true;
  }
  return isDone;
}

async function oneShot(name, script, env) {
  if (await runLogged(name, pinnedNode, [script], { env })) return;
  throw new Refusal(`${name} failed. The end of .local/log/${name}.log:\n\n${tail(name)}`);
}

/** Starts the services, then the gateway; each is ready before the next begins to depend on it. */
export async function startProcesses({ supervisor, databases, busPort, port, host, step }) {
  const names = [...services, 'gateway'];
  const healthPorts = {};
  for (const name of names) healthPorts[name] = await rememberedPort(`${name}.health`);
  const envs = processEnvs({ databases, busPort, healthPorts, port, host });
  for (const name of names) {
    await step(name, () => supervisor.start(nodeProcess(name, envs[name], healthPorts[name])));
  }
}

function nodeProcess(name, env, healthPort) {
  const script = join(
    checkout,
    name === 'gateway' ? 'apps/gateway/dist/main.js' : `services/${name}/dist/main.js`,
  );
  if (!existsSync(script)) throw new Refusal(`${script} is missing: the build did not make it.`);
  return {
    name,
    command: pinnedNode,
    args: ['--enable-source-maps', script],
    options: { cwd: checkout, env },
    stopSignal: 'SIGTERM',
    ready: () => isHealthy(healthPort),
  };
}

export async function isHealthy(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(2000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    await sleep(20);
    return false;
  }
}
