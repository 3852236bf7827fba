import type { ImportKind, RowProblem } from '@antt/contracts';
import type { ImportFile, Reading } from '@antt/service-kit';
import { finding } from './row-problem.ts';
import { inThread } from './thread.ts';

const patience = 180_000;

/** Reads a file of a kind in a thread of its own. */
export async function read<T>(kind: ImportKind, file: ImportFile): Promise<Reading<T>> {
  const outcome = await inThread<Reading<T>>('reading-thread', { kind, file }, patience);
  if ('result' in outcome) return outcome.result;
  return unreadable(outcome.exceeded === 'time' ? 'file-takes-too-long' : 'file-needs-too-much');
}

function unreadable(code: string): { content: null; problems: RowProblem[] } {
  return { content: null, problems: [finding(code, null)] };
}
