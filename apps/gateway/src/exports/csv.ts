import { Readable } from 'node:stream';
import type { List, Value } from './workbook.ts';
import { clockOf } from './workbook-text.ts';

export type Separator = 'comma' | 'semicolon';

/** Rows joined into one chunk: as many as make a good packet. */
const together = 200;
const byteOrderMark = '\ufeff';

/**
 * The list as comma-separated values (RFC 4180) in UTF-8 with a byte order mark, which Excel needs to read
 * Vietnamese. With semicolons figures have a decimal comma, as a Vietnamese Excel expects of such a file.
 */
export function streamCsv<Row>(list: List<Row>, separator: Separator): Readable {
  return Readable.from(chunks(list, separator));
}

async function* chunks<Row>({ columns, rows }: List<Row>, separator: Separator) {
  const line = (values: Value[]) =>
    `${values.map((value) => cellText(value, separator)).join(separator === 'comma' ? ',' : ';')}\r\n`;
  yield byteOrderMark + line(columns.map(({ heading }) => heading));
  let kept = '';
  let n = 0;
  for await (const row of rows) {
    n += 1;
    kept += line(columns.map(({ cell }) => cell(row, n)));
    if (n % together > 0) continue;
    yield kept;
    kept = '';
  }
  if (kept) yield kept;
}

/** One cell. Text that a spreadsheet would take for a formula begins with an apostrophe instead. */
export function cellText(value: Value, separator: Separator): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    return separator === 'semicolon' ? String(value).replace('.', ',') : String(value);
  }
  if (typeof value === 'object') {
    return 'day' in value ? value.day : clockOf(value.moment).replace('T', ' ');
  }
  const harmless = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
