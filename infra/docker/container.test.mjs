import { beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { parse } from 'yaml';
import { gatewayConfig } from '../../apps/gateway/src/config.ts';
import { migratorConfig, serviceConfig } from '../../libs/service-kit/src/config.ts';
import { processEnvs, settings } from '../local/env.mjs';
import { services } from '../local/database.mjs';
import { containerConfiguration } from './bus.mjs';
import { secretVariables, withSecrets } from './secrets.mjs';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true });
const secrets = Object.fromEntries(
  withSecrets(text)
    .trim()
    .split('\n')
    .map((line) => /^([^=]+)=(.*)$/.exec(line).slice(1)),
);
const running = Object.entries(compose.services).filter(([, service]) => service.restart);
const containers = Object.entries(compose.services);

/** What Compose makes of `${NAME:?…}` and `${NAME:-default}`. */
const filled = (value) =>
  String(value).replace(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g, (_, name, kind, rest) => {
    if (kind === '?' && !(name in secrets)) throw new Error(`${name} has no value`);
    return secrets[name] ?? rest;
  });
const environmentOf = (name) =>
  Object.fromEntries(
    Object.entries(compose.services[name].environment)
      // Without a value Compose passes on what the caller's shell has, or nothing.
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, filled(value)]),
  );

const schemas = new Map([
  ['gateway', gatewayConfig],
  ...services.map((name) => [name, serviceConfig]),
  ...services.map((name) => [`${name}-migrate`, migratorConfig]),
]);

beforeAll(async () => {
  // A service with settings of its own declares them in its config.ts.
  for (const name of services) {
    const file = join(root, 'services', name, 'src/config.ts');
    const own = existsSync(file) ? (await import(file))[`${name}Settings`] : null;
    if (own) schemas.set(name, serviceConfig.extend(own.shape));
  }
});

test('every process gets the settings its configuration asks for, and no others', () => {
  for (const [name, schema] of schemas) {
    const environment = environmentOf(name);
    expect({ name, ...schema.safeParse(environment).error }).toEqual({ name });
    expect({
      name,
      unknown: Object.keys(compose.services[name].environment).filter(
        (key) => !(key in schema.shape),
      ),
    }).toEqual({
      name,
      unknown: [],
    });
  }
});

test('every setting of a process can also be set for npm start', () => {
  const ports = Object.fromEntries([...services, 'gateway'].map((name) => [name, 1]));
  const databases = Object.fromEntries(services.map((name) => [name, { url: 'postgres://x' }]));
  const given = processEnvs({
    databases,
    busPort: 1,
    healthPorts: ports,
    port: 1,
    host: '127.0.0.1',
  });
  for (const name of [...services, 'gateway']) {
    const known = [...Object.keys(given[name]), ...settings[name]];
    // The internal port never leaves the machine here.
    const missing = Object.keys(schemas.get(name).shape).filter(
      (key) => !known.includes(key) && key !== 'HEALTH_HOST',
    );
    expect({ name, missing }).toEqual({ name, missing: [] });
  }
});

test('each container reaches database and bus as itself', () => {
  for (const name of services) {
    const { DATABASE_URL, NATS_URL } = environmentOf(name);
    expect(new URL(DATABASE_URL)).toMatchObject({
      username: name,
      hostname: 'postgres',
      password: secrets[`${name.toUpperCase()}_DATABASE_PASSWORD`],
    });
    expect(new URL(NATS_URL)).toMatchObject({
      username: name,
      hostname: 'nats',
      password: secrets[`${name.toUpperCase()}_BUS_PASSWORD`],
    });
  }
});

test('no password has a default, and each is asked for by name', () => {
  expect(secretVariables(text)).toHaveLength(16);
  for (const [, name, rest] of text.matchAll(/\$\{([A-Z_]+)([^}]*)\}/g)) {
    if (!/PASSWORD|SECRET|TOKEN|KEY/.test(name)) continue;
    // The webhook is off until a province names one: its secret may be absent, but never has a value here.
    if (name === 'WEBHOOK_SECRET') expect(rest).toBe(':-');
    else expect(`${name}${rest}`).toMatch(/^[A-Z_]+:\?/);
  }
  expect(text).not.toMatch(/PASSWORD: *['"]?[a-z0-9]/i);
  expect(new Set(Object.values(secrets)).size).toBe(16);
});

test('passwords that are there are kept when more are made', () => {
  expect(withSecrets(text, 'POSTGRES_PASSWORD=mine\n')).toMatch(
    /^POSTGRES_PASSWORD=mine\nIDENTITY_/,
  );
  const all = withSecrets(text);
  expect(withSecrets(text, all)).toBe(all);
});

test('images are pinned', () => {
  for (const [name, { image }] of containers) {
    expect({ name, image }).toEqual({
      name,
      image: expect.stringMatching(/^[a-z/-]+:\d+[\w.-]*$/),
    });
  }
  const stages = [...read('infra/docker/Dockerfile').matchAll(/^FROM (\S+)/gm)].map(
    (match) => match[1],
  );
  const version = JSON.parse(read('package.json')).devDependencies.node;
  expect(stages).toEqual([`node:${version}-bookworm-slim`, `node:${version}-bookworm-slim`]);
});

test('every file and folder that containers are built from or see is there', () => {
  for (const [, { build, volumes = [] }] of containers) {
    if (build) expect(existsSync(join(root, build.context, build.dockerfile))).toBe(true);
    for (const volume of volumes) {
      const [source] = volume.split(':');
      if (source.startsWith('.'))
        expect({ source, there: existsSync(join(root, source)) }).toEqual({ source, there: true });
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
  }
  const copied = [...read('infra/docker/Dockerfile').matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(
    (match) => match[1].split(' ').slice(0, -1),
  );
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const admitted = read('infra/docker/Dockerfile.dockerignore')
    .match(/^!.+$/gm)
    .map((line) => line.slice(1));
  expect(copied.filter((path) => !admitted.includes(path))).toEqual([]);
});

test('what runs for long has a health check and its dependencies are waited for', () => {
  expect(running.map(([name]) => name)).toEqual([
    'postgres',
    'nats',
    'identity',
    'organisation',
    'personnel',
    'activity',
    'gateway',
  ]);
  for (const [name, service] of running)
    expect({ name, check: service.healthcheck?.test?.[0] }).toEqual({ name, check: 'CMD' });
  for (const [, { depends_on: needed = {} }] of containers) {
    for (const [name, { condition }] of Object.entries(needed)) {
      const lasting = running.some(([other]) => other === name);
      expect(condition).toBe(lasting ? 'service_healthy' : 'service_completed_successfully');
    }
  }
});

test('one port is open to the outside, and only on this machine unless asked otherwise', () => {
  const published = containers
    .filter(([, { ports }]) => ports)
    .map(([name, { ports }]) => [name, ports.map(filled)]);
  expect(published).toEqual([['gateway', ['127.0.0.1:8080:8080']]]);
});

test('a process runs the file that the build makes of its source', () => {
  for (const [name, { command, image }] of containers.filter(([, { build }]) => build)) {
    const script = command.find((word) => word.endsWith('.js'));
    const source = join(root, script.replace('/dist/', '/src/').replace(/\.js$/, '.ts'));
    expect({ name, image, source: existsSync(source) && source }).toEqual({
      name,
      image: 'antt-co-so:0.1.0',
      source,
    });
  }
});

test("the bus's configuration is the one its permissions give, and nats-server takes it", () => {
  const committed = read('infra/docker/nats.conf');
  expect(committed).toBe(containerConfiguration());
  const folder = mkdtempSync(join(tmpdir(), 'antt-container-'));
  try {
    writeFileSync(join(folder, 'nats.conf'), committed.replace('"/data"', JSON.stringify(folder)));
    execFileSync(process.env.TEST_NATS_SERVER, ['-t', '-c', join(folder, 'nats.conf')], {
      env: secrets,
      stdio: 'pipe',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the database's script makes schemas and roles in the image's first start", async () => {
  const url = new URL(process.env.TEST_DATABASE_URL);
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  const database = `container_${process.pid}`;
  await admin.query(`create database ${database}`);
  try {
    const env = {
      ...process.env,
      ...secrets,
      PGHOST: url.hostname,
      PGPORT: url.port,
      POSTGRES_DB: database,
    };
    env.SQL_FOLDER = join(root, 'infra/postgres');
    env.PATH = `${process.env.TEST_PG_BIN}:${process.env.PATH}`;
    execFileSync(join(root, 'infra/docker/database.sh'), { env, stdio: 'pipe' });
    url.pathname = `/${database}`;
    const inside = new pg.Client({ connectionString: url.href });
    await inside.connect();
    const { rows } = await inside.query(
      `select nspname as schema, pg_get_userbyid(nspowner) as owner from pg_namespace where nspname = any($1) order by 1`,
      [services],
    );
    await inside.end();
    expect(rows).toEqual(
      services.toSorted().map((name) => ({ schema: name, owner: `${name}_migrator` })),
    );
  } finally {
    await admin.query(`drop database if exists ${database} with (force)`);
    await admin.end();
  }
});

function read(file) {
  return readFileSync(join(root, file), 'utf8');
}
