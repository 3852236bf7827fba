import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { identity } from '../service.ts';

const service = useService(identity);

/** Constraints, indexes and defaults are written in the migrations alone. */
const migrationsOwn = /DROP (CONSTRAINT|INDEX|DEFAULT)/;

test('the migrated tables have the columns that the entities describe', async () => {
  const { upQueries } = await service.db.driver.createSchemaBuilder().log();
  const missing = upQueries.map(({ query }) => query).filter((query) => !migrationsOwn.test(query));
  expect(missing).toEqual([]);
});
