import { reformFile } from '@antt/testing/reform-file';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { DemoClient } from '../demo/client.ts';
import { administrator, type Installation } from './installation.ts';
import type { Line, Section } from './line.ts';

const geo = new URL('../../../shared/geo/', import.meta.url);
const fillSql = new URL('./fill-villages.sql', import.meta.url);
const resolution = '01900000-0000-7000-8000-000000000002';
const [eve, on] = ['2025-06-30', '2025-07-01'];

async function signedIn(installation: Installation): Promise<DemoClient> {
  const client = new DemoClient(installation.url);
  await client.signIn(administrator.ADMIN_USERNAME, administrator.ADMIN_PASSWORD);
  return client;
}

/** The country's units as they stood before the reform, with invented villages, teams and quotas. */
export async function loadBefore(installation: Installation): Promise<void> {
  const client = await signedIn(installation);
  for (const level of ['province', 'district', 'commune']) {
    const file = fileURLToPath(new URL(`units_pre2025_${level}s.csv`, geo));
    await client.import('units', file, { validFrom: '2025-03-01', list: '2025-03', level });
  }
  const database = new Client({ connectionString: installation.database() });
  await database.connect();
  try {
    await database.query('set search_path to organisation, public');
    await database.query(await readFile(fillSql, 'utf8'));
  } finally {
    await database.end();
  }
}

/** The whole reform of 1 July 2025 as one act, through the import as a province would bring it in. */
export async function measureReform(installation: Installation): Promise<Section> {
  const client = await signedIn(installation);
  const folder = await mkdtemp(join(tmpdir(), 'antt-bench-'));
  try {
    const { name, bytes } = reformFile(geo);
    const file = join(folder, name);
    await writeFile(file, bytes);
    const before = await totals(client, eve);
    const began = performance.now();
    const options = { validFrom: on, list: '2025-07', closes: '2025-03', instrumentId: resolution };
    const { counts } = await client.import('reorganisations', file, options);
    const value = Number(((performance.now() - began) / 1_000).toFixed(1));
    const conserved = (await totals(client, on)) === before;
    const line: Line = {
      name: 'the reform of 2025 as one act',
      predicted: '30',
      measured: value,
      raw: null,
      unit: 's',
      value,
      sense: 'at-most',
      bound: 60,
      note: `${counts.ended} units end, ${counts.founded} begin, ${counts.moved} villages move; ${conserved ? 'totals conserved' : 'TOTALS CHANGED'}`,
    };
    if (!conserved) throw new Error(`The totals of ${eve} and ${on} differ`);
    return { lines: [line] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function totals(client: DemoClient, day: string): Promise<string> {
  const { total } = await client.get<{ total: Record<string, unknown> }>(
    `/coverage?on=${day}&level=province`,
  );
  const { villages, coveredVillages, teams, members, workplaces } = total;
  return JSON.stringify({ villages, coveredVillages, teams, members, workplaces });
}
