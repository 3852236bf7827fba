import type { RowProblem } from '@antt/contracts';
import { nameKey, searchKey, splitKind } from '@antt/kernel';
import { mostOfOne, quantities, type Quantity } from './annex-column.rules.ts';
import type { AnnexHeader } from './annex-header.rules.ts';
import { countOf } from './count.rules.ts';
import { rowProblem } from './reading-problem.ts';
import { addressOf, type Cell, isEmpty, type Sheet, textOf } from './sheet.ts';

/** What a line says, where it says it; null where the cell is empty, `faulty` where it is no number. */
export interface LineNumbers {
  values: Readonly<Record<Quantity, number | null>>;
  places: Readonly<Partial<Record<Quantity, string>>>;
  faulty: ReadonlySet<Quantity>;
}

/** A row of an annex, understood. `total` is a sum whose reach (district or all) the neighbours decide. */
export type Line =
  | ({
      kind: 'row';
      at: string;
      group: string | null;
      name: string;
      code: string | null;
      note: string;
    } & LineNumbers)
  | ({ kind: 'group'; at: string; name: string } & LineNumbers)
  | ({ kind: 'total'; at: string; label: string; of: 'all' | 'group' | 'either' } & LineNumbers)
  | { kind: 'note'; at: string; text: string };

const wholeTotal =
  /^(?:(?:tong(?: so| cong)?|cong) )?(?:toan|ca) (?:tinh|thanh pho)(?: .*)?$|^tong(?: so| cong)? (?:tinh .*|chung)$/u;
const groupTotal =
  /^(?:tong(?: so| cong)?|cong) (?:muc |phan |nhom |khoi )?(?:[ivxlc]+|(?:huyen|quan|thi xa|thanh pho|h|q|tx|tp)\b.*)$/u;
const anyTotal = /^(?:tong|tong so|tong cong|cong)$/u;
const roman = /^(?:[IVXLC]+|[A-Z])\s*[.):/-]?$/u;
const leadingNumber = /^(?:\d{1,3}\s*[.)/-]|[IVXLC]+\s*[.)/:-])\s*/u;
const communeWords = /^(?:xã|phường|thị trấn|đặc khu) /iu;
const footnoteMark = /\s*(?:\(?\*+\)?|\(\d\))$/u;

/** Reads the rows below a heading one by one; each that is not empty is a line or a problem. */
export function linesOf(
  sheet: Sheet,
  header: AnnexHeader,
): { lines: Line[]; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const lines: Line[] = [];
  const last = lastRowWithNumbers(sheet, header);
  let carried: string | null = null;
  for (let row = header.bottom + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    if (cells.every(isEmpty) || isHeadingAgain(sheet, header, row)) continue;
    const group = groupCell(cells, header);
    if (group !== '' && !totalReach(group)) carried = group;
    const line = lineOf(sheet, header, row, { carried, last }, problems);
    if (line) lines.push(line);
    else if (row > last && !namesUnit(cells, header)) lines.push(noteOf(sheet, row));
    else problems.push(rowProblem(...problemOf(sheet, header, row)));
  }
  return { lines, problems };
}

function lineOf(
  sheet: Sheet,
  header: AnnexHeader,
  row: number,
  { carried, last }: { carried: string | null; last: number },
  problems: RowProblem[],
): Line | null {
  const cells = sheet.rows[row] ?? [];
  const { columns } = header;
  const order = columns.order === undefined ? '' : textOf(cells[columns.order]);
  const group = groupCell(cells, header);
  // some type a district's name into the column of numbers
  const shown = textOf(cells[columns.name ?? 0]) || (isWord(order) ? order : '');
  const at = addressOf(sheet, row, columns.name ?? 0);
  const has = hasNumbers(sheet, header, row);
  const label = [shown, order, group].find((text) => totalReach(text));
  if (label && has) {
    const of = totalReach(label) ?? 'either';
    return { kind: 'total', at, label, of, ...numbersOf(sheet, header, row, problems) };
  }
  const name = shown.replace(leadingNumber, '').replace(footnoteMark, '').trim();
  const isGroup =
    splitKind(name, 'district').kind !== null ||
    (roman.test(order) && splitKind(name, 'commune').kind === null) ||
    /^[IVXLC]+\s*[.)/:-]/u.test(shown);
  if (name !== '' && isGroup && (has || row < last || roman.test(order))) {
    return { kind: 'group', at, name, ...numbersOf(sheet, header, row, problems) };
  }
  if (!has) return /^(?:ghi chu|luu y|\*|\()/u.test(searchKey(shown)) ? noteOf(sheet, row) : null;
  // a line of a district's own column without a commune is the district's
  if (
    (shown === '' || nameKey(shown) === nameKey(group)) &&
    group !== '' &&
    !isUnder(cells, header)
  ) {
    return { kind: 'group', at, name: group, ...numbersOf(sheet, header, row, problems) };
  }
  if (name === '') return null;
  const code = columns.code === undefined ? '' : textOf(cells[columns.code]);
  const note = columns.note === undefined ? '' : textOf(cells[columns.note]);
  const numbers = numbersOf(sheet, header, row, problems);
  return { kind: 'row', at, group: carried, name, code: code || null, note, ...numbers };
}

const isWord = (order: string) => !roman.test(order) && /\p{L}{2}/u.test(order);

/** Does the label name a sum, and of what? A commune may be called `Cộng Hòa` or `Tổng Cọt`. */
function totalReach(label: string): 'all' | 'group' | 'either' | null {
  const words = searchKey(label.replace(/\([^)]*\)/gu, ' '))
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
  if (wholeTotal.test(words) || splitKind(label, 'province').kind === 'tỉnh') return 'all';
  if (groupTotal.test(words)) return 'group';
  return anyTotal.test(words) ? 'either' : null;
}

/** Numbered or called a commune, so that it is no footnote: its numbers are missing. */
function namesUnit(cells: readonly (Cell | null)[], { columns }: AnnexHeader): boolean {
  const order = columns.order === undefined ? '' : textOf(cells[columns.order]);
  const name = textOf(cells[columns.name ?? 0]);
  return name !== '' && (/^\d+[.)]?$/u.test(order) || communeWords.test(name));
}

function groupCell(cells: readonly (Cell | null)[], { columns }: AnnexHeader): string {
  return columns.group === undefined ? '' : textOf(cells[columns.group]);
}

/** Does the district's name only reach down here from a merge above? */
function isUnder(cells: readonly (Cell | null)[], { columns }: AnnexHeader): boolean {
  return cells[columns.group ?? 0]?.merged === true;
}

function columnsOf(header: AnnexHeader, quantity: Quantity): readonly number[] {
  if (quantity === 'villages') return header.villages;
  const column = header.columns[quantity];
  return column === undefined ? [] : [column];
}

/** The cell of a number, unless it lies in one merge with the name. */
function numberCell(sheet: Sheet, header: AnnexHeader, row: number, column: number): Cell | null {
  const cell = sheet.rows[row]?.[column] ?? null;
  if (!cell?.merged) return cell;
  const { name, order, group } = header.columns;
  const reaches = sheet.merges.some(
    ({ top, bottom, left, right }) =>
      row >= top &&
      row <= bottom &&
      column <= right &&
      [name, order, group].some((word = -1) => left <= word && word < column),
  );
  return reaches ? null : cell;
}

/** Does the row hold a number, or what was meant to be one? Words alone may be a signature. */
function hasNumbers(sheet: Sheet, header: AnnexHeader, row: number): boolean {
  return quantities.some((quantity) =>
    columnsOf(header, quantity).some((column) => {
      const count = countOf(numberCell(sheet, header, row, column));
      return count !== null && count !== 'not-a-number';
    }),
  );
}

function lastRowWithNumbers(sheet: Sheet, header: AnnexHeader): number {
  return sheet.rows.findLastIndex((_, row) => hasNumbers(sheet, header, row));
}

function numbersOf(
  sheet: Sheet,
  header: AnnexHeader,
  row: number,
  problems: RowProblem[],
): LineNumbers {
  const values = Object.fromEntries(quantities.map((quantity) => [quantity, null])) as Record<
    Quantity,
    number | null
  >;
  const places: Partial<Record<Quantity, string>> = {};
  const faulty = new Set<Quantity>();
  for (const quantity of quantities) {
    for (const column of columnsOf(header, quantity)) {
      const cell = numberCell(sheet, header, row, column);
      const at = addressOf(sheet, row, column);
      const count = cell?.merged ? 'number-merged' : countOf(cell);
      places[quantity] ??= at;
      if (typeof count === 'number') values[quantity] = (values[quantity] ?? 0) + count;
      if (typeof count !== 'string') continue;
      faulty.add(quantity);
      const title = header.titles.get(column) ?? '';
      problems.push(
        rowProblem(count, at, {
          column: title,
          value: cell?.error ?? textOf(cell),
          limit: mostOfOne,
        }),
      );
    }
  }
  return { values, places, faulty };
}

/** Headings are repeated where a page begins. */
function isHeadingAgain(sheet: Sheet, header: AnnexHeader, row: number): boolean {
  const cells = sheet.rows[row] ?? [];
  for (let line = header.top; line <= header.bottom; line += 1) {
    const heading = sheet.rows[line] ?? [];
    const texts = cells.map(textOf);
    const same = texts.every((text, column) => text === '' || text === textOf(heading[column]));
    if (same && texts.filter((text) => text !== '').length > 1) return true;
  }
  return false;
}

function noteOf(sheet: Sheet, row: number): Line {
  const cells = sheet.rows[row] ?? [];
  const column = cells.findIndex((cell) => !isEmpty(cell));
  const texts = cells.filter((cell) => cell && !cell.merged).map(textOf);
  const text = texts.filter((shown) => shown !== '').join(' ');
  return { kind: 'note', at: addressOf(sheet, row, Math.max(column, 0)), text };
}

function problemOf(sheet: Sheet, header: AnnexHeader, row: number): Parameters<typeof rowProblem> {
  const cells = sheet.rows[row] ?? [];
  const shown = textOf(cells[header.columns.name ?? 0]);
  const at = addressOf(sheet, row, header.columns.name ?? 0);
  if (shown !== '') return ['row-without-numbers', at, { value: shown }];
  if (hasNumbers(sheet, header, row)) return ['row-without-name', at];
  const column = Math.max(
    cells.findIndex((cell) => !isEmpty(cell)),
    0,
  );
  return ['row-not-understood', addressOf(sheet, row, column), { value: textOf(cells[column]) }];
}
