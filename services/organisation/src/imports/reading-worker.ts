import type { ImportKind } from '@antt/contracts';
import { readInThread } from '@antt/reading';
import { currentContext, type ImportFile, type Reading } from '@antt/service-kit';

/** Reads a file of a kind in a thread of its own. */
export function read<T>(kind: ImportKind, file: ImportFile): Promise<Reading<T>> {
  const { deadline } = currentContext();
  return readInThread(import.meta.url, 'reading-thread', { kind, file }, deadline);
}
