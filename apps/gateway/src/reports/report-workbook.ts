import {
  cellsOf,
  type getReportSheet,
  type Indicator,
  noCaseWord,
  type ReportState,
  sheetColumns,
  type SheetColumn,
  sheetMarks,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import excel from 'exceljs';
import { reportValues } from '../exports/report-text.ts';
import { day, text } from '../exports/workbook-text.ts';

type Sheet = Output<typeof getReportSheet>;

const font = { name: 'Times New Roman', size: 12 };
const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const toFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } } as const;
const faint = { ...font, size: 8, color: { argb: 'FF808080' } };

const fixed = ['Nơi gửi', 'Thuộc đơn vị', 'Trạng thái'] as const;
const states = reportValues['/reports.state'] as Record<ReportState, string>;

/** A row for each sender and a column for each number; what a form must have stands out. */
export async function reportWorkbook(sheet: Sheet, demo: boolean): Promise<Buffer> {
  const { period, form, indicators, rows } = sheet;
  const known = new Map(indicators.map((one) => [one.code, one]));
  const columns = sheetColumns(form.document, known);
  const mandatory = new Set(
    form.document.groups.flatMap(({ items }) =>
      items.filter((item) => item.mandatory).map(({ code }) => code),
    ),
  );
  const book = new excel.Workbook();
  const page = book.addWorksheet('Báo cáo', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  const width = fixed.length + columns.length;
  const lines = [
    period.kindName.toUpperCase(),
    `Kỳ ${period.name}: từ ngày ${day(period.from)} đến ngày ${day(period.to)}, hạn gửi hết ngày ${day(period.dueOn)}`,
    ...(demo ? [text.illustrative] : []),
    `Điền các ô màu vàng và ô trắng; để trống cả dòng nếu chưa báo cáo. Tỷ lệ không phát sinh: ghi ${noCaseWord} ở ô tử số. Không sửa dòng mã và các cột ẩn.`,
  ];
  for (const [n, line] of lines.entries()) {
    const row = page.addRow([line]);
    row.getCell(1).font = { ...font, bold: n === 0, size: n === 0 ? 14 : 12 };
  }
  const heads = page.addRow([
    ...fixed,
    ...columns.map((column) => headingOf(column, known.get(column.code)!)),
    'Bản số',
    'Mã nơi gửi',
  ]);
  const codes = page.addRow([
    ...fixed.map(() => ''),
    ...columns.map(({ key }) => key),
    sheetMarks.version,
    sheetMarks.sender,
  ]);
  heads.height = 96;
  heads.eachCell((cell, n) => {
    const column = columns[n - 1 - fixed.length];
    Object.assign(cell, {
      border,
      font: { ...font, bold: true },
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    });
    if (column && column.part !== 'percent' && mandatory.has(column.code)) cell.fill = toFill;
  });
  codes.eachCell({ includeEmpty: true }, (cell) => Object.assign(cell, { border, font: faint }));
  for (const row of rows) addRow(page, columns, row);
  page.views = [{ state: 'frozen', xSplit: 1, ySplit: codes.number }];
  page.pageSetup.printTitlesRow = `${heads.number}:${heads.number}`;
  [30, 20, 16].forEach((size, n) => (page.getColumn(n + 1).width = size));
  columns.forEach((_, n) => (page.getColumn(fixed.length + n + 1).width = 15));
  for (const n of [width + 1, width + 2]) page.getColumn(n).hidden = true;
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addRow(page: excel.Worksheet, columns: SheetColumn[], row: Sheet['rows'][number]): void {
  const said = new Map(row.values.map((one) => [one.code, one]));
  const added = page.addRow([
    ...[row.name, row.unitName, states[row.state]],
    ...columns.map(({ code, shape, part }) => cellsOf(shape, said.get(code))[part] ?? null),
    ...[row.version, row.senderId],
  ]);
  columns.forEach(({ part }, n) => {
    const cell = added.getCell(fixed.length + n + 1);
    cell.numFmt = part === 'percent' ? '0.00' : 'General';
    if (part !== 'percent') return;
    // Reckoned anew as the numbers beside it are typed; whoever types over it has it checked.
    const [above, below] = [2, 1].map((left) => added.getCell(cell.fullAddress.col - left).address);
    const result = cell.value as number | null;
    cell.value = {
      formula: `IF(AND(ISNUMBER(${above}),ISNUMBER(${below})),IF(${below}>0,${above}/${below}*100,""),"")`,
      ...(result === null ? { result: '' } : { result }),
    };
  });
  added.eachCell({ includeEmpty: true }, (cell) => Object.assign(cell, { border, font }));
}

function headingOf({ part }: SheetColumn, indicator: Indicator): string {
  const { name, measure, shape, numerator, denominator } = indicator;
  if (part === 'percent') return `${name}: tỷ lệ (%)`;
  if (part === 'denominator') return `${name}: ${denominator ?? ''}`;
  const words = shape === 'flag' ? 'Có / Không' : measure;
  return shape === 'count' || shape === 'flag' ? `${name} (${words})` : `${name}: ${numerator}`;
}
