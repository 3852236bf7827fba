import type { PlainDate } from '@antt/kernel';
import { grouped } from './group.ts';
import type { Quota, QuotaGroup } from './quota.ts';
import type { Stay } from './roster.ts';
import { standsOn, type Team } from './team-history.ts';
import type { Village } from './village.ts';
import type { UnitRow } from './unit.ts';
import type { Workplace } from './workplace.ts';
import { merger } from './calendar.ts';

/** What one may expect to read on a day once everything is loaded. */
type DaySummary = {
  on: PlainDate;
  teamsDecided: number;
  membersDecided: number;
  teamsActive: number;
  coveredVillages: number;
  shortCommunes: number;
  teamsWithWorkplace: number;
  membersActive: number;
};

function unitCounts(units: readonly UnitRow[]): Record<string, number> {
  const byLevel = grouped(units, ({ level }) => String(level));
  return Object.fromEntries([...byLevel].map(([level, rows]) => [level, rows.length]));
}

function summaryOn(
  on: PlainDate,
  quotas: readonly Quota[],
  teams: readonly Team[],
  workplaces: readonly Workplace[],
  stays: readonly Stay[],
): DaySummary {
  const active = teams.filter((team) => standsOn(team, on));
  const communeOf = (village: Village) => village[on < merger ? 'old' : 'new'].commune.code;
  const inCommune = grouped(active, ({ villages }) => communeOf(villages[0]!));
  const used = workplaces.filter(
    (one) => one.validFrom <= on && (!one.validTo || on < one.validTo),
  );
  const housed = new Set(used.flatMap((one) => one.teams.map(({ code }) => code)));
  const short = quotas.filter(
    ({ commune, teams: decided }) => (inCommune.get(commune.code)?.length ?? 0) < decided,
  );
  return {
    on,
    teamsDecided: quotas.reduce((sum, quota) => sum + quota.teams, 0),
    membersDecided: quotas.reduce((sum, quota) => sum + quota.members, 0),
    teamsActive: active.length,
    coveredVillages: active.reduce((sum, { villages }) => sum + villages.length, 0),
    shortCommunes: short.length,
    teamsWithWorkplace: active.filter(({ code }) => housed.has(code)).length,
    membersActive: stays.filter(({ from, to }) => from <= on && (to === null || on < to)).length,
  };
}

export type Summary = {
  units: { '2024': Record<string, number>; '2025': Record<string, number> };
  teams: number;
  workplaces: number;
  people: number;
  days: DaySummary[];
};

export function summarise(demo: {
  units2024: readonly UnitRow[];
  units2025: readonly UnitRow[];
  quotas2024: readonly QuotaGroup[];
  quotas2025: readonly QuotaGroup[];
  teams: readonly Team[];
  workplaces: readonly Workplace[];
  stays: readonly Stay[];
}): Summary {
  const { units2024, units2025, teams, workplaces, stays } = demo;
  const [before, since] = [demo.quotas2024, demo.quotas2025].map((groups) =>
    groups.flatMap(({ quotas }) => quotas),
  );
  const days = ['2024-07-01', '2024-09-01', '2024-12-31', '2025-06-30', '2025-07-01', '2026-06-30'];
  return {
    units: { '2024': unitCounts(units2024), '2025': unitCounts(units2025) },
    teams: teams.length,
    workplaces: workplaces.length,
    people: new Set(stays.map(({ person }) => person)).size,
    days: days.map((on) => summaryOn(on, on < merger ? before! : since!, teams, workplaces, stays)),
  };
}
