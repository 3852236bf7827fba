import type { PlainDate } from '@antt/kernel';
import type { Commune } from './address-list.ts';
import { grouped } from './group.ts';
import { createInstruments, type Instrument } from './instrument.ts';
import type { Quota, QuotaGroup } from './quota.ts';
import { teamSize, type PlannedTeam } from './team.ts';
import { provinceCode } from './unit.ts';
import { uuidOf } from './uuid.ts';
import type { MergedVillage } from './village-reform.ts';
import type { Village } from './village.ts';
import { watchedCommune } from './watched.ts';

const signedOn: PlainDate = '2026-09-10';
const number = '03-MH/2026/QĐ-UBND';

/** Law 30/2023/QH15 art. 17(1): the villages changed, so the province decides anew; for the first communes. */
export const numbers2026: Instrument = {
  id: uuidOf(signedOn, number),
  number,
  kind: 'decision',
  issuer: 'UBND tỉnh Bắc Ninh',
  title:
    'Giao số lượng Tổ và số lượng thành viên Tổ bảo vệ an ninh, trật tự sau sắp xếp thôn, tổ dân phố, đợt 1 (số liệu minh họa)',
  signedOn,
  effectiveFrom: '2026-09-15',
  effectiveTo: null,
  replaces: [],
  // the numbers of the communes that are named; those of 2025 go on elsewhere
  amends: [createInstruments().at(-1)!.id],
  subjects: ['quota'],
  territory: { level: 'province', code: provinceCode, list: '2025' },
  annex: 'quota-2026.xlsx',
};

/** What was decided by the chairs of the communes that have come furthest. */
export type Consolidations = {
  on: PlainDate;
  signedOn: PlainDate;
  /** Codes of the communes that the province has decided about, and of those consolidated since. */
  decided: string[];
  consolidated: string[];
};

type Input = {
  villages: readonly Village[];
  merged: readonly MergedVillage[];
  plan: readonly PlannedTeam[];
};

function firstCommunes({ merged }: Input): Commune[] {
  const all = [...new Map(merged.map(({ commune }) => [commune.code, commune])).values()];
  const sorted = all.sort((a, b) => (a.code < b.code ? -1 : 1));
  return sorted.filter(({ code }, index) => index % 3 === 0 || code === watchedCommune);
}

export function consolidations(input: Input): Consolidations {
  const decided = firstCommunes(input).map(({ code }) => code);
  const consolidated = decided.filter((code, index) => index % 3 === 0 && code !== watchedCommune);
  return { on: '2026-10-15', signedOn: '2026-10-12', decided, consolidated };
}

/** Villages that one team looks after once teams that share a village are one. */
function teamAreas(own: readonly Village[], { merged, plan }: Input): Village[][] {
  const areaOf = new Map<Village, Village[]>(own.map((village) => [village, [village]]));
  const join = (villages: readonly Village[]) => {
    const all = [...new Set(villages.flatMap((village) => areaOf.get(village) ?? []))];
    for (const village of all) areaOf.set(village, all);
  };
  for (const { parts } of merged) join(parts);
  const looked = new Set<Village>();
  for (const team of plan) {
    join(team.villages);
    for (const village of team.villages) looked.add(village);
  }
  return [...new Set(areaOf.values())].filter((area) =>
    area.some((village) => looked.has(village)),
  );
}

/** The annex of 2026: one team for each new village, its size by the households it now has. */
export function quotasOf2026(input: Input): QuotaGroup[] {
  const { villages, merged } = input;
  const byCommune = grouped(villages, (village) => village.new.commune.code);
  const gone = (own: readonly Village[]) =>
    merged
      .filter(({ parts }) => own.includes(parts[0]!))
      .reduce((sum, { parts }) => sum + parts.length - 1, 0);
  const quotas = firstCommunes(input).map((commune): Quota => {
    const own = byCommune.get(commune.code)!;
    const areas = teamAreas(own, input);
    const sizes = areas.map((area) =>
      teamSize(area.reduce((sum, village) => sum + village.new.households, 0)),
    );
    return {
      commune,
      villages: own.length - gone(own),
      teams: areas.length,
      members: sizes.reduce((sum, size) => sum + size, 0),
      note: '',
    };
  });
  return [{ name: null, quotas }];
}
