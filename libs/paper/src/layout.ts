import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none };

/** Millimetres in twentieths of a point. */
export const mm = (value: number) => Math.round((value * 1440) / 25.4);

/** Decree 30/2020/NĐ-CP, App. I: A4, 20–25 mm above and below, 30–35 mm left, 15–20 mm right. */
export const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };
export const a4 = { width: mm(210), height: mm(297) };

export type Style = {
  bold?: boolean;
  italics?: boolean;
  /** Half points. */
  size?: number;
  align?: 'center' | 'both' | 'left';
  indent?: boolean;
  before?: number;
  after?: number;
  /** Begins a page. */
  newPage?: boolean;
};

const runOf = (text: string, { bold, italics, size = 28 }: Style) =>
  new TextRun({ text, bold: bold ?? false, italics: italics ?? false, size });

/** A paragraph; of two texts the first is bold. */
export function line(text: string | [string, string], style: Style = {}): Paragraph {
  const runs =
    typeof text === 'string'
      ? [runOf(text, style)]
      : [runOf(text[0], { ...style, bold: true }), runOf(text[1], style)];
  return new Paragraph({
    children: runs,
    alignment: style.align ?? 'both',
    pageBreakBefore: style.newPage ?? false,
    spacing: { before: style.before ?? 0, after: style.after ?? 0, line: 276 },
    ...(style.indent ? { indent: { firstLine: mm(10) } } : {}),
  });
}

/** A thin line across, so far in from both sides (mm). */
export const rule = (left: number, right: number) =>
  new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    indent: { left: mm(left), right: mm(right) },
    spacing: { before: 40 },
  });

/** Two columns without lines; what stands in one row begins at one height. */
export const plainTable = (rows: [Paragraph[], Paragraph[]][], widths: [number, number]) =>
  new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    columnWidths: widths,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, n) =>
              new TableCell({
                children,
                borders: noBorders,
                margins: { left: 0, right: 0 },
                width: { size: widths[n]!, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  });

/** A column of a table: how wide (mm), and whether it reads from the left. */
export type TableColumn = { width: number; left?: boolean };

/** A table with lines whose heading is repeated on each page; widths in mm. */
export function linedTable(columns: TableColumn[], rows: [string[], Style?][]): Table {
  const widths = columns.map(({ width }) => mm(width));
  const cell = (value: string, n: number, style: Style) =>
    new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      width: { size: widths[n]!, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      children: [line(value, { size: 24, align: columns[n]!.left ? 'left' : 'center', ...style })],
    });
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      ([values, style = {}], at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: values.map((value, n) => cell(value, n, style)),
        }),
    ),
  });
}
