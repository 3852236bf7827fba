import type { PlainDate } from '@antt/kernel';
import type { Commune } from './address-list.ts';
import { workday } from './calendar.ts';
import type { Cell } from './csv.ts';
import { grouped } from './group.ts';
import { distance } from './plane.ts';
import { createRandom, type Random } from './random.ts';
import type { Village } from './village.ts';

/** A village of 1 July 2026, made of several. */
export type MergedVillage = {
  code: string;
  name: string;
  kind: string;
  commune: Commune;
  parts: Village[];
};

/** The resolution by which a commune's council rearranged its villages; its number is invented. */
export type VillageResolution = { commune: Commune; number: string; signedOn: PlainDate };

export const villageReformColumns = [
  'level',
  'parent_code',
  'old_code',
  'old_name',
  'new_code',
  'new_name',
  'resolution_number',
  'resolution_signed_on',
  'resolution_issuer',
] as const;

export const reformTitle = 'Sắp xếp thôn, tổ dân phố năm 2026 (minh họa)';
/** Decree 185/2026/NĐ-CP leaves about six villages of ten. */
const remaining = 0.597;
const mostParts = 3;
const capital = (word: string) => `${word[0]!.toUpperCase()}${word.slice(1)}`;
const households = (parts: readonly Village[]) =>
  parts.reduce((sum, village) => sum + village.new.households, 0);

function middle(parts: readonly Village[]) {
  const mean = (axis: 'lon' | 'lat') =>
    parts.reduce((sum, village) => sum + village[axis], 0) / parts.length;
  return [mean('lon'), mean('lat')] as const;
}

/** The smallest villages join the nearest, until so few remain. */
function clusters(own: readonly Village[]): Village[][] {
  let all = own.map((village) => [village]);
  const goal = Math.max(1, Math.round(own.length * remaining));
  while (all.length > goal) {
    const [small] = all
      .filter((parts) => parts.length < mostParts)
      .sort((a, b) => households(a) - households(b) || (a[0]!.code < b[0]!.code ? -1 : 1));
    if (!small) break;
    const [near] = all
      .filter((parts) => parts !== small && parts.length + small.length <= mostParts)
      .sort((a, b) => distance(middle(a), middle(small)) - distance(middle(b), middle(small)));
    if (!near) break;
    const joined = [...near, ...small].sort((a, b) => (a.code < b.code ? -1 : 1));
    all = [...all.filter((parts) => parts !== small && parts !== near), joined];
  }
  return all.filter((parts) => parts.length > 1);
}

/** The largest part gives its name, or two short names stand together. */
function nameOf(random: Random, parts: readonly Village[], taken: ReadonlySet<string>): string {
  const numbered = ({ new: { name } }: Village) => Number(name.startsWith('số '));
  const [first, second] = [...parts].sort(
    (a, b) => numbered(a) - numbered(b) || b.new.households - a.new.households,
  );
  const [one, other] = [first!.new.name, second!.new.name];
  const short = [one, other].every((name) => !name.includes(' '));
  const joined = `${one} ${other}`;
  return short && random.chance(0.6) && !taken.has(joined) ? joined : one;
}

/** What became of the villages on 1 July 2026; those not named here stay as they are. */
export function mergeVillages(villages: readonly Village[]): MergedVillage[] {
  const byCommune = grouped(villages, (village) => village.new.commune.code);
  return [...byCommune.values()].flatMap((own) => {
    const { commune, kind } = own[0]!.new;
    const random = createRandom(`village-reform/${commune.code}`);
    const taken = new Set(own.map((village) => village.new.name));
    return clusters(own)
      .sort((a, b) => (a[0]!.code < b[0]!.code ? -1 : 1))
      .map((parts, index) => {
        const name = nameOf(random, parts, taken);
        taken.add(name);
        return { code: `${commune.code}${501 + index}`, name, kind, commune, parts };
      });
  });
}

export function villageResolutions(merged: readonly MergedVillage[]): VillageResolution[] {
  const communes = [...new Map(merged.map(({ commune }) => [commune.code, commune])).values()];
  return communes.map((commune) => {
    const random = createRandom(`village-resolution/${commune.code}`);
    const number = `${String(random.int(5, 38)).padStart(2, '0')}-MH/NQ-HĐND`;
    return { commune, number, signedOn: workday(random, '2026-06-10', '2026-06-26') };
  });
}

/** One row for each old village that goes into a new one, as the platform's import takes them. */
export function villageReformRows(
  merged: readonly MergedVillage[],
): Record<(typeof villageReformColumns)[number], Cell>[] {
  const byCommune = new Map(villageResolutions(merged).map((one) => [one.commune.code, one]));
  return merged.flatMap(({ code, name, kind, commune, parts }) => {
    const { number, signedOn } = byCommune.get(commune.code)!;
    return parts.map((village) => ({
      level: 'village',
      parent_code: commune.code,
      old_code: village.code,
      old_name: village.new.name,
      new_code: code,
      new_name: `${capital(kind)} ${name}`,
      resolution_number: number,
      resolution_signed_on: signedOn,
      resolution_issuer: `HĐND ${commune.kind} ${commune.name}`,
    }));
  });
}

/** How many villages there are from that day on. */
export function villagesAfter(villages: readonly Village[], merged: readonly MergedVillage[]) {
  return villages.length - merged.reduce((sum, { parts }) => sum + parts.length - 1, 0);
}
