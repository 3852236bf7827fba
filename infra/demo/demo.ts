import { readAddressList } from './address-list.ts';
import { createAreas } from './area.ts';
import { createBoundaries } from './boundary.ts';
import { consolidations, numbers2026, quotasOf2026 } from './consolidation.ts';
import { createCriteria } from './criteria.ts';
import { toCsv } from './csv.ts';
import { toGeoJson } from './geojson.ts';
import { createInstruments } from './instrument.ts';
import { quotasOf2024, quotasOf2025 } from './quota.ts';
import { createRoster, rosterColumns, rosterRows } from './roster.ts';
import { summarise } from './summary.ts';
import { createTeams, teamColumns, teamRows } from './team-history.ts';
import { planTeams } from './team.ts';
import { createTerritory } from './territory.ts';
import { unitColumns, unitsOf2024, unitsOf2025 } from './unit.ts';
import { createVillages } from './village.ts';
import { mergeVillages, villageReformColumns, villageReformRows } from './village-reform.ts';
import { toWorkbook } from './workbook.ts';
import { createWorkplaces, workplaceColumns, workplaceRows } from './workplace.ts';

export type Demo = ReturnType<typeof createDemo>;

/** The demo province: the same on every run and machine. */
export function createDemo() {
  const list = readAddressList();
  const territory = createTerritory(list);
  const boundaries = createBoundaries(territory, list);
  const villages = createVillages(list, territory.grounds, boundaries.outlineOf);
  const plan = planTeams(villages);
  const teams = createTeams(plan);
  const instruments = createInstruments();
  const units2024 = unitsOf2024(list, territory.grounds, villages);
  const units2025 = unitsOf2025(list, territory.grounds, villages);
  const stays = createRoster(teams, plan);
  return {
    list,
    villages,
    merged: mergeVillages(villages),
    plan,
    teams,
    stays,
    units2024,
    units2025,
    shapes2024: boundaries.of2024(units2024),
    shapes2025: boundaries.of2025(units2025),
    quotas2024: quotasOf2024(list, plan, villages),
    quotas2025: quotasOf2025(list, plan, villages),
    instruments,
    criteria: createCriteria(instruments),
    workplaces: createWorkplaces(teams, boundaries.outlineOf),
    areas: createAreas(list),
  };
}

/** The files of the demo by name, as the platform's own imports take them. */
export async function toFiles(demo: Demo): Promise<Map<string, string | Uint8Array>> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const annex = (name: string) => demo.instruments.find((instrument) => instrument.annex === name)!;
  return new Map<string, string | Uint8Array>([
    ['units-2024.csv', toCsv(unitColumns, demo.units2024)],
    ['units-2025.csv', toCsv(unitColumns, demo.units2025)],
    ['boundaries-2024.geojson', toGeoJson('boundaries-2024', demo.shapes2024)],
    ['boundaries-2025.geojson', toGeoJson('boundaries-2025', demo.shapes2025)],
    ['instruments.json', json(demo.instruments)],
    ['criteria.json', json(demo.criteria)],
    ['quota-2024.xlsx', await toWorkbook(annex('quota-2024.xlsx'), demo.quotas2024)],
    ['quota-2025.xlsx', await toWorkbook(annex('quota-2025.xlsx'), demo.quotas2025)],
    ['teams-2024.csv', toCsv(teamColumns, teamRows(demo.teams))],
    ['workplaces-2024.csv', toCsv(workplaceColumns, workplaceRows(demo.workplaces))],
    ['roster-2024.csv', toCsv(rosterColumns, rosterRows(demo.stays))],
    ['villages-2026.csv', toCsv(villageReformColumns, villageReformRows(demo.merged))],
    ['consolidations-2026.json', json(consolidations(demo))],
    ['quota-2026.xlsx', await toWorkbook(numbers2026, quotasOf2026(demo))],
    ['areas.json', json(demo.areas)],
    ['summary.json', json(summarise(demo))],
  ]);
}
