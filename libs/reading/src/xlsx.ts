import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { ReadingLimits } from './reading-limit.ts';
import { UnreadableFile } from './reading-problem.ts';
import type { Cell, Merge, Sheet } from './sheet.ts';
import { openXlsx, type XlsxArchive } from './xlsx-archive.ts';

type Rows = (Cell | null)[][];
interface RawSheet {
  name: string;
  rows: Rows;
}

/** Parts of a sheet that hold no values: exceljs fails on some of them and is slow on others. */
const ignoreNodes = [
  ...['mergeCells', 'hyperlinks', 'dataValidations', 'conditionalFormatting', 'extLst', 'drawing'],
  ...['picture', 'legacyDrawing', 'tableParts', 'headerFooter', 'autoFilter', 'rowBreaks'],
  ...['colBreaks', 'sheetProtection', 'printOptions', 'pageMargins', 'pageSetup'],
];

/** The sheets of an .xlsx, hidden ones too, in their order. Throws `UnreadableFile`. */
export async function readXlsx(
  bytes: Uint8Array,
  limits: ReadingLimits & { maxRows: number },
): Promise<Sheet[]> {
  const archive = await openXlsx(bytes, limits);
  const streamed = archive.rowCount > limits.wholeRows && !archive.hasFormattedCells;
  const read = streamed ? streamedSheets : wholeSheets;
  const sheets = await read(archive).catch(() => {
    throw new UnreadableFile('workbook-unreadable');
  });
  // a sheet that exceljs does not recognise is missing without a word
  if (sheets.length === 0 || sheets.length !== archive.sheets.length) {
    throw new UnreadableFile('workbook-unreadable');
  }
  let budget = limits.cells;
  return sheets.map(({ name, rows }, index) => {
    const { hidden = false, merges = [] } = archive.sheets[index] ?? {};
    const inside = merges.filter((merge) => isInside(merge, rows));
    budget = spread(rows, inside, budget, limits.cells);
    return { name, hidden, rows, merges: inside };
  });
}

async function wholeSheets(archive: XlsxArchive): Promise<RawSheet[]> {
  const book = new ExcelJS.Workbook();
  const buffer = Buffer.from(archive.bytes) as unknown as ExcelJS.Buffer;
  await book.xlsx.load(buffer, { ignoreNodes });
  return book.worksheets.map((sheet) => {
    const rows: Rows = [];
    sheet.eachRow((row, number) => put(rows, number, row));
    return { name: sheet.name, rows };
  });
}

async function streamedSheets(archive: XlsxArchive): Promise<RawSheet[]> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([archive.bytes]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  const sheets: RawSheet[] = [];
  let count = 0;
  for await (const sheet of reader) {
    const rows: Rows = [];
    for await (const row of sheet) {
      put(rows, row.number, row);
      count += 1;
    }
    sheets.push({ name: (sheet as unknown as { name: string }).name, rows });
  }
  if (count !== archive.rowCount) throw new UnreadableFile('workbook-unreadable');
  return sheets;
}

function put(rows: Rows, number: number, row: ExcelJS.Row): void {
  while (rows.length < number - 1) rows.push([]);
  const cells: (Cell | null)[] = [];
  row.eachCell((cell, column) => {
    while (cells.length < column - 1) cells.push(null);
    // a result of nought is left out of `value`, and only there
    cells.push(cellOf(cell.value, cell.result));
  });
  rows.push(cells);
}

/** What exceljs puts into a cell, as one plain value. */
function cellOf(value: unknown, lastResult?: unknown): Cell | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isNaN(value) ? failed('#VALUE!') : { value };
  if (typeof value === 'boolean') return { value };
  if (typeof value === 'string') return { value: unescaped(value) };
  if (value instanceof Date) return { value: dayOf(value) };
  const object = value as Record<string, unknown>;
  if ('error' in object) return failed(String(object['error']));
  if ('formula' in object || 'sharedFormula' in object) {
    const shown = object['result'] ?? lastResult;
    return { ...(cellOf(shown) ?? { value: shown === '' ? '' : null }), formula: true };
  }
  if (Array.isArray(object['richText'])) {
    const runs = object['richText'] as { text?: string | null }[];
    return { value: unescaped(runs.map(({ text }) => text ?? '').join('')) };
  }
  return 'text' in object ? cellOf(object['text']) : null;
}

const failed = (error: string): Cell => ({ value: null, error });

/** Office software writes characters that XML forbids as `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function isInside({ top, left, bottom, right }: Merge, rows: Rows): boolean {
  return top < rows.length && top <= bottom && left <= right;
}

/** Gives each cell under a merge the first one's value, as far as the sheet is used. */
function spread(rows: Rows, merges: readonly Merge[], budget: number, limit: number): number {
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  let left = budget;
  for (const merge of merges) {
    const master = rows[merge.top]?.[merge.left];
    if (!master) continue;
    const right = Math.min(merge.right, width - 1);
    const bottom = Math.min(merge.bottom, rows.length - 1);
    left -= (right - merge.left + 1) * (bottom - merge.top + 1);
    if (left < 0) throw new UnreadableFile('too-many-cells', { limit });
    for (let row = merge.top; row <= bottom; row += 1) {
      const cells = rows[row] ?? [];
      while (cells.length <= right) cells.push(null);
      for (let column = merge.left; column <= right; column += 1) {
        if (row !== merge.top || column !== merge.left) cells[column] = { ...master, merged: true };
      }
    }
  }
  return left;
}
