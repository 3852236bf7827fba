import {
  getCoverage,
  type ImportKind,
  type ImportOptions,
  type Job,
  listQuotas,
  organisationJobs,
  recordInstrument,
} from '@antt/contracts';
import { eventually, useService } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organisation } from '../service.ts';

const service = useService(organisation);
const folder = mkdtempSync(join(tmpdir(), 'antt-demo-'));
const root = new URL('../../../..', import.meta.url).pathname;

beforeAll(() => {
  const generator = join(root, 'infra/demo/generate.ts');
  execFileSync(process.execPath, ['--conditions=antt-source', '--no-warnings', generator, folder], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
});

async function take(
  kind: ImportKind,
  name: string,
  options: ImportOptions = {},
  dryRun = false,
  bytes: Uint8Array = readFileSync(join(folder, name)),
): Promise<Job> {
  const file = await service.files.put(name, new Blob([bytes as BlobPart]).stream(), 1e9);
  const id = `organisation.${randomUUID()}`;
  await service.call(organisationJobs.start, { id, kind, dryRun, file, options });
  return eventually(async () => {
    const job = await service.call(organisationJobs.get, { id });
    return job.finishedAt ? job : null;
  }, 60_000);
}

const units2024 = { validFrom: '2024-07-01', list: '2024' };

test('a dry run tells what would happen and leaves nothing behind', async () => {
  const job = await take('units', 'units-2024.csv', units2024, true);
  expect(job).toMatchObject({ status: 'succeeded', counts: { added: 2297 }, errors: 0 });
  const { items } = await service.call(getCoverage, { on: '2024-08-01', level: 'commune' });
  expect(items).toEqual([]);
});

test('the demo province is taken in by the ordinary imports and tells its history', async () => {
  expect(await take('units', 'units-2024.csv', units2024)).toMatchObject({ status: 'succeeded' });
  const outlines = await take('boundaries', 'boundaries-2024.geojson', units2024);
  expect(outlines).toMatchObject({ status: 'succeeded', counts: { added: 203 } });
  const documents = JSON.parse(readFileSync(join(folder, 'instruments.json'), 'utf8'));
  const decisions: { id: string; annex: string; effectiveFrom: string }[] = [];
  for (const { territory: _, annex, ...document } of documents) {
    await service.call(recordInstrument, { ...document, territory: [] });
    if (annex) decisions.push({ id: document.id, annex, effectiveFrom: document.effectiveFrom });
  }
  const [first, second] = decisions;
  const annex = await take('quotas', first!.annex, { instrumentId: first!.id });
  expect(annex).toMatchObject({ status: 'succeeded', counts: { added: 192 } });
  const successors = { validFrom: '2025-07-01', list: '2025', closes: '2024' };
  expect(await take('units', 'units-2025.csv', successors)).toMatchObject({ status: 'succeeded' });
  // Teams founded later name communes of the later list.
  expect(await take('teams', 'teams-2024.csv')).toMatchObject({ status: 'succeeded', errors: 0 });
  await take('boundaries', 'boundaries-2025.geojson', { validFrom: '2025-07-01', list: '2025' });
  const next = await take('quotas', second!.annex, { instrumentId: second!.id });
  expect(next).toMatchObject({ status: 'succeeded', counts: { added: 58 } });
  expect(await take('workplaces', 'workplaces-2024.csv')).toMatchObject({ status: 'succeeded' });

  const told = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
  for (const { on, teamsActive, teamsDecided, coveredVillages, teamsWithWorkplace } of told.days) {
    const { total } = await service.call(getCoverage, { on, level: 'commune' });
    expect({ on, ...total }).toMatchObject({
      on,
      coveredVillages,
      teams: { decided: teamsDecided, active: teamsActive },
      workplaces: { teamsWith: teamsWithWorkplace },
    });
  }
  const before = await service.call(getCoverage, { on: '2025-06-30', level: 'commune' });
  const after = await service.call(getCoverage, { on: '2025-07-01', level: 'commune' });
  expect([before.items.length, after.items.length]).toEqual([192, 99]);
}, 120_000);

test('the same files again change nothing', async () => {
  const { items } = await service.call(listQuotas, { on: '2025-07-01' });
  const again = await take('quotas', 'quota-2025.xlsx', {
    instrumentId: items[0]!.instrumentId,
  });
  expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 58 });
  const teams = await take('teams', 'teams-2024.csv');
  expect(teams.counts).toMatchObject({ added: 0, changed: 0 });
  const places = await take('workplaces', 'workplaces-2024.csv');
  expect(places.counts).toMatchObject({ added: 0, changed: 0 });
}, 60_000);

test('a file that is no workbook is refused with its reason and leaves nothing', async () => {
  const bytes = new TextEncoder().encode('tên,mã\nA,B\n');
  const job = await take('teams', 'x.csv', {}, false, bytes);
  expect(job).toMatchObject({ status: 'rejected', problems: [{ code: 'columns-wrong' }] });
});
