import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { DemoClient } from '../demo/client.ts';
import { administrator, type Installation } from './installation.ts';

const geo = fileURLToPath(new URL('../../../shared/geo/', import.meta.url));
export const countryIsThere = existsSync(geo);

/** A day with districts, and the province whose coverage is measured. */
export const day = '2025-06-30';
export const provinceCode = '24';

const before = { validFrom: '2024-07-01', list: '2025-03', source: 'Đo tốc độ' };
const after = { validFrom: '2025-07-01', list: '2025-07', source: 'Đo tốc độ' };
const fillSql = new URL('./fill-country.sql', import.meta.url);

/** The country's units and outlines through the imports, then invented villages, teams and quotas. */
export async function loadCountry(
  installation: Installation,
  say: (text: string) => void,
): Promise<void> {
  const client = new DemoClient(installation.url);
  await client.signIn(administrator.ADMIN_USERNAME, administrator.ADMIN_PASSWORD);
  const take = async (kind: string, file: string, options: Record<string, string>) => {
    const began = performance.now();
    const { counts } = await client.import(kind, file, options);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    say(`  ${kind} ${file.split('/').at(-1)}: ${JSON.stringify(counts)} in ${seconds} s`);
  };
  for (const level of ['province', 'district', 'commune']) {
    await take('units', join(geo, `units_pre2025_${level}s.csv`), { ...before, level });
  }
  await take('boundaries', join(geo, 'provinces_pre2025.geojson'), {
    ...before,
    level: 'province',
  });
  await take('boundaries', join(geo, 'districts_pre2025.geojson'), {
    ...before,
    level: 'district',
  });
  // Five island districts without a commune lie among the communes: each finds its level by its code.
  await take('boundaries', join(geo, 'communes_pre2025.geojson'), before);
  const folder = await mkdtemp(join(tmpdir(), 'antt-bench-'));
  try {
    const file = join(folder, 'units_post2025.csv');
    await writeFile(file, await successors());
    await take('units', file, { ...after, closes: before.list });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  for (const level of ['province', 'commune']) {
    await take('boundaries', join(geo, `${level}s_post2025.geojson`), { ...after, level });
  }
  const database = new Client({ connectionString: installation.database() });
  await database.connect();
  try {
    await database.query('set search_path to organisation, public');
    await database.query(await readFile(fillSql, 'utf8'));
  } finally {
    await database.end();
  }
  say('  villages, teams, quotas and workplaces invented');
}

/** Provinces and communes in one file: the new ones come in the moment the old ones end. */
async function successors(): Promise<string> {
  // What follows in quotes may break the line: a row begins with a code.
  const rows = async (name: string) =>
    (await readFile(join(geo, name), 'utf8'))
      .split('\n')
      .filter((line) => /^\d{2,5},/.test(line))
      .map((line) => line.split(','));
  const provinces = await rows('units_post2025_provinces.csv');
  const communes = await rows('units_post2025_communes.csv');
  return [
    'level,code,name,kind,parent_code',
    ...provinces.map(([code, name, kind]) => `province,${code},${name},${kind},`),
    ...communes.map(([code, name, kind, , province]) =>
      ['commune', code, name, kind, province].join(','),
    ),
  ].join('\n');
}
