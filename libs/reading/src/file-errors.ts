import type { ImportKind, RowProblem } from '@antt/contracts';
import { errorWorkbook } from './error-workbook.ts';
import { rowProblemText } from './row-problem-text.ts';
import { inThread } from './thread.ts';

/** Leaves time, before nobody waits any more, to name the problems at least. */
const patience = 20_000;
/** Of a file that cannot be shown again this many problems are named without it. */
const named = 10_000;

/** A file as it was sent, and what was found in it. */
export type FileWithErrors = { kind: ImportKind; bytes: Uint8Array; problems: RowProblem[] };

/** The workbook to correct and send again: the file with its problems in words beside the rows. */
export async function writeFileErrors(
  { kind, bytes, problems }: FileWithErrors,
  deadline = Infinity,
): Promise<Uint8Array> {
  if (kind === 'boundaries') return writeErrors([], problems);
  const sent = { kind, bytes, problems };
  const code = 'file-errors-thread';
  const outcome = await inThread<Uint8Array>(import.meta.url, code, sent, patience, deadline);
  if ('result' in outcome) return outcome.result;
  return writeErrors([], problems.slice(0, named));
}

/** The sheets of a file with its problems in words beside the rows. */
export function writeErrors(
  sheets: Parameters<typeof errorWorkbook>[0],
  problems: readonly RowProblem[],
): Promise<Uint8Array> {
  const texts = { heading: 'Lỗi', general: 'Lỗi chung', textOf: rowProblemText };
  return errorWorkbook(sheets, problems, texts);
}
