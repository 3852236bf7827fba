import type { RowProblem } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { listed, rowProblem } from './reading-problem.ts';
import { addressOf, isEmpty, isErrorHeading, type Sheet, textOf } from './sheet.ts';
import { nearest } from './suggestion.rules.ts';

/** What a column may be called, in Vietnamese and English; the first name is shown to users. */
export interface Heading {
  headers: readonly [string, ...string[]];
  required?: boolean;
}
export type Headings = Readonly<Record<string, Heading>>;

/** Where a list's columns stand. */
export interface TableHeader {
  row: number;
  /** Column by key of the description. */
  columns: ReadonlyMap<string, number>;
  unknown: readonly number[];
  twice: readonly string[];
  missing: readonly string[];
}

const searched = 30;
/** Running numbers. */
const passedOver = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no']);

/** Key of a heading: without diacritics, brackets, marks of duty (`*`) and underscores. */
function headingKey(text: string): string {
  return searchKey(text)
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

/** The row among the first ones that names most columns; null where none names any. */
export function findTableHeader(sheet: Sheet, headings: Headings): TableHeader | null {
  const names = new Map<string, string>();
  for (const [key, { headers }] of Object.entries(headings)) {
    for (const name of [key, ...headers]) names.set(headingKey(name), key);
  }
  let best: TableHeader | null = null;
  for (let row = 0; row < Math.min(sheet.rows.length, searched); row += 1) {
    const header = headerAt(sheet, row, names, headings);
    if (header.columns.size > (best?.columns.size ?? 0)) best = header;
  }
  return best;
}

function headerAt(
  sheet: Sheet,
  row: number,
  names: ReadonlyMap<string, string>,
  headings: Headings,
): TableHeader {
  const columns = new Map<string, number>();
  const unknown: number[] = [];
  const twice = new Set<string>();
  (sheet.rows[row] ?? []).forEach((cell, column) => {
    const words = headingKey(textOf(cell));
    const key = names.get(words);
    if (isEmpty(cell) || passedOver.has(words) || isErrorHeading(textOf(cell))) return;
    if (key === undefined) unknown.push(column);
    else if (columns.has(key)) twice.add(key);
    else columns.set(key, column);
  });
  const missing = Object.keys(headings).filter(
    (key) => headings[key]?.required && !columns.has(key),
  );
  return { row, columns, unknown, twice: [...twice], missing };
}

/** What is wrong with the columns, as one problem; null where nothing is. */
export function columnProblem(
  sheet: Sheet,
  header: TableHeader,
  headings: Headings,
): RowProblem | null {
  const at = addressOf(sheet, header.row, 0);
  const shown = (key: string) => headings[key]?.headers[0] ?? key;
  if (header.twice.length > 0) {
    return rowProblem('column-twice', at, {
      field: header.twice.join(', '),
      columns: listed(header.twice.map(shown)),
    });
  }
  const texts = header.unknown.map((column) => textOf(sheet.rows[header.row]?.[column]));
  const unused = Object.keys(headings).filter((key) => !header.columns.has(key));
  const suggestions = texts.flatMap((text) => {
    const names = unused.flatMap((key) =>
      (headings[key]?.headers ?? []).map((name) => ({ key, name })),
    );
    const [best] = nearest(headingKey(text), names, ({ name }) => headingKey(name), 1);
    return best ? [`${text} → ${shown(best.key)}`] : [];
  });
  const members = { unknown: listed(texts), suggestions: listed(suggestions) };
  if (header.missing.length > 0) {
    const missing = listed(header.missing.map(shown));
    return rowProblem('columns-wrong', at, { missing, ...members });
  }
  if (texts.length === 0) return null;
  return rowProblem('columns-unknown', at, {
    columns: members.unknown,
    suggestions: members.suggestions,
  });
}
