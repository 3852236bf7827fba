import { removeCluster } from './jest-setup.mjs';

/** A cluster that is not the run's own keeps nothing of it either. */
async function dropTemplates() {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where datname ~ $1', [
    `^template_${process.env.TEST_RUN}_`,
  ]);
  for (const { datname } of rows) await client.query(`drop database "${datname}"`);
  await client.end();
}

export default async function tearDown() {
  if (globalThis.testCluster) await removeCluster(globalThis.testCluster);
  else await dropTemplates();
}
