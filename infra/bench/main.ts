import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { measureActivity } from './activity.ts';
import { loadBeforeReform } from './before-reform.ts';
import { countryIsThere, loadCountry } from './country.ts';
import { measureCoverage } from './coverage.ts';
import { measureFaults } from './faults.ts';
import { administrator, Installation } from './installation.ts';
import { Found, holds, type Line, type Section } from './line.ts';
import { measureImport } from './import.ts';
import { measureMemory } from './memory.ts';
import { measureNorms } from './norms.ts';
import { measurePage } from './page.ts';
import { measurePay } from './pay.ts';
import { measurePeople } from './people.ts';
import { load, machine, type Measured, page, table } from './report.ts';
import { measureReform } from './reform.ts';
import { measureRequest } from './request.ts';
import { tokenOf } from './requests.ts';
import { measureTiles } from './tile.ts';
import { freePort } from './uncached-gateway.ts';

const parts = [
  'tiles',
  'coverage',
  'norms',
  'request',
  'reform',
  'import',
  'people',
  'pay',
  'activity',
  'page',
  'memory',
  'start',
  'faults',
] as const;
type Part = (typeof parts)[number];

const option = (name: string) =>
  process.argv.find((given) => given.startsWith(`--${name}=`))?.split('=')[1];
const chosen = (option('only')?.split(',') ?? parts) as Part[];
const wants = (...some: Part[]) => some.some((part) => chosen.includes(part));
const seconds = Number(option('seconds') ?? 4);
/** Leaves the database of a part under .local/bench, for who looks for the cause of a figure. */
const keeps = process.argv.includes('--keep');
const today = () => new Date().toISOString().slice(0, 10);
const say = (text: string) => console.log(text);

const measured: Partial<Record<Part, Measured>> = {};
const failed: Part[] = [];
const installations: Installation[] = [];

/**
 * What cannot be measured is said, and does not keep the rest from being measured; nor does it take with it what the
 * same part had measured before.
 */
async function measure(part: Part, work: (found: Found) => Promise<Section | void>): Promise<void> {
  if (!wants(part)) return;
  const before = load();
  const found = new Found();
  try {
    const section = await work(found);
    if (section) found.add(section);
  } catch (error) {
    found.fail(found.lines.length > 0 ? `the rest of ${part}` : part, error);
  }
  const { lines, remarks, failures } = found;
  if (failures.length > 0) failed.push(part);
  if (lines.length === 0) return;
  measured[part] = { on: today(), machine: machine(), load: [before, load()], lines, remarks };
  say(`\n${part}, load average ${before} to ${load()}\n${table(lines)}`);
  for (const remark of remarks) say(`- ${remark}`);
  await writeReport();
}

async function country(): Promise<void> {
  if (!countryIsThere) {
    say(
      'The lists and outlines of the country (../shared/geo) are not there: tiles, coverage and request are left out.',
    );
    return;
  }
  const installation = new Installation('country', await freePort(), ['--empty'], administrator);
  installations.push(installation);
  await installation.start();
  say('country');
  await loadCountry(installation, say);
  const token = await tokenOf(
    installation.url,
    administrator.ADMIN_USERNAME,
    administrator.ADMIN_PASSWORD,
  );
  await measure('tiles', () => measureTiles(installation, token, seconds));
  await measure('coverage', () => measureCoverage(installation, token));
  // After coverage alone: from here on there are criteria.
  await measure('norms', () => measureNorms(installation, token));
  await measure('request', () => measureRequest(installation, token, seconds / 2));
  await installation.remove();
}

/** The country before the reform, its outlines too, with nine villages in each commune. */
async function reform(): Promise<void> {
  const fill = { villages: 9, fill: ['fill-villages', 'fill-teams'], outlines: true };
  await beforeReform('reform', fill, measureReform);
}

/** The same with ten villages in each commune and no team yet. */
async function imports(): Promise<void> {
  await beforeReform('import', { villages: 10, fill: ['fill-villages'] }, measureImport);
}

/** Ten teams in each commune, with a quota of three members each. */
async function people(): Promise<void> {
  const fill = ['fill-villages', 'fill-teams', 'fill-copies'];
  await beforeReform('people', { villages: 10, fill }, measurePeople);
}

/** The same, everybody insured, a policy for each province. */
async function pay(): Promise<void> {
  const fill = ['fill-villages', 'fill-teams', 'fill-copies'];
  await beforeReform('pay', { villages: 10, fill }, measurePay);
}

/** The same teams with a month of reports. */
async function activity(): Promise<void> {
  const fill = ['fill-villages', 'fill-teams'];
  await beforeReform('activity', { villages: 9, fill }, measureActivity);
}

async function beforeReform(
  part: 'reform' | 'import' | 'people' | 'pay' | 'activity',
  fill: Parameters<typeof loadBeforeReform>[1],
  work: (installation: Installation, found: Found) => Promise<Section | void>,
): Promise<void> {
  if (!countryIsThere) return say(`Without ../shared/geo the ${part} is left out.`);
  const installation = new Installation(part, await freePort(), ['--empty'], administrator);
  installations.push(installation);
  await installation.start();
  await loadBeforeReform(installation, fill);
  await measure(part, (found) => work(installation, found));
  if (!keeps) await installation.remove();
}

async function province(): Promise<void> {
  const password = 'chỉ để đo tốc độ';
  const env = { DEMO_PASSWORD: password };
  const installation = new Installation('province', await freePort(), [], env);
  installations.push(installation);
  const first = await installation.start();
  await measure('memory', async () => ({ lines: [await measureMemory(installation)] }));
  await measure('page', () => measurePage(installation.url, 'tinh', password));
  await measure('start', () => secondStart(installation, first));
  await installation.remove();
}

async function secondStart(installation: Installation, first: number): Promise<Section> {
  await installation.stop();
  const value = Number((await installation.start()).toFixed(1));
  const line: Line = {
    name: 'second start, until ready',
    predicted: '7',
    measured: value,
    raw: null,
    unit: 's',
    value,
    sense: 'at-most',
    bound: 15,
    note: `the first, with the demo province, took ${first.toFixed(0)} s`,
  };
  return { lines: [line] };
}

/** What was not measured this time stays on the page as it was measured last, wherever that was. */
async function writeReport(): Promise<void> {
  const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
  const last = await readFile(file, 'utf8').catch(() => '');
  await writeFile(file, page(last, measured, parts));
}

async function clearAway(): Promise<void> {
  for (const installation of installations) {
    await (keeps ? installation.stop() : installation.remove());
  }
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void clearAway().finally(() => process.exit(130)));
}

try {
  if (wants('tiles', 'coverage', 'norms', 'request')) await country();
  if (wants('reform')) await reform();
  if (wants('import')) await imports();
  if (wants('people')) await people();
  if (wants('pay')) await pay();
  if (wants('activity')) await activity();
  if (wants('page', 'memory', 'start')) await province();
  await measure('faults', async () => ({ lines: [await measureFaults()] }));
  await writeReport();
  const lines = Object.values(measured).flatMap((part) => part.lines);
  process.exitCode = failed.length === 0 && lines.every(holds) ? 0 : 1;
} finally {
  await clearAway();
}
