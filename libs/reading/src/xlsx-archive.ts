import { zipSync } from 'fflate';
import { readArchive } from './archive.ts';
import type { ReadingLimits } from './reading-limit.ts';
import { UnreadableFile } from './reading-problem.ts';
import { columnIndex, type Merge } from './sheet.ts';
import { assertShowsNone, judgeSheet, longSharedTexts } from './xlsx-limit.rules.ts';

const book = 'xl/workbook.xml';
const rels = 'xl/_rels/workbook.xml.rels';
const asTheyAre = ['xl/styles.xml', 'xl/sharedStrings.xml'];
const kept =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/u;

/** A workbook cut down to its values; drawings, comments, macros, names and links stay behind. */
export interface XlsxArchive {
  /** Packed anew without compression, so that no second reader of the zip sees anything unchecked. */
  bytes: Uint8Array;
  /** In the workbook's order; sheet n lies in `xl/worksheets/sheet<n + 1>.xml`. */
  sheets: { hidden: boolean; merges: Merge[] }[];
  rowCount: number;
  /** Text is written into cells with formatting inside (`<is><r>`). */
  hasFormattedCells: boolean;
}

/**
 * Opens an .xlsx as far as its values go. Some programs name the sheets' files freely, write absolute
 * targets, or prefix each element (`<x:row>`), and broken print areas or drawings make exceljs fail: so
 * the frame around the sheets is written anew.
 */
export async function openXlsx(
  bytes: Uint8Array,
  limits: ReadingLimits & { maxRows: number },
): Promise<XlsxArchive> {
  const parts = await readArchive(bytes, (name) => kept.test(name), limits);
  const text = (name: string) => withoutPrefix(new TextDecoder().decode(parts.get(name)));
  const frame = text(book);
  if (!/<workbook[\s>]/u.test(frame)) throw new UnreadableFile('file-kind-unknown');
  const targets = targetsOf(text(rels));
  const listed = tags(frame, 'sheet').map((tag) => ({
    name: attribute(tag, 'name'),
    state: attribute(tag, 'state') || 'visible',
    file: targets.get(attribute(tag, '[\\w.-]+:id')) ?? '',
  }));
  // a chart on a sheet of its own holds no cells
  const sheets = listed.filter(({ file }) => parts.has(file) && file !== book);

  const packed: Record<string, Uint8Array> = {
    [book]: encode(bookXml(sheets, /date1904=["'](?:1|true)["']/u.test(frame))),
    [rels]: encode(relsXml(sheets.length)),
    'xl/sharedStrings.xml': encode('<sst/>'),
  };
  for (const name of asTheyAre) if (parts.has(name)) packed[name] = encode(text(name));
  const opened: XlsxArchive = { bytes, sheets: [], rowCount: 0, hasFormattedCells: false };
  const long = longSharedTexts(text('xl/sharedStrings.xml'), limits);
  let cellCount = 0;
  sheets.forEach(({ name, file, state }, index) => {
    const xml = text(file);
    const shown = plain(name);
    cellCount += judgeSheet(xml, shown, limits);
    assertShowsNone(xml, shown, long);
    opened.sheets.push({ hidden: state !== 'visible', merges: mergesOf(xml) });
    opened.rowCount += countRows(xml, limits.maxRows);
    if (cellCount > limits.cells) {
      throw new UnreadableFile('too-many-cells', { limit: limits.cells });
    }
    opened.hasFormattedCells ||= /<is>\s*<r[\s>]/u.test(xml);
    packed[`xl/worksheets/sheet${index + 1}.xml`] = encode(xml);
  });
  if (opened.rowCount > limits.maxRows) tooManyRows(opened.rowCount, limits.maxRows);
  // exceljs' streaming reader may miss the last entry of a small archive
  packed['xl/end'] = encode('end');
  return { ...opened, bytes: zipSync(packed, { level: 0 }) };
}

/** How often a piece of text stands in another, counted without keeping any of it. */
export function occurrences(text: string, piece: string): number {
  let count = 0;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length))
    count += 1;
  return count;
}

export function tooManyRows(rows: number, limit: number): never {
  throw new UnreadableFile('too-many-rows', { rows, limit });
}

const encode = (text: string) => new TextEncoder().encode(text);

/** `<x:row>` as `<row>`, where the document's first element has a prefix. */
function withoutPrefix(xml: string): string {
  const prefix = /^(?:\ufeff|\s|<\?[^>]*\?>)*<([\w.-]+):/u.exec(xml)?.[1];
  return prefix ? xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : xml;
}

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}\\s[^>]*>`, 'gu')) ?? [];
}

/** The attribute as it is written, entities and all. */
function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return found?.[1] ?? found?.[2] ?? '';
}

/** A sheet's name as people read it. */
function plain(name: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return name.replace(/&(amp|lt|gt|quot|apos);/gu, (_, entity: string) => characters[entity]!);
}

function targetsOf(xml: string): Map<string, string> {
  const pairs = tags(xml, 'Relationship').map((tag): [string, string] => {
    const target = attribute(tag, 'Target');
    return [attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
  });
  return new Map(pairs);
}

function bookXml(sheets: readonly { name: string; state: string }[], date1904: boolean): string {
  const lines = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name.replaceAll('"', '&quot;')}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `<workbook>${properties}<sheets>${lines.join('')}</sheets></workbook>`.replace(
    '<workbook>',
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
  );
}

function relsXml(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `<Relationships>${lines.join('')}</Relationships>`;
}

/**
 * Rows written in the sheet. exceljs loses a row without a number, and walks step by step to one that is
 * numbered beyond what a sheet can have.
 */
function countRows(xml: string, maxRows: number): number {
  // `<rowBreaks>` counts along: it stands once
  const written = occurrences(xml, '<row');
  if (written > maxRows + 1) tooManyRows(written, maxRows);
  const rows = xml.match(/<row(?=[\s/>])[^>]*>/gu) ?? [];
  let last = 0;
  for (const row of rows) {
    const number = Number(attribute(row, 'r'));
    // of two rows with one number only the later would be seen
    if (!(number > last && number <= 1_048_576)) throw new UnreadableFile('workbook-unreadable');
    last = number;
  }
  return rows.length;
}

function mergesOf(xml: string): Merge[] {
  return tags(xml, 'mergeCell').flatMap((tag) => {
    const ends = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(attribute(tag, 'ref'));
    if (!ends) return [];
    const [, left = '', top, right = '', bottom] = ends;
    return {
      top: Number(top) - 1,
      left: columnIndex(left),
      bottom: Number(bottom) - 1,
      right: columnIndex(right),
    };
  });
}
