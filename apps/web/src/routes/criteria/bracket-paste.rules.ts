import { searchKey } from '@antt/kernel';
import { readNumber } from './number.rules.ts';
import { cellOf, type Row, type TableColumn, withCell } from './table-column.ts';

// Not the 2 of km2.
const number = String.raw`(?<![\p{L}\d])(\d{1,3}(?:[.\s]\d{3})+|\d+(?:,\d+)?)`;
const toNumber = (text: string) => readNumber(text) ?? undefined;
const below = /(<(?!=)|\bduoi|\bchua den|\bnho hon|\bit hon)\s*$/u;
const upTo = /(<=|≤|\bden|\bkhong qua|\btoi da|-|–)\s*$/u;
const above = /(>(?!=)|\btren|\blon hon|\bhon)\s*$/u;
const from = /(>=|≥|\btu)\s*$/u;

/** Bounds as a resolution words them: "từ 350 hộ đến dưới 500 hộ", "trên 800", "500 hộ trở lên". */
export function readBounds(text: string): Row | null {
  const said = searchKey(text);
  const bounds: Row = {};
  let before = '';
  for (const found of said.matchAll(new RegExp(number, 'gu'))) {
    const value = toNumber(found[1]!);
    const lead = said.slice(before.length, found.index);
    before = said.slice(0, found.index + found[0].length);
    const rest = said.slice(before.length);
    const after = /^\s*(ho|nguoi|nhan khau|km2|ha)?\s*(tro len|tro xuong)?/u.exec(rest)?.[2];
    if (after === 'tro len' || from.test(lead)) bounds.from = value;
    else if (after === 'tro xuong') Object.assign(bounds, { to: value, toIncluded: true });
    else if (below.test(lead)) bounds.to = value;
    else if (upTo.test(lead)) Object.assign(bounds, { to: value, toIncluded: true });
    else if (above.test(lead)) Object.assign(bounds, { from: value, fromIncluded: false });
    else if (bounds.from === undefined) bounds.from = value;
    else return null;
  }
  return Object.keys(bounds).length > 0 ? bounds : null;
}

/** How many people a cell says: "4", "04 người", "tối đa 5", "3-5", "từ 3 đến 5 người". */
export function readPeople(text: string): Row | null {
  const said = searchKey(text)
    .replace(/\bnguoi\b|\bthanh vien\b/gu, '')
    .trim();
  const most = /^(?:toi da|khong qua|<=|≤)\s*(\d{1,4})$/u.exec(said);
  if (most) return { binding: 'maximum', members: Number(most[1]) };
  const range = /^(?:tu )?(\d{1,4})\s*(?:-|–|den)\s*(\d{1,4})$/u.exec(said);
  if (range) return { binding: 'range', from: Number(range[1]), to: Number(range[2]) };
  const exact = /^(\d{1,4})$/u.exec(said);
  return exact ? { binding: 'exact', members: Number(exact[1]) } : null;
}

const worded = /\b(tu|tren|duoi|den|hon|tro len|tro xuong)\b|[<>≤≥]/u;

export type PastedBrackets = { rows: Row[]; unread: string[] };

/**
 * Cells of a spreadsheet as rows. Bounds in words with a number of people beside them replace all brackets; plain
 * numbers go from the chosen cell on, and make new rows below the last one.
 */
export function readBrackets(
  cells: readonly string[][],
  rows: readonly Row[],
  columns: readonly TableColumn[],
  at: { row: number; column: string },
  blank: Row,
): PastedBrackets {
  const isWorded = (cell: string) => worded.test(searchKey(cell)) && readBounds(cell) !== null;
  const inWords =
    columns.some(({ id }) => id === 'to') && cells.some((line) => line.some(isWorded));
  return inWords ? readWords(cells, blank) : readCells(cells, rows, columns, at, blank);
}

function readWords(cells: readonly string[][], blank: Row): PastedBrackets {
  const read: PastedBrackets = { rows: [], unread: [] };
  for (const line of cells) {
    if (!/\d/u.test(line.join(''))) continue;
    const place = line.findIndex((cell) => readBounds(cell) !== null && /\p{L}|[<>≤≥]/u.test(cell));
    const bounds = place < 0 ? null : readBounds(line[place]!);
    const people = line
      .slice(place + 1)
      .map(readPeople)
      .find((one) => one !== null);
    if (bounds && people) read.rows.push({ ...blank, ...bounds, value: people });
    else read.unread.push(line.join(' '));
  }
  return read;
}

function readCells(
  cells: readonly string[][],
  rows: readonly Row[],
  columns: readonly TableColumn[],
  at: { row: number; column: string },
  blank: Row,
): PastedBrackets {
  const numbers = columns.filter(({ kind }) => kind === 'number');
  const lines = cells.filter((line, n) => n > 0 || line.some((cell) => /\d/u.test(cell)));
  const next = [...rows];
  const unread: string[] = [];
  for (const [n, line] of lines.entries()) {
    const place = at.row + n;
    let row = next[place] ?? blank;
    // A cell that this row does not have (the fewest of an exact number) is passed over.
    const open = numbers
      .slice(
        Math.max(
          0,
          numbers.findIndex(({ id }) => id === at.column),
        ),
      )
      .filter((column) => column.path(row) !== null);
    for (const [m, cell] of line.entries()) {
      const column = open[m];
      if (!column) break;
      const people = column.id === 'members' && readNumber(cell) === undefined && readPeople(cell);
      const value = readNumber(cell);
      if (people) row = { ...row, value: people };
      else if (value === undefined) unread.push(cell);
      else
        row = withCell(
          row,
          column.path(row)!,
          value ?? (column.needed ? cellOf(row, column.path(row)!) : undefined),
        );
    }
    next[place] = row;
  }
  return { rows: next, unread };
}
