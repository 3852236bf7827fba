import type { RowProblem } from '@antt/contracts';
import { isArchive } from './archive.ts';
import { readCsv } from './csv.ts';
import { megabytes, type ReadingLimits, readingLimits } from './reading-limit.ts';
import { UnreadableFile } from './reading-problem.ts';
import type { Sheet } from './sheet.ts';
import { readXlsx } from './xlsx.ts';

/** A file's sheets, or the one problem that kept it from being read. */
export interface Workbook {
  sheets: Sheet[];
  problems: RowProblem[];
}

/** `annex`: a decision's table; `list`: a long plain table. They differ in how many rows they may have. */
export type WorkbookShape = 'annex' | 'list';

/** Reads an .xlsx or .csv by its content, whatever its name. Never throws for what a file can hold. */
export async function readWorkbook(
  bytes: Uint8Array,
  shape: WorkbookShape,
  limits: ReadingLimits = readingLimits,
): Promise<Workbook> {
  try {
    refuseBySize(bytes, limits);
    const maxRows = shape === 'annex' ? limits.annexRows : limits.listRows;
    if (isArchive(bytes)) {
      return { sheets: await readXlsx(bytes, { ...limits, maxRows }), problems: [] };
    }
    // Excel 97–2003 and password-protected workbooks both lie in an OLE container
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new UnreadableFile('workbook-old-or-locked');
    return { sheets: [readCsv(bytes, { ...limits, maxRows })], problems: [] };
  } catch (error) {
    if (error instanceof UnreadableFile) return { sheets: [], problems: [error.problem] };
    throw error;
  }
}

/** Refuses nothing at all and too much of it, before anything is looked at. */
export function refuseBySize(bytes: Uint8Array, limits: ReadingLimits): void {
  if (bytes.length === 0) throw new UnreadableFile('file-empty');
  if (bytes.length > limits.uploadBytes) {
    const members = { size: megabytes(bytes.length), limit: megabytes(limits.uploadBytes) };
    throw new UnreadableFile('file-too-large', members);
  }
}
