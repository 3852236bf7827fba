import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { consolidations, quotasOf2026 } from './consolidation.ts';
import { beginning, merger, villageReform } from './calendar.ts';
import { createDemo, toFiles, type Demo } from './demo.ts';
import type { QuotaGroup } from './quota.ts';
import { summarise } from './summary.ts';
import { standsOn, teamRows } from './team-history.ts';
import type { UnitRow } from './unit.ts';
import { villageReformRows, villagesAfter } from './village-reform.ts';
import { watchedCommune } from './watched.ts';
import { workplaceRows } from './workplace.ts';

let demo: Demo;
let files: Map<string, string | Uint8Array>;
beforeAll(async () => {
  demo = createDemo();
  files = await toFiles(demo);
});

const days = ['2024-07-01', '2024-10-01', '2025-06-30', '2025-07-01', '2026-03-01', '2026-06-30'];
const lines = (name: string) => String(files.get(name)).trimEnd().split('\n').length - 1;
const ofLevel = (units: UnitRow[], level: string) => units.filter((unit) => unit.level === level);

test('the demo is byte for byte the same on every run', async () => {
  const digests = (made: typeof files) =>
    [...made].map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]);
  expect(digests(await toFiles(createDemo()))).toEqual(digests(files));
});

test('Bắc Giang has 10 districts and 192 communes in 2024, Bắc Ninh 99 communes and no district in 2025', () => {
  expect(ofLevel(demo.units2024, 'province').map(({ name }) => name)).toEqual(['Bắc Giang']);
  expect(ofLevel(demo.units2024, 'district')).toHaveLength(10);
  expect(ofLevel(demo.units2024, 'commune')).toHaveLength(192);
  expect(ofLevel(demo.units2025, 'province').map(({ name }) => name)).toEqual(['Bắc Ninh']);
  expect(ofLevel(demo.units2025, 'district')).toHaveLength(0);
  expect(ofLevel(demo.units2025, 'commune')).toHaveLength(99);
});

test('58 communes of 2025 succeed the 192; the other 41 are outlines without figures and villages', () => {
  const succeeded = new Set(demo.list.oldCommunes.map(({ successor }) => successor));
  expect(succeeded.size).toBe(58);
  const others = ofLevel(demo.units2025, 'commune').filter(({ code }) => !succeeded.has(`${code}`));
  expect(others).toHaveLength(41);
  for (const { households, population, code } of others) {
    expect([households, population]).toEqual([null, null]);
    expect(demo.units2025.some(({ parent_code }) => parent_code === code)).toBe(false);
  }
});

test('the same 2,000 to 2,200 villages stand in both lists under the same codes', () => {
  const codes = (units: UnitRow[]) => ofLevel(units, 'village').map(({ code }) => code);
  expect(codes(demo.units2024)).toEqual(codes(demo.units2025));
  expect(demo.villages.length).toBeGreaterThanOrEqual(2_000);
  expect(demo.villages.length).toBeLessThanOrEqual(2_200);
  for (const { old } of demo.villages) {
    expect(old.households).toBeGreaterThanOrEqual(62);
    expect(old.households).toBeLessThanOrEqual(465);
  }
});

test.each(['units2024', 'units2025'] as const)(
  '%s: codes are unique in their level, names are NFC, parents exist, figures add up',
  (list) => {
    const units = demo[list];
    const keys = units.map(({ level, code }) => `${level} ${code}`);
    expect(new Set(keys).size).toBe(units.length);
    const above = new Set(units.filter(({ level }) => level !== 'village').map(({ code }) => code));
    for (const { name, level, parent_code, code, households } of units) {
      expect(name).toBe(String(name).normalize('NFC').trim());
      expect(level === 'province' ? parent_code === null : above.has(parent_code!)).toBe(true);
      const below = units.filter((unit) => unit.level !== 'province' && unit.parent_code === code);
      if (households === null || below.length === 0) continue;
      const sum = below.reduce((total, unit) => total + Number(unit.households), 0);
      expect(sum).toBe(households);
    }
  },
);

test('no two villages of a commune share a name on the same day', () => {
  for (const list of ['old', 'new'] as const) {
    const names = demo.villages.map((village) => village[list].commune.code + village[list].name);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('from July 2025 there are thôn in communes and tổ dân phố in wards (law BR-05)', () => {
  const kinds = { xã: 'thôn', phường: 'tổ dân phố' } as Record<string, string>;
  for (const { new: later, old } of demo.villages) {
    expect(later.kind).toBe(kinds[later.commune.kind]);
    expect(old.kind === 'tổ dân phố').toBe(old.commune.kind !== 'xã');
  }
});

test('on 1 July 2026 about six villages of ten remain, by one resolution in each commune', () => {
  expect(villagesAfter(demo.villages, demo.merged)).toBeGreaterThanOrEqual(1_230);
  expect(villagesAfter(demo.villages, demo.merged)).toBeLessThanOrEqual(1_270);
  const rows = villageReformRows(demo.merged);
  expect(new Set(rows.map(({ old_code }) => old_code)).size).toBe(rows.length);
  const old = new Map(demo.villages.map((village) => [village.code, village]));
  const paper = new Map<unknown, unknown>();
  for (const row of rows) {
    expect(old.get(String(row.old_code))!.new.commune.code).toBe(row.parent_code);
    expect(row.resolution_number).toMatch(/-MH\/NQ-HĐND$/);
    expect(paper.get(row.parent_code) ?? row.resolution_number).toBe(row.resolution_number);
    paper.set(row.parent_code, row.resolution_number);
  }
  const codes = demo.merged.map(({ code }) => code);
  expect(new Set([...codes, ...old.keys()]).size).toBe(codes.length + old.size);
});

test('from July 2026 no two villages of a commune share a name', () => {
  const ended = new Set(demo.merged.flatMap(({ parts }) => parts));
  const names = demo.villages
    .filter((village) => !ended.has(village))
    .map(({ new: { commune, name } }) => `${commune.code} ${name}`)
    .concat(demo.merged.map(({ commune, name }) => `${commune.code} ${name}`));
  expect(new Set(names).size).toBe(names.length);
});

test('the first communes are given fewer teams than before, and some of them are consolidated', () => {
  const [group] = quotasOf2026(demo);
  const { decided, consolidated } = consolidations(demo);
  const before = new Map(demo.quotas2025[0]!.quotas.map((quota) => [quota.commune.code, quota]));
  expect(group!.quotas.map(({ commune }) => commune.code)).toEqual(decided);
  expect(decided.length).toBeGreaterThan(15);
  expect(consolidated.length).toBeGreaterThan(5);
  expect(consolidated).not.toContain(watchedCommune);
  expect(decided).toContain(watchedCommune);
  for (const { commune, villages, teams, members } of group!.quotas) {
    expect(teams).toBeLessThan(before.get(commune.code)!.teams);
    expect(teams).toBeLessThanOrEqual(villages);
    expect(members).toBeGreaterThanOrEqual(3 * teams);
  }
});

test('no single team is founded, moved or dissolved once its villages are about to change', () => {
  for (const { foundedOn, dissolvedOn } of demo.teams) {
    expect(foundedOn < villageReform).toBe(true);
    expect(dissolvedOn === null || dissolvedOn < villageReform).toBe(true);
  }
});

test('a team has villages of one commune only, before and after July 2025 (law BR-12)', () => {
  for (const { villages } of [...demo.plan, ...demo.teams]) {
    expect(new Set(villages.map(({ old }) => old.commune.code)).size).toBe(1);
    expect(new Set(villages.map((village) => village.new.commune.code)).size).toBe(1);
  }
});

test.each(days)('on %s no village has two teams and no commune more teams than decided', (on) => {
  const active = demo.teams.filter((team) => standsOn(team, on));
  const villages = active.flatMap((team) => team.villages.map(({ code }) => code));
  expect(new Set(villages).size).toBe(villages.length);
  const list = on < merger ? 'old' : 'new';
  const groups = on < merger ? demo.quotas2024 : demo.quotas2025;
  for (const { commune, teams } of groups.flatMap(({ quotas }) => quotas)) {
    const own = active.filter((team) => team.villages[0]![list].commune.code === commune.code);
    expect(own.length).toBeLessThanOrEqual(teams);
  }
});

test('a team is founded by a decision signed no later, in a commune of that day (law BR-18)', () => {
  for (const row of teamRows(demo.teams)) {
    expect(row.decision_signed_on! <= row.founded_on!).toBe(true);
    expect(row.decision_number).toMatch(/^\d+-MH\/QĐ-UBND$/);
    const units = row.founded_on! < merger ? demo.units2024 : demo.units2025;
    const villages = String(row.village_codes).split(';');
    const parents = units.filter(({ code }) => villages.includes(String(code)));
    expect(parents.map(({ parent_code }) => parent_code)).toEqual(
      villages.map(() => row.commune_code),
    );
  }
  expect(new Set(demo.teams.map(({ code }) => code)).size).toBe(demo.teams.length);
});

test('teams are founded from July to October 2024; every day shows something to do', () => {
  const months = demo.teams.map(({ foundedOn }) => foundedOn.slice(0, 7));
  expect(new Set(months.filter((month) => month < '2025')).size).toBe(4);
  const [, , yearsEnd, , dayOfMerger, lately] = summarise(demo).days;
  expect(yearsEnd!.shortCommunes / 192).toBeCloseTo(0.12, 2);
  expect(dayOfMerger!.teamsActive).toBeGreaterThan(1_900);
  expect(lately!.shortCommunes).toBeGreaterThanOrEqual(6);
  for (const { teamsWithWorkplace, teamsActive } of [yearsEnd!, lately!]) {
    expect(1 - teamsWithWorkplace / teamsActive).toBeGreaterThan(0.06);
    expect(1 - teamsWithWorkplace / teamsActive).toBeLessThan(0.1);
  }
  expect(demo.teams.some(({ dissolvedOn }) => dissolvedOn !== null)).toBe(true);
  expect(demo.workplaces.some((one) => one.validTo !== null)).toBe(true);
});

test('a workplace is used from a day before its last, by teams of its commune that were founded', () => {
  for (const { village, teams, validFrom, validTo } of demo.workplaces) {
    expect(validTo === null || validFrom < validTo).toBe(true);
    for (const { foundedOn, dissolvedOn, villages } of teams) {
      expect(foundedOn <= validFrom).toBe(true);
      expect(dissolvedOn === null || (validTo !== null && validTo <= dissolvedOn)).toBe(true);
      expect(villages[0]!.old.commune.code).toBe(village.old.commune.code);
    }
  }
  const codes = workplaceRows(demo.workplaces).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test.each(['2024-12-31', '2026-06-30'])(
  'on %s the officers of Lục Ngạn and Phì Điền have a gap and a team without workplace',
  (on) => {
    const list = on < merger ? 'old' : 'new';
    const plans = demo.areas.filter(({ accounts }) => !accounts.includes('tinh'));
    for (const { units } of plans) {
      const codes = units
        .filter(({ from, to }) => from <= on && (!to || on < to))
        .map(({ code }) => code);
      const inside = ({ villages }: { villages: (typeof demo.villages)[number][] }) => {
        const { commune } = villages[0]![list];
        const parent = demo.units2024.find(
          ({ code, level }) => code === commune.code && level === 'commune',
        );
        return (
          codes.includes(commune.code) || (on < merger && codes.includes(`${parent?.parent_code}`))
        );
      };
      const active = demo.teams.filter((team) => standsOn(team, on)).filter(inside);
      const housed = demo.workplaces
        .filter((one) => one.validFrom <= on && (!one.validTo || on < one.validTo))
        .flatMap(({ teams }) => teams.map(({ code }) => code));
      expect(active.length).toBeGreaterThan(0);
      expect(active.length).toBeLessThan(demo.plan.filter(inside).length);
      expect(active.some(({ code }) => !housed.includes(code))).toBe(true);
    }
  },
);

test('areas name units of the list that held on their days', () => {
  for (const { list, level, code } of demo.areas.flatMap(({ units }) => units)) {
    const units = list === '2024' ? demo.units2024 : demo.units2025;
    expect(ofLevel(units, level).map((unit) => unit.code)).toContain(code);
  }
});

test('instruments carry illustrative numbers, and those of 2025 replace those of 2024', () => {
  for (const { number, title } of demo.instruments) {
    expect(number).toMatch(/^\d{2}-MH\//);
    expect(title).toContain('minh họa');
  }
  const [criteria, numbers, ...later] = demo.instruments;
  expect(later.flatMap(({ replaces }) => replaces)).toEqual([criteria!.id, numbers!.id]);
});

type Sums = { villages: number; teams: number; members: number };
function sums(groups: QuotaGroup[]): Sums {
  const quotas = groups.flatMap((group) => group.quotas);
  const sum = (figure: keyof Sums) => quotas.reduce((total, quota) => total + quota[figure], 0);
  return { villages: sum('villages'), teams: sum('teams'), members: sum('members') };
}

test.each([
  ['quota-2024.xlsx', 'quotas2024', 192, 10],
  ['quota-2025.xlsx', 'quotas2025', 58, 0],
] as const)('%s ties out: rows, districts, total', async (name, list, communes, districts) => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(files.get(name) as Uint8Array) as never);
  const sheet = workbook.worksheets[0]!;
  expect(sheet.getCell('A4').text).toContain('MINH HỌA');
  expect(sheet.getCell('A6').text).toContain('Số liệu minh họa');
  const rows = sheet.getRows(10, sheet.rowCount - 9)!.map((row) => ({
    numeral: row.getCell(1).text,
    unit: row.getCell(2).text,
    figures: [3, 4, 5, 6, 7, 8].map((column) => Number(row.getCell(column).value)),
  }));
  const add = (some: typeof rows) =>
    some.reduce(
      (total, { figures }) => total.map((sum, at) => sum + figures[at]!),
      [0, 0, 0, 0, 0, 0],
    );
  const plain = rows.filter(({ numeral }) => /^\d+$/.test(numeral));
  const headings = rows.filter(({ numeral }) => /^[IVX]+$/.test(numeral));
  expect(plain).toHaveLength(communes);
  expect(headings).toHaveLength(districts);
  const total = rows.at(-1)!;
  expect(total.unit).toBe('TỔNG CỘNG');
  expect(total.figures).toEqual(add(plain));
  if (districts > 0) expect(total.figures).toEqual(add(headings));
  for (const heading of headings) {
    const start = rows.indexOf(heading) + 1;
    const length = rows.slice(start).findIndex(({ numeral }) => !/^\d+$/.test(numeral));
    expect(heading.figures).toEqual(add(rows.slice(start, start + length)));
  }
  const { villages, teams, members } = sums(demo[list]);
  expect(total.figures).toEqual([villages, teams, members, teams, teams, members - 2 * teams]);
  for (const { figures } of plain) expect(figures[4]! * 2 + figures[5]!).toBe(figures[2]);
});

test('the files hold as many rows as the summary says', () => {
  const summary = JSON.parse(String(files.get('summary.json')));
  expect(lines('units-2024.csv')).toBe(demo.units2024.length);
  expect(lines('teams-2024.csv')).toBe(summary.teams);
  expect(lines('workplaces-2024.csv')).toBe(summary.workplaces);
  expect(summary.units['2024']).toMatchObject({ province: 1, district: 10, commune: 192 });
  expect(summary.units['2025']).toMatchObject({ province: 1, commune: 99 });
});

test('criteria stand in each resolution from its first day, and say that they are invented', () => {
  expect(demo.criteria.map(({ validFrom }) => validFrom)).toEqual([beginning, merger]);
  for (const { document, instrumentId } of demo.criteria) {
    expect(document).toMatchObject({ certainty: 'illustrative' });
    expect(document.name).toContain('minh họa');
    expect(demo.instruments.some(({ id }) => id === instrumentId)).toBe(true);
  }
});

const serving = (on: string) =>
  demo.stays.filter(({ from, to }) => from <= on && (to === null || on < to));

test('6,522 invented people have served; each is marked, and no number can be somebody’s', () => {
  const people = [...new Set(demo.stays.map(({ person }) => person))];
  expect(people).toHaveLength(6_522);
  expect(lines('roster-2024.csv')).toBe(demo.stays.length);
  const [head, ...rows] = String(files.get('roster-2024.csv')).trimEnd().split('\n');
  expect(head).toMatch(/,Ghi chú$/);
  expect(rows.every((row) => row.endsWith(',Số liệu minh họa'))).toBe(true);
  expect(new Set(people.map(({ citizenId }) => citizenId)).size).toBe(people.length);
  for (const { citizenId, birthDate, sex } of people) {
    expect(citizenId).toMatch(/^099[0-3]\d{8}$/);
    expect(citizenId.slice(4, 6)).toBe(birthDate.slice(2, 4));
    expect(Number(citizenId[3]) % 2).toBe(sex === 'female' ? 1 : 0);
  }
});

test.each(days.slice(1))('on %s nobody serves in two teams, and no team has two leaders', (on) => {
  const now = serving(on);
  expect(new Set(now.map(({ person }) => person)).size).toBe(now.length);
  const led = now.filter(({ position }) => position === 'Tổ trưởng').map(({ team }) => team);
  expect(new Set(led).size).toBe(led.length);
  const standing = new Set(demo.teams.filter((team) => standsOn(team, on)).map(({ code }) => code));
  expect(now.filter(({ team }) => !standing.has(team))).toEqual([]);
});

test.each(days)('on %s no commune has more members than its quota', (on) => {
  const list = on < merger ? 'old' : 'new';
  const communeOf = new Map(
    demo.teams.map(({ code, villages }) => [code, villages[0]![list].commune.code]),
  );
  const quotas = (on < merger ? demo.quotas2024 : demo.quotas2025).flatMap((group) => group.quotas);
  for (const { commune, members } of quotas) {
    const own = serving(on).filter(({ team }) => communeOf.get(team) === commune.code);
    expect([commune.code, own.length <= members]).toEqual([commune.code, true]);
  }
});

test('people are recognised from 18 to 70, a few have turned 70, some have left, some teams lack a leader', () => {
  const years = (birth: string, on: string) =>
    Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0);
  for (const { person, from } of demo.stays) {
    expect(years(person.birthDate, from)).toBeGreaterThanOrEqual(18);
    expect(years(person.birthDate, from)).toBeLessThan(70);
  }
  const on = '2026-06-30';
  const now = serving(on);
  const old = now.filter(({ person }) => years(person.birthDate, on) >= 70);
  expect(old.length).toBeGreaterThan(30);
  expect(old.length).toBeLessThan(100);
  expect(new Set(demo.stays.map(({ person }) => person)).size - now.length).toBeGreaterThan(200);
  const led = new Set(
    now.filter(({ position }) => position === 'Tổ trưởng').map(({ team }) => team),
  );
  const without = demo.teams.filter((team) => standsOn(team, on) && !led.has(team.code));
  expect(without.length).toBeGreaterThanOrEqual(14);
  const sizes = new Map<string, number>();
  for (const { team } of now) sizes.set(team, (sizes.get(team) ?? 0) + 1);
  expect([...sizes.values()].filter((size) => size < 3).length).toBeGreaterThanOrEqual(18);
});
