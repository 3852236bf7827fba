import { randomBytes } from 'node:crypto';
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

const template = 'antt_template';

// Two test files may begin at once: the first makes the template, the other waits for the lock.
async function ensureTemplate(): Promise<void> {
  const client = new Client({ connectionString: admin().href });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7301)');
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount) return;
    const making = `${template}_${randomBytes(4).toString('hex')}`;
    await client.query(`create database ${making}`);
    const url = admin();
    url.pathname = `/${making}`;
    const extension = new URL('../../../infra/postgres/extension.sql', import.meta.url);
    await query(url, readFileSync(extension, 'utf8'));
    await client.query(`alter database ${making} rename to ${template}`);
  } finally {
    await client.end();
  }
}

/** A database of a test's own: PostGIS and friends installed, and a schema for each service named. */
export async function makeDatabase(
  services: string[],
): Promise<{ urlOf: (service: string) => string; drop: () => Promise<void> }> {
  await ensureTemplate();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(admin(), `create database ${name} template ${template}`);
  const url = admin();
  url.pathname = `/${name}`;
  for (const service of services) {
    await query(
      admin(),
      `do $$ begin
         if not exists (select from pg_roles where rolname = '${service}') then
           create role ${service} login;
         end if;
       exception when duplicate_object or unique_violation then null;
       end $$`,
    );
    await query(url, `create schema ${service}`);
  }
  return {
    urlOf: () => url.href,
    drop: () => query(admin(), `drop database if exists ${name} with (force)`),
  };
}
