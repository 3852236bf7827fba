import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { canInstall, canUnpack, install, names, unpack } from './apt.mjs';
import { tools } from './place.mjs';
import { run } from './process.mjs';
import { Refusal } from './step.mjs';

const extensions = ['postgis', 'btree_gist', 'unaccent', 'pg_trgm'];

/**
 * Finds the programs named in `need` (`postgres`, `nats`, `chromium`): on the machine, else by
 * apt-get as root, else the same packages unpacked under .local, else says what to do.
 * Returns `{ pgBin, natsServer, chromium }`, each a path or undefined.
 */
export async function obtainServers({ need = ['postgres', 'nats'], log = () => {} } = {}) {
  const found = {};
  for (const kind of need) {
    const path = (await find[kind]()) ?? (await obtain(kind, log));
    found[property[kind]] = path;
  }
  return found;
}

const property = { postgres: 'pgBin', nats: 'natsServer', chromium: 'chromium' };

// ANTT_FORCE_UNPACK lets a machine that has everything try the road of one that has nothing.
const forced = () => process.env.ANTT_FORCE_UNPACK === '1';

const find = {
  async postgres() {
    for (const bin of [...unpackedBins('postgres'), ...(forced() ? [] : machineBins())]) {
      if (await hasExtensions(bin)) return wrapped('postgres', bin);
    }
    return null;
  },
  async nats() {
    return program('nats', ['usr/sbin/nats-server', 'usr/bin/nats-server'], ['nats-server']);
  },
  async chromium() {
    const asked = process.env.CHROMIUM_PATH;
    if (asked && existsSync(asked)) return asked;
    return program(
      'chromium',
      ['usr/lib/chromium/chromium'],
      ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    );
  },
};

async function obtain(kind, log) {
  const failures = [];
  if (!forced() && canInstall()) {
    log(`installing ${kind} with apt-get`);
    failures.push(await install(kind, log));
  } else if (canUnpack()) {
    log(`unpacking ${kind} under .local/servers`);
    failures.push(await unpack(kind, join(tools, 'servers', kind), log));
  }
  const path = await find[kind]();
  if (path) return path;
  throw new Refusal(waysOut(kind, failures.filter(Boolean)));
}

function waysOut(kind, failures) {
  const what = { postgres: 'PostgreSQL with PostGIS', nats: 'nats-server', chromium: 'Chromium' };
  const external = { postgres: 'DATABASE_URL', nats: 'NATS_URL', chromium: 'CHROMIUM_PATH' };
  return [
    `${what[kind]} was not found and could not be obtained.`,
    ...failures.map((failure) => `  ${failure}`),
    'One of these helps:',
    `  - Debian or Ubuntu: sudo apt-get install ${names[kind]}`,
    `  - set ${external[kind]} to one that you run yourself (see README)`,
    ...(kind === 'chromium' ? [] : ['  - docker compose up (see README, "Containers")']),
  ].join('\n');
}

function machineBins() {
  const folders = [];
  for (const [parent, below] of [
    ['/usr/lib/postgresql', 'bin'],
    ['/usr', 'bin'],
  ]) {
    const children = existsSync(parent) ? readdirSync(parent) : [];
    const versions = children.filter((name) => /^(pgsql-)?\d+$/.test(name));
    versions.sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')));
    folders.push(...versions.map((version) => join(parent, version, below)));
  }
  const initdb = onPath('initdb');
  if (initdb) folders.push(dirname(realpathSync(initdb)));
  return folders.filter((folder) => existsSync(join(folder, 'postgres')));
}

function unpackedBins(kind) {
  const parent = join(tools, 'servers', kind, 'usr/lib/postgresql');
  return existsSync(parent)
    ? readdirSync(parent).map((version) => join(parent, version, 'bin'))
    : [];
}

async function hasExtensions(bin) {
  if (!existsSync(join(bin, 'initdb'))) return false;
  const { code, output } = await run(join(bin, 'pg_config'), ['--sharedir']);
  const share =
    code === 0
      ? output.trim()
      : join(bin, '../../../../share/postgresql', dirname(bin).split('/').pop());
  return extensions.every((name) => existsSync(join(share, 'extension', `${name}.control`)));
}

function program(kind, unpackedPaths, machineNames) {
  for (const path of unpackedPaths) {
    const file = join(tools, 'servers', kind, path);
    if (existsSync(file)) return join(wrapped(kind, dirname(file)), file.split('/').pop());
  }
  if (forced()) return null;
  for (const name of machineNames) {
    const path = onPath(name);
    if (path) return path;
  }
  return null;
}

function onPath(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/**
 * Unpacked programs look for their libraries in the machine's folders; small scripts of the same
 * name tell them where they really are. Programs of the machine need none.
 */
function wrapped(kind, bin) {
  const root = join(tools, 'servers', kind);
  if (!bin.startsWith(`${root}/`)) return bin;
  const folder = join(tools, 'servers', `${kind}-bin`);
  mkdirSync(folder, { recursive: true });
  const libraries = libraryFolders(root);
  for (const name of readdirSync(bin)) {
    const lines = [
      '#!/bin/sh',
      `export LD_LIBRARY_PATH='${libraries.join(':')}'`,
      `export PROJ_DATA='${root}/usr/share/proj' PROJ_LIB='${root}/usr/share/proj'`,
      ...(existsSync(join(root, 'etc/fonts'))
        ? [`export FONTCONFIG_PATH='${root}/etc/fonts'`]
        : []),
      `exec '${join(bin, name)}' "$@"`,
    ];
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`, { mode: 0o755 });
  }
  return folder;
}

function libraryFolders(root) {
  const folders = [];
  for (const parent of ['usr/lib', 'lib']) {
    const path = join(root, parent);
    const triplets = existsSync(path)
      ? readdirSync(path).filter((name) => name.includes('-linux-'))
      : [];
    for (const triplet of triplets) {
      folders.push(join(path, triplet));
      for (const inner of ['pulseaudio', 'blas', 'lapack']) {
        if (existsSync(join(path, triplet, inner))) folders.push(join(path, triplet, inner));
      }
    }
  }
  return folders;
}
