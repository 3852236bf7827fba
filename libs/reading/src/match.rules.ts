import type { Level, RowProblem } from '@antt/contracts';
import { compareNames } from '@antt/kernel';
import { listed, type ReadingProblemCode, rowProblem } from './reading-problem.ts';
import { fullName, type NamingRow, type UnitOfDay, UnitRegister } from './unit-register.rules.ts';

export type { NamingRow, UnitOfDay } from './unit-register.rules.ts';

/** Which unit each row means, by the row's place; rows without one have a problem. */
export interface Matches<U extends UnitOfDay> {
  units: Map<string, U>;
  problems: RowProblem[];
}

/** Looking for near names is slow: past so many unknown rows the file is another one altogether. */
const searchedRows = 100;

/**
 * Matches names to the units of the day: letter by letter with diacritics (`nameKey`), within the district
 * where one is given, with or without the kind. A code wins, but must not contradict the name. Anything
 * less is a problem with candidates, which the user's choice (place → unit id) settles. All `units` are of
 * one `level`.
 */
export function matchUnits<U extends UnitOfDay>(
  rows: readonly NamingRow[],
  units: readonly U[],
  choices: Readonly<Record<string, string>> = {},
  level: Level = 'commune',
): Matches<U> {
  const register = new UnitRegister(units, level);
  const matches: Matches<U> = { units: new Map(), problems: [] };
  const taken = new Map<string, NamingRow>();
  const groups = new Set<string>();
  let unknown = 0;
  for (const row of rows) {
    const group = row.group ?? null;
    if (group !== null && !groups.has(group) && !register.parents.has(group)) {
      matches.problems.push(
        rowProblem('group-unknown', row.at, { group, suggestions: register.parents.like(group) }),
      );
    }
    if (group !== null) groups.add(group);
    const found = register.find(row, choices[row.at]);
    if ('code' in found) {
      if (found.code === 'unit-unknown') unknown += 1;
      const offered = found.candidates ?? (unknown > searchedRows ? [] : register.like(row));
      matches.problems.push(problemOf(found.code, row, offered, found.members));
      continue;
    }
    const other = taken.get(found.unit.id);
    if (other) {
      const members = { unit: row.name || row.code, other: other.at };
      matches.problems.push(rowProblem('unit-twice', row.at, members));
      continue;
    }
    taken.set(found.unit.id, row);
    matches.units.set(row.at, found.unit);
  }
  return matches;
}

/** So many are named in the warning about units left out; the count tells of the rest. */
const namedLeftOut = 10;

/**
 * Units of the day that no row names, told as one warning; an annex usually names them all. Only those of the
 * provinces that its rows lie in: an annex says nothing about the others.
 */
export function unitsLeftOut<U extends UnitOfDay>(
  { units: named }: Matches<U>,
  units: readonly U[],
): RowProblem[] {
  const touched = new Set([...named.values()].map(({ provinceId }) => provinceId));
  const ids = new Set([...named.values()].map(({ id }) => id));
  const left = units
    .filter(({ id, provinceId }) => !ids.has(id) && touched.has(provinceId))
    .map(placedName);
  if (left.length === 0) return [];
  const names = left.sort(compareNames).slice(0, namedLeftOut);
  const shown = listed(left.length > names.length ? [...names, '…'] : names);
  return [rowProblem('units-left-out', null, { count: left.length, names: shown })];
}

/** With what lies over it, since many are called the same: `Xã Tân Lập (huyện Lục Ngạn)`. */
function placedName(unit: UnitOfDay): string {
  const { parentName, parentKind } = unit;
  if (parentName === null) return fullName(unit);
  return `${fullName(unit)} (${parentKind ? `${parentKind} ` : ''}${parentName})`;
}

function problemOf(
  code: ReadingProblemCode,
  row: NamingRow,
  offered: readonly UnitOfDay[],
  members: Record<string, string> = {},
): RowProblem {
  const candidates = offered.map((unit) => ({
    id: unit.id,
    name: fullName(unit),
    parentName: unit.parentName,
  }));
  const found = listed(candidates.map(({ name, parentName }) => `${name} (${parentName ?? '–'})`));
  const named = { unit: row.name || row.code, group: row.group ?? '' };
  return { ...rowProblem(code, row.at, { ...named, found, ...members }), candidates };
}
