import type { Area, RowProblem } from '@antt/contracts';
import { nameKey, searchKey } from '@antt/kernel';
import { finding } from './account-file.rules.ts';
import type { AccountRow } from './account-columns.ts';

/**
 * The area that a row names: by its name with all its diacritics, or as the user chose. Names that differ
 * in diacritics only are offered and never taken (`Cẩm Giang` is not `Cẩm Giàng`).
 */
export function areaFinder(
  areas: readonly Area[],
  choices: Readonly<Record<string, string>> = {},
): (row: AccountRow) => { areaId: string } | { problem: RowProblem } {
  const byName = new Map(areas.map((area) => [nameKey(area.name), area.id]));
  const ids = new Set(areas.map(({ id }) => id));
  return ({ at, places, area: value }) => {
    const place = places.area ?? at;
    const chosen = choices[place];
    const areaId = chosen && ids.has(chosen) ? chosen : byName.get(nameKey(value));
    if (areaId) return { areaId };
    const near = similar(areas, value);
    const found = near.map(({ name }) => name).join('; ') || '–';
    const candidates = near.map(({ id, name }) => ({ id, name, parentName: null }));
    return { problem: { ...finding('area-unknown', place, { value, found }), candidates } };
  };
}

function similar(areas: readonly Area[], value: string): Area[] {
  const wanted = searchKey(value);
  const same = areas.filter(({ name }) => searchKey(name) === wanted);
  const near = areas.filter(({ name }) => {
    const key = searchKey(name);
    return key !== wanted && (key.includes(wanted) || wanted.includes(key));
  });
  return [...same, ...near].slice(0, 5);
}
