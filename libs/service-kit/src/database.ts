import { type ClientBase, type Pool, type QueryResultRow, types } from 'pg';
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

type Prepared = { name: string; text: string };

/**
 * The rows of a short statement that is asked again and again: each connection plans it once, under its name.
 * One whose best plan depends on its values is better asked through the entity manager.
 */
export async function askPrepared<Row extends QueryResultRow>(
  db: EntityManager,
  statement: Prepared,
  values: unknown[],
): Promise<Row[]> {
  const asked = { ...statement, values };
  const { master } = db.connection.driver as unknown as { master: Pool };
  const client = (await db.queryRunner?.connect()) as ClientBase | undefined;
  return (await (client ?? master).query<Row>(asked)).rows;
}

/** Refuses to go on outside a visible transaction: half a command must never stay. */
export function assertTransaction(tx: EntityManager): void {
  if (!tx.queryRunner?.isTransactionActive) {
    throw new Error('This needs a transaction: db.transaction(async (tx) => …)');
  }
}
