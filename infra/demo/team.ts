import type { OldCommune } from './address-list.ts';
import { grouped } from './group.ts';
import { distance } from './plane.ts';
import { createRandom } from './random.ts';
import type { Village } from './village.ts';

/** A team that the provincial decision counts on: one village, or two small ones of the same commune. */
export type PlannedTeam = { code: string; commune: OldCommune; villages: Village[] };

const small = 125;
const farthest = 0.035;
/** A handful of villages were left without a team by the decision itself. */
const leftOut = 7;

export function teamCode(commune: string, number: number): string {
  return `TO-${commune}-${String(number).padStart(2, '0')}`;
}

/** "Tổ bảo vệ ANTT thôn Chằm", or of two villages "… thôn Chằm – Bầu", in the words of the given list. */
export function teamName(villages: readonly Village[], list: 'old' | 'new'): string {
  const names = villages.map((village) => village[list].name).join(' – ');
  return `Tổ bảo vệ ANTT ${villages[0]![list].kind} ${names}`;
}

/** Illustrative rule: a leader, a deputy and a member; one member more from 350 households. */
export function teamSize(households: number): number {
  return households >= 350 ? 4 : 3;
}

/** The nearest small village that is still free, if there is one near enough. */
function partnerOf(village: Village, free: Village[]): Village | undefined {
  const at = ({ lon, lat }: Village) => [lon, lat] as const;
  return free
    .filter((other) => other.old.households < small && other.old.kind === village.old.kind)
    .filter((other) => distance(at(village), at(other)) < farthest)
    .sort((a, b) => distance(at(village), at(a)) - distance(at(village), at(b)))[0];
}

/** Law 30/2023/QH15 art. 14(2): a team stands in one or several villages of one commune. */
export function planTeams(villages: readonly Village[]): PlannedTeam[] {
  const random = createRandom('teams');
  const skipped = new Set(
    random.shuffle(villages.filter(({ old }) => old.households < small)).slice(0, leftOut),
  );
  const byCommune = grouped(villages, ({ old }) => old.commune);
  return [...byCommune].flatMap(([commune, own]) => {
    let free = own.filter((village) => !skipped.has(village));
    const shared: Village[][] = [];
    for (const village of free) {
      if (village.old.households >= small || !free.includes(village) || !random.chance(0.5))
        continue;
      const rest = free.filter((other) => other !== village);
      const partner = partnerOf(village, rest);
      if (!partner) continue;
      shared.push([village, partner]);
      free = rest.filter((other) => other !== partner);
    }
    const groups = [...free.map((village) => [village]), ...shared];
    groups.sort((a, b) => (a[0]!.code < b[0]!.code ? -1 : 1));
    return groups.map((group, index) => ({
      code: teamCode(commune.code, index + 1),
      commune,
      villages: group,
    }));
  });
}
