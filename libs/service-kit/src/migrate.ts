import { DataSource } from 'typeorm';
import { migratorConfig, readConfig } from './config.ts';
import { databaseOptions } from './database.ts';
import type { Service } from './start.ts';

/** Brings a service's schema up to date as its owning role, and lets the service's own role use it. */
export async function migrate(
  { name, entities, migrations }: Omit<Service, 'module'>,
  url: string,
): Promise<string[]> {
  const options = databaseOptions({ url, schema: name, pool: 2 }, { entities, migrations });
  const db = await new DataSource(options).initialize();
  try {
    const done = await db.runMigrations({ transaction: 'each' });
    await db.query(`grant usage on schema ${name} to ${name}`);
    await db.query(
      `grant select, insert, update, delete on all tables in schema ${name} to ${name}`,
    );
    await db.query(`grant usage, select on all sequences in schema ${name} to ${name}`);
    await db.query(`revoke insert, update, delete on ${name}.migration from ${name}`);
    return done.map((migration) => migration.name);
  } finally {
    await db.destroy();
  }
}

/** The one-shot's main. */
export async function startMigration(service: Omit<Service, 'module'>): Promise<void> {
  const { MIGRATOR_DATABASE_URL } = readConfig(migratorConfig);
  const done = await migrate(service, MIGRATOR_DATABASE_URL);
  process.stdout.write(`${service.name}: ${done.length} migration(s) applied\n`);
}
