import {
  appendFileSync,
  chownSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkout } from './place.mjs';
import { identify, run, stop } from './process.mjs';
import { Refusal } from './step.mjs';

/**
 * A private cluster: TCP on 127.0.0.1 only, no unix socket (whose path may not exceed 107 bytes).
 * `home` comes from clusterHome; `password` null means a throw-away cluster that trusts everybody here.
 */
export async function createCluster({ pgBin, home, password = null }) {
  const data = join(home.folder, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    await initdb(pgBin, home, data, password);
  }
  refuseOtherVersion(pgBin, data);
  const settings = join(data, 'antt.conf');
  copyFileSync(join(checkout, 'infra/postgres/postgresql.conf'), settings);
  own(settings, home.account);
  return { data, home, pgBin };
}

async function initdb(pgBin, home, data, password) {
  const passwordFile = join(home.folder, 'password');
  const auth =
    password === null ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  if (password !== null) {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    own(passwordFile, home.account);
  }
  // A killed initdb must not look like a cluster: it works beside and the folder is renamed when complete.
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  const args = ['-D', draft, '-U', 'postgres', '--encoding=UTF8', '--locale=C.UTF-8', ...auth];
  const { code, output } = await run(
    join(pgBin, 'initdb'),
    [...args, ...(password === null ? ['--no-sync'] : [])],
    at(home),
  );
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`initdb failed:\n${output}`);
  appendFileSync(join(draft, 'postgresql.conf'), "\ninclude 'antt.conf'\n");
  renameSync(draft, data);
}

function refuseOtherVersion(pgBin, data) {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const bin = /(\d+)\/bin$/.exec(pgBin)?.[1];
  if (!bin || bin === version) return;
  throw new Refusal(
    `The data in ${data} were written by PostgreSQL ${version}, but PostgreSQL ${bin} was found.\n` +
      `Install postgresql-${version}-postgis-3, or carry the data over with pg_upgrade.`,
  );
}

/** How the supervisor (or a test run) starts the cluster. SIGINT is PostgreSQL's fast shutdown. */
export function postgresProcess({ data, home, pgBin }, { port, durable = true }) {
  const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(durable ? [] : hasty),
  ];
  return {
    command: join(pgBin, 'postgres'),
    args: ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    options: at(home),
    stopSignal: 'SIGINT',
  };
}

/**
 * Clears the way for a start after a kill -9: an orphaned server of this very folder is stopped, and a
 * lock file whose process number now belongs to somebody else is removed.
 */
export async function clearLeftovers({ data }) {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (isServerOf(pid, data)) await stop(identify(pid), { signal: 'SIGINT', patience: 20_000 });
  else if (identify(pid)) rmSync(lock, { force: true });
}

function isServerOf(pid, data) {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return line[0].endsWith('postgres') && line.includes(data);
  } catch {
    return false;
  }
}

// Waiting does not cure these: wrong password, no such role, no such host.
const final = new Set(['28P01', '28000', 'ENOTFOUND', 'ERR_INVALID_URL']);

/** True once the server answers a query, false when the patience is at its end; refuses what waiting cannot cure. */
export async function answers(url, patience = 30_000) {
  const { default: pg } = await import('pg');
  for (const until = Date.now() + patience; Date.now() < until; await sleep(50)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch (error) {
      if (final.has(error.code))
        throw new Refusal(`PostgreSQL refuses the connection: ${error.message}`);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

const at = (home) => ({
  ...home.account,
  cwd: home.folder,
  env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: home.folder },
});

function own(file, { uid, gid }) {
  if (uid !== undefined) chownSync(file, uid, gid);
}
