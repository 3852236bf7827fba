import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { RowProblem } from '@antt/contracts';
import ExcelJS from 'exceljs';
import { findAnnexHeader } from './annex-header.rules.ts';
import { type Cell, isErrorHeading, type Merge, placeOf, type Sheet, textOf } from './sheet.ts';

/** Words of the workbook, translated by the caller. */
export interface ErrorWorkbookTexts {
  /** Heading of the added column, `Lỗi`: the readers pass over it when the file comes back. */
  heading: string;
  /** Name of the sheet for problems that have no row. */
  general: string;
  textOf: (problem: RowProblem) => string;
}

const red: ExcelJS.Style['font'] = { color: { argb: 'FFC00000' }, bold: true };
const fills = { error: 'FFFFC7CE', warning: 'FFFFEB9C' } as const;
const longestCell = 32_767;
const yieldEvery = 500;

/**
 * The file that was sent, with a red column that says what is wrong in each row: to be corrected and sent
 * back as it is. Cells with a problem are coloured; formulas come as their values.
 */
export async function errorWorkbook(
  sheets: readonly Sheet[],
  problems: readonly RowProblem[],
  texts: ErrorWorkbookTexts,
): Promise<Uint8Array> {
  const stream = new PassThrough();
  const written = buffer(stream);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  const placed = problems.map((problem) => ({ problem, place: placeOf(problem.at ?? '') }));
  for (const sheet of sheets) {
    const here = placed.filter(({ place }) => place?.sheet === sheet.name);
    await writeSheet(book, sheet, here, texts);
  }
  const names = new Set(sheets.map(({ name }) => name));
  const rest = placed.filter(({ place }) => place === null || !names.has(place.sheet));
  if (rest.length > 0 || sheets.length === 0) writeGeneral(book, rest, texts, names);
  await book.commit();
  return written;
}

type Placed = { problem: RowProblem; place: ReturnType<typeof placeOf> };

async function writeSheet(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  source: Sheet,
  problems: readonly Placed[],
  texts: ErrorWorkbookTexts,
): Promise<void> {
  const { name, rows, merges, hidden } = source;
  const sheet = book.addWorksheet(name === '' ? 'Sheet1' : name, {
    state: hidden ? 'hidden' : 'visible',
  });
  const byRow = new Map<number, Placed[]>();
  for (const one of problems) {
    const row = one.place?.row ?? 0;
    byRow.set(row, [...(byRow.get(row) ?? []), one]);
  }
  const headingRow = findAnnexHeader(source)?.top ?? headingRowOf(rows);
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  // a workbook that comes back a second time has the column already
  const old = (rows[headingRow] ?? []).findIndex((cell) => isErrorHeading(textOf(cell)));
  const column = old < 0 ? width : old;
  sheet.columns = widths(rows, width, column);
  const last = Math.max(rows.length - 1, headingRow, ...byRow.keys());
  for (let index = 0; index <= last; index += 1) {
    const row = sheet.getRow(index + 1);
    (rows[index] ?? []).forEach((cell, place) => {
      if (place !== old && cell && !cell.merged) row.getCell(place + 1).value = valueOf(cell);
    });
    const here = byRow.get(index) ?? [];
    if (index === headingRow) mark(row.getCell(column + 1), texts.heading);
    const said = here.map(({ problem }) => texts.textOf(problem)).join('\n');
    if (said !== '')
      mark(row.getCell(column + 1), index === headingRow ? `${texts.heading}: ${said}` : said);
    for (const { problem, place } of here) {
      const fill = {
        type: 'pattern',
        pattern: 'solid',
        fgColor: { argb: fills[problem.severity] },
      } as const;
      if (place && place.column !== column) row.getCell(place.column + 1).fill = fill;
    }
    // what is written cannot be merged any more
    if (merges.length === 0) row.commit();
    if (index % yieldEvery === yieldEvery - 1) await new Promise(setImmediate);
  }
  for (const merge of merges) mergeIn(sheet, merge, width);
  sheet.commit();
}

function mark(cell: ExcelJS.Cell, text: string): void {
  cell.value = text.slice(0, longestCell);
  cell.font = red;
  cell.alignment = { wrapText: true, vertical: 'top' };
}

/** Merges may reach beyond what a sheet uses. */
function mergeIn(
  sheet: ExcelJS.Worksheet,
  { top, left, bottom, right }: Merge,
  width: number,
): void {
  const last = Math.min(right, width - 1);
  if (last < left || (top === bottom && left === last)) return;
  sheet.mergeCells(top + 1, left + 1, bottom + 1, last + 1);
}

/** The first of the rows in which most columns are filled is taken for the heading. */
function headingRowOf(rows: Sheet['rows']): number {
  const filled = rows
    .slice(0, 60)
    .map((cells) => new Set(cells.map(textOf).filter((text) => text !== '')).size);
  return Math.max(0, filled.indexOf(Math.max(0, ...filled)));
}

function valueOf({ value, error }: Cell): ExcelJS.CellValue {
  if (error) return { error } as ExcelJS.CellErrorValue;
  return typeof value === 'string' ? value.slice(0, longestCell) : value;
}

function widths(rows: Sheet['rows'], width: number, errors: number): Partial<ExcelJS.Column>[] {
  const longest = Array.from({ length: Math.max(width, errors + 1) }, () => 8);
  for (const cells of rows.slice(0, 1_000)) {
    cells.forEach((cell, column) => {
      if (cell && !cell.merged)
        longest[column] = Math.max(longest[column] ?? 8, textOf(cell).length);
    });
  }
  return longest.map((length, column) => ({
    width: column === errors ? 70 : Math.min(length + 2, 40),
  }));
}

function writeGeneral(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  problems: readonly Placed[],
  { general, heading, textOf: say }: ErrorWorkbookTexts,
  taken: ReadonlySet<string>,
): void {
  const sheet = book.addWorksheet(taken.has(general) ? `${general} (2)` : general);
  sheet.columns = [{ width: 100 }];
  mark(sheet.getRow(1).getCell(1), heading);
  problems.forEach(({ problem }, index) => mark(sheet.getRow(index + 2).getCell(1), say(problem)));
  sheet.commit();
}
