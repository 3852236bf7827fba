import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from './process.mjs';

/** Package names for people; the version of PostgreSQL is the distribution's. */
export const names = {
  postgres: 'postgresql postgresql-15-postgis-3   (the number is your PostgreSQL version)',
  nats: 'nats-server',
  chromium: 'chromium',
};

const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' } };

export const canInstall = () => process.getuid() === 0 && existsSync('/usr/bin/apt-get');
export const canUnpack = () => existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-deb');

/** Installs with apt-get as root. Returns what went wrong, or null. */
export async function install(kind, log) {
  const update = await run('apt-get', ['update', '-q'], { ...quiet, onLine: log });
  if (update.code !== 0) log('apt-get update failed; trying with the lists at hand');
  const packages = await packagesOf(kind, []);
  if (!packages) return `apt knows no package for ${kind}`;
  const { code, output } = await withoutServices(() =>
    run('apt-get', ['install', '-yq', '--no-install-recommends', ...packages], {
      ...quiet,
      onLine: log,
    }),
  );
  return code === 0 ? null : `apt-get install ${packages.join(' ')} failed: ${lastLine(output)}`;
}

const policy = '/usr/sbin/policy-rc.d';
const mark = '# antt-co-so: while packages are installed, their services stay off';

/**
 * The packages would start services of their own (a cluster on 5432, a bus on 4222). The platform
 * uses private ones, so Debian's policy hook says no for as long as the installation takes.
 */
async function withoutServices(work) {
  const stale = existsSync(policy) && readFileSync(policy, 'utf8').includes(mark);
  if (existsSync(policy) && !stale) return work();
  writeFileSync(policy, `#!/bin/sh\n${mark}\nexit 101\n`, { mode: 0o755 });
  try {
    return await work();
  } finally {
    rmSync(policy, { force: true });
  }
}

/** Unpacks the packages and the libraries the machine lacks into `root`. Returns what went wrong, or null. */
export async function unpack(kind, root, log) {
  const draft = `${root}.part`;
  const apt = `${root}.apt`;
  rmSync(draft, { recursive: true, force: true });
  for (const folder of ['state/lists/partial', 'cache/archives/partial'])
    mkdirSync(join(apt, folder), { recursive: true });
  mkdirSync(draft, { recursive: true });
  const own = [
    ['Dir::State', join(apt, 'state')],
    ['Dir::State::status', '/var/lib/dpkg/status'],
    ['Dir::Cache', join(apt, 'cache')],
    ['Debug::NoLocking', '1'],
  ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  try {
    const update = await run('apt-get', [...own, 'update', '-q'], { ...quiet, onLine: log });
    if (update.code !== 0) return `apt-get update failed: ${lastLine(update.output)}`;
    const packages = await closure(kind, own);
    if (!packages) return `apt knows no package for ${kind}`;
    const { code, output } = await run('apt-get', [...own, 'download', '-q', ...packages], {
      ...quiet,
      cwd: apt,
      onLine: log,
    });
    if (code !== 0) return `apt-get download failed: ${lastLine(output)}`;
    for (const file of readdirSync(apt).filter((name) => name.endsWith('.deb'))) {
      const opened = await run('dpkg-deb', ['-x', join(apt, file), draft]);
      if (opened.code !== 0) return `${file}: ${lastLine(opened.output)}`;
    }
    linkExtensions(draft);
    rmSync(root, { recursive: true, force: true });
    renameSync(draft, root);
    return null;
  } finally {
    rmSync(apt, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

// What a process needs to run is libraries and data; init scripts, users and LLVM's compiler are not part of it.
const needless =
  /^(libc6|libc-bin|libgcc-s1|libllvm|libz3|libgdal|libsfcgal|libperl|perl|init-|debconf|ucf)/;

async function closure(kind, own) {
  const wanted = await packagesOf(kind, own);
  if (!wanted) return null;
  const seeds = kind === 'postgres' ? await postgresSeeds(wanted, own) : wanted;
  const { output } = await run(
    'apt-get',
    [...own, 'install', '-s', '--no-install-recommends', ...seeds],
    quiet,
  );
  const missing = [...output.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);
  const data = /^(lib|proj-data|fonts-|fontconfig|chromium|x11-|xkb-|mesa|tzdata)/;
  return [
    ...new Set([...wanted, ...missing.filter((name) => data.test(name) && !needless.test(name))]),
  ];
}

/** PostGIS depends on GDAL for rasters (40 packages, 170 MB); the geometry part lives without it. */
async function postgresSeeds(wanted, own) {
  const postgis = wanted.find((name) => /-postgis-3$/.test(name));
  const { output } = await run('apt-cache', [...own, 'depends', postgis], quiet);
  const needed = [...output.matchAll(/^\s+Depends: ([a-z][^\s<]+)/gm)].map((match) => match[1]);
  return [
    ...wanted.filter((name) => !name.includes('postgis')),
    ...needed.filter((name) => name.startsWith('lib') && !needless.test(name)),
  ];
}

async function packagesOf(kind, own) {
  if (kind !== 'postgres')
    return (
      (await known(kind === 'nats' ? '^nats-server$' : '^chromium$', own))[0]?.split(' ') ?? null
    );
  const offered = await known('^postgresql-[0-9]+-postgis-3$', own);
  const versions = offered.map((name) => Number(name.split('-')[1])).sort((a, b) => b - a);
  const installed = versions.find((version) =>
    existsSync(`/usr/lib/postgresql/${version}/bin/postgres`),
  );
  const version = installed ?? versions[0];
  if (!version) return null;
  const server = `postgresql-${version}`;
  return [
    server,
    `postgresql-client-${version}`,
    `${server}-postgis-3`,
    `${server}-postgis-3-scripts`,
  ];
}

async function known(pattern, own) {
  const { output } = await run('apt-cache', [...own, 'search', '--names-only', pattern], quiet);
  return output
    .split('\n')
    .filter((line) => line.includes(' - '))
    .map((line) => line.split(' ')[0]);
}

/** The package's install script would make these by update-alternatives; without them there is no "postgis". */
function linkExtensions(root) {
  const parent = join(root, 'usr/share/postgresql');
  for (const version of existsSync(parent) ? readdirSync(parent) : []) {
    const folder = join(parent, version, 'extension');
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).filter((name) => /-3\.control$/.test(name))) {
      const link = join(folder, file.replace('-3.control', '.control'));
      if (!existsSync(link)) symlinkSync(file, link);
    }
  }
}

const lastLine = (output) => output.trim().split('\n').pop() ?? '';
