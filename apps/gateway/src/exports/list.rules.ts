import type { Permission } from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { invalidInput } from '@antt/service-kit';
import { z } from 'zod';
import { wrong } from '../operations/route.rules.ts';
import { CoverageExport } from './coverage-list.ts';
import type { Separator } from './csv.ts';
import type { ExportedList, Format, Row } from './exported-list.ts';
import { columnsOf, headingOf, worded } from './list-column.rules.ts';
import { listText } from './list-text.ts';
import type { List } from './workbook.ts';
import { day, text } from './workbook-text.ts';

const Separators = z.enum(['comma', 'semicolon']).default('comma');

/** What is asked of the list itself, and how the file is written. A file has no pages. */
export function questionOf(
  { route, operation }: ExportedList,
  format: Format,
  { query, params }: { query: unknown; params: unknown },
): { question: Row; separator: Separator } {
  const { separator: given, ...asked } = query as Row;
  const inPath = params as Row;
  for (const name of ['cursor', 'limit']) {
    if (Object.hasOwn(asked, name)) throw wrong(name, 'unrecognized_keys');
  }
  for (const name of Object.keys(inPath)) {
    if (Object.hasOwn(asked, name)) throw wrong(name, 'given-twice');
  }
  const question = { ...asked, ...inPath };
  if (given !== undefined && format !== 'csv') throw wrong('separator', 'unrecognized_keys');
  const separator = Separators.safeParse(given);
  if (!separator.success) throw wrong('separator', 'invalid_value');
  // The list's own schema refuses before anything is asked or sent.
  const schema = route === '/coverage' ? CoverageExport : operation.input;
  const checked = schema.safeParse(question);
  if (!checked.success) throw invalidInput(checked.error);
  return { question, separator: separator.data };
}

/** A list of the contracts as one to write: numbered, with a column for each field that has a heading. */
export function listOf(
  { route, operation }: ExportedList,
  rows: AsyncIterable<Row>,
  lines: string[],
  may: (permission: Permission) => boolean,
): List<Row> {
  const { title, sheet } = listText[route]!;
  return {
    sheet,
    lines: [title, ...lines],
    rows,
    columns: [
      { heading: text.number, width: 6, cell: (_, n) => n },
      ...columnsOf(route, operation, may),
    ],
  };
}

/** The filters of a question in words, as far as there are any for them. */
export function filterLines(route: string, question: Row): string[] {
  return Object.entries(question).flatMap(([name, value]) => {
    if (name === 'q') return [text.coverage.search(String(value))];
    if (['on', 'within'].includes(name)) return [];
    const heading = headingOf(route, { path: [name], kind: 'text' });
    if (!heading) return [];
    const told = PlainDate.safeParse(value).success ? day(String(value)) : String(value);
    return [`${heading}: ${worded(route, [name], told)}`];
  });
}
