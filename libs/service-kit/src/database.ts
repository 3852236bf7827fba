import { types } from 'pg';
import type { DataSourceOptions, EntityManager } from 'typeorm';
import { SnakeNaming } from './naming.ts';

// A day stays the text it is; as a Date it would shift with the server's time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);

type Tables = Pick<DataSourceOptions, 'entities' | 'migrations'>;

/**
 * TypeORM's options for a service: its own schema first on the search path, PostGIS in `public`. Migrations
 * run by a one-shot as the owning role, never at boot; nothing is ever synchronised.
 */
export function databaseOptions(
  { url, schema, pool = 10 }: { url: string; schema: string; pool?: number },
  { entities, migrations }: Tables,
) {
  return {
    type: 'postgres',
    url,
    schema,
    entities: entities ?? [],
    migrations: migrations ?? [],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
    parseInt8: true,
    applicationName: schema,
    logging: false,
    extra: {
      max: pool,
      options: `-c search_path=${schema},public -c timezone=UTC -c jit=off`,
      statement_timeout: 120_000,
      idle_in_transaction_session_timeout: 120_000,
    },
  } as const satisfies DataSourceOptions;
}

/** Refuses to go on outside a visible transaction: half a command must never stay. */
export function assertTransaction(tx: EntityManager): void {
  if (!tx.queryRunner?.isTransactionActive) {
    throw new Error('This needs a transaction: db.transaction(async (tx) => …)');
  }
}
