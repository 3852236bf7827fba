import { DataSource } from 'typeorm';
import { migratorConfig, readConfig } from './config.ts';
import { databaseOptions } from './database.ts';
import type { Service } from './start.ts';

/** Brings a service's schema up to date as its owning role, and lets the service's own role use it. */
export async function migrate(
  { name, entities, migrations, afterGrant = [] }: Omit<Service, 'module'>,
  url: string,
): Promise<string[]> {
  const options = databaseOptions({ url, schema: name, pool: 2 }, { entities, migrations });
  const db = await new DataSource(options).initialize();
  try {
    const done = await db.runMigrations({ transaction: 'each' });
    // In one transaction: what is taken back must not be granted even for a moment.
    await db.transaction(async (tx) => {
      await tx.query(`grant usage on schema ${name} to ${name}`);
      await tx.query(
        `grant select, insert, update, delete on all tables in schema ${name} to ${name}`,
      );
      await tx.query(`grant usage, select on all sequences in schema ${name} to ${name}`);
      await tx.query(`revoke insert, update, delete on ${name}.migration from ${name}`);
      for (const statement of afterGrant) await tx.query(statement);
    });
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
