import ExcelJS from 'exceljs';
import { strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';

export type FixtureCell = ExcelJS.CellValue;

/** One sheet of a made workbook; merges as `A1:B2`. */
export interface FixtureSheet {
  name?: string;
  rows: readonly (readonly FixtureCell[])[];
  merges?: readonly string[];
  hidden?: boolean;
}

/** An .xlsx as office software would save it, for tests. */
export async function xlsxOf(...sheets: readonly FixtureSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  sheets.forEach(({ name, rows, merges = [], hidden }, index) => {
    const sheet = book.addWorksheet(name ?? `Sheet${index + 1}`, {
      state: hidden ? 'hidden' : 'visible',
    });
    for (const row of rows) sheet.addRow([...row]);
    for (const merge of merges) sheet.mergeCells(merge);
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same .xlsx with some of its parts written otherwise. */
export function repacked(
  xlsx: Uint8Array,
  change: (parts: Record<string, string>) => void,
): Uint8Array {
  const unzipped: Unzipped = unzipSync(xlsx);
  const parts = Object.fromEntries(
    Object.entries(unzipped).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
  change(parts);
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}
