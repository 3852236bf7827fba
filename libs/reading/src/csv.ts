import { parse } from 'csv-parse/sync';
import type { ReadingLimits } from './reading-limit.ts';
import { UnreadableFile } from './reading-problem.ts';
import type { Sheet } from './sheet.ts';
import { occurrences, tooManyRows } from './xlsx-archive.ts';

const delimiters = [',', ';', '\t'] as const;

/** Text of a file in UTF-8, without its mark; anything else would turn names into guesses. */
export function utf8TextOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('file-not-utf8');
  }
}

/** A .csv as one nameless sheet; rows are numbered as office software shows them. Throws `UnreadableFile`. */
export function readCsv(bytes: Uint8Array, limits: ReadingLimits & { maxRows: number }): Sheet {
  const text = utf8TextOf(bytes);
  if (text.includes('\0')) throw new UnreadableFile('file-not-utf8');
  const delimiter = delimiterOf(text);
  if (occurrences(text, delimiter) > limits.cells) {
    throw new UnreadableFile('too-many-cells', { limit: limits.cells });
  }
  const records = recordsOf(text, delimiter, limits.maxRows);
  if (records.length > limits.maxRows) tooManyRows(records.length, limits.maxRows);
  const rows = records.map((record) => record.map((value) => (value === '' ? null : { value })));
  return { name: '', hidden: false, rows, merges: [] };
}

function recordsOf(text: string, delimiter: string, maxRows: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      to: maxRows + 1,
    });
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? null;
    throw new UnreadableFile('csv-unreadable', { line });
  }
}

/** The delimiter that stands most often outside quotes in the first lines. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/gu, '');
  const count = (delimiter: string) => sample.split(delimiter).length;
  return [...delimiters].sort((a, b) => count(b) - count(a))[0] ?? ',';
}
