import type { RowProblem } from '@antt/contracts';
import type { z } from 'zod';
import { isNumbering } from './annex-header.rules.ts';
import { isReadingProblem, type Members, rowProblem } from './reading-problem.ts';
import { addressOf, type Cell, type CellValue, isEmpty, type Sheet, textOf } from './sheet.ts';
import {
  columnProblem,
  findTableHeader,
  type Heading,
  type TableHeader,
} from './table-header.rules.ts';

/** A column of a list: what it may be called, and the field (`table-field.ts`) that reads its cells. */
export interface Column<T = unknown> extends Heading {
  field: z.ZodType<T, CellValue>;
}
export type Columns = Readonly<Record<string, Column>>;

/** A row's values; a column that is not required gives null where it is absent or empty. */
export type RowOf<C extends Columns> = {
  [K in keyof C]: C[K] extends { required: true }
    ? z.output<C[K]['field']>
    : z.output<C[K]['field']> | null;
};

export interface TableRow<C extends Columns> {
  /** Place of the row's first column, and of each value, for problems found later. */
  at: string;
  places: Readonly<Partial<Record<keyof C, string>>>;
  values: RowOf<C>;
}

/** A list as read; a row with a problem is told and left out. */
export interface Table<C extends Columns> {
  rows: TableRow<C>[];
  problems: RowProblem[];
  /** Rows that were not empty. */
  read: number;
}

/**
 * Reads a list whose columns are named in one of its first rows, in any order. `unique` names sets of
 * columns whose values together stand in one row only.
 */
export function readTable<const C extends Columns>(
  sheets: readonly Sheet[],
  columns: C,
  unique: readonly (readonly (keyof C & string)[])[] = [],
): Table<C> {
  const table: Table<C> = { rows: [], problems: [], read: 0 };
  const found = sheets.map((sheet) => ({ sheet, header: findTableHeader(sheet, columns) }));
  const readable = found.filter(({ header }) => header !== null);
  for (const { sheet, header } of found) {
    const isBlank = sheet.rows.every((cells) => cells.every(isEmpty));
    if (isBlank) continue;
    if (header) readSheet(sheet, header, columns, table);
    else if (readable.length > 0) {
      const at = addressOf(sheet, 0, 0);
      table.problems.push(rowProblem('sheet-skipped', at, { sheet: sheet.name }));
    } else table.problems.push(noHeading(sheet, columns));
  }
  const isFine = table.problems.every(({ severity }) => severity !== 'error');
  if (table.read === 0 && isFine) table.problems.push(rowProblem('table-empty', null));
  for (const keys of unique) table.problems.push(...doubled(table.rows, keys, columns));
  return table;
}

/** A sheet none of whose rows names a column: its first row is taken for the heading that went wrong. */
function noHeading(sheet: Sheet, columns: Columns): RowProblem {
  const row = sheet.rows.findIndex((cells) => !cells.every(isEmpty));
  const unknown = (sheet.rows[row] ?? []).flatMap((cell, column) =>
    isEmpty(cell) ? [] : [column],
  );
  const missing = Object.keys(columns).filter((key) => columns[key]?.required);
  const header: TableHeader = { row, columns: new Map(), unknown, twice: [], missing };
  return columnProblem(sheet, header, columns) ?? rowProblem('table-not-found', null);
}

function readSheet<C extends Columns>(
  sheet: Sheet,
  header: TableHeader,
  columns: C,
  table: Table<C>,
): void {
  const wrong = columnProblem(sheet, header, columns);
  if (wrong) table.problems.push(wrong);
  if (sheet.hidden) {
    table.problems.push(rowProblem('sheet-hidden', addressOf(sheet, 0, 0), { sheet: sheet.name }));
  }
  if (wrong?.severity === 'error') return;
  const heading = (sheet.rows[header.row] ?? []).map(textOf);
  let formulas = 0;
  for (let row = header.row + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const texts = cells.map(textOf);
    if (cells.every(isEmpty) || isAgain(texts, heading)) continue;
    if (row === header.row + 1 && isNumbering(texts.filter((text) => text !== ''))) continue;
    table.read += 1;
    formulas += cells.filter((cell) => cell?.formula && cell.value !== null).length;
    const read = readRow(sheet, row, header, columns);
    if (Array.isArray(read)) table.problems.push(...read);
    else table.rows.push(read);
  }
  if (formulas > 0) {
    const at = addressOf(sheet, header.row, 0);
    table.problems.push(rowProblem('formula-cached', at, { count: formulas }));
  }
}

/** Headings are repeated where a page begins. */
function isAgain(texts: readonly string[], heading: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return (
    filled.length > 1 && texts.every((text, column) => text === '' || text === heading[column])
  );
}

function readRow<C extends Columns>(
  sheet: Sheet,
  row: number,
  header: TableHeader,
  columns: C,
): TableRow<C> | RowProblem[] {
  const cells = sheet.rows[row] ?? [];
  const placed = [...header.columns].map(([key, column]) => ({
    key,
    column,
    cell: cells[column] ?? null,
  }));
  const filled = placed.filter(({ cell }) => !isEmpty(cell));
  const required = placed.filter(({ key }) => columns[key]?.required).length;
  if (filled.length < Math.min(2, required)) {
    const first = cells.findIndex((cell) => !isEmpty(cell));
    const value = textOf(cells[first]);
    return [rowProblem('row-not-understood', addressOf(sheet, row, first), { value })];
  }
  const values: Record<string, unknown> = {};
  const places: Record<string, string> = {};
  const problems: RowProblem[] = [];
  for (const key of Object.keys(columns)) values[key] = null;
  for (const { key, column, cell } of placed) {
    const at = addressOf(sheet, row, column);
    places[key] = at;
    const title = textOf(sheet.rows[header.row]?.[column]);
    const read = readCell(cell, columns[key] as Column);
    if ('value' in read) values[key] = read.value;
    else {
      const members = { column: title, value: cell?.error ?? textOf(cell), ...read.members };
      problems.push(rowProblem(read.code, at, members));
    }
  }
  if (problems.length > 0) return problems;
  const first = Math.min(...header.columns.values());
  return { at: addressOf(sheet, row, first), places, values } as TableRow<C>;
}

function readCell(
  cell: Cell | null,
  { field, required }: Column,
): { value: unknown } | { code: Parameters<typeof rowProblem>[0]; members?: Members } {
  if (cell?.error) return { code: 'cell-error' };
  if (cell?.formula && cell.value === null) return { code: 'formula-without-value' };
  if (isEmpty(cell)) return required ? { code: 'value-missing' } : { value: null };
  const read = field.safeParse(cell?.value ?? null);
  if (read.success) return { value: read.data };
  const issue = read.error.issues[0];
  const code = issue?.message ?? '';
  if (!isReadingProblem(code)) return { code: 'value-invalid' };
  const members = issue?.code === 'custom' ? (issue.params as Members | undefined) : undefined;
  return { code, members };
}

function doubled<C extends Columns>(
  rows: readonly TableRow<C>[],
  keys: readonly (keyof C & string)[],
  columns: C,
): RowProblem[] {
  const first = new Map<string, string>();
  return rows.flatMap(({ at, places, values }) => {
    const parts = keys.map((key) => values[key]);
    if (parts.some((part) => part === null)) return [];
    const key = JSON.stringify(parts);
    const other = first.get(key);
    const here = places[keys.at(-1) ?? ''] ?? at;
    if (other === undefined) first.set(key, here);
    if (other === undefined) return [];
    const column = keys.map((name) => columns[name]?.headers[0] ?? name).join(' + ');
    return [rowProblem('value-twice', here, { column, value: parts.join(' '), other })];
  });
}
