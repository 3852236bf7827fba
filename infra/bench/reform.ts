import { reformFile } from '@antt/testing/reform-file';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoClient } from '../demo/client.ts';
import { geo, signedIn } from './before-reform.ts';
import type { Installation } from './installation.ts';
import type { Line, Section } from './line.ts';

const resolution = '01900000-0000-7000-8000-000000000002';
const [eve, on] = ['2025-06-30', '2025-07-01'];

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
      predicted: '38',
      measured: value,
      raw: null,
      unit: 's',
      value,
      sense: 'at-most',
      bound: 60,
      note: `${counts.ended} units end, ${counts.founded} begin, ${counts.moved} villages move, ${counts.outlines} outlines are joined; ${conserved ? 'totals conserved' : 'TOTALS CHANGED'}`,
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
