import {
  getCoverage,
  getUnitLineage,
  listQuotas,
  listUnits,
  undoReorganisation,
} from '@antt/contracts';
import { reformFile, rowsOf, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { territory } from '../test-territory.ts';

const geo = new URL('../../../../../shared/geo/', import.meta.url);
const isThere = existsSync(geo);
if (!isThere) console.warn('Skipped: the real lists of units (../shared/geo) are not there.');
const withGeo = isThere ? test : test.skip;

const service = useService(organisation);
const upload = importing(service);
const { decision } = territory(service);

const text = (name: string) => readFileSync(new URL(name, geo), 'utf8');
const [eve, on] = ['2025-06-30', '2025-07-01'];
const before = { validFrom: '2025-03-01', list: '2025-03' };

/** Two villages in every commune, each with a team, and a quota of two teams and six members. */
async function inventVillages(): Promise<void> {
  const instrument = await decision('01/QĐ-UBND (minh họa)', '2025-03-01');
  const statements = [
    `create temporary table c as select unit_id, code from unit_version where level = 'commune'`,
    `create temporary table v as select gen_random_uuid() as id, code || n as code, unit_id, n
       from c, generate_series(1, 2) n`,
    `insert into unit select id, 'village' from v`,
    `insert into unit_version (unit_id, level, kind, list, code, name, search_key, valid_from)
     select id, 'village', 'thôn', 'village', code, 'Thôn ' || n, 'thon ' || n, '2025-03-01' from v`,
    `insert into unit_parent (unit_id, parent_id, valid_from) select id, unit_id, '2025-03-01' from v`,
    `insert into team (id, code, name, search_key, founded_on)
     select id, code, 'Tổ ' || code, 'to ' || code, '2025-03-01' from v`,
    `insert into team_village (team_id, village_id, valid_from) select id, id, '2025-03-01' from v`,
    `insert into quota (id, unit_id, instrument_id, teams, members, valid_from)
     select gen_random_uuid(), unit_id, '${instrument}', 2, 6, '2025-03-01' from c`,
    `analyze`,
  ];
  await service.db.transaction(async (tx) => {
    await tx.query('set constraints all deferred');
    for (const statement of statements) await tx.query(statement);
  });
}

const totals = async (day: string) => {
  const { total } = await service.call(getCoverage, { on: day, level: 'province' });
  const { villages, coveredVillages, teams, members } = total;
  return { villages, coveredVillages, teams, members: members.decided };
};
const standing = async (day: string) => {
  const count = async (level: 'province' | 'district' | 'commune') =>
    (await service.call(listUnits, { on: day, level, limit: 1 })).total;
  return [await count('province'), await count('district'), await count('commune')];
};

withGeo(
  'the reform of 1 July 2025 is one act for the whole country, loses nothing and can be undone',
  async () => {
    for (const level of ['province', 'district', 'commune'] as const) {
      const name = `units_pre2025_${level}s.csv`;
      const job = await upload(
        'units',
        { name, bytes: Buffer.from(text(name)) },
        { ...before, level },
      );
      expect(job).toMatchObject({ status: 'succeeded', errors: 0 });
    }
    await inventVillages();
    const counted = await totals(eve);
    expect(counted).toMatchObject({ villages: 20_070, teams: { decided: 20_070, active: 20_070 } });

    const instrumentId = await decision('202/2025/QH15 (thử)', '2025-06-12');
    const options = { validFrom: on, list: '2025-07', closes: '2025-03', instrumentId };
    const job = await upload('reorganisations', reformFile(geo), options);
    expect(job.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(job).toMatchObject({
      status: 'succeeded',
      counts: { founded: 34 + 3_321, ended: 63 + 696 + 10_035, moved: 20_070, quotas: 3_316 },
    });
    expect(await standing(eve)).toEqual([63, 696, 10_035]);
    expect(await standing(on)).toEqual([34, 0, 3_321]);
    expect(await totals(on)).toEqual(counted);
    expect(await totals(eve)).toEqual(counted);

    await checkBacGiang();
    await checkRestated();

    const id = job.id.split('.').at(-1)!;
    expect(await service.call(undoReorganisation, { id })).toMatchObject({ status: 'undone' });
    expect(await standing(on)).toEqual([63, 696, 10_035]);
    expect(await totals(on)).toEqual(counted);
  },
  240_000,
);

/** Every commune of Bắc Giang went where the mapping says, with all its villages, or part for part. */
async function checkBacGiang(): Promise<void> {
  const pairs = rowsOf(geo, 'commune_mapping_2025.csv').filter(
    (row) => row.old_province_code === '24',
  );
  expect(new Set(pairs.map((row) => row.old_code)).size).toBe(192);
  const units: { id: string; code: string; list: string }[] = await service.db.query(
    `select unit_id as id, code, list from unit_version where level = 'commune'`,
  );
  const idOf = (list: string, code: string) =>
    units.find((unit) => unit.list === list && unit.code === code)!.id;
  const sought = new Map<string, string[]>();
  for (const { old_code: from, new_code: to } of pairs) {
    sought.set(from!, [...(sought.get(from!) ?? []), idOf('2025-07', to!)]);
  }
  for (const [code, heirs] of sought) {
    const { successors } = await service.call(getUnitLineage, { id: idOf('2025-03', code) });
    expect(successors.map(({ unit }) => unit.id).sort()).toEqual([...heirs].sort());
    expect(successors.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  }
  const bacNinh = (
    await service.call(listUnits, { on, level: 'province', q: 'Bắc Ninh', limit: 5 })
  ).items;
  expect(bacNinh).toHaveLength(1);
  const { items } = await service.call(getCoverage, {
    on,
    within: bacNinh[0]!.id,
    level: 'commune',
  });
  expect(items).toHaveLength(99);
}

/** What the new map holds, told in the former provinces, is what each of them had (law BR-08), and back. */
async function checkRestated(): Promise<void> {
  const told = async (day: string, restate?: string) => {
    const { items, total, unplaced } = await service.call(getCoverage, {
      on: day,
      level: 'province',
      ...(restate && { restate }),
    });
    expect(unplaced ?? 0).toBe(0);
    const figures = ({ villages, coveredVillages, teams, members }: typeof total) => [
      villages,
      coveredVillages,
      teams.active,
      teams.decided,
      members.decided,
    ];
    const rows = items.map(({ unit, ...row }): [string, unknown[]] => [unit.id, figures(row)]);
    return { rows: Object.fromEntries(rows), total: figures(total) };
  };
  const [formerly, now] = [await told(eve), await told(on)];
  expect(await told(eve, on)).toEqual(now);
  const back = await told(on, eve);
  expect(Object.keys(back.rows)).toHaveLength(63);
  expect(back).toEqual(formerly);

  const quotas = async (day: string, restate?: string) => {
    const answer = await service.call(listQuotas, { on: day, ...(restate && { restate }) });
    const { items, totals, unplaced = [] } = answer;
    expect(unplaced).toEqual([]);
    const sum = (of: (row: (typeof items)[number]) => number) =>
      items.reduce((all, row) => all + of(row), 0);
    expect([sum((row) => row.teams), sum((row) => row.members), sum((row) => row.active)]).toEqual([
      totals.teams,
      totals.members,
      totals.active,
    ]);
    // What was given as none is no line of a list in other units.
    const given = items.filter(({ teams, members }) => teams + members > 0);
    const rows = given.map(({ unitId, teams, members, active }): [string, number[]] => [
      unitId,
      [teams, members, active],
    ]);
    const sums = [totals.teams, totals.members, totals.active];
    return { count: items.length, rows: Object.fromEntries(rows), totals: sums };
  };
  const [old, restated] = [await quotas(eve), await quotas(eve, on)];
  expect(old.count).toBe(10_035);
  // Commune by commune what the act itself gave.
  expect(restated.rows).toEqual((await quotas(on)).rows);
  expect(restated.totals).toEqual(old.totals);
  expect((await quotas(on, eve)).totals).toEqual(old.totals);
}
