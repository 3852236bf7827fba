import {
  type AnnexColumn,
  isTotalHeading,
  meaningOfHeading,
  quantities,
  type Quantity,
} from './annex-column.rules.ts';
import { columnLetters, type Sheet, textOf } from './sheet.ts';

/** Where an annex's table begins and what its columns mean. */
export interface AnnexHeader {
  top: number;
  /** The last row of the heading, the row of column numbers `(1) (2) (3)` included. */
  bottom: number;
  columns: Readonly<Partial<Record<Exclude<AnnexColumn, 'villages'>, number>>>;
  /** Thôn and tổ dân phố may be counted in columns of their own. */
  villages: readonly number[];
  /** Headings as the file writes them, by column. */
  titles: ReadonlyMap<number, string>;
  unknown: readonly number[];
  twice: readonly { column: AnnexColumn; titles: readonly string[] }[];
  missing: readonly ('teams' | 'members')[];
}

const searched = 60;
const deepest = 4;

/** The first row of the sheet from which a heading can be read; null where the sheet has no such table. */
export function findAnnexHeader(sheet: Sheet): AnnexHeader | null {
  for (let top = 0; top < Math.min(sheet.rows.length, searched); top += 1) {
    if (distinctMeanings(sheet, top) < 2) continue;
    let best: AnnexHeader | null = null;
    for (let bottom = top; bottom < top + deepest && isHeading(sheet, bottom); bottom += 1) {
      const header = headerOf(sheet, top, bottom);
      if (header && meaningCount(header) > (best ? meaningCount(best) : 0)) best = header;
    }
    if (best) return { ...best, bottom: belowHeading(sheet, best) };
  }
  return null;
}

const meaningCount = (header: AnnexHeader) =>
  Object.keys(header.columns).length + header.villages.length - header.missing.length;

/** A title above the table means one thing at most; the first row of a heading means several. */
function distinctMeanings(sheet: Sheet, row: number): number {
  const meanings = (sheet.rows[row] ?? []).map((cell) => meaningOfHeading([textOf(cell)]));
  return new Set(meanings.filter((meaning) => meaning !== null)).size;
}

/** A row of a heading has words and no numbers. */
function isHeading(sheet: Sheet, row: number): boolean {
  const texts = (sheet.rows[row] ?? []).map(textOf).filter((text) => text !== '');
  return texts.length > 0 && !texts.some((text) => /^[\d.,]+$/u.test(text));
}

function pathOf(sheet: Sheet, top: number, bottom: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const text = textOf(sheet.rows[row]?.[column]);
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  return texts;
}

function headerOf(sheet: Sheet, top: number, bottom: number): AnnexHeader | null {
  const width = Math.max(...sheet.rows.slice(top, bottom + 1).map((row) => row.length));
  const paths = new Map<number, string[]>();
  const found = new Map<AnnexColumn | 'unit' | 'sum', number[]>();
  const unknown: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const path = pathOf(sheet, top, bottom, column);
    if (path.length === 0) continue;
    paths.set(column, path);
    const meaning = meaningOfHeading(path);
    if (meaning) found.set(meaning, [...(found.get(meaning) ?? []), column]);
    else unknown.push(column);
  }
  settle(found, paths);
  const villages = found.get('villages') ?? [];
  const columns: Partial<Record<AnnexColumn, number>> = {};
  const twice: { column: AnnexColumn; titles: string[] }[] = [];
  const titles = new Map([...paths].map(([column, path]) => [column, path.join(' / ')]));
  for (const [meaning, places] of found) {
    if (meaning === 'villages' || meaning === 'unit' || meaning === 'sum') continue;
    columns[meaning] = places[0];
    const doubled = places.map((column) => `${titles.get(column)} (${columnLetters(column)})`);
    if (places.length > 1 && meaning !== 'errors') twice.push({ column: meaning, titles: doubled });
  }
  const counted = quantities.some((quantity) => quantity !== 'villages' && quantity in columns);
  if (columns.name === undefined || !counted) return null;
  unknown.push(...(found.get('sum') ?? []));
  return { top, bottom, columns, villages, titles, unknown, twice, missing: missingOf(columns) };
}

/** Settles what one heading alone cannot say. */
function settle(
  found: Map<AnnexColumn | 'unit' | 'sum', number[]>,
  paths: ReadonlyMap<number, string[]>,
): void {
  const move = (from: AnnexColumn | 'unit' | 'sum', to: AnnexColumn, columns: number[]) => {
    const rest = (found.get(from) ?? []).filter((column) => !columns.includes(column));
    if (rest.length > 0) found.set(from, rest);
    else found.delete(from);
    if (columns.length > 0) found.set(to, [...(found.get(to) ?? []), ...columns]);
  };
  // `Đơn vị` beside `Xã, phường` is the district; alone it is the commune
  const units = found.get('unit') ?? [];
  move('unit', found.has('name') && !found.has('group') ? 'group' : 'name', units);
  if (!found.has('members')) move('sum', 'members', (found.get('sum') ?? []).slice(0, 1));
  // `Thành viên` beside `Tổng số` and `Tổ trưởng` are the ordinary ones
  const members = found.get('members') ?? [];
  const totals = members.filter((column) => isTotalHeading(paths.get(column) ?? []));
  if (members.length === 2 && totals.length === 1 && !found.has('ordinary')) {
    move(
      'members',
      'ordinary',
      members.filter((column) => !totals.includes(column)),
    );
  }
  const villages = found.get('villages') ?? [];
  const total = villages.find((column) => isTotalHeading(paths.get(column) ?? []));
  if (total !== undefined) found.set('villages', [total]);
}

function missingOf(columns: Partial<Record<Quantity, number>>): ('teams' | 'members')[] {
  const split = columns.leaders !== undefined && columns.ordinary !== undefined;
  const missing: ('teams' | 'members')[] = [];
  if (columns.teams === undefined) missing.push('teams');
  if (columns.members === undefined && !split) missing.push('members');
  return missing;
}

/** Takes in a row of units `(người)` and the row of column numbers that offices put under a heading. */
function belowHeading(sheet: Sheet, header: AnnexHeader): number {
  let bottom = header.bottom;
  for (; bottom + 1 < sheet.rows.length; bottom += 1) {
    const row = sheet.rows[bottom + 1] ?? [];
    const texts = row.map(textOf).filter((text) => text !== '');
    const name = textOf(row[header.columns.name ?? 0]);
    const isUnits = texts.length > 1 && texts.every((text) => /^\(.*\)$/u.test(text));
    if (!isUnits && !(name !== '' && isNumbering(texts))) break;
  }
  return bottom;
}

/** `(1) (2) (3)`, `A B 1 2 3`, `1 2 3=4+5+6 4 5 6`. */
export function isNumbering(texts: readonly string[]): boolean {
  const mark = /^\(?(?:[A-Z]|(\d{1,2})(?:\s*=[\d\s()+=-]+)?)\)?$/u;
  const marks = texts.map((text) => mark.exec(text));
  const numbers = marks.flatMap((found) => (found?.[1] ? [Number(found[1])] : []));
  return (
    marks.every((found) => found !== null) &&
    numbers.length > 2 &&
    numbers.every((number, index) => number === index + 1)
  );
}
