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

/** Works on a service's tables as the superuser. */
export async function inDatabase<T>(
  installation: Installation,
  work: (database: Client) => Promise<T>,
  service = 'organisation',
): Promise<T> {
  const database = new Client({ connectionString: installation.database() });
  await database.connect();
  try {
    await database.query(`set search_path to ${service}, public`);
    return await work(database);
  } finally {
    await database.end();
  }
}

type Fill = { villages: number; fill: string[]; outlines?: boolean };

/** The country's units as they stood before the reform of 2025, with invented villages in each commune. */
export async function loadBeforeReform(
  installation: Installation,
  { villages, fill, outlines }: Fill,
): Promise<void> {
  const client = await signedIn(installation);
  const options = { validFrom: '2025-03-01', list: '2025-03' };
  for (const level of ['province', 'district', 'commune']) {
    const file = fileURLToPath(new URL(`units_pre2025_${level}s.csv`, geo));
    await client.import('units', file, { ...options, level });
  }
  for (const level of outlines ? ['province', 'district', 'commune'] : []) {
    const file = fileURLToPath(new URL(`${level}s_pre2025.geojson`, geo));
    // Five island districts lie among the communes: there each outline finds its level by its code.
    const known: Record<string, string> = level === 'commune' ? {} : { level };
    await client.import('boundaries', file, { ...options, ...known, source: 'Đo tốc độ' });
  }
  await inDatabase(installation, async (database) => {
    await database.query(`select set_config('antt.villages', $1, false)`, [`${villages}`]);
    for (const name of fill) {
      await database.query(await readFile(new URL(`./${name}.sql`, import.meta.url), 'utf8'));
    }
  });
}
