import {
  getCoverage,
  getExtent,
  type ImportKind,
  type ImportOptions,
  listQuotas,
  organisationJobs,
  previewJob,
  recordInstrument,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';

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

const upload = importing(service);
const take = (kind: ImportKind, name: string, options: ImportOptions = {}, dryRun = false) =>
  upload(kind, { name, bytes: readFileSync(join(folder, name)) }, options, { dryRun });

const units2024 = { validFrom: '2024-07-01', list: '2024' };

test('a dry run tells what would happen and leaves nothing behind', async () => {
  const job = await take('units', 'units-2024.csv', units2024, true);
  expect(job).toMatchObject({ status: 'succeeded', counts: { added: 2297 }, errors: 0 });
  const { items } = await service.call(getCoverage, { on: '2024-08-01', level: 'commune' });
  expect(items).toEqual([]);
});

test('the demo province is taken in by the ordinary imports and tells its history', async () => {
  expect(await take('units', 'units-2024.csv', units2024)).toMatchObject({ status: 'succeeded' });
  const outlines = await take('boundaries', 'boundaries-2024.geojson', {
    ...units2024,
    source: 'Số liệu minh họa',
  });
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

  const credit = (on: string) => service.call(getExtent, { on }).then(({ sources }) => sources);
  expect(await credit('2025-06-30')).toEqual(['Số liệu minh họa']);
  // Unnamed, an outline is owed to its file.
  expect(await credit('2025-07-01')).toEqual(['boundaries-2025.geojson']);

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
    instrumentId: items[0]!.instrumentId!,
  });
  expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 58 });
  const teams = await take('teams', 'teams-2024.csv');
  expect(teams.counts).toMatchObject({ added: 0, changed: 0 });
  const places = await take('workplaces', 'workplaces-2024.csv');
  expect(places.counts).toMatchObject({ added: 0, changed: 0 });
}, 60_000);

test('a file that is no workbook is refused with its reason and leaves nothing', async () => {
  const bytes = new TextEncoder().encode('tên,mã\nA,B\n');
  const job = await upload('teams', { name: 'x.csv', bytes });
  expect(job).toMatchObject({ status: 'rejected', problems: [{ code: 'columns-wrong' }] });
});

test('a job is shown to nobody but who began it', async () => {
  const bytes = new TextEncoder().encode('code,name\n');
  const job = await upload('teams', { name: 'x.csv', bytes });
  const other = someone('provincial-administrator');
  for (const operation of [organisationJobs.get, organisationJobs.errors, previewJob]) {
    await expect(service.call(operation, { id: job.id }, other)).rejects.toMatchObject({
      body: { type: 'job-not-found' },
    });
  }
});

test('who may not write teams may not bring in a file of them', async () => {
  const file = { object: 'none', name: 'x.csv', size: 1 };
  const command = { id: 'organisation.x', kind: 'teams', dryRun: true, file, options: {} } as const;
  await expect(
    service.call(organisationJobs.start, command, someone('auditor')),
  ).rejects.toMatchObject({ body: { type: 'not-allowed', permission: 'team.write' } });
});

test('an annex whose total is off comes back with the row named', async () => {
  const { items } = await service.call(listQuotas, { on: '2025-07-01' });
  const csv = [
    'STT,Đơn vị hành chính,Số Tổ bảo vệ ANTT,Tổng số thành viên,Tổ trưởng,Tổ phó,Tổ viên',
    `1,${items[0]!.unit.kind} ${items[0]!.unit.name},2,6,2,2,2`,
    ',TỔNG CỘNG,3,6,2,2,2',
  ].join('\n');
  const bytes = new TextEncoder().encode(csv);
  const instrumentId = items[0]!.instrumentId!;
  const job = await upload(
    'quotas',
    { name: 'off.csv', bytes },
    { instrumentId },
    { dryRun: true },
  );
  expect(job.status).toBe('rejected');
  expect(job.problems.map(({ code }) => code)).toContain('total-off');
  const workbook = await service.call(organisationJobs.errors, { id: job.id });
  expect(workbook.name).toBe('off-loi.xlsx');
  expect(workbook.size).toBeGreaterThan(1000);
});
