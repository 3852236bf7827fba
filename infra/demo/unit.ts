import type { AddressList, Commune } from './address-list.ts';
import type { Cell } from './csv.ts';
import { districts } from './province.ts';
import { createRandom } from './random.ts';
import type { Ground } from './territory.ts';
import type { Village, VillageEntry } from './village.ts';

export const unitColumns = [
  'level',
  'code',
  'name',
  'kind',
  'parent_code',
  'households',
  'population',
  'tags',
  'lon',
  'lat',
] as const;
export type UnitRow = Record<(typeof unitColumns)[number], Cell>;

/** GSO gave the new Bắc Ninh the code that Bắc Giang had. */
export const provinceCode = '24';

const noFigures = { households: null, population: null };
const noPlace = { lon: null, lat: null };

/** Marks of a commune that policies ask for: mountain, security-hotspot, industrial-zone. */
export function tagsOf({ code, district }: Ground): string[] {
  const random = createRandom(`tags/${code}`);
  const mountain = district.terrain === 'mountain';
  const marks = [
    mountain && 'mountain',
    random.chance(0.07) && 'security-hotspot',
    !mountain && random.chance(0.08) && 'industrial-zone',
  ];
  return marks.filter((mark) => mark !== false);
}

function figures(entries: VillageEntry[]) {
  const sum = (figure: 'households' | 'population') =>
    entries.reduce((total, entry) => total + entry[figure], 0);
  return entries.length
    ? { households: sum('households'), population: sum('population') }
    : noFigures;
}

function villageRows(villages: readonly Village[], list: 'old' | 'new'): UnitRow[] {
  return villages.map((village) => {
    const { name, kind, commune, households, population } = village[list];
    const { code, lon, lat } = village;
    const parent = { parent_code: commune.code, tags: '' };
    return { level: 'village', code, name, kind, ...parent, households, population, lon, lat };
  });
}

function communeRow(
  commune: Commune,
  parent: string,
  tags: string[],
  entries: VillageEntry[],
): UnitRow {
  const { code, name, kind } = commune;
  const unit = { level: 'commune', code, name, kind, parent_code: parent };
  return { ...unit, ...figures(entries), tags: [...new Set(tags)].sort().join(';'), ...noPlace };
}

function provinceRow(name: string, entries: VillageEntry[]): UnitRow {
  const unit = { level: 'province', code: provinceCode, name, kind: 'tỉnh', parent_code: null };
  return { ...unit, ...figures(entries), tags: '', ...noPlace };
}

/** Bắc Giang with its districts, communes and villages, as it stood until 30 June 2025. */
export function unitsOf2024(
  list: AddressList,
  grounds: readonly Ground[],
  villages: Village[],
): UnitRow[] {
  const entries = villages.map((village) => village.old);
  const own = districts.filter(({ province }) => province === 'Bắc Giang');
  const districtRows = own.map(({ code, fullName }): UnitRow => {
    const words = fullName.split(' ');
    const kindWords = words[0] === 'Huyện' ? 1 : 2;
    const within = entries.filter(({ commune }) => commune.district === fullName);
    return {
      level: 'district',
      code,
      name: words.slice(kindWords).join(' '),
      kind: words.slice(0, kindWords).join(' ').toLowerCase(),
      parent_code: provinceCode,
      ...figures(within),
      tags: '',
      ...noPlace,
    };
  });
  const communeRows = list.oldCommunes.map((commune) => {
    const ground = grounds.find(({ code }) => code === commune.code)!;
    const within = entries.filter((entry) => entry.commune.code === commune.code);
    return communeRow(commune, ground.district.code, tagsOf(ground), within);
  });
  const rows = villageRows(villages, 'old');
  return [provinceRow('Bắc Giang', entries), ...districtRows, ...communeRows, ...rows];
}

/** Bắc Ninh from 1 July 2025: communes right under the province; figures only where there are villages. */
export function unitsOf2025(
  list: AddressList,
  grounds: readonly Ground[],
  villages: Village[],
): UnitRow[] {
  const entries = villages.map((village) => village.new);
  const communeRows = list.newCommunes.map((commune) => {
    const within = entries.filter((entry) => entry.commune.code === commune.code);
    const taken = grounds.filter(({ successor }) => successor === commune.code);
    const tags = within.length ? taken.flatMap(tagsOf) : [];
    return communeRow(commune, provinceCode, tags, within);
  });
  return [provinceRow('Bắc Ninh', []), ...communeRows, ...villageRows(villages, 'new')];
}
