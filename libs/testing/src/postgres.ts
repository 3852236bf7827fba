import { migrate, type Service } from '@antt/service-kit';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';

function admin(): URL {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: tests run through jest.config.mjs');
  return new URL(url);
}

async function query(url: URL, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const extension = new URL('../../../infra/postgres/extension.sql', import.meta.url);

/** The name of the template that holds these migrations: made once in a run, copied for each file. */
function templateOf(services: Service[]): string {
  const hash = createHash('sha256');
  for (const { name, migrations, afterGrant } of services) {
    hash.update(JSON.stringify([name, Object.values(migrations).map(String), afterGrant]));
  }
  return `template_${process.env.TEST_RUN}_${hash.digest('hex').slice(0, 12)}`;
}

async function makeTemplate(database: URL, services: Service[]): Promise<void> {
  await query(database, readFileSync(extension, 'utf8'));
  for (const service of services) {
    await query(
      admin(),
      `do $$ begin
         if not exists (select from pg_roles where rolname = '${service.name}') then
           create role ${service.name} login;
         end if;
       end $$`,
    );
    await query(database, `create schema ${service.name}`);
    await migrate(service, database.href);
  }
}

// Two test files may begin at once: the first makes the template, the other waits for the lock.
async function ensureTemplate(services: Service[]): Promise<string> {
  const template = templateOf(services);
  const client = new Client({ connectionString: admin().href });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7301)');
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount) return template;
    const making = `${template}_${randomBytes(4).toString('hex')}`;
    await client.query(`create database ${making}`);
    await makeTemplate(database(making), services);
    await client.query(`alter database ${making} rename to ${template}`);
    return template;
  } finally {
    await client.end();
  }
}

function database(name: string): URL {
  const url = admin();
  url.pathname = `/${name}`;
  return url;
}

/** A database of a test's own: PostGIS and friends installed, and the services' schemas migrated. */
export async function makeDatabase(
  services: Service[],
): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = await ensureTemplate(services);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(admin(), `create database ${name} template ${template}`);
  return {
    url: database(name).href,
    drop: () => query(admin(), `drop database if exists ${name} with (force)`),
  };
}
