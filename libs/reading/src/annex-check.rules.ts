import type { RowProblem } from '@antt/contracts';
import { nameKey, splitKind } from '@antt/kernel';
import { mostOfOne, type Quantity } from './annex-column.rules.ts';
import { groupKey, type PlacedRow, type SheetContent } from './annex-total.rules.ts';
import { rowProblem } from './reading-problem.ts';

/** What a row must hold, and how its numbers must fit each other. */
export function rowProblems(row: PlacedRow, titles: SheetContent['titles']): RowProblem[] {
  const problems: RowProblem[] = [];
  const say = (code: Parameters<typeof rowProblem>[0], quantity: Quantity, members = {}) => {
    const column = titles[quantity] ?? '';
    problems.push(
      rowProblem(code, row.places[quantity] ?? row.at, { unit: row.name, column, ...members }),
    );
  };
  for (const quantity of ['teams', 'members'] as const) {
    if (row.values[quantity] === null && !row.faulty.has(quantity)) say('value-missing', quantity);
  }
  for (const quantity of Object.keys(row.values) as Quantity[]) {
    const value = row.values[quantity] ?? 0;
    if (value > mostOfOne) say('number-out-of-range', quantity, { value, limit: mostOfOne });
  }
  const { teams, members, leaders, deputies, ordinary } = row.values;
  const readable = (['members', 'leaders', 'deputies', 'ordinary'] as const).every(
    (quantity) => !row.faulty.has(quantity),
  );
  if (readable && members !== null && leaders !== null && ordinary !== null) {
    const counted = leaders + (deputies ?? 0) + ordinary;
    if (counted !== members) {
      const split = { leaders, deputies: deputies ?? 0, ordinary };
      say('members-do-not-add-up', 'members', { stated: members, counted, ...split });
    }
  }
  // one team has one leader (Law 30/2023/QH15 Art. 16.1)
  if (leaders !== null && teams !== null && leaders !== teams) {
    say('leaders-differ-from-teams', 'leaders', { leaders, teams });
  }
  return problems;
}

/** A commune named twice under one district; each of its rows after the first is told of the first. */
export function doubledUnits(rows: readonly PlacedRow[]): RowProblem[] {
  const first = new Map<string, PlacedRow>();
  return rows.flatMap((row) => {
    const { kind, name } = splitKind(row.name, 'commune');
    const key = `${groupKey(row.group)}|${kind ?? ''}|${nameKey(name)}`;
    const other = first.get(key);
    if (!other) first.set(key, row);
    return other ? [rowProblem('unit-twice', row.at, { unit: row.name, other: other.at })] : [];
  });
}

/** Districts written without communes below them, and districts begun again further down. */
export function groupProblems(sheets: readonly SheetContent[]): RowProblem[] {
  const withRows = new Set(sheets.flatMap(({ rows }) => rows.map((row) => groupKey(row.group))));
  return sheets.flatMap(({ groups }) => {
    const seen = new Map<string, string>();
    return groups.flatMap(({ at, name }) => {
      const other = seen.get(groupKey(name));
      seen.set(groupKey(name), other ?? at);
      if (!withRows.has(groupKey(name)))
        return [rowProblem('group-without-rows', at, { group: name })];
      return other ? [rowProblem('group-twice', at, { group: name, other })] : [];
    });
  });
}
