import type { ReadingLimits } from './reading-limit.ts';
import { UnreadableFile } from './reading-problem.ts';
import { columnIndex } from './sheet.ts';

/** What office software itself allows (ECMA-376 leaves it open, Excel and LibreOffice agree). */
const excel = { cellLength: 32_767, columns: 16_384 };

/** An escaped character is six of the file's at most (`&quot;`), and formatting stands beside the text. */
const longestMarkup = 12 * excel.cellLength;

/**
 * Refuses a sheet that no office software could have saved, or that would grow beyond its file when it is read. In
 * one pass over the text and before a parser sees it: a parser takes minutes for what this finds in a moment.
 */
export function judgeSheet(xml: string, sheet: string, { cells: most }: ReadingLimits): number {
  assertShortMarkup(xml, sheet);
  let cells = 0;
  let room = 0;
  let width = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    if (isTag(xml, at, 'row')) {
      room += width;
      width = 0;
    }
    if (!isTag(xml, at, 'c')) continue;
    const end = xml.indexOf('>', at);
    const place = /\sr=["']([A-Z]{1,4})\d{1,7}["']/u.exec(xml.slice(at, end))?.[1];
    const column = place ? columnIndex(place) + 1 : width + 1;
    if (column > excel.columns) {
      throw new UnreadableFile('too-many-columns', { limit: excel.columns }, sheet);
    }
    cells += 1;
    width = Math.max(width, column);
    // a row is held from its first column on, empty cells too
    if (cells > most || room + width > most) {
      throw new UnreadableFile('too-many-cells', { limit: most });
    }
    if (xml[end - 1] !== '/') at = assertShortCell(xml, at, end, sheet);
  }
  return cells;
}

/** The shared texts that are longer than a cell holds; there are no more of them than cells. */
export function longSharedTexts(xml: string, { cells: most }: ReadingLimits): number[] {
  assertShortMarkup(xml, null);
  const long: number[] = [];
  let count = 0;
  for (let at = xml.indexOf('<si'); at >= 0; at = xml.indexOf('<si', at + 1)) {
    if (!isTag(xml, at, 'si')) continue;
    if (count === most) throw new UnreadableFile('too-many-cells', { limit: most });
    const open = xml.indexOf('>', at);
    if (xml[open - 1] !== '/') {
      const end = endOf(xml, '</si>', open);
      if (isLong(xml, open + 1, end)) long.push(count);
      at = end;
    }
    count += 1;
  }
  return long;
}

/** Refuses a sheet that shows one of these shared texts. */
export function assertShowsNone(xml: string, sheet: string, long: readonly number[]): void {
  for (const index of long) {
    const at = xml.search(new RegExp(`<c\\s[^>]*\\st=["']s["'][^>]*>\\s*<v>${index}</v>`, 'u'));
    if (at >= 0) throw tooLong(sheet, xml, at);
  }
}

// Between two brackets stands one tag or one text: neither is long, and a parser holds each of them whole.
function assertShortMarkup(xml: string, sheet: string | null): void {
  // a text in a wrapping of its own, and names for texts, are nothing that a sheet has
  if (/<!(?!--)/u.test(xml)) throw new UnreadableFile('workbook-unreadable');
  let last = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    if (at - last > longestMarkup) throw tooLong(sheet, xml, xml.lastIndexOf('<c ', last));
    last = at;
  }
  if (xml.length - last > longestMarkup) throw tooLong(sheet, xml, xml.lastIndexOf('<c ', last));
}

/** Where the cell ends. */
function assertShortCell(xml: string, at: number, open: number, sheet: string): number {
  const end = endOf(xml, '</c>', open);
  if (isLong(xml, open + 1, end)) throw tooLong(sheet, xml, at);
  return end;
}

/** Characters of what the texts and values hold, an escaped one counted as the one that it is. */
function isLong(xml: string, from: number, to: number): boolean {
  if (to - from <= excel.cellLength) return false;
  const text = xml
    .slice(from, to)
    .replace(/<f[\s>][^<]*<\/f>|<[^>]*>/gu, '')
    .replace(/&#?\w{1,8};|_x[0-9A-F]{4}_/gu, '.');
  return text.length > excel.cellLength;
}

function tooLong(sheet: string | null, xml: string, at: number): UnreadableFile {
  const members = { limit: excel.cellLength };
  return new UnreadableFile('cell-too-long', members, sheet && placeOf(xml, at, sheet));
}

/** The cell that begins there, as problems name it; the sheet where its tag does not say. */
function placeOf(xml: string, at: number, sheet: string): string {
  const cell = /^<c\s[^>]*?\br=["']([A-Z]{1,3}\d{1,7})["']/u.exec(xml.slice(at, at + 200))?.[1];
  return cell ? `${sheet}!${cell}` : sheet;
}

function endOf(xml: string, tag: string, from: number): number {
  const end = xml.indexOf(tag, from);
  if (end < 0) throw new UnreadableFile('workbook-unreadable');
  return end;
}

function isTag(xml: string, at: number, name: string): boolean {
  if (!xml.startsWith(name, at + 1)) return false;
  const after = xml.charCodeAt(at + 1 + name.length);
  // `>`, `/` or white space
  return after === 0x3e || after === 0x2f || after <= 0x20;
}
