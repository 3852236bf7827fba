import { today } from '@antt/kernel';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Area, AreaUnit } from './area.ts';
import { beginning, merger, villageReform } from './calendar.ts';
import { DemoClient } from './client.ts';
import type { Consolidations } from './consolidation.ts';
import type { DemoCriteria } from './criteria.ts';
import { toCsv } from './csv.ts';
import { loadRunningCampaign } from './campaigns/load-running-campaign.ts';
import { loadSpecialCampaign } from './campaigns/load-special-campaign.ts';
import { createDemo, toFiles } from './demo.ts';
import { loadBudgets } from './load-budgets.ts';
import { loadConsolidations } from './load-consolidations.ts';
import { loadGrades } from './load-grades.ts';
import { loadIncidents } from './load-incidents.ts';
import { loadPay } from './load-pay.ts';
import { loadPublications } from './load-publications.ts';
import { communesOnDuty } from './people/duties.ts';
import { loadPeople } from './people/load-people.ts';
import { districts } from './province.ts';
import { loadReports } from './reports/load-reports.ts';
import { rosterColumns, rosterRows } from './roster.ts';
import { provinceCode } from './unit.ts';
import { uuidOf } from './uuid.ts';
import { reformTitle } from './village-reform.ts';

const { GATEWAY_URL, DEMO_PASSWORD, DEMO_FOLDER } = process.env;
if (!GATEWAY_URL || !DEMO_PASSWORD || !DEMO_FOLDER) {
  console.error('GATEWAY_URL, DEMO_PASSWORD and DEMO_FOLDER must be set');
  process.exit(2);
}

const roles: Record<string, string> = {
  huyen: 'area-officer',
  xa: 'commune-officer',
  to: 'team-leader',
};
type Instrument = { id: string; annex: string | null; territory: AreaUnit; effectiveFrom: string };

const client = new DemoClient(GATEWAY_URL);
const folder = DEMO_FOLDER;
const file = (name: string) => join(folder, name);
const json = async <T>(name: string) => JSON.parse(await readFile(file(name), 'utf8')) as T;
const unitIds = new Map<string, string>();

/** Ids of a level's units on a day, by list and code. */
async function learnUnits(on: string, levels: AreaUnit['level'][]): Promise<void> {
  for (const level of levels) {
    let cursor = '';
    do {
      const more = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const page = await client.get<{
        items: { id: string; code: string; list: string }[];
        nextCursor: string | null;
      }>(`/units?on=${on}&level=${level}&limit=1000${more}`);
      for (const { id, code, list } of page.items) unitIds.set(`${level} ${list} ${code}`, id);
      cursor = page.nextCursor ?? '';
    } while (cursor);
  }
}

function unitId({ level, list, code }: Pick<AreaUnit, 'level' | 'list' | 'code'>): string {
  const id = unitIds.get(`${level} ${list} ${code}`);
  if (!id) throw new Error(`no ${level} ${code} in list ${list}`);
  return id;
}

async function recordInstruments(from: string): Promise<Instrument[]> {
  const all = await json<Instrument[]>('instruments.json');
  const due = all.filter(({ effectiveFrom }) => effectiveFrom === from);
  for (const { annex: _, territory, ...document } of due) {
    await client.post('/instruments', { ...document, territory: [unitId(territory)] });
  }
  return due.filter(({ annex }) => annex);
}

/** Criteria hold from the first day of the resolution that they stand in. */
async function adoptCriteria(from: string): Promise<void> {
  const all = await json<DemoCriteria[]>('criteria.json');
  for (const { validFrom, ...draft } of all.filter((one) => one.validFrom === from)) {
    await client.post('/criteria', draft);
    await client.post(`/criteria/${draft.id}/adoptions`, { validFrom });
  }
}

async function period(list: '2024' | '2025', validFrom: string, closes?: string): Promise<void> {
  const source = 'Số liệu minh họa';
  const options = { validFrom, list, source, ...(closes ? { closes } : {}) };
  await client.import('units', file(`units-${list}.csv`), options);
  await client.import('boundaries', file(`boundaries-${list}.geojson`), {
    validFrom,
    list,
    source,
  });
  await learnUnits(validFrom, ['province', 'district', 'commune']);
  for (const { id, annex } of await recordInstruments(validFrom)) {
    await client.import('quotas', file(annex!), { instrumentId: id });
  }
  await adoptCriteria(validFrom);
  console.log(`units, boundaries, criteria and quotas from ${validFrom}`);
}

/** Personnel hears of teams and quotas a moment after they are written. */
async function copiesAgree(): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const { agree } = await client.get<{ agree: boolean }>('/copies');
    if (agree) return;
    if (Date.now() > until) throw new Error('the copies of units, teams and quotas do not agree');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function isReformed(): Promise<boolean> {
  const { items } = await client.get<{ items: { title: string; status: string }[] }>(
    '/reorganisations?limit=200',
  );
  return items.some(({ title, status }) => title === reformTitle && status === 'applied');
}

/** Areas of the demo accounts; those of the whole province have theirs from the beginning. */
async function giveAreas(): Promise<void> {
  for (const area of await json<Area[]>('areas.json')) {
    const accounts = area.accounts.filter((username) => username in roles);
    if (accounts.length === 0) continue;
    const units = area.units.map((unit) => ({
      unitId: unitId(unit),
      from: unit.from,
      to: unit.to,
    }));
    await client.post('/areas', { id: area.id, name: area.name, units });
    for (const username of accounts) {
      const found = await client.get<{ items: { id: string; username: string }[] }>(
        `/accounts?q=${username}`,
      );
      const account = found.items.find((one) => one.username === username);
      if (!account) throw new Error(`no account ${username}`);
      await client.post(`/accounts/${account.id}/grants`, {
        id: uuidOf(beginning, `grant/${username}`),
        role: roles[username],
        areaId: area.id,
        from: beginning,
      });
    }
  }
}

await mkdir(folder, { recursive: true });
const demo = createDemo();
for (const [name, content] of await toFiles(demo)) await writeFile(file(name), content);
await client.signIn('tinh', DEMO_PASSWORD);
// What came before the new map of villages is not told again once they have changed.
if (await isReformed()) {
  await learnUnits(beginning, ['province', 'district', 'commune']);
  await learnUnits(merger, ['province', 'commune']);
} else {
  await period('2024', beginning);
  await period('2025', merger, '2024');
  await client.import('teams', file('teams-2024.csv'));
  await client.import('workplaces', file('workplaces-2024.csv'));
  console.log('teams and workplaces');
  await copiesAgree();
  const { counts } = await client.import('roster', file('roster-2024.csv'));
  console.log(`${counts.people} people`);
  await client.import('reorganisations', file('villages-2026.csv'), {
    ...{ validFrom: villageReform, list: '2025', source: reformTitle },
  });
  console.log(`villages from ${villageReform}`);
}
await client.post('/consolidations/terms', {
  id: uuidOf(villageReform, 'consolidation-term'),
  unitId: unitId({ level: 'province', code: provinceCode, list: '2025' }),
  endsOn: '2026-12-31',
  validFrom: villageReform,
});
const continuing = await loadConsolidations(
  client,
  await json<Consolidations>('consolidations-2026.json'),
  {
    annex: file('quota-2026.xlsx'),
    unitId: (code) => unitId({ level: 'commune', code, list: '2025' }),
    stays: demo.stays,
  },
);
if (continuing.length > 0) {
  await writeFile(file('roster-2026.csv'), toCsv(rosterColumns, rosterRows(continuing)));
  await copiesAgree();
  await client.import('roster', file('roster-2026.csv'));
}
console.log('consolidations');
await giveAreas();
console.log('areas');
const [commune, leader] = [new DemoClient(GATEWAY_URL), new DemoClient(GATEWAY_URL)];
await commune.signIn('xa', DEMO_PASSWORD);
await leader.signIn('to', DEMO_PASSWORD);
// Before the months are paid, so that each run counts what had happened by then.
await loadPeople({ province: client, commune, leader }, unitId);
console.log('people');
const [maker, checker] = [new DemoClient(GATEWAY_URL), new DemoClient(GATEWAY_URL)];
await maker.signIn('taichinh', DEMO_PASSWORD);
await checker.signIn('taichinh2', DEMO_PASSWORD);
await loadPay({ province: client, maker, checker }, unitId);
console.log('allowances');
await loadBudgets({ province: client, maker, checker, commune }, unitId);
console.log('budgets');
const second = new DemoClient(GATEWAY_URL);
await second.signIn('tinh2', DEMO_PASSWORD);
const province = unitId({ level: 'province', code: provinceCode, list: '2025' });
console.log(
  `${await loadReports({ province: client, second, commune, leader }, province)} reports of teams`,
);
const log = await loadIncidents({ province: client, commune, leader }, (code) =>
  unitId({ level: 'commune', code, list: '2025' }),
);
console.log(`${log} records of the log`);
const rounds = await loadSpecialCampaign(
  { province: client, second },
  unitId({ level: 'province', code: provinceCode, list: '2024' }),
  districts
    .filter(({ province: of }) => of === 'Bắc Giang')
    .map(({ code, fullName }) => ({
      ...{ id: unitId({ level: 'district', code, list: '2024' }), name: fullName },
    })),
);
const verified = await loadRunningCampaign(
  { province: client, commune },
  {
    ...{ provinceId: province, on: today() },
    communeIds: communesOnDuty.map((code) => unitId({ level: 'commune', code, list: '2025' })),
  },
);
console.log(`${rounds} reports of rounds, ${verified} teams verified in the round that is open`);
console.log(`${await loadPublications(client, province, today())} publications`);
const [watched, decided] = communesOnDuty.map((code) =>
  unitId({ level: 'commune', code, list: '2025' }),
);
const graded = await loadGrades(
  [
    { communeId: watched!, proposer: commune, decider: null },
    { communeId: decided!, proposer: second, decider: client },
  ],
  today(),
);
console.log(`${graded} teams and members graded`);
const nextYear = `${Number(today().slice(0, 4)) + 1}`;
await client.post('/drafts', {
  ...{ id: uuidOf(`${nextYear}-01-01`, 'quota-draft'), start: { from: 'in-force' } },
  unitId: unitId({ level: 'province', code: provinceCode, list: '2025' }),
  title: `Về việc giao chỉ tiêu Tổ bảo vệ an ninh, trật tự năm ${nextYear} (dự thảo minh họa)`,
  ...{ issuer: 'UBND tỉnh (minh họa)', effectiveFrom: `${nextYear}-01-01` },
});
console.log('a draft');
