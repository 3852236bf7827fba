import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './place.mjs';
import { secret } from './secret.mjs';

/** The services that have a schema of their own, in the order in which they are migrated. */
export const services = ['identity', 'organisation', 'personnel', 'activity'];

const sql = (name) => readFileSync(join(checkout, 'infra/postgres', `${name}.sql`), 'utf8');

/**
 * Makes database, extensions, roles and schemas where they are missing, as the administrator of
 * `adminUrl`. Returns `{ identity: { url, migratorUrl }, organisation: … }`.
 */
export async function prepareDatabase(adminUrl) {
  const url = await ensureDatabase(adminUrl);
  return connected(url, async (client) => {
    await client.query(sql('extension'));
    const urls = {};
    for (const service of services) {
      const password = secret(`${service}.database`);
      const migratorPassword = secret(`${service}.migrator`);
      await client.query(
        `select set_config('antt.service', $1, false), set_config('antt.password', $2, false),
                set_config('antt.migrator_password', $3, false)`,
        [service, password, migratorPassword],
      );
      await client.query(sql('service'));
      urls[service] = {
        url: as(url, service, password),
        migratorUrl: as(url, `${service}_migrator`, migratorPassword),
      };
    }
    return urls;
  });
}

/**
 * The build that migrated each schema last. It stands in the database, as the comment of the schema, so
 * that it comes and goes with the tables it speaks of.
 */
export function migratedBy(adminUrl) {
  return connected(platformUrl(adminUrl), async (client) => {
    const { rows } = await client.query(
      `select nspname as service, obj_description(oid, 'pg_namespace') as build
         from pg_namespace where nspname = any($1)`,
      [services],
    );
    return Object.fromEntries(rows.map(({ service, build }) => [service, build]));
  });
}

export function noteMigratedBy(adminUrl, service, build) {
  return connected(platformUrl(adminUrl), (client) =>
    client.query(`comment on schema ${service} is ${client.escapeLiteral(build)}`),
  );
}

/** Drops what the platform made in a database that is not its own cluster. */
export async function dropSchemas(adminUrl) {
  const noSuchDatabase = '3D000';
  await connected(platformUrl(adminUrl), async (client) => {
    for (const service of services) await client.query(`drop schema if exists ${service} cascade`);
  }).catch((error) => {
    if (error.code !== noSuchDatabase) throw error;
  });
}

/** An administrator's URL names the database to use; the maintenance database means "make `antt`". */
export function platformUrl(adminUrl) {
  const url = new URL(adminUrl);
  if (['', '/', '/postgres', '/template1'].includes(url.pathname)) url.pathname = '/antt';
  return url.href;
}

async function ensureDatabase(adminUrl) {
  const url = platformUrl(adminUrl);
  if (url === new URL(adminUrl).href) return url;
  const name = new URL(url).pathname.slice(1);
  await connected(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
  return url;
}

async function connected(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function as(url, user, password) {
  const own = new URL(url);
  own.username = user;
  own.password = password;
  return own.href;
}
