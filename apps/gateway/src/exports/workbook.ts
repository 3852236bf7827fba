import type { PlainDate } from '@antt/kernel';
import type { stream as excelStream } from 'exceljs';
import { PassThrough } from 'node:stream';
import { clockOf } from './workbook-text.ts';

/** What stands in a cell; days and moments are dates for the program that opens the file. */
export type Value = string | number | null | { day: PlainDate } | { moment: string };

/** A column of a list: its heading, its cell of a row (`n` counts from 1) and of the line of totals. */
export type Column<Row> = {
  heading: string;
  width: number;
  cell: (row: Row, n: number) => Value;
  total?: Value;
};

export type List<Row> = {
  sheet: string;
  /** Lines above the list; the first is the title. */
  lines: string[];
  columns: Column<Row>[];
  /** At hand, or fetched page by page while the file is written. */
  rows: Iterable<Row> | AsyncIterable<Row>;
  /** Totals of several kinds, a line each; the other formats leave them out, as they do the line of totals. */
  totals?: Row[];
  /** Lines below the list, told once its rows are written: the sum in words, who signs. */
  footer?: () => string[][];
  /** When it was made, for files that are the same bytes whenever they are written; left out: now. */
  at?: string;
};

/** Rows written between two turns of the event loop. */
const turn = 500;
const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const asDay = { numFmt: 'dd/mm/yyyy' };
const asMoment = { numFmt: 'dd/mm/yyyy hh:mm' };
const font = { name: 'Times New Roman', size: 12 };

/** The list as a workbook that is written while it is sent. */
export function streamWorkbook<Row>(list: List<Row>): PassThrough {
  const bytes = new PassThrough();
  write(list, bytes).catch((error: Error) => bytes.destroy(error));
  return bytes;
}

async function write<Row>(
  { sheet: name, lines, columns, rows, totals = [], footer, at }: List<Row>,
  stream: PassThrough,
): Promise<void> {
  // A heavy library that few requests need.
  const { default: excel } = await import('exceljs');
  const { WorkbookWriter } = excel.stream.xlsx;
  const Timed = at ? timed(WorkbookWriter, new Date(at)) : WorkbookWriter;
  const book = new Timed({ stream, useStyles: true, ...(at && { created: new Date(at) }) });
  const heading = lines.length + 2;
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: heading, xSplit: 3 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = `${heading}:${heading}`;
  sheet.columns = columns.map(({ width }) => ({ width }));
  const add = (values: Value[], style: object) => {
    const row = sheet.addRow(values.map(written));
    row.eachCell({ includeEmpty: true }, (cell, n) =>
      Object.assign(cell, { font, ...style }, datedAs(values[n - 1]!)),
    );
    return row;
  };
  for (const [n, line] of lines.entries()) {
    const row = add([line], {
      font: { ...font, bold: n === 0, size: n === 0 ? 14 : 12 },
      alignment: { horizontal: 'center' },
    });
    sheet.mergeCells(row.number, 1, row.number, columns.length);
    row.commit();
  }
  sheet.addRow([]).commit();
  const head = add(
    columns.map((column) => column.heading),
    {
      font: { ...font, bold: true },
      border,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    },
  );
  // Wrapped headings need the room that no program works out for a row that is written once.
  head.height = lineHeight * Math.max(...columns.map(linesOf));
  head.commit();
  const style = { border, numFmt: '#,##0', alignment: { vertical: 'top', wrapText: true } };
  let n = 0;
  for await (const row of rows) {
    if (stream.destroyed) return;
    n += 1;
    add(
      columns.map((column) => column.cell(row, n)),
      style,
    ).commit();
    if (n % turn === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  for (const total of totals) {
    const [, ...others] = columns;
    add([null, ...others.map((column) => column.cell(total, 0))], {
      ...style,
      font: { ...font, bold: true },
    }).commit();
  }
  if (columns.some(({ total }) => total !== undefined)) {
    add(
      columns.map((column) => column.total ?? null),
      { ...style, font: { ...font, bold: true } },
    ).commit();
  }
  for (const cells of footer?.() ?? []) {
    const row = sheet.addRow(cells.length === 1 ? cells : spread(cells, columns.length));
    // One sentence has the whole width; who signs stands in the middle of a share of it.
    const horizontal = cells.length === 1 ? 'left' : 'center';
    row.eachCell((cell) => Object.assign(cell, { font, alignment: { horizontal } }));
    row.commit();
  }
  await book.commit();
}

type Zip = { append: (source: unknown, entry: { name: string; date?: Date }) => unknown };
type Writer = new (options: object) => excelStream.xlsx.WorkbookWriter;

/** A writer that takes no time from the clock, neither for the file nor for the archive that it is. */
function timed(Base: Writer, at: Date): Writer {
  return class extends Base {
    /** The first that the library's constructor adds: before any entry has its time. */
    override addThemes(): Promise<void> {
      const { zip } = this as unknown as { zip: Zip };
      const append = zip.append.bind(zip);
      zip.append = (source, entry) => append(source, { ...entry, date: at });
      return super.addThemes();
    }
  };
}

const lineHeight = 18;
const linesOf = ({ heading, width }: { heading: string; width: number }) =>
  Math.ceil((heading.length * 1.25) / width);

/** Some words over the width of the sheet, each at the beginning of its share. */
function spread(cells: readonly string[], width: number): (string | null)[] {
  const row = Array.from({ length: width }, (): string | null => null);
  for (const [n, cell] of cells.entries())
    row[Math.floor((n * width) / cells.length) + (n > 0 ? 0 : 1)] = cell;
  return row;
}

function written(value: Value): string | number | Date | null {
  if (value === null || typeof value !== 'object') return value;
  return new Date('day' in value ? `${value.day}T00:00:00Z` : `${clockOf(value.moment)}Z`);
}

function datedAs(value: Value): object {
  if (value === null || typeof value !== 'object') return {};
  return 'day' in value ? asDay : asMoment;
}

/** The sum of what is known; null where nothing is. */
export function sum<Row>(rows: readonly Row[], of: (row: Row) => number | null): number | null {
  const known = rows.map(of).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
