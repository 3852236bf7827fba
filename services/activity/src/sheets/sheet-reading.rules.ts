import {
  type SentValue,
  type SheetCell,
  type SheetColumn,
  type SheetFinding,
  sheetMarks,
  type SheetPart,
  valueOf,
} from '@antt/contracts';
import { addressOf, type Cell, type Sheet, textOf } from '@antt/reading';

/** What a workbook says of one sender, and where. */
export type SheetRow = {
  senderId: string;
  at: string;
  /** The version that it was written from; 0: none. */
  follows: number;
  values: SentValue[];
  /** Of each indicator, where its first number stands. */
  places: ReadonlyMap<string, string>;
  isEmpty: boolean;
  /** A cell of it cannot be read: nothing of the row is judged. */
  isFaulty: boolean;
};
export type ReadSheet = { rows: SheetRow[]; findings: SheetFinding[] };
type Known = { columns: readonly SheetColumn[]; nameOf: (senderId: string) => string | undefined };
type Header = { row: number; sender: number; version: number; at: ReadonlyMap<string, number> };

export const sheetFinding = (
  fault: SheetFinding['fault'],
  about: Partial<SheetFinding> = {},
): SheetFinding => ({
  ...{ at: null, severity: 'error', name: '', code: null, fault },
  ...{ said: null, expected: null, comparison: null, others: [] },
  ...about,
});

/** The rows of the sheet that has a line of codes, whatever else the workbook holds. */
export function readReportSheet(sheets: readonly Sheet[], known: Known): ReadSheet {
  for (const sheet of sheets) {
    const header = headerOf(sheet, known.columns);
    if (header) return readRows(sheet, header, known);
  }
  return { rows: [], findings: [sheetFinding('no-codes')] };
}

function headerOf(sheet: Sheet, columns: readonly SheetColumn[]): Header | null {
  const keys = new Set(columns.map(({ key }) => key));
  for (const [row, cells] of sheet.rows.entries()) {
    const texts = cells.map(textOf);
    const sender = texts.indexOf(sheetMarks.sender);
    if (sender < 0) continue;
    const at = new Map(texts.flatMap((text, n) => (keys.has(text) ? [[text, n] as const] : [])));
    if (at.size === 0) return null;
    return { row, sender, version: texts.indexOf(sheetMarks.version), at };
  }
  return null;
}

function readRows(sheet: Sheet, header: Header, known: Known): ReadSheet {
  const findings = strangers(sheet, header, known.columns);
  const rows: SheetRow[] = [];
  for (let row = header.row + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const senderId = textOf(cells[header.sender]).toLowerCase();
    const at = addressOf(sheet, row, header.sender);
    const isFilled = [...header.at.values()].some((column) => textOf(cells[column]) !== '');
    if (senderId === '' && !isFilled) continue;
    const name = known.nameOf(senderId);
    if (name === undefined) findings.push(sheetFinding('unknown-sender', { at, said: senderId }));
    else if (rows.some((one) => one.senderId === senderId)) {
      findings.push(sheetFinding('sender-twice', { at, name }));
    } else {
      const read = readRow(sheet, row, header, known.columns);
      findings.push(...read.findings.map((one) => ({ ...one, name })));
      const follows = Number(textOf(cells[header.version])) || 0;
      const isFaulty = read.findings.length > 0;
      const { values, places } = read;
      rows.push({ senderId, at, follows, values, places, isEmpty: !isFilled, isFaulty });
    }
  }
  return { rows, findings };
}

/** Codes of no column of this form: its numbers would be lost unseen. */
function strangers(sheet: Sheet, header: Header, columns: readonly SheetColumn[]): SheetFinding[] {
  const known = new Set([...columns.map(({ key }) => key), ...Object.values(sheetMarks)]);
  return (sheet.rows[header.row] ?? []).flatMap((cell, n) => {
    const said = textOf(cell);
    if (!/^[A-Z]{2,4}\d?\.\d/u.test(said) || known.has(said)) return [];
    return [sheetFinding('unknown-column', { at: addressOf(sheet, header.row, n), said })];
  });
}

type ReadRow = Pick<SheetRow, 'values' | 'places'> & { findings: SheetFinding[] };

function readRow(
  sheet: Sheet,
  row: number,
  header: Header,
  columns: readonly SheetColumn[],
): ReadRow {
  const cells = sheet.rows[row] ?? [];
  const read: ReadRow & { places: Map<string, string> } = {
    ...{ values: [], findings: [], places: new Map() },
  };
  for (const { code, shape, part } of columns) {
    if (part !== 'numerator') continue;
    const own = columns.filter((one) => one.code === code);
    const addressIn = (of: SheetPart) => {
      const column = header.at.get(own.find((one) => one.part === of)?.key ?? '');
      return column === undefined ? null : addressOf(sheet, row, column);
    };
    const cellIn = (of: SheetPart) => {
      const column = header.at.get(own.find((one) => one.part === of)?.key ?? '');
      return column === undefined ? null : shownIn(cells[column]);
    };
    const first = addressIn('numerator');
    if (first) read.places.set(code, first);
    const said = { numerator: cellIn('numerator'), denominator: cellIn('denominator') };
    const answer = valueOf(shape, { ...said, percent: cellIn('percent') });
    if ('value' in answer) read.values.push({ code, ...answer.value });
    else {
      read.findings.push(
        ...answer.faults.map((of) =>
          sheetFinding('not-an-amount', { at: addressIn(of), code, said: String(cellIn(of)) }),
        ),
      );
    }
  }
  return read;
}

/** An error of a formula is what stands there; a formula that nobody reckoned says nothing. */
function shownIn(cell: Cell | null | undefined): SheetCell {
  if (cell?.error) return cell.error;
  const value = cell?.value ?? null;
  return typeof value === 'boolean' ? String(value) : value;
}
