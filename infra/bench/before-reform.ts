import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { DemoClient } from '../demo/client.ts';
import { administrator, type Installation } from './installation.ts';

export const geo = new URL('../../../shared/geo/', import.meta.url);

export async function signedIn(installation: Installation): Promise<DemoClient> {
  const client = new DemoClient(installation.url);
  await client.signIn(administrator.ADMIN_USERNAME, administrator.ADMIN_PASSWORD);
  return client;
}

/** Works on the organisation's tables as the superuser. */
export async function inDatabase<T>(
  installation: Installation,
  work: (database: Client) => Promise<T>,
): Promise<T> {
  const database = new Client({ connectionString: installation.database() });
  await database.connect();
  try {
    await database.query('set search_path to organisation, public');
    return await work(database);
  } finally {
    await database.end();
  }
}

/** The country's units as they stood before the reform of 2025, with invented villages in each commune. */
export async function loadBeforeReform(
  installation: Installation,
  { villages, fill }: { villages: number; fill: string[] },
): Promise<void> {
  const client = await signedIn(installation);
  for (const level of ['province', 'district', 'commune']) {
    const file = fileURLToPath(new URL(`units_pre2025_${level}s.csv`, geo));
    await client.import('units', file, { validFrom: '2025-03-01', list: '2025-03', level });
  }
  await inDatabase(installation, async (database) => {
    await database.query(`select set_config('antt.villages', $1, false)`, [`${villages}`]);
    for (const name of fill) {
      await database.query(await readFile(new URL(`./${name}.sql`, import.meta.url), 'utf8'));
    }
  });
}
