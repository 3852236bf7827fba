import { PassThrough } from 'node:stream';

type Value = string | number | null;

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
  rows: readonly Row[];
};

/** Rows written between two turns of the event loop. */
const turn = 500;
const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const font = { name: 'Times New Roman', size: 12 };

/** The list as a workbook that is written while it is sent. */
export function streamWorkbook<Row>(list: List<Row>): PassThrough {
  const bytes = new PassThrough();
  write(list, bytes).catch((error: Error) => bytes.destroy(error));
  return bytes;
}

async function write<Row>(
  { sheet: name, lines, columns, rows }: List<Row>,
  stream: PassThrough,
): Promise<void> {
  // A heavy library that few requests need.
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const heading = lines.length + 2;
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: heading, xSplit: 3 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = `${heading}:${heading}`;
  sheet.columns = columns.map(({ width }) => ({ width }));
  const add = (values: Value[], style: object) => {
    const row = sheet.addRow(values);
    row.eachCell({ includeEmpty: true }, (cell) => Object.assign(cell, { font, ...style }));
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
  add(
    columns.map((column) => column.heading),
    {
      font: { ...font, bold: true },
      border,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    },
  ).commit();
  const style = { border, numFmt: '#,##0', alignment: { vertical: 'top', wrapText: true } };
  for (const [n, row] of rows.entries()) {
    if (stream.destroyed) return;
    add(
      columns.map((column) => column.cell(row, n + 1)),
      style,
    ).commit();
    if (n % turn === turn - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  add(
    columns.map((column) => column.total ?? null),
    { ...style, font: { ...font, bold: true } },
  ).commit();
  await book.commit();
}

/** The sum of what is known; null where nothing is. */
export function sum<Row>(rows: readonly Row[], of: (row: Row) => number | null): number | null {
  const known = rows.map(of).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
