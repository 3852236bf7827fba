import { isProblemType } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { organisation } from '../service.ts';

const service = useService(organisation);

/** Constraints, indexes and defaults are written in the migrations alone. */
const migrationsOwn = /DROP (CONSTRAINT|INDEX|DEFAULT)/;

test('the migrated tables have the columns that the entities describe', async () => {
  const { upQueries } = await service.db.driver.createSchemaBuilder().log();
  const missing = upQueries.map(({ query }) => query).filter((query) => !migrationsOwn.test(query));
  expect(missing).toEqual([]);
});

/** Rules that no command can break: the contracts refuse such input before, or no message carries it. */
const neverReached = [
  'equipment-condition-is-known',
  'equipment-is-some',
  'equipment-norm-is-one-for-a-size',
  'equipment-norm-says-how-many',
  'equipment-withdrawal-kind-is-known',
  'criteria-status-is-known',
  'based-on-instrument-not-found',
  'team-act-kind-is-known',
  'team-act-not-found',
  'lineage-share-is-a-part',
  'consolidation-status-is-known',
  'quota-origin-not-found',
  'reorganisation-status-is-known',
  'figure-kind-is-known',
  'installation-kind-is-known',
  'gap-kind-is-known',
  'gap-owner-level-is-known',
  'instrument-relation-is-known',
  'instrument-status-is-known',
  'job-not-found',
  'quota-counts-are-not-negative',
  'quota-level-is-commune',
  'team-covers-villages',
  'there-is-one-installation',
  'unit-keeps-its-level',
  'unit-level-is-known',
  'workplace-area-is-positive',
  'workplace-condition-is-known',
  'workplace-kind-is-known',
  'workplace-tenure-is-known',
  'workplace-stands-in-a-village',
];

test('every rule the database keeps is a problem that people can read', async () => {
  const rules: { name: string }[] = await service.db.query(
    `select conname as name from pg_constraint
      where connamespace = 'organisation'::regnamespace and contype in ('c', 'x', 'u', 'f')
        and conrelid <> 0 order by 1`,
  );
  const unnamed = rules
    .map(({ name }) => name.replaceAll('_', '-'))
    .filter((code) => !isProblemType(code) && !neverReached.includes(code));
  expect([...new Set(unnamed)]).toEqual([]);
});
