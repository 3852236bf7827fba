import type { RowProblem } from '@antt/contracts';
import { nameKey, splitKind } from '@antt/kernel';
import { quantities, type Quantity } from './annex-column.rules.ts';
import type { Line, LineNumbers } from './annex-line.rules.ts';
import { rowProblem } from './reading-problem.ts';

type RowLine = Extract<Line, { kind: 'row' }>;
type TotalLine = Extract<Line, { kind: 'total' }>;

/** A row with the district it stands under. */
export type PlacedRow = RowLine & { group: string | null };

/** A sum written in the file, and the rows it should be the sum of: `group` null means all. */
export interface Statement extends LineNumbers {
  at: string;
  group: string | null;
}

/** What one sheet says: rows under their districts, and sums to be tied out. */
export interface SheetContent {
  rows: PlacedRow[];
  statements: Statement[];
  /** District rows in their order, with or without numbers. */
  groups: { at: string; name: string }[];
  /** Headings of the columns, for texts. */
  titles: Readonly<Partial<Record<Quantity, string>>>;
}

/** Key of a district as an annex writes it: `HUYỆN YÊN THẾ` and `H. Yên Thế` are one. */
export function groupKey(name: string | null): string {
  if (name === null) return '';
  const { kind, name: bare } = splitKind(name, 'district');
  return `${kind ?? ''}|${nameKey(bare)}`;
}

/** Puts rows under districts and decides what each sum sums. `fallback` is the district of the sheet. */
export function placeLines(
  lines: readonly Line[],
  fallback: string | null,
  titles: SheetContent['titles'],
): SheetContent {
  const content: SheetContent = { rows: [], statements: [], groups: [], titles };
  let group = fallback;
  lines.forEach((line, index) => {
    if (line.kind === 'group') {
      group = line.name;
      content.groups.push({ at: line.at, name: line.name });
      content.statements.push({ ...line, group });
    }
    if (line.kind === 'row') {
      group = line.group ?? group;
      content.rows.push({ ...line, group });
    }
    if (line.kind === 'total') {
      const rest = lines.slice(index + 1);
      const ofGroup = isOfGroup(line, group, content, rest);
      content.statements.push({ ...line, group: ofGroup ? namedGroup(line, group) : null });
    }
  });
  return content;
}

/** `Cộng huyện Yên Thế` names its district; plain `Cộng` means the one above. */
function namedGroup(line: TotalLine, current: string | null): string | null {
  const named = line.label.replace(/^\s*(?:tổng(?:\s+(?:số|cộng))?|cộng)\s*/iu, '');
  return splitKind(named, 'district').kind === null ? current : named;
}

/**
 * `Cộng` or `Tổng cộng` without more: a district's where rows of others follow, everybody's at the very
 * top and at the end, unless each district has had its own and this one fits the last district only.
 */
function isOfGroup(
  line: TotalLine,
  group: string | null,
  content: SheetContent,
  rest: readonly Line[],
): boolean {
  if (line.of === 'all' || group === null) return false;
  if (line.of === 'group') return true;
  if (content.rows.length === 0) return false;
  if (rest.some((next) => next.kind === 'row')) return true;
  if (rest.some((next) => next.kind === 'total')) return true;
  const summed = new Set(content.statements.map((statement) => groupKey(statement.group)));
  const others = new Set(content.rows.map((row) => groupKey(row.group)));
  others.delete(groupKey(group));
  if (others.size === 0 || ![...others].every((other) => summed.has(other))) return false;
  const own = content.rows.filter((row) => groupKey(row.group) === groupKey(group));
  return differences(line, own).length === 0 && differences(line, content.rows).length > 0;
}

interface Difference {
  quantity: Quantity;
  stated: number;
  counted: number;
}

/** Where a sum is not the sum of the rows; what could not be read on either side is left out. */
function differences(sum: LineNumbers, rows: readonly LineNumbers[]): Difference[] {
  return quantities.flatMap((quantity) => {
    const stated = sum.values[quantity];
    if (stated === null || rows.some(({ faulty }) => faulty.has(quantity))) return [];
    const counted = totalOf(rows, quantity);
    return stated === counted || sum.faulty.has(quantity) ? [] : [{ quantity, stated, counted }];
  });
}

export function totalOf(rows: readonly LineNumbers[], quantity: Quantity): number {
  return rows.reduce((total, row) => total + (row.values[quantity] ?? 0), 0);
}

/** Rows by the key of their district, in the order in which districts begin. */
export function rowsByGroup(rows: readonly PlacedRow[]): Map<string, PlacedRow[]> {
  const groups = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const key = groupKey(row.group);
    const under = groups.get(key);
    if (under) under.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Every sum in the file that does not tie out, with both numbers. */
export function untiedTotals(sheets: readonly SheetContent[]): RowProblem[] {
  const all = sheets.flatMap(({ rows }) => rows);
  const byGroup = rowsByGroup(all);
  const problems: RowProblem[] = [];
  for (const { rows, statements, titles } of sheets) {
    for (const statement of statements) {
      const { group } = statement;
      const under = byGroup.get(groupKey(group)) ?? [];
      if (group !== null && under.length === 0) continue;
      const found =
        group === null ? wholeDifferences(statement, rows, all) : differences(statement, under);
      for (const { quantity, stated, counted } of found) {
        const members = { column: titles[quantity] ?? '', stated, counted };
        const at = statement.places[quantity] ?? statement.at;
        problems.push(
          group === null
            ? rowProblem('total-off', at, members)
            : rowProblem('group-total-off', at, { ...members, group }),
        );
      }
    }
  }
  return problems;
}

/** A total at the end of a sheet is the sheet's, or everybody's on the last sheet or one of its own. */
function wholeDifferences(
  statement: Statement,
  rows: readonly PlacedRow[],
  all: readonly PlacedRow[],
): Difference[] {
  const overall = differences(statement, all);
  if (rows.length === 0 || overall.length === 0) return overall;
  return differences(statement, rows);
}
