/** What stands in a cell; days are ISO text (`2025-07-01`, with `T12:30:00` where a time is set). */
export type CellValue = string | number | boolean | null;

export interface Cell {
  value: CellValue;
  /** The value is the last result of a formula; null with `formula` set means it was never calculated. */
  formula?: true;
  /** `#REF!`, `#N/A` and the like; `value` is null then. */
  error?: string;
  /** The cell lies under a merge and shows the value of the merge's first cell. */
  merged?: true;
}

/** Counted from 0, ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet as rows of cells: `rows[11]?.[1]` is B12. Rows may be of different length. */
export interface Sheet {
  /** Empty for a .csv, which has no sheets. */
  name: string;
  hidden: boolean;
  rows: readonly (readonly (Cell | null)[])[];
  merges: readonly Merge[];
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** 0 for `A`, 26 for `AA`. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Where a cell stands, as office software writes it: `Phụ lục!B12`; `B12` in a .csv. */
export function addressOf(sheet: Sheet, row: number, column: number): string {
  const cell = `${columnLetters(column)}${row + 1}`;
  return sheet.name === '' ? cell : `${sheet.name}!${cell}`;
}

/** Splits `Phụ lục!B12`; null for places that are no cells, such as `#12` in a boundary file. */
export function placeOf(at: string): { sheet: string; row: number; column: number } | null {
  const parts = /^(?:(.*)!)?([A-Z]{1,3})(\d{1,7})$/su.exec(at);
  if (!parts?.[2]) return null;
  return { sheet: parts[1] ?? '', row: Number(parts[3]) - 1, column: columnIndex(parts[2]) };
}

/** The text a cell shows: NFC, spaces folded; empty for no value. */
export function textOf(cell: Cell | null | undefined): string {
  const value = cell?.value ?? '';
  return String(value).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

export function isEmpty(cell: Cell | null | undefined): boolean {
  return textOf(cell) === '' && !cell?.formula && !cell?.error;
}

/** The heading of the column that `errorWorkbook` adds: readers pass over it. */
export function isErrorHeading(text: string): boolean {
  return /^(?:lỗi|errors?)\s*(?::|$)/iu.test(text.normalize('NFC').trim());
}
